### Reports, in Swedish. The same keys stand in en/reports.ftl.

## What a report is about

report-title = Internationellt arbete i { $municipality }, { $period }
report-tertial = tertial { $number } { $year }
report-half-year = { $number ->
    [1] första halvåret { $year }
   *[2] andra halvåret { $year }
 }
