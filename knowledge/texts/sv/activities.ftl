### Activities in channels, in Swedish. The same keys stand in en/activities.ftl.

## The form

activity-form-title = Logga aktivitet
activity-change-title = Ändra aktivitet
activity-being-read = Det du skrev läses …
activity-store = Logga
activity-store-change = Spara
activity-store-anyway = Spara ändå
activity-municipality = Kommun
activity-kind = Slag
activity-undefined = { $municipality } har ingen egen definition av det här slaget av aktivitet i sina dokument.
activity-title = Titel
activity-first = Första dag
activity-last = Sista dag
activity-last-hint = Behövs bara om det var flera dagar.
activity-running-label = Pågår
activity-running = Pågår, har ingen sista dag än
activity-running-about = Till exempel ett nätverk som ni är med i.
activity-unit = Enhet
activity-unit-later = Välj kommun, så visas dess enheter här.
activity-no-units = { $municipality } har inga enheter i registret ännu, så inget kan loggas. Be den som sköter Policylotsen läsa in dem med policylots units import.
activity-partners = Partner
activity-partners-hint = Organisationer som ni samarbetade med. Skriv semikolon mellan dem.
activity-cities = Orter
activity-cities-hint = Där ni var eller som ni fick besök från, med komma emellan.
activity-countries = Länder
activity-countries-hint = På svenska eller engelska, med komma emellan. Ta med Sverige om det var här.
activity-participants = Antal deltagare
activity-young = Varav barn och unga
activity-young-hint = Lämna tomt om ni inte vet.
activity-cost = Kostnad
activity-cost-hint = Hela kostnaden, till exempel 45 000,50 eller 3 500 EUR. Utan valuta räknas beloppet som kronor.
activity-own = Finansiering: egna medel
activity-eu = Finansiering: EU-medel
activity-eu-hint = Belopp och program, till exempel 45 000 kr Erasmus+. Skriv flera program på var sin rad.
activity-other = Finansiering: andra bidrag
activity-other-hint = Belopp och bidragsgivare, till exempel 500 EUR Nordplus. Skriv flera bidragsgivare på var sin rad.
activity-done = Vad som gjordes
activity-effects = Effekter och lärdomar
activity-effects-hint = Vad det ledde till och vad ni lärde er. Kan läggas till senare.
activity-agreement = Avtal eller projekt
activity-agreement-hint = Lämna tomt om aktiviteten inte hör till något avtal eller projekt.
activity-link = Länk
activity-goals = Mål i policyn som aktiviteten bidrar till
activity-left-out = { $count ->
    [one] En till får inte plats här. Den finns kvar.
   *[other] { $count } till får inte plats här. De finns kvar.
 }
activity-draft-label = Utkast
activity-draft = Spara som utkast
activity-draft-about = Syns bara för dig, enhetens redaktörer och samordnarna.

## What is wrong in it

activity-missing = Det här behövs
activity-running-and-ended = Välj antingen en sista dag eller Pågår
activity-unit-missing = Kommunen har inga enheter i registret, så inget kan loggas. Be den som sköter Policylotsen läsa in dem
activity-choice-gone = Det går inte att välja längre. Välj något annat.
activity-funding-unread = ”{ $value }” går inte att läsa. Skriv först beloppet i siffror och sedan programmet eller bidragsgivaren, till exempel 45 000 kr Erasmus+

## What to look at first

activity-questions = Stämmer det här?
activity-reason = Varför ska den sparas ändå?
activity-reason-hint = Skälet sparas med aktiviteten. Har du rättat uppgiften nedan behövs inget skäl.
activity-reason-missing = Skriv ett skäl, eller rätta uppgiften.
activity-alike = { $count ->
    [one] Den kan redan vara loggad. Den här har samma partner eller ort, och minst en dag gemensam:
   *[other] Den kan redan vara loggad. De här har samma partner eller ort, och minst en dag gemensam:
 }
activity-another-label = Har du kontrollerat det?
activity-another = Det är en annan aktivitet
activity-another-about = Annars: avbryt, och ändra den som redan är loggad.
activity-seen-missing = Kryssa för att det är en annan aktivitet, eller avbryt.
activity-changed-meanwhile = Aktiviteten har ändrats sedan du öppnade den. Inget har skrivits över. Senast ändrad av
activity-differs = Så skiljer sig det som gäller nu från ditt formulär:
activity-read-label = Har du läst det?
activity-read = Spara mitt formulär
activity-read-about = Det som gäller nu finns kvar i historiken.
activity-read-missing = Kryssa för att ditt formulär ska gälla, eller avbryt.
activity-effects-changed = Aktiviteten har ändrats sedan du öppnade den. Inget har skrivits över. Nu står det: { $now }

