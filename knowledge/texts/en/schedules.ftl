### When broadcasts are due, in English. The same keys stand in sv/schedules.ftl.

error-unreadable-time = The time “{ $time }” cannot be understood. Nothing was changed. Write for instance now, tomorrow at 9, 1 December 2026 at 09:00, every year on 15 March, on the 5th of each month, on the last working day of each month, 10 days after each tertial or 14 days before 31 January every year.
error-no-such-day = “{ $time }” names a day that is not in the calendar. Nothing was changed. Check the day and the month. The last day of each month is written on the last day of each month.
error-time-passed = The time “{ $time }” has passed, so nothing would be sent. Nothing was changed. Give a time that is to come.

## A schedule in words, as it can be written, too

schedule-now = now
schedule-at = { $days } at { $time }
schedule-yearly = every year on { $day }
schedule-monthly = on the { $day }{ $day ->
    [1] st
    [2] nd
    [3] rd
    [21] st
    [22] nd
    [23] rd
   *[other] th
} of each month
schedule-month-end = on the last day of each month
schedule-last-working-day = on the last working day of each month
schedule-last-working-day-of = on the last working day of { $months } every year
schedule-after-part = { $count } { $count ->
    [one] day
   *[other] days
} after the end of each { $parts ->
    [2] half-year
    [3] tertial
   *[4] quarter
}
schedule-before-part = { $count } { $count ->
    [one] day
   *[other] days
} before the end of each { $parts ->
    [2] half-year
    [3] tertial
   *[4] quarter
}
schedule-part-end = on the last day of each { $parts ->
    [2] half-year
    [3] tertial
   *[4] quarter
}
schedule-before-deadline = { $days } { $last ->
    [one] day
   *[other] days
} before { $deadline }
schedule-every-year = { $days } every year
schedule-and-the-day = { $days } and on the day
schedule-first-time = { $days }, for the first time in { $year }
schedule-from = { $days }, from { $first }
schedule-until = { $days }, until { $last }
