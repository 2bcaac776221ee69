# fish completion for jiangbu, made by: jiangbu completion fish
function __jiangbu_at --description 'the command that the line names so far'
    set -l at ''
    for word in (commandline -opc)[2..-1]
        switch (string trim -- "$at $word")
            case 'init' 'run' 'check' 'form' 'explain' 'reconcile' 'publish' 'policy' 'policy list' 'policy show' 'policy check' 'completion' 'version' 'help'
                set at (string trim -- "$at $word")
        end
    end
    test "$at" = "$argv[1]"
end

complete -c jiangbu -e
complete -c jiangbu -f

complete -c jiangbu -n '__jiangbu_at \'\'' -a init -d 'lay out the folder of a year'
complete -c jiangbu -n '__jiangbu_at \'\'' -a run -d 'decide a year\'s awards and write the report'
complete -c jiangbu -n '__jiangbu_at \'\'' -a check -d 'read the workbooks and say what is wrong with them'
complete -c jiangbu -n '__jiangbu_at \'\'' -a form -d 'write the blank survey forms, one workbook a district'
complete -c jiangbu -n '__jiangbu_at \'\'' -a explain -d 'tell the whole story of one record of a report'
complete -c jiangbu -n '__jiangbu_at \'\'' -a reconcile -d 'hold the payments of the finance office against a report\'s awards'
complete -c jiangbu -n '__jiangbu_at \'\'' -a publish -d 'make the public notice of a report\'s awards'
complete -c jiangbu -n '__jiangbu_at \'\'' -a policy -d 'show and check policies'
complete -c jiangbu -n '__jiangbu_at \'\'' -a completion -d 'print the script that makes a shell complete command lines'
complete -c jiangbu -n '__jiangbu_at \'\'' -a version -d 'print version, commit and policies'
complete -c jiangbu -n '__jiangbu_at \'\'' -a help -d 'show the help of a command'
complete -c jiangbu -n '__jiangbu_at \'\'' -l lang -r -f -a 'zh en' -d 'speak LANG: zh or en (default: the system\'s language)'
complete -c jiangbu -n '__jiangbu_at \'\'' -l quiet -d 'say nothing but what a person must look at'
complete -c jiangbu -n '__jiangbu_at \'\'' -l verbose -d 'log each stage and workbook with its time on stderr'
complete -c jiangbu -n '__jiangbu_at \'\'' -l help -d 'show the help of the command'

complete -c jiangbu -n '__jiangbu_at \'init\'' -l year -r -f -a '2024 2025 2026 2027' -d 'the award YEAR; it pays what was recognised the year before'
complete -c jiangbu -n '__jiangbu_at \'init\'' -l policy -r -F -a 'lyg-2024' -d 'the policy: an id of policy list, or a FILE'
complete -c jiangbu -n '__jiangbu_at \'init\'' -l lang -r -f -a 'zh en' -d 'speak LANG: zh or en (default: the system\'s language)'
complete -c jiangbu -n '__jiangbu_at \'init\'' -l quiet -d 'say nothing but what a person must look at'
complete -c jiangbu -n '__jiangbu_at \'init\'' -l verbose -d 'log each stage and workbook with its time on stderr'
complete -c jiangbu -n '__jiangbu_at \'init\'' -l help -d 'show the help of the command'
complete -c jiangbu -n '__jiangbu_at \'init\'' -F

