### The duties' calendar, in Swedish. The same keys stand in en/calendar.ftl.

error-proposal-gone = Det finns inget förslag som heter { $handle } i kalendern. Inget har ändrats. Öppna kalendern igen: /kalender i Slack, policylots calendar i terminalen.
error-rejection-unexplained = Skriv varför förslaget avvisas, så att andra samordnare kan läsa det. Inget har ändrats.
error-day-missing = Dokumentet nämner ingen dag, så någon behöver välja en. Inget har ändrats. Skriv till exempel varje år den 1 december, eller 15 mars 2027.
error-day-passed = Avtalets dag, { $day }, har passerat, så det finns ingen tid att föreslå. Inget har ändrats. Skriv själv när påminnelsen ska gå, till exempel --when "15 mars 2027", eller avsluta eller ändra avtalet i avtalsregistret.
error-decided-meanwhile = Någon annan har beslutat om { $handle } sedan du öppnade kalendern. Ditt beslut har inte sparats. Läs vad som gäller nu och gör om det du ville göra.
error-already-accepted = Förslaget är redan antaget och har utskick nummer { $broadcast }. Ändra eller ställ in utskicket (/paminn i Slack, policylots remind i terminalen). När utskicket är inställt går det att besluta om förslaget igen.

## Words of a proposal

calendar-basis = { $basis ->
    [told] Dagen står i dokumentet.
    [month] Månaden står i dokumentet, dagen är ett förslag.
    [season] Dokumentet nämner en årstid men ingen dag. Dagen är ett förslag.
    [part_of_year] Dokumentet nämner en del av året men ingen dag. Förslag: när den delen är slut.
    [accounts] Dokumentet nämner bokslutet men ingen dag. Förslag: i god tid före årsbokslutet.
    [budget] Dokumentet nämner budgetarbetet men ingen dag. Förslag: när budgetarbetet börjar.
    [monthly] Dokumentet säger varje månad men ingen dag. Dagen är ett förslag.
    [yearly] Dokumentet säger varje år men ingen dag. Förslag: i god tid före årsbokslutet.
    [seldom] Dokumentet säger hur många år det ska gå, men varken dess beslutsdag eller giltighetstid ger ett år att föreslå. Inget datum föreslås.
    [term_of_office] Dokumentet säger en gång per mandatperiod, vilket inte är ett datum. Inget datum föreslås.
    [regularly] Dokumentet säger att det görs återkommande men inte när. Inget datum föreslås.
    [agreement] Dagen står i avtalsregistret.
    [whole_year] Dokumentet nämner bara året. Inget datum föreslås.
   *[event] Dokumentet knyter tiden till något annat än ett datum. Inget datum föreslås.
}
calendar-basis-nth-year = { $years ->
    [2] Dokumentet säger vartannat år.
   *[other] Dokumentet säger vart { $years }:e år.
} { $since ->
    [decided] Åren är räknade från beslutet { $of }. Dagen är ett förslag.
    [valid] Åren är räknade från att dokumentet började gälla { $of }. Dagen är ett förslag.
   *[named] Åren är räknade från { $of }, som dokumentet nämner. Dagen är ett förslag.
}
calendar-choose-day = Välj dag
calendar-what-who = { $who }: { $what }
calendar-nobody = Dokumentet nämner ingen
calendar-when-told = Tid enligt dokumentet: { $when }
calendar-suggestion = Förslag: { $schedule }
calendar-moved = { $why ->
    [late] Flyttat från { $day }, eftersom tiden ligger efter arbetstid.
   *[closed] Flyttat från { $day }, som inte är en arbetsdag.
}
calendar-moved-from = { $day }, flyttat från { $since }
calendar-past = Gällde { $years }. Kan antas för kommande år: { $schedule }
calendar-past-undated = Gällde { $years }. Inget datum föreslås.
calendar-standing = { $standing ->
    [accepted] Antaget
    [changed] Antaget med annan tid
    [rejected] Avvisat
    [choose] Förslag, välj dag
   *[proposed] Förslag
}
calendar-decided = { $standing } av { $who } { $day }
calendar-chosen = Tid: { $schedule }
calendar-broadcast = Utskick nummer { $broadcast }
calendar-no-broadcast = Utskicket är inte gjort än. Anta en gång till, så görs det.
calendar-over = Utskicket är avslutat eller inställt, så det går att besluta om förslaget igen.
calendar-reason = Skäl: { $reason }
calendar-drift = { $kind ->
    [changed] Dokumentet har ändrats
    [moved] Texten står på ett annat ställe
   *[dropped] Texten finns inte kvar
}
calendar-day-drift = { $kind ->
    [changed] Dagen har ändrats
    [restated] Avtalet har ändrats
   *[dropped] Dagen finns inte kvar
}
calendar-day-drift-told = { $kind ->
    [changed] Avtalsregistret anger en annan dag än när beslutet fattades. Beslutet och utskicket gäller som förut.
    [restated] Dagen är densamma, men avtalsregistret anger annat om avtalet än när beslutet fattades. Beslutet och utskicket gäller som förut. Rätta utskicket om det behövs.
   *[dropped] Avtalet är avslutat eller har inte kvar dagen i avtalsregistret. Beslutet och utskicket gäller som förut.
}
calendar-day-drift-before = Förut: { $day }
calendar-day-drift-now = Nu: { $day }
calendar-restated = { $label }: { $before } → { $after }
calendar-drift-told = { $kind ->
    [changed] Dokumentet säger något annat än när beslutet fattades. Beslutet och utskicket gäller som förut.
    [moved] Samma text står nu på ett annat ställe. Beslutet och utskicket gäller som förut.
   *[dropped] Dokumentet säger inte detta längre. Beslutet och utskicket gäller som förut.
}
calendar-drift-before = Förut: ”{ $quote }”
calendar-drift-now = Nu: ”{ $quote }”

