### Import, units, export and backup of activities, in Swedish. The same keys stand in en/records.ftl.

## What is wrong in a sheet

reason-sheet-missing = filen finns inte eller får inte läsas; kontrollera sökvägen
reason-sheet-format = den är varken CSV eller Excel (.xlsx), eller så är den trasig eller skyddad med lösenord; spara om den som .xlsx eller CSV
reason-sheet-csv = citattecknen går inte ihop; spara om filen som .xlsx, eller skriv " som "" inuti en cell
reason-sheet-long = den har fler än 50 000 rader; dela upp den i flera filer
reason-sheet-empty = det finns inga rader under rubrikraden
reason-column-unknown = kolumnen är okänd; ta bort den, eller döp om den till någon av: { $known }
reason-column-twice = kolumnen finns två gånger; behåll den ena
reason-column-missing = kolumnen saknas; lägg till den
reason-row-too-long = raden har fler celler än rubrikraden; sätt citattecken om celler som innehåller skiljetecken
reason-row-twice = raden är likadan som rad { $line }; ta bort den ena
reason-cell-blank = uppgiften saknas; fyll i den
reason-cell-date = ”{ $value }” är inget datum; skriv till exempel 2026-05-03, 3/5 2026 eller 3 maj 2026
reason-cell-last-before-first = sista dagen ligger före den första; rätta den ena, eller lämna sista dagen tom om det var en enda dag
reason-cell-money = ”{ $value }” är inget belopp; skriv till exempel 45000, 45 000,50 eller 45000.50, med högst två decimaler och utan minustecken
reason-cell-two-currencies = samma sak har belopp både i kronor och i euro; behåll det ena
reason-cell-count = ”{ $value }” är inget antal; skriv ett heltal, till exempel 12
reason-cell-too-many-young = barn och unga kan inte vara fler än deltagarna; rätta ett av talen
reason-cell-young-alone = antalet deltagare saknas; fyll i det också
reason-cell-giver-alone = beloppet saknas för den finansieringen; fyll i det, eller töm cellen
reason-cell-items-differ = posterna stämmer inte med beloppen i de andra kolumnerna; rätta dem, eller töm cellen så gäller beloppen
reason-cell-not-imported = aktiviteten är ”{ $value }” och läses inte in; ta bort raden
reason-cell-country = landet ”{ $value }” är okänt; skriv dess namn på svenska eller engelska, eller landskoden, till exempel LT
reason-cell-goal = ”{ $value }” är inget av kommunens mål; skriv deras nummer enligt policylots goals, till exempel 1, 3
reason-cell-kind = slaget ”{ $value }” är okänt; skriv något av: { $known }
reason-cell-unit = enheten ”{ $value }” finns inte i kommunens register; skriv dess id eller namn, eller läs in registret på nytt med policylots units import
reason-cell-unit-closed = enheten ”{ $value }” är stängd, eftersom den saknas i det senaste registret; välj den enhet som har tagit över, eller läs in registret med den igen med policylots units import
reason-cell-two-units = flera enheter heter ”{ $value }”; skriv enhetens id i stället
reason-cell-link = ”{ $value }” är ingen webbadress; skriv hela, till exempel https://www.exempel.se/sida
reason-cell-reason-holds-number = skälet verkar innehålla ett personnummer; skriv det utan numret
reason-cell-long = texten har { $length } tecken; korta den till högst { $longest }
reason-cell-many = för många namn; ta med högst { $most }
reason-cell-unit-kind = slaget ”{ $value }” är okänt; skriv något av: { $known }
reason-cell-unit-twice = id:t ”{ $value }” finns redan på rad { $line }; ge varje enhet ett eget
reason-cell-parent = enheten ”{ $value }” finns inte i filen; skriv id eller namn på en enhet som finns där, eller lämna cellen tom
reason-cell-circle = ”{ $value }” skulle tillhöra sig själv, direkt eller genom andra; rätta vilken enhet den tillhör

## Command line: help