complete -c jiangbu -n '__jiangbu_at \'run\'' -l year -r -f -a '2024 2025 2026 2027' -d 'the award YEAR; it pays what was recognised the year before'
complete -c jiangbu -n '__jiangbu_at \'run\'' -l policy -r -F -a 'lyg-2024' -d 'the policy: an id of policy list, or a FILE'
complete -c jiangbu -n '__jiangbu_at \'run\'' -l out -r -F -d 'write the report to FILE (default: 奖补报告.xlsx in the current folder)'
complete -c jiangbu -n '__jiangbu_at \'run\'' -l json -r -F -d 'also write the result as JSON to FILE; - is stdout'
complete -c jiangbu -n '__jiangbu_at \'run\'' -l budget -r -F -d 'hold the awards against a BUDGET: an amount such as 3000万元, or a workbook'
complete -c jiangbu -n '__jiangbu_at \'run\'' -l over-budget -r -f -a 'report prorate' -d 'over the budget, HOW: report says so (default), prorate pays every award the same share'
complete -c jiangbu -n '__jiangbu_at \'run\'' -l round -r -f -d 'round prorated awards down to YUAN (default 100)'
complete -c jiangbu -n '__jiangbu_at \'run\'' -l protect -r -f -d 'keep a CLAUSE out of the reduction; repeatable'
complete -c jiangbu -n '__jiangbu_at \'run\'' -l reading -r -f -a 'assessment=any assessment=first diagnosis=cost diagnosis=flat manager-payee=employer manager-payee=person material-count=certificate material-count=company platform-count=certificate platform-count=company recognised-by=document recognised-by=label recognised-by=valid-from same-project=clause same-project=company same-project=sentence same-project=track software-cap=joint software-cap=products upgrade=difference upgrade=full upgrade=once workshop-count=certificate workshop-count=company' -d 'set a reading, NAME=VALUE; repeatable (policy show lists them)'
complete -c jiangbu -n '__jiangbu_at \'run\'' -l rulings -r -F -d 'apply the rulings filled into 待核事项 of the REPORT'
complete -c jiangbu -n '__jiangbu_at \'run\'' -l prior -r -F -d 'awards of an earlier year, FILE: a report, or a table with company, item, level and amount; repeatable'
complete -c jiangbu -n '__jiangbu_at \'run\'' -l compare -r -F -d 'say what changed since an earlier REPORT of the same year (sheet 变动情况)'
complete -c jiangbu -n '__jiangbu_at \'run\'' -l password -r -f -d 'try PASSWORD on locked workbooks; may be repeated'
complete -c jiangbu -n '__jiangbu_at \'run\'' -l strict -d 'exit with 1 when a record is held or a budget line is over'
complete -c jiangbu -n '__jiangbu_at \'run\'' -l force -d 'replace outputs that exist'
complete -c jiangbu -n '__jiangbu_at \'run\'' -l show-settings -d 'print what is in force and where each setting comes from, and do no more'
complete -c jiangbu -n '__jiangbu_at \'run\'' -l lang -r -f -a 'zh en' -d 'speak LANG: zh or en (default: the system\'s language)'
complete -c jiangbu -n '__jiangbu_at \'run\'' -l quiet -d 'say nothing but what a person must look at'
complete -c jiangbu -n '__jiangbu_at \'run\'' -l verbose -d 'log each stage and workbook with its time on stderr'
complete -c jiangbu -n '__jiangbu_at \'run\'' -l help -d 'show the help of the command'
complete -c jiangbu -n '__jiangbu_at \'run\'' -F

complete -c jiangbu -n '__jiangbu_at \'check\'' -l policy -r -F -a 'lyg-2024' -d 'the policy: an id of policy list, or a FILE'
complete -c jiangbu -n '__jiangbu_at \'check\'' -l password -r -f -d 'try PASSWORD on locked workbooks; may be repeated'
complete -c jiangbu -n '__jiangbu_at \'check\'' -l json -d 'print the findings as JSON'
complete -c jiangbu -n '__jiangbu_at \'check\'' -l return -r -F -d 'write a marked copy of each workbook into the folder DIR'
complete -c jiangbu -n '__jiangbu_at \'check\'' -l force -d 'replace outputs that exist'
complete -c jiangbu -n '__jiangbu_at \'check\'' -l lang -r -f -a 'zh en' -d 'speak LANG: zh or en (default: the system\'s language)'
complete -c jiangbu -n '__jiangbu_at \'check\'' -l quiet -d 'say nothing but what a person must look at'
complete -c jiangbu -n '__jiangbu_at \'check\'' -l verbose -d 'log each stage and workbook with its time on stderr'
complete -c jiangbu -n '__jiangbu_at \'check\'' -l help -d 'show the help of the command'
complete -c jiangbu -n '__jiangbu_at \'check\'' -F

complete -c jiangbu -n '__jiangbu_at \'form\'' -l year -r -f -a '2024 2025 2026 2027' -d 'the award YEAR; it pays what was recognised the year before'
complete -c jiangbu -n '__jiangbu_at \'form\'' -l policy -r -F -a 'lyg-2024' -d 'the policy: an id of policy list, or a FILE'
complete -c jiangbu -n '__jiangbu_at \'form\'' -l out -r -F -d 'write the forms into the folder DIR'
complete -c jiangbu -n '__jiangbu_at \'form\'' -l district -r -f -d 'only the form of this DISTRICT; repeatable'
complete -c jiangbu -n '__jiangbu_at \'form\'' -l force -d 'replace outputs that exist'
complete -c jiangbu -n '__jiangbu_at \'form\'' -l lang -r -f -a 'zh en' -d 'speak LANG: zh or en (default: the system\'s language)'
complete -c jiangbu -n '__jiangbu_at \'form\'' -l quiet -d 'say nothing but what a person must look at'
complete -c jiangbu -n '__jiangbu_at \'form\'' -l verbose -d 'log each stage and workbook with its time on stderr'
complete -c jiangbu -n '__jiangbu_at \'form\'' -l help -d 'show the help of the command'