## The draft that an accepted proposal becomes

calendar-draft-what = Vad: { $what }
calendar-draft-who = Vem: { $who }
calendar-draft-ask = Gör det som gäller er och svara i det här meddelandet.
calendar-agreement-draft = { $due ->
    [expires] { $name } går ut den { $day }. Bestäm i god tid om det ska förlängas, och berätta vad som gäller i ett svar.
    [notice_by] Den { $day } är sista dagen att säga upp { $name }. Bestäm före dess om det ska sägas upp, och berätta vad som gäller i ett svar.
   *[evaluation] { $name } ska utvärderas senast den { $day }. Se till att det blir gjort, och berätta vad som gäller i ett svar.
}
calendar-agreement-draft-partner = Motpart: { $partner }
calendar-agreement-draft-reason = Avtalsregistret: { $name } har en dag att bevaka, { $day }.
calendar-draft-reason = { $document } nämner en tid för detta: { $when }

## The year

calendar-title = Kalender { $year }
calendar-title-of = Kalender för { $municipality } { $year }
calendar-year-of = { $municipality } { $year }
calendar-empty = Dokumenten för { $municipality } nämner inga tider, och inget är beslutat.
calendar-month-empty = Inget den här månaden.
calendar-undated = Utan datum
calendar-past-heading = Från tidigare år
calendar-rejected = Avvisade
calendar-drifts = Ändrat i dokumenten eller avtalen
calendar-counts = { $accepted } { $accepted ->
    [one] antaget
   *[other] antagna
} · { $proposed } att ta ställning till · { $rejected } { $rejected ->
    [one] avvisat
   *[other] avvisade
}
calendar-proposal-mark = Förslag: { $what }
calendar-agreement-day = Dag enligt avtalsregistret: { $day }. Motpart: { $partner }
calendar-agreement-passed = Dagen har passerat.
calendar-agreement-due = { $due ->
    [expires] { $name }: sista dag
    [notice_by] { $name }: sista dag för uppsägning
   *[evaluation] { $name }: utvärdering
}
column-calendar_day = Dag
column-calendar_name = Namn
column-standing = Läge
column-source = Källa

## Files and the feed

