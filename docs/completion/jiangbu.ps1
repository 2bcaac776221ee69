# PowerShell completion for jiangbu, made by: jiangbu completion powershell
Register-ArgumentCompleter -Native -CommandName 'jiangbu' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $next = @{
        '' = @('init|lay out the folder of a year', 'run|decide a year''s awards and write the report', 'check|read the workbooks and say what is wrong with them', 'form|write the blank survey forms, one workbook a district', 'explain|tell the whole story of one record of a report', 'reconcile|hold the payments of the finance office against a report''s awards', 'publish|make the public notice of a report''s awards', 'policy|show and check policies', 'completion|print the script that makes a shell complete command lines', 'version|print version, commit and policies', 'help|show the help of a command')
        'init' = @()
        'run' = @()
        'check' = @()
        'form' = @()
        'explain' = @()
        'reconcile' = @()
        'publish' = @()
        'policy' = @('list|list the policies that the program brings along', 'show|print a policy''s rule book as a table', 'check|read a policy strictly and run its cases')
        'policy list' = @()
        'policy show' = @('lyg-2024')
        'policy check' = @('lyg-2024')
        'completion' = @('bash', 'zsh', 'fish', 'powershell')
        'version' = @()
        'help' = @('init', 'run', 'check', 'form', 'explain', 'reconcile', 'publish', 'policy', 'completion', 'version', 'help')
    }
    $flags = @{
        '' = @('--lang|speak LANG: zh or en (default: the system''s language)', '--quiet|say nothing but what a person must look at', '--verbose|log each stage and workbook with its time on stderr', '--help|show the help of the command')
        'init' = @('--year|the award YEAR; it pays what was recognised the year before', '--policy|the policy: an id of policy list, or a FILE', '--lang|speak LANG: zh or en (default: the system''s language)', '--quiet|say nothing but what a person must look at', '--verbose|log each stage and workbook with its time on stderr', '--help|show the help of the command')
        'run' = @('--year|the award YEAR; it pays what was recognised the year before', '--policy|the policy: an id of policy list, or a FILE', '--out|write the report to FILE (default: \u5956\u8865\u62a5\u544a.xlsx in the current folder)', '--json|also write the result as JSON to FILE; - is stdout', '--budget|hold the awards against a BUDGET: an amount such as 3000\u4e07\u5143, or a workbook', '--over-budget|over the budget, HOW: report says so (default), prorate pays every award the same share', '--round|round prorated awards down to YUAN (default 100)', '--protect|keep a CLAUSE out of the reduction; repeatable', '--reading|set a reading, NAME=VALUE; repeatable (policy show lists them)', '--rulings|apply the rulings filled into \u5f85\u6838\u4e8b\u9879 of the REPORT', '--prior|awards of an earlier year, FILE: a report, or a table with company, item, level and amount; repeatable', '--compare|say what changed since an earlier REPORT of the same year (sheet \u53d8\u52a8\u60c5\u51b5)', '--password|try PASSWORD on locked workbooks; may be repeated', '--strict|exit with 1 when a record is held or a budget line is over', '--force|replace outputs that exist', '--show-settings|print what is in force and where each setting comes from, and do no more', '--lang|speak LANG: zh or en (default: the system''s language)', '--quiet|say nothing but what a person must look at', '--verbose|log each stage and workbook with its time on stderr', '--help|show the help of the command')
        'check' = @('--policy|the policy: an id of policy list, or a FILE', '--password|try PASSWORD on locked workbooks; may be repeated', '--json|print the findings as JSON', '--return|write a marked copy of each workbook into the folder DIR', '--force|replace outputs that exist', '--lang|speak LANG: zh or en (default: the system''s language)', '--quiet|say nothing but what a person must look at', '--verbose|log each stage and workbook with its time on stderr', '--help|show the help of the command')
        'form' = @('--year|the award YEAR; it pays what was recognised the year before', '--policy|the policy: an id of policy list, or a FILE', '--out|write the forms into the folder DIR', '--district|only the form of this DISTRICT; repeatable', '--force|replace outputs that exist', '--lang|speak LANG: zh or en (default: the system''s language)', '--quiet|say nothing but what a person must look at', '--verbose|log each stage and workbook with its time on stderr', '--help|show the help of the command')
        'explain' = @('--json|print every match in full as JSON', '--lang|speak LANG: zh or en (default: the system''s language)', '--quiet|say nothing but what a person must look at', '--verbose|log each stage and workbook with its time on stderr', '--help|show the help of the command')
        'reconcile' = @('--out|write the reconciliation to FILE (default: \u5bf9\u8d26.xlsx in the current folder)', '--json|also write it as JSON to FILE; - is stdout', '--policy|the report''s policy, where it is a FILE of yours', '--password|try PASSWORD on locked workbooks; may be repeated', '--force|replace outputs that exist', '--lang|speak LANG: zh or en (default: the system''s language)', '--quiet|say nothing but what a person must look at', '--verbose|log each stage and workbook with its time on stderr', '--help|show the help of the command')
        'publish' = @('--out|write the notice into the folder DIR', '--format|only these of xlsx,docx,html,csv: LIST', '--from|the first day of the period, DATE such as 2024-10-08', '--days|how many working days it lasts, N, the first included', '--holidays|the year''s days off and worked, FILE with lines such as 2024-10-01 2024-10-07 \u4f11', '--unit|who issues the notice, NAME', '--contact|whom to ask, TEXT', '--supervision|where to complain, TEXT', '--date|the DATE under the notice (default: the first day)', '--by|order the table by WHAT: clause (default), district or company', '--credit-code|show the credit codes', '--fund|the fund''s NAME in the title', '--settings|read what stays the same each year from FILE (YAML, keys as the flags)', '--final|the decided awards after the period, not the proposed', '--accept-changes|publish amounts that a person changed in the report', '--policy|the report''s policy, where it is a FILE of yours', '--force|replace outputs that exist', '--lang|speak LANG: zh or en (default: the system''s language)', '--quiet|say nothing but what a person must look at', '--verbose|log each stage and workbook with its time on stderr', '--help|show the help of the command')
        'policy' = @('--lang|speak LANG: zh or en (default: the system''s language)', '--quiet|say nothing but what a person must look at', '--verbose|log each stage and workbook with its time on stderr', '--help|show the help of the command')
        'policy list' = @('--lang|speak LANG: zh or en (default: the system''s language)', '--quiet|say nothing but what a person must look at', '--verbose|log each stage and workbook with its time on stderr', '--help|show the help of the command')
        'policy show' = @('--item|only this ITEM, by id or name', '--lang|speak LANG: zh or en (default: the system''s language)', '--quiet|say nothing but what a person must look at', '--verbose|log each stage and workbook with its time on stderr', '--help|show the help of the command')
        'policy check' = @('--lang|speak LANG: zh or en (default: the system''s language)', '--quiet|say nothing but what a person must look at', '--verbose|log each stage and workbook with its time on stderr', '--help|show the help of the command')
        'completion' = @('--lang|speak LANG: zh or en (default: the system''s language)', '--quiet|say nothing but what a person must look at', '--verbose|log each stage and workbook with its time on stderr', '--help|show the help of the command')
        'version' = @('--lang|speak LANG: zh or en (default: the system''s language)', '--quiet|say nothing but what a person must look at', '--verbose|log each stage and workbook with its time on stderr', '--help|show the help of the command')
        'help' = @('--lang|speak LANG: zh or en (default: the system''s language)', '--quiet|say nothing but what a person must look at', '--verbose|log each stage and workbook with its time on stderr', '--help|show the help of the command')
    }
    $values = @{
        '--lang' = @('zh', 'en')
        'init --year' = @('2024', '2025', '2026', '2027')
        'init --policy' = @('lyg-2024')
        'init --lang' = @('zh', 'en')
        'run --year' = @('2024', '2025', '2026', '2027')
        'run --policy' = @('lyg-2024')
        'run --out' = @()
        'run --json' = @()
        'run --budget' = @()
        'run --over-budget' = @('report', 'prorate')
        'run --round' = @()
        'run --protect' = @()
        'run --reading' = @('assessment=any', 'assessment=first', 'diagnosis=cost', 'diagnosis=flat', 'manager-payee=employer', 'manager-payee=person', 'material-count=certificate', 'material-count=company', 'platform-count=certificate', 'platform-count=company', 'recognised-by=document', 'recognised-by=label', 'recognised-by=valid-from', 'same-project=clause', 'same-project=company', 'same-project=sentence', 'same-project=track', 'software-cap=joint', 'software-cap=products', 'upgrade=difference', 'upgrade=full', 'upgrade=once', 'workshop-count=certificate', 'workshop-count=company')
        'run --rulings' = @()
        'run --prior' = @()
        'run --compare' = @()
        'run --password' = @()
        'run --lang' = @('zh', 'en')
        'check --policy' = @('lyg-2024')
        'check --password' = @()
        'check --return' = @()
        'check --lang' = @('zh', 'en')
        'form --year' = @('2024', '2025', '2026', '2027')
        'form --policy' = @('lyg-2024')
        'form --out' = @()
        'form --district' = @()
        'form --lang' = @('zh', 'en')
        'explain --lang' = @('zh', 'en')
        'reconcile --out' = @()
        'reconcile --json' = @()
        'reconcile --policy' = @('lyg-2024')
        'reconcile --password' = @()
        'reconcile --lang' = @('zh', 'en')
        'publish --out' = @()
        'publish --format' = @('xlsx', 'docx', 'html', 'csv')
        'publish --from' = @()
        'publish --days' = @()
        'publish --holidays' = @()
        'publish --unit' = @()
        'publish --contact' = @()
        'publish --supervision' = @()
        'publish --date' = @()
        'publish --by' = @('clause', 'district', 'company')
        'publish --fund' = @()
        'publish --settings' = @()
        'publish --policy' = @('lyg-2024')
        'publish --lang' = @('zh', 'en')
        'policy --lang' = @('zh', 'en')
        'policy list --lang' = @('zh', 'en')
        'policy show --item' = @('cloud-star', 'energy-diagnosis', 'energy-efficiency-leader', 'green-building-material', 'green-design', 'green-factory', 'green-park', 'green-supply-chain', 'industrial-design-center', 'industrial-heritage', 'industrial-internet-platform', 'major-activity', 'near-zero-carbon-factory', 'professional-manager', 'smart-workshop', 'sme-innovation-base', 'software-enterprise', 'software-product', 'talent-training', 'tech-innovation-demo')
        'policy show --lang' = @('zh', 'en')
        'policy check --lang' = @('zh', 'en')
        'completion --lang' = @('zh', 'en')
        'version --lang' = @('zh', 'en')
        'help --lang' = @('zh', 'en')
    }
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
    $at = ''
    foreach ($word in $words) {
        $below = "$at $word".Trim()
        if ($next.ContainsKey($below)) { $at = $below }
    }
    $flag = ''
    if ($words.Count -gt 0) { $flag = "$at $($words[-1])".Trim() }
    if ($values.ContainsKey($flag)) { $offers = $values[$flag] }
    elseif ($wordToComplete.StartsWith('-')) { $offers = $flags[$at] }
    else { $offers = $next[$at] }
    foreach ($offer in $offers) {
        $text, $usage = $offer -split '\|', 2
        if (-not $text.StartsWith($wordToComplete)) { continue }
        if ($usage) { $usage = [regex]::Unescape($usage) } else { $usage = $text }
        [System.Management.Automation.CompletionResult]::new($text, $text, 'ParameterValue', $usage)
    }
}