help-place = Kommunen. Utan den gäller HOME_MUNICIPALITY, annars kommunen för det du senast loggade.
help-log = Loggar en aktivitet. Visar vad som lästs ur texten, frågar efter det som saknas och sparar först när du säger ja.
help-log-text = Vad som gjordes, till exempel ”Studiebesök från Radviliskis 3-5 maj, 12 elever, 45 000 kr Erasmus+”.
help-log-draft = Sparar som utkast, som inte räknas i rapporter.
help-correct = Rättar en aktivitet. Det som inte anges blir kvar. Ange "" för att tömma ett fält.
help-record-number = Aktivitetens nummer.
help-record-unit = Enheten, dess id eller namn.
help-record-kind = Slaget av aktivitet, på svenska eller engelska.
help-record-title = En rubrik på högst 150 tecken.
help-record-first = Första dagen, till exempel 2026-05-03 eller "3 maj 2026".
help-record-last = Sista dagen, om det var flera. Skriv pågår om den inte är slut.
help-record-participants = Hur många som deltog.
help-record-young = Hur många av dem som var barn och unga.
help-record-cost = Hela kostnaden, i kronor ("45 000,50") eller euro ("3500 EUR").
help-record-funding = Finansiering: egen=BELOPP, eu=BELOPP:PROGRAM eller annan=BELOPP:GIVARE. Kan anges flera gånger.
help-record-partner = En organisation som ni samarbetade med. Kan anges flera gånger.
help-record-towns = Orter, med komma emellan.
help-record-country = Ett land, dess namn eller landskod. Kan anges flera gånger.
help-record-agreement = Avtalet eller projektet som aktiviteten hör till.
help-record-done = Vad som gjordes.
help-record-effects = Vad aktiviteten ledde till, och vad ni lärde er.
help-record-goal = Ett mål i kommunens styrdokument, dess nummer enligt policylots goals. Kan anges flera gånger; 0 tar bort alla.
help-record-link = En webbadress med mer att läsa.
help-record-reason = Skälet, när en varning åsidosätts eller något dras tillbaka.
help-record-yes = Gör det utan att fråga.
help-activities = Visar loggade aktiviteter, de senaste först, tio per sida.
help-activities-mine = Bara aktiviteter som du själv har loggat.
help-activities-drafts = Bara utkast: allas, eftersom du är samordnare här; med --mine bara dina egna.
help-activities-year = Bara aktiviteter under det året.
help-activities-country = Bara aktiviteter som rör landet.
help-activities-page = Sidan i listan.
help-activities-json = Visar sidan som JSON.
help-activity = Visar en aktivitet.
help-activity-history = Visar också vem som har ändrat vad, och när.
help-withdraw = Drar tillbaka en aktivitet. Den finns kvar, men räknas inte i rapporter. Ett utkast tas bort helt.
help-goals = Visar målen i kommunens styrdokument, med de nummer som --goal tar.
help-report = Gör en kommuns rapport för en period, utifrån vad dess styrdokument kräver.
help-report-period = Perioden: 2026, "tertial 3 2026", "första halvåret 2026" eller 2026-01-01--2026-06-30. Utan den gäller i år.
help-report-output = Mappen för rapportens filer. Utan den visas bara huvudsiffrorna.
help-report-format = Filerna: docx, xlsx och csv, med komma emellan.
help-report-language = Rapportens språk, sv eller en.
help-import = Läser in aktiviteter från CSV eller Excel. Visar först vad som skulle hända; inget sparas förrän du säger ja.
help-import-file = Filen, .csv eller .xlsx. Kolumnerna visas med --template.
help-import-template = Skriver en tom fil att fylla i, .xlsx eller .csv.
help-import-skip-bad = Läser in de felfria raderna även om andra är fel.
help-units = Kommunens enheter: nämnder, förvaltningar, bolag och skolor.
help-units-import = Läser in kommunens enhetsregister från en fil, i stället för det som finns. Visar först vad som skulle hända; inget sparas förrän du säger ja.
help-units-file = CSV eller Excel med kolumnerna id, namn, slag, tillhör och redaktörer.
help-units-list = Visar kommunens enheter.
help-backup = Skriver en säkerhetskopia av hela databasen, medan andra kan arbeta vidare.
help-backup-file = Filen för säkerhetskopian.
help-restore = Läser in en säkerhetskopia i en tom databas.
help-restore-file = Säkerhetskopian.
help-export-person = Exporterar allt som databasen har om en person, som JSON.
help-person-id = Personens id: i Slack U..., i terminalen terminal:inloggningsnamn.
help-export-output = Filen. Utan den visas uppgifterna här.
help-erase-person = Raderar en person: namnet ersätts av en pseudonym, aktiviteterna blir kvar.
help-export-all = Exporterar alla aktiviteter med historik, till exempel när allmänna handlingar begärs ut.
help-purge = Gallrar det som har sparats längre än inställningarna anger. Visar det först; inget tas bort förrän du säger ja.
help-only-activities = Bara den kommunens aktiviteter.
help-export-folder = Mappen för filerna.

