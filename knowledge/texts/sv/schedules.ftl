### When broadcasts are due, in Swedish. The same keys stand in en/schedules.ftl.

error-unreadable-time = Tiden ”{ $time }” går inte att förstå. Inget har ändrats. Skriv till exempel nu, i morgon kl. 9, 1 december 2026 kl. 09:00, varje år den 15 mars, den 5:e varje månad, sista arbetsdagen varje månad, 10 dagar efter varje tertial eller 14 dagar före den 31 januari varje år.
error-no-such-day = ”{ $time }” nämner en dag som inte finns i kalendern. Inget har ändrats. Kontrollera dagen och månaden. Sista dagen i varje månad skrivs sista dagen varje månad.
error-time-passed = Tiden ”{ $time }” har redan varit, så inget skulle skickas. Inget har ändrats. Ange en tid som kommer.

## A schedule in words, as it can be written, too

schedule-now = nu
schedule-at = { $days } kl. { $time }
schedule-yearly = varje år den { $day }
schedule-monthly = den { $day }:{ $day ->
    [1] a
    [2] a
    [21] a
    [22] a
   *[other] e
} varje månad
schedule-month-end = sista dagen varje månad
schedule-last-working-day = sista arbetsdagen varje månad
schedule-last-working-day-of = sista arbetsdagen i { $months } varje år
schedule-after-part = { $count } { $count ->
    [one] dag
   *[other] dagar
} efter varje { $parts ->
    [2] halvårs
    [3] tertials
   *[4] kvartals
} slut
schedule-before-part = { $count } { $count ->
    [one] dag
   *[other] dagar
} före varje { $parts ->
    [2] halvårs
    [3] tertials
   *[4] kvartals
} slut
schedule-part-end = sista dagen varje { $parts ->
    [2] halvår
    [3] tertial
   *[4] kvartal
}
schedule-before-deadline = { $days } { $last ->
    [one] dag
   *[other] dagar
} före den { $deadline }
schedule-every-year = { $days } varje år
schedule-and-the-day = { $days } samt på dagen
schedule-first-time = { $days }, första gången { $year }
schedule-from = { $days }, från och med den { $first }
schedule-until = { $days }, till och med den { $last }