complete -c jiangbu -n '__jiangbu_at \'explain\'' -l json -d 'print every match in full as JSON'
complete -c jiangbu -n '__jiangbu_at \'explain\'' -l lang -r -f -a 'zh en' -d 'speak LANG: zh or en (default: the system\'s language)'
complete -c jiangbu -n '__jiangbu_at \'explain\'' -l quiet -d 'say nothing but what a person must look at'
complete -c jiangbu -n '__jiangbu_at \'explain\'' -l verbose -d 'log each stage and workbook with its time on stderr'
complete -c jiangbu -n '__jiangbu_at \'explain\'' -l help -d 'show the help of the command'
complete -c jiangbu -n '__jiangbu_at \'explain\'' -F

complete -c jiangbu -n '__jiangbu_at \'reconcile\'' -l out -r -F -d 'write the reconciliation to FILE (default: 对账.xlsx in the current folder)'
complete -c jiangbu -n '__jiangbu_at \'reconcile\'' -l json -r -F -d 'also write it as JSON to FILE; - is stdout'
complete -c jiangbu -n '__jiangbu_at \'reconcile\'' -l policy -r -F -a 'lyg-2024' -d 'the report\'s policy, where it is a FILE of yours'
complete -c jiangbu -n '__jiangbu_at \'reconcile\'' -l password -r -f -d 'try PASSWORD on locked workbooks; may be repeated'
complete -c jiangbu -n '__jiangbu_at \'reconcile\'' -l force -d 'replace outputs that exist'
complete -c jiangbu -n '__jiangbu_at \'reconcile\'' -l lang -r -f -a 'zh en' -d 'speak LANG: zh or en (default: the system\'s language)'
complete -c jiangbu -n '__jiangbu_at \'reconcile\'' -l quiet -d 'say nothing but what a person must look at'
complete -c jiangbu -n '__jiangbu_at \'reconcile\'' -l verbose -d 'log each stage and workbook with its time on stderr'
complete -c jiangbu -n '__jiangbu_at \'reconcile\'' -l help -d 'show the help of the command'
complete -c jiangbu -n '__jiangbu_at \'reconcile\'' -F

complete -c jiangbu -n '__jiangbu_at \'publish\'' -l out -r -F -d 'write the notice into the folder DIR'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -l format -r -f -a 'xlsx docx html csv' -d 'only these of xlsx,docx,html,csv: LIST'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -l from -r -f -d 'the first day of the period, DATE such as 2024-10-08'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -l days -r -f -d 'how many working days it lasts, N, the first included'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -l holidays -r -F -d 'the year\'s days off and worked, FILE with lines such as 2024-10-01 2024-10-07 休'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -l unit -r -f -d 'who issues the notice, NAME'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -l contact -r -f -d 'whom to ask, TEXT'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -l supervision -r -f -d 'where to complain, TEXT'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -l date -r -f -d 'the DATE under the notice (default: the first day)'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -l by -r -f -a 'clause district company' -d 'order the table by WHAT: clause (default), district or company'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -l credit-code -d 'show the credit codes'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -l fund -r -f -d 'the fund\'s NAME in the title'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -l settings -r -F -d 'read what stays the same each year from FILE (YAML, keys as the flags)'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -l final -d 'the decided awards after the period, not the proposed'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -l accept-changes -d 'publish amounts that a person changed in the report'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -l policy -r -F -a 'lyg-2024' -d 'the report\'s policy, where it is a FILE of yours'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -l force -d 'replace outputs that exist'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -l lang -r -f -a 'zh en' -d 'speak LANG: zh or en (default: the system\'s language)'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -l quiet -d 'say nothing but what a person must look at'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -l verbose -d 'log each stage and workbook with its time on stderr'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -l help -d 'show the help of the command'
complete -c jiangbu -n '__jiangbu_at \'publish\'' -F

complete -c jiangbu -n '__jiangbu_at \'policy\'' -a list -d 'list the policies that the program brings along'
complete -c jiangbu -n '__jiangbu_at \'policy\'' -a show -d 'print a policy\'s rule book as a table'
complete -c jiangbu -n '__jiangbu_at \'policy\'' -a check -d 'read a policy strictly and run its cases'
complete -c jiangbu -n '__jiangbu_at \'policy\'' -l lang -r -f -a 'zh en' -d 'speak LANG: zh or en (default: the system\'s language)'
complete -c jiangbu -n '__jiangbu_at \'policy\'' -l quiet -d 'say nothing but what a person must look at'
complete -c jiangbu -n '__jiangbu_at \'policy\'' -l verbose -d 'log each stage and workbook with its time on stderr'
complete -c jiangbu -n '__jiangbu_at \'policy\'' -l help -d 'show the help of the command'