## Wrong use

usage-municipality-missing = kommunen saknas; ange --municipality
usage-record-missing = inget har sparats, eftersom { $options } saknas
usage-reason-missing = inget har sparats; varningen behöver ett skäl, ange --reason
usage-yes-missing = inget har sparats; ange --yes för att göra det utan fråga
usage-stored-value = { $option } är inte angivet, så det sparade värdet { $value } gäller
usage-nothing-to-correct = ange vad som ska ändras, till exempel --cost 45000
usage-file-or-template = ange antingen en fil eller --template
usage-template-ending = mallens namn ska sluta på .xlsx eller .csv
usage-formats = --format kan vara { $known }
usage-language = --language kan vara sv eller en
usage-erase-by-hand = inget har raderats; det kan bara göras vid en terminal, där id:t skrivs en gång till
reason-option-funding = ”{ $value }” är ingen finansiering; skriv till exempel egen=10000, eu=45000:Erasmus+ eller annan="500 EUR:Stiftelsen"
reason-option-goal = mål { $value } finns inte; se policylots goals

## An activity and its fields

record-number = Nr
record-title = Titel
record-kind = Slag
record-dates = Tid
record-unit = Enhet
record-status = Status
record-done = Vad som gjordes
record-partners = Partner
record-cities = Orter
record-countries = Länder
record-agreement = Avtal eller projekt
record-participants = Deltagare
record-cost = Kostnad
record-funding = Finansiering
record-effects = Effekter
record-link = Länk
record-goals = Mål
record-overrides = Åsidosatta varningar
record-of-whom-young = { $total }, varav { $young } barn och unga
record-heading = Aktivitet { $number } · { $municipality } · { $status }
record-page = Sida { $page } av { $pages }, { $total ->
    [one] en aktivitet
   *[other] { $total } aktiviteter
 }.
record-change = { $number }. { $at } { $by } { $what }
record-because = Skäl: { $reason }
record-nothing = (inget)
record-did-saved_as_draft = sparade ett utkast
record-did-logged = loggade
record-did-imported = läste in från fil
record-did-corrected = rättade
record-did-effect_added = lade till effekt
record-did-withdrawn = drog tillbaka
record-did-person_erased = raderade en persons namn

## Logging

record-so-far = Så här har uppgifterna uppfattats ({ $municipality }):
record-municipalities = Kommuner: { $known }
record-place = Kommun
record-ask-title = Titel
record-ask-kind = Slag (nummer eller namn)
record-ask-unit = Enhet (nummer eller namn)
record-ask-first = Första dag (till exempel 2026-05-03)
record-ask-last = Sista dag (tom om det var en dag, pågår om den inte är slut)
record-ask-reason = Skäl att spara ändå (tomt avbryter)
record-concern-eu_funding = Ingen finansiering från EU är angiven, men det krävs enligt kommunens dokument:
record-concern-crosses_border = Inget annat land är angivet, men det krävs enligt kommunens dokument:
record-concern-funding_exceeds_cost = Finansieringen är större än kostnaden.
record-concern-personal_number = Texten verkar innehålla ett personnummer. Ta bort det; det som loggas blir en allmän handling.
record-duplicates = Aktiviteten kan redan vara loggad:
record-confirm = Spara?
record-confirm-withdrawal = Dra tillbaka?
record-confirm-removal = Ta bort utkastet?
confirm-choices = j/n
record-not-stored = Inget har sparats.
record-not-changed = Inget har ändrats.
record-unchanged = Aktivitet { $number } har redan de uppgifterna. Inget har ändrats.
record-logged = Loggad som aktivitet { $number }: { $title }. Ändra med policylots correct { $number }, dra tillbaka med policylots withdraw { $number }.
record-saved-as-draft = Sparad som utkast, aktivitet { $number }: { $title }. Den räknas när den rättas eller bekräftas med policylots correct { $number }.
record-corrected = Aktivitet { $number } är rättad: { $title }.
record-withdrawn = Aktivitet { $number } är tillbakadragen: { $title }. Den finns kvar, men räknas inte i rapporter.
record-draft-removed = Utkastet är borttaget: { $title }. Det var aldrig loggat, så inget av det finns kvar.