## What could not be stored

activity-unsaved-title = Inget sparades
activity-unsaved = Det du skrev står här, så att du kan kopiera det:

## Receipts

activity-logged = Loggad som aktivitet { $number }.
activity-saved-as-draft = Sparad som utkast, aktivitet { $number }. Den räknas inte i rapporter förrän du ändrar den och tar bort krysset vid utkast.
activity-corrected = Aktivitet { $number } är ändrad.
activity-unchanged = Inget är ändrat i aktivitet { $number }: uppgifterna i formuläret är desamma som förut.
activity-effect-added = Effekten är sparad i aktivitet { $number }.
activity-withdrawn = Aktivitet { $number } är tillbakadragen. Den finns kvar, men räknas inte i rapporter.
activity-draft-removed = Utkastet, aktivitet { $number }, är borttaget. Det var aldrig loggat, så inget av det finns kvar.

## An activity

activity-title-number = Aktivitet { $number }
activity-line = { $number } · { $title } · { $dates } · { $unit } · { $status }
activity-change = Ändra
activity-withdraw = Dra tillbaka
activity-withdraw-title = Dra tillbaka aktiviteten?
activity-withdraw-text = Den finns kvar med sin historik, men räknas inte längre i rapporter.
activity-remove = Ta bort utkastet
activity-remove-title = Ta bort utkastet?
activity-remove-text = Det har aldrig loggats. Därför tas det bort helt, med sin historik.
activity-add-effect = Lägg till effekt
activity-effect-title = Lägg till effekt
activity-history = Historik
activity-history-title = Historik, nr { $number }

## /logga

activity-help = Skriv /logga för att öppna ett tomt formulär, eller /logga följt av vad ni gjorde, så fylls formuläret i: /logga Studiebesök från Radviliskis 3–5 maj, 12 elever, 45 000 kr Erasmus+. Inget sparas förrän du trycker på Logga. Ett meddelande loggar du från dess meny, med Logga som aktivitet. /aktiviteter visar vad som är loggat.

## /aktiviteter

activities-title = Aktiviteter
activities-all = Alla
activities-page = { $total ->
    [one] En aktivitet.
   *[other] { $total } aktiviteter, de senaste först. Sida { $page } av { $pages }.
 }
activities-none = Inga aktiviteter hittades.
activities-everywhere = Alla kommuner
activities-lacks-unit = Vilken enhet är din? Jag vet det först när du har loggat något. Skriv enhetens namn i stället för ordet enhet, och kommunen om det behövs.
activities-unknown = Det här förstod jag inte: { $words }. /aktiviteter hjälp visar vad man kan skriva.
activities-open = Öppna
activities-open-named = Öppna aktivitet { $number }
activities-before = Föregående sida
activities-after = Nästa sida
activities-help = Skriv /aktiviteter och det du söker, i vilken ordning som helst: mina, enhet (din enhets), ett år (2026, i år, förra året), ett slag, ett land, en enhet, en kommun, utkast eller tillbakadragna. Till exempel: /aktiviteter mina 2026, /aktiviteter enhet nätverk, /aktiviteter Skövde Litauen sida 2.

## /rapport

slack-report-making = Rapporten för { $title } sammanställs. Den kommer i vår konversation.
slack-report-progress = Rapporten för { $title } sammanställs: steg { $done } av { $total }.
slack-report-failed = Rapporten för { $title } blev inte klar.
slack-report-name = { $municipality } { $period }
slack-report-behind = nr { $ids }
slack-report-parts = Rapportens delar, och det som kräver dem:
slack-report-files = Filerna och diagrammen ligger i tråden.
slack-report-shared = { $title }: rapporten i Word, siffrorna i Excel, aktiviteterna som CSV, och diagrammen.
slack-report-which = Vilken kommun? Skriv till exempel /rapport { $municipality } 2026.
slack-report-help = Skriv /rapport, kommunen och perioden, till exempel: /rapport Örebro 2026, /rapport Skövde tertial 3 2026, /rapport första halvåret 2026 eller /rapport 2026-01-01--2026-06-30. Utan kommun gäller kanalens eller din egen, utan period i år. Bara samordnarna kan göra rapporter.

## The Home tab and the help

home-log-activity = Logga aktivitet
home-my-activities = Mina aktiviteter
slack-help-log = /logga VAD NI GJORDE – fyller i formuläret för en aktivitet
slack-help-list = /aktiviteter – visar vad som är loggat
slack-help-report = /rapport KOMMUN PERIOD – rapporten som kommunens dokument kräver (för samordnare)
