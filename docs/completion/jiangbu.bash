# bash completion for jiangbu, made by: jiangbu completion bash
_jiangbu() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} at= words= files= i
  if [[ $cur == "=" ]]; then cur=
  elif [[ $prev == "=" ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "${at:+$at }${COMP_WORDS[i]}" in
      "init"|"run"|"check"|"form"|"explain"|"reconcile"|"publish"|"policy"|"policy list"|"policy show"|"policy check"|"completion"|"version"|"help") at="${at:+$at }${COMP_WORDS[i]}" ;;
    esac
  done
  case "$at $prev" in
    " --lang") words="zh en" files= ;;
    "init --year") words="2024 2025 2026 2027" files= ;;
    "init --policy") words="lyg-2024" files=yes ;;
    "init --lang") words="zh en" files= ;;
    "run --year") words="2024 2025 2026 2027" files= ;;
    "run --policy") words="lyg-2024" files=yes ;;
    "run --out") words="" files=yes ;;
    "run --json") words="" files=yes ;;
    "run --budget") words="" files=yes ;;
    "run --over-budget") words="report prorate" files= ;;
    "run --round") words="" files= ;;
    "run --protect") words="" files= ;;
    "run --reading") words="assessment=any assessment=first diagnosis=cost diagnosis=flat manager-payee=employer manager-payee=person material-count=certificate material-count=company platform-count=certificate platform-count=company recognised-by=document recognised-by=label recognised-by=valid-from same-project=clause same-project=company same-project=sentence same-project=track software-cap=joint software-cap=products upgrade=difference upgrade=full upgrade=once workshop-count=certificate workshop-count=company" files= ;;
    "run assessment") words="any first" ;;
    "run diagnosis") words="cost flat" ;;
    "run manager-payee") words="employer person" ;;
    "run material-count") words="certificate company" ;;
    "run platform-count") words="certificate company" ;;
    "run recognised-by") words="document label valid-from" ;;
    "run same-project") words="clause company sentence track" ;;
    "run software-cap") words="joint products" ;;
    "run upgrade") words="difference full once" ;;
    "run workshop-count") words="certificate company" ;;
    "run --rulings") words="" files=yes ;;
    "run --prior") words="" files=yes ;;
    "run --compare") words="" files=yes ;;
    "run --password") words="" files= ;;
    "run --lang") words="zh en" files= ;;
    "check --policy") words="lyg-2024" files=yes ;;
    "check --password") words="" files= ;;
    "check --return") words="" files=yes ;;
    "check --lang") words="zh en" files= ;;
    "form --year") words="2024 2025 2026 2027" files= ;;
    "form --policy") words="lyg-2024" files=yes ;;
    "form --out") words="" files=yes ;;
    "form --district") words="" files= ;;
    "form --lang") words="zh en" files= ;;
    "explain --lang") words="zh en" files= ;;
    "reconcile --out") words="" files=yes ;;
    "reconcile --json") words="" files=yes ;;
    "reconcile --policy") words="lyg-2024" files=yes ;;
    "reconcile --password") words="" files= ;;
    "reconcile --lang") words="zh en" files= ;;
    "publish --out") words="" files=yes ;;
    "publish --format") words="xlsx docx html csv" files= ;;
    "publish --from") words="" files= ;;
    "publish --days") words="" files= ;;
    "publish --holidays") words="" files=yes ;;
    "publish --unit") words="" files= ;;
    "publish --contact") words="" files= ;;
    "publish --supervision") words="" files= ;;
    "publish --date") words="" files= ;;
    "publish --by") words="clause district company" files= ;;
    "publish --fund") words="" files= ;;
    "publish --settings") words="" files=yes ;;
    "publish --policy") words="lyg-2024" files=yes ;;
    "publish --lang") words="zh en" files= ;;
    "policy --lang") words="zh en" files= ;;
    "policy list --lang") words="zh en" files= ;;
    "policy show --item") words="cloud-star energy-diagnosis energy-efficiency-leader green-building-material green-design green-factory green-park green-supply-chain industrial-design-center industrial-heritage industrial-internet-platform major-activity near-zero-carbon-factory professional-manager smart-workshop sme-innovation-base software-enterprise software-product talent-training tech-innovation-demo" files= ;;
    "policy show --lang") words="zh en" files= ;;
    "policy check --lang") words="zh en" files= ;;
    "completion --lang") words="zh en" files= ;;
    "version --lang") words="zh en" files= ;;
    "help --lang") words="zh en" files= ;;
    *) case "$at" in
      "") words="init run check form explain reconcile publish policy completion version help" files=; if [[ $cur == -* ]]; then words="--lang --quiet --verbose --help"; fi ;;
      "init") words="" files=yes; if [[ $cur == -* ]]; then words="--year --policy --lang --quiet --verbose --help"; fi ;;
      "run") words="" files=yes; if [[ $cur == -* ]]; then words="--year --policy --out --json --budget --over-budget --round --protect --reading --rulings --prior --compare --password --strict --force --show-settings --lang --quiet --verbose --help"; fi ;;
      "check") words="" files=yes; if [[ $cur == -* ]]; then words="--policy --password --json --return --force --lang --quiet --verbose --help"; fi ;;
      "form") words="" files=; if [[ $cur == -* ]]; then words="--year --policy --out --district --force --lang --quiet --verbose --help"; fi ;;
      "explain") words="" files=yes; if [[ $cur == -* ]]; then words="--json --lang --quiet --verbose --help"; fi ;;
      "reconcile") words="" files=yes; if [[ $cur == -* ]]; then words="--out --json --policy --password --force --lang --quiet --verbose --help"; fi ;;
      "publish") words="" files=yes; if [[ $cur == -* ]]; then words="--out --format --from --days --holidays --unit --contact --supervision --date --by --credit-code --fund --settings --final --accept-changes --policy --force --lang --quiet --verbose --help"; fi ;;
      "policy") words="list show check" files=; if [[ $cur == -* ]]; then words="--lang --quiet --verbose --help"; fi ;;
      "policy list") words="" files=; if [[ $cur == -* ]]; then words="--lang --quiet --verbose --help"; fi ;;
      "policy show") words="lyg-2024" files=yes; if [[ $cur == -* ]]; then words="--item --lang --quiet --verbose --help"; fi ;;
      "policy check") words="lyg-2024" files=yes; if [[ $cur == -* ]]; then words="--lang --quiet --verbose --help"; fi ;;
      "completion") words="bash zsh fish powershell" files=; if [[ $cur == -* ]]; then words="--lang --quiet --verbose --help"; fi ;;
      "version") words="" files=; if [[ $cur == -* ]]; then words="--lang --quiet --verbose --help"; fi ;;
      "help") words="init run check form explain reconcile publish policy completion version help" files=; if [[ $cur == -* ]]; then words="--lang --quiet --verbose --help"; fi ;;
      esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if [[ -z $files ]]; then compopt +o default +o bashdefault 2>/dev/null; fi
  return 0
}
complete -o default -o bashdefault -F _jiangbu jiangbu jiangbu.exe