## Import

import-plan = { $municipality }: { $good ->
    [one] en rad kan läsas in
   *[other] { $good } rader kan läsas in
 }{ $known ->
    [0] .
    [one] , en är redan inläst.
   *[other] , { $known } är redan inlästa.
 }
import-problem = { $column ->
    [none] Rad { $line }: { $reason }.
   *[other] Rad { $line }, { $column }: { $reason }.
 }
import-concerned = { $count ->
    [one] Rad { $lines } behöver ett skäl, i kolumnen motivering eller med --reason:
   *[other] Raderna { $lines } behöver ett skäl, i kolumnen motivering eller med --reason:
 }
import-duplicates = Rad { $line }, ”{ $title }”, kan redan vara loggad:
import-alike = Rad { $line }, ”{ $title }”, kan vara samma som rad { $others }: samma partner eller ort, och minst en dag gemensam.
import-nothing-stored = Inget har sparats. Rätta raderna och läs in filen igen; --skip-bad läser in de felfria raderna ändå.
import-nothing-good = Inget har sparats. Rätta filen och läs in den igen; policylots import --template skriver en mall med alla kolumner.
import-dry-run = Inget har sparats ännu. Ange --yes för att läsa in raderna.
import-confirm = { $count ->
    [one] Läs in raden?
   *[other] Läs in { $count } rader?
 }
imported = { $new ->
    [one] En aktivitet har lästs in
   *[other] { $new } aktiviteter har lästs in
 }{ $known ->
    [0] .
    [one] , en fanns redan.
   *[other] , { $known } fanns redan.
 }
written = Skrev { $path }

## Units

column-id = Id
column-name = Namn
column-unit_kind = Slag
column-parent = Tillhör
column-editors = Redaktörer
column-closed = Stängd
unit-kind-committee = nämnd
unit-kind-administration = förvaltning
unit-kind-company = bolag
unit-kind-school = skola
unit-kind-other = annan
units-nothing-stored = Inget har sparats; det tidigare registret gäller. Rätta raderna och läs in hela filen igen.
units-plan = { $municipality }: { $new ->
    [one] en ny enhet
   *[other] { $new } nya enheter
 }, { $changed ->
    [one] en ändras
   *[other] { $changed } ändras
 }, { $same ->
    [one] en är oförändrad.
   *[other] { $same } är oförändrade.
 }
units-absent = Saknas i filen: { $units }. De tas bort, eller stängs om de har aktiviteter, avtal eller kontakter.
units-confirm = Ersätt enhetsregistret?
units-replaced = { $municipality } har nu { $count ->
    [one] en enhet
   *[other] { $count } enheter
 } i registret.
units-closed = Stängda, eftersom de saknas i filen men har aktiviteter, avtal eller kontakter: { $units }. De går inte längre att välja, men finns kvar i rapporter.
units-none = { $municipality } har inga enheter ännu. Läs in dem med policylots units import.

## Reports, backup and export

column-goal_number = Nr
column-goal = Mål
column-figure = Uppgift
column-value = Värde
column-before = Året före
column-before-longer = Perioden före
column-change = Förändring
column-coverage = Uppgift från
column-activities = Aktiviteter, nr
report-making = Sammanställer
backed-up = Säkerhetskopian { $path } är klar: { $rows ->
    [one] en rad.
   *[other] { $rows } rader.
 }
