### Reports, in English. The same keys stand in sv/reports.ftl.

## What a report is about

report-title = International work in { $municipality }, { $period }
report-tertial = tertial { $number } { $year }
report-half-year = { $number ->
    [1] first half of { $year }
   *[2] second half of { $year }
 }