calendar-file-subject = kalender
calendar-feed-renewed = Kalendern för { $municipality } kan prenumereras på med den här adressen. Den visas bara nu, och en tidigare adress har slutat gälla. Den som har adressen kan läsa kalendern: { $address }
calendar-feed-ended = Kalendern för { $municipality } går inte längre att prenumerera på.
calendar-feed-was-off = Kalendern för { $municipality } gick inte att prenumerera på. Inget har ändrats.
calendar-feed-off = Prenumeration är avstängd. Den som sköter Policylotsen slår på den med inställningen CALENDAR_PORT.

## The terminal

help-calendar = Kalendern över vad dokumenten säger ska göras och när: visa, anta, avvisa.
help-calendar-year = Visa ett år månad för månad, med källa.
help-calendar-accept = Anta ett förslag: det blir ett utkast till utskick.
help-calendar-reject = Avvisa ett förslag, med skäl.
help-calendar-show = Visa ett förslag med dess beslut.
help-calendar-acknowledge = Notera att dokumentet säger något annat; beslutet ändras inte.
help-calendar-feed = Ge kalendern en ny adress att prenumerera på.
help-calendar-feed-end = Avsluta prenumerationen.
help-calendar-option-year = Året; annars det innevarande.
help-calendar-option-ics = Skriv också kalendern, det året och nästa, till en iCalendar-fil.
help-calendar-option-when = Tiden, till exempel ”varje år den 1 december” eller ”15 mars 2027 kl. 9”.
help-calendar-handle = Förslagets namn, eller början av det.
help-calendar-reason = Skälet.
calendar-accepted = Antaget. Utkastet är utskick nummer { $broadcast } och skickas först när du släpper det. Till: { $to }. Ändra vid behov.
calendar-to-contact_person = kontaktpersoner
calendar-to-coordinator = samordnare
calendar-to-deputy = ersättare
calendar-to-head = chefer
calendar-to-all = { $roles } för alla enheter
calendar-to-units = { $roles } för { $units }
calendar-was-rejected = Avvisat.
calendar-acknowledged = Noterat. Beslutet gäller som förut.
calendar-nothing-to-note = Det finns inget att notera. Inget har ändrats.

## Slack

slack-help-calendar = /kalender ÅR – vad dokumenten säger ska göras och när
slack-calendar-help = Skriv /kalender för i år, /kalender 2027 eller /kalender Skara 2027. Samordnare kan anta, ändra och avvisa. /kalender fil ger kalendern som fil, och /kalender prenumerera ger samordnare en ny adress till den.
slack-calendar-which = Vilken kommun gäller det? Skriv till exempel /kalender { $municipality }.
slack-calendar-accept = Anta
slack-calendar-change = Ändra
slack-calendar-reject = Avvisa
slack-calendar-open = Öppna utskicket
slack-calendar-acknowledge = Noterat
slack-calendar-before = Föregående år
slack-calendar-after = Nästa år
slack-calendar-earlier-page = Föregående sida
slack-calendar-later-page = Nästa sida
slack-calendar-page = Sida { $page } av { $pages }
slack-calendar-file = Hämta som fil
slack-calendar-read-only = Samordnarna beslutar om förslagen.
slack-calendar-form-title = Välj tid
slack-calendar-reject-title = Avvisa förslag
slack-calendar-when = När
slack-calendar-when-hint = Till exempel varje år den 1 december, eller 15 mars 2027 kl. 9.
slack-calendar-why = Varför
slack-calendar-why-hint = Skälet sparas och kan läsas av andra samordnare.
slack-calendar-send = Spara
slack-calendar-accepted = Antaget: { $what }. Utkastet är utskick nummer { $broadcast }. Inget skickas förrän du släpper det. Till: { $to }. Ändra vid behov.
slack-calendar-rejected = Avvisat: { $what }
slack-calendar-noted = Noterat. Beslutet gäller som förut.
slack-calendar-shared = Här är kalendern för { $municipality }, { $year } och { $next }. Öppna filen i ditt kalenderprogram.
slack-calendar-drifts-hint = Öppna /kalender { $municipality } för att läsa mer. Där kan du öppna utskicket och rätta det, eller trycka på Noterat.