export-person-unknown = Databasen har inget om { $person }. Kontrollera id:t: i Slack U..., i terminalen terminal:inloggningsnamn.
erase-warning = Det som databasen har om { $person } raderas: frågor och svaren på dem, betyg, inställningar, nekade åtkomster och uppdrag som redaktör. Aktiviteterna blir kvar under en pseudonym, liksom svar som personen har gett andra. Det går inte att ångra; exportera uppgifterna först med policylots export-person om de ska finnas kvar.
erase-confirm = Skriv id:t en gång till för att radera
erased = Klart: { $activities ->
    [0] ingen aktivitet hade personens namn
    [one] en aktivitet har fått en pseudonym i namnets ställe
   *[other] { $activities } aktiviteter har fått en pseudonym i namnets ställe
 }, { $records ->
    [0] inget annat fanns att radera.
    [one] en annan uppgift är raderad eller ändrad.
   *[other] { $records } andra uppgifter är raderade eller ändrade.
 }
export-whole = aktiviteter.jsonl
export-table = aktiviteter.csv
restored = Säkerhetskopian från { $made } är inläst: { $rows ->
    [one] en rad.
   *[other] { $rows } rader.
 }

## Retention

purge-plan = Ska gallras enligt inställningarna: { $activities ->
    [one] en aktivitet
   *[other] { $activities } aktiviteter
 }, { $occurrences ->
    [one] ett utskick (med mottagare och svar)
   *[other] { $occurrences } utskick (med mottagare och svar)
 }, { $questions ->
    [one] en fråga
   *[other] { $questions } frågor
 } (med det som hör till) och { $denials ->
    [one] en nekad åtkomst
   *[other] { $denials } nekade åtkomster
 }.
purge-for-good = Aktiviteter och utskick sparas tills vidare, eftersom ACTIVITY_RETENTION_YEARS inte är satt.
purge-dry-run = Inget har tagits bort ännu. Ange --yes för att gallra.
purge-confirm = Ta bort det? Det går inte att ångra
purge-not-done = Inget har tagits bort.
purged = Klart, det är gallrat.

## The template for import

template-sheet = Aktiviteter
template-guide = Så fyller du i
template-names = Namn
template-column = Kolumn
template-needed = Måste fyllas i
template-how = Så skrivs det
template-yes = ja
template-how-kind = Slaget av aktivitet, enligt listan på bladet Namn.
template-how-title = En rubrik på högst 150 tecken.
template-how-first = Första dagen: 2026-05-03, 3/5 2026 eller 3 maj 2026.
template-how-last = Sista dagen. Lämna tomt om det var en enda dag, skriv ”pågår” om aktiviteten inte är slut.
template-how-unit = Enhetens id eller namn, enligt listan på bladet Namn.
template-how-done = Vad som gjordes, högst 3 000 tecken.
template-how-partners = Organisationer som ni samarbetade med, med komma emellan, eller semikolon om något namn innehåller komma.
template-how-cities = Orter, med komma eller semikolon emellan.
template-how-countries = Länder, på svenska eller engelska eller som landskod, med komma emellan. Ta med Sverige om det var här.
template-how-agreement = Avtalet eller projektet som aktiviteten hör till.
template-how-participants = Antalet deltagare, ett heltal.
template-how-young = Hur många av dem som var barn och unga.
template-how-cost = Hela kostnaden i kronor, till exempel 45000 eller 45 000,50.
template-how-cost_eur = Eller i euro. Fyll i bara det ena.
template-how-own = Egna medel i kronor.
template-how-own_eur = Eller i euro.
template-how-eu = Finansiering från EU i kronor.
template-how-eu_eur = Eller i euro.
template-how-other = Annan finansiering i kronor.
template-how-other_eur = Eller i euro.
template-how-programme = EU-programmet, till exempel Erasmus+.
template-how-giver = Den som den andra finansieringen kommer från.
template-how-goals = Policyns mål som aktiviteten bidrar till: deras nummer enligt policylots goals, till exempel 1, 3, eller målens egna ord.
template-how-effects = Vad aktiviteten ledde till och vad ni lärde er, högst 3 000 tecken.
template-how-link = En hel webbadress, till exempel https://www.exempel.se/sida.
template-how-reason = Skälet, om en varning visas för raden när filen läses in.