complete -c jiangbu -n '__jiangbu_at \'policy list\'' -l lang -r -f -a 'zh en' -d 'speak LANG: zh or en (default: the system\'s language)'
complete -c jiangbu -n '__jiangbu_at \'policy list\'' -l quiet -d 'say nothing but what a person must look at'
complete -c jiangbu -n '__jiangbu_at \'policy list\'' -l verbose -d 'log each stage and workbook with its time on stderr'
complete -c jiangbu -n '__jiangbu_at \'policy list\'' -l help -d 'show the help of the command'

complete -c jiangbu -n '__jiangbu_at \'policy show\'' -l item -r -f -a 'cloud-star energy-diagnosis energy-efficiency-leader green-building-material green-design green-factory green-park green-supply-chain industrial-design-center industrial-heritage industrial-internet-platform major-activity near-zero-carbon-factory professional-manager smart-workshop sme-innovation-base software-enterprise software-product talent-training tech-innovation-demo' -d 'only this ITEM, by id or name'
complete -c jiangbu -n '__jiangbu_at \'policy show\'' -l lang -r -f -a 'zh en' -d 'speak LANG: zh or en (default: the system\'s language)'
complete -c jiangbu -n '__jiangbu_at \'policy show\'' -l quiet -d 'say nothing but what a person must look at'
complete -c jiangbu -n '__jiangbu_at \'policy show\'' -l verbose -d 'log each stage and workbook with its time on stderr'
complete -c jiangbu -n '__jiangbu_at \'policy show\'' -l help -d 'show the help of the command'
complete -c jiangbu -n '__jiangbu_at \'policy show\'' -a 'lyg-2024'
complete -c jiangbu -n '__jiangbu_at \'policy show\'' -F

complete -c jiangbu -n '__jiangbu_at \'policy check\'' -l lang -r -f -a 'zh en' -d 'speak LANG: zh or en (default: the system\'s language)'
complete -c jiangbu -n '__jiangbu_at \'policy check\'' -l quiet -d 'say nothing but what a person must look at'
complete -c jiangbu -n '__jiangbu_at \'policy check\'' -l verbose -d 'log each stage and workbook with its time on stderr'
complete -c jiangbu -n '__jiangbu_at \'policy check\'' -l help -d 'show the help of the command'
complete -c jiangbu -n '__jiangbu_at \'policy check\'' -a 'lyg-2024'
complete -c jiangbu -n '__jiangbu_at \'policy check\'' -F

complete -c jiangbu -n '__jiangbu_at \'completion\'' -l lang -r -f -a 'zh en' -d 'speak LANG: zh or en (default: the system\'s language)'
complete -c jiangbu -n '__jiangbu_at \'completion\'' -l quiet -d 'say nothing but what a person must look at'
complete -c jiangbu -n '__jiangbu_at \'completion\'' -l verbose -d 'log each stage and workbook with its time on stderr'
complete -c jiangbu -n '__jiangbu_at \'completion\'' -l help -d 'show the help of the command'
complete -c jiangbu -n '__jiangbu_at \'completion\'' -a 'bash zsh fish powershell'

complete -c jiangbu -n '__jiangbu_at \'version\'' -l lang -r -f -a 'zh en' -d 'speak LANG: zh or en (default: the system\'s language)'
complete -c jiangbu -n '__jiangbu_at \'version\'' -l quiet -d 'say nothing but what a person must look at'
complete -c jiangbu -n '__jiangbu_at \'version\'' -l verbose -d 'log each stage and workbook with its time on stderr'
complete -c jiangbu -n '__jiangbu_at \'version\'' -l help -d 'show the help of the command'

complete -c jiangbu -n '__jiangbu_at \'help\'' -l lang -r -f -a 'zh en' -d 'speak LANG: zh or en (default: the system\'s language)'
complete -c jiangbu -n '__jiangbu_at \'help\'' -l quiet -d 'say nothing but what a person must look at'
complete -c jiangbu -n '__jiangbu_at \'help\'' -l verbose -d 'log each stage and workbook with its time on stderr'
complete -c jiangbu -n '__jiangbu_at \'help\'' -l help -d 'show the help of the command'
complete -c jiangbu -n '__jiangbu_at \'help\'' -a 'init run check form explain reconcile publish policy completion version help'
