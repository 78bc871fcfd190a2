### Reminders and broadcasts in Slack, in Swedish. The same keys stand in en/reminders-slack.ftl.

## To a recipient

reminder-moment = { $day } kl. { $clock }
reminder-late = Skickas senare än planerat: det skulle ha gått ut { $at }.
reminder-number = Påminnelse { $number } av { $most }
reminder-sample = Så här ser utskicket ut. Bara du får det här meddelandet.
reminder-reason = Varför det skickas: { $reason }
reminder-why-contact = Du får detta eftersom du är kontakt för en enhet.
reminder-why-contact-unit = Du får detta eftersom du är kontakt för { $unit }.
reminder-why-channel = Du får detta eftersom du är med i en kanal som utskicket gäller.
reminder-why-group = Du får detta eftersom du är med i en användargrupp som utskicket gäller.
reminder-why-named = Du får detta eftersom samordnaren har valt dig.
reminder-why-instead = Du får detta i stället för en kollega, som angett dig.
reminder-why-instead-unit = Du får detta för { $unit }, i stället för en kollega som angett dig.
reminder-waiting = Svara med en knapp här nedanför.
reminder-told = Du behöver inte svara på det här meddelandet.
reminder-cancelled = Utskicket är inställt. Du behöver inte svara.
reminder-snoozed = Du blir påmind igen { $at }. Du kan svara tidigare om du vill.
reminder-elsewhere = Du har angett att { $person } ska svara i stället. En samordnare bekräftar det.
reminder-replaced = { $person } svarar i stället. Du behöver inte göra något.
reminder-answered-done = Du svarade Klart { $at }. Tack!
reminder-answered-nothing_to_report = Du svarade att det inte finns något att rapportera { $at }. Tack!
reminder-answered-logged = Du loggade aktivitet { $number } som svar { $at }. Tack!
reminder-answered-text = Du svarade { $at }: ”{ $text }”. Tack!
reminder-answered-by = { $person } har svarat åt dig { $at }: { $kind }.
reminder-wish-acknowledge = Klart
reminder-wish-nothing_to_report = Inget att rapportera
reminder-wish-log_activity = Logga aktivitet
reminder-wish-text = Svara
reminder-wishes = Mottagarna kan svara med: { $wishes }
reminder-wish-none = Utskicket ber inte om något svar.
reminder-later = Påminn mig senare
reminder-later-tomorrow = I morgon
reminder-later-next_week = Nästa vecka
reminder-later-day = En annan dag …
reminder-not-me = Inte jag
answer-done = klart
answer-nothing_to_report = inget att rapportera
answer-logged = en aktivitet är loggad
answer-text = ett svar med text

## Forms behind the buttons

reply-title = Svara
reply-label = Ditt svar
reply-hint = Samordnarna ser svaret. Skriv inga känsliga personuppgifter.
later-title = Påminn mig senare
later-label = Vilken dag?
later-hint = Du blir påmind när arbetsdagen börjar. Helger och helgdagar flyttas till nästa arbetsdag.
later-past = Välj en dag som kommer.
not-me-title = Någon annan
not-me-label = Vem ska svara i stället?
not-me-hint = En samordnare bekräftar innan personen får meddelandet.
decline-title = Avslå utskicket
decline-label = Varför ska det inte skickas?
decline-submit = Avslå

## To a unit's head

escalation-headline = { $person } ({ $unit }) har inte svarat på ”{ $title }”, som skickades { $at }.
escalation-headline-no-unit = { $person } har inte svarat på ”{ $title }”, som skickades { $at }.
escalation-ask = Se gärna till att någon svarar, eller hör av dig till samordnaren. Det här är meddelandet:
escalation-why = Du får detta eftersom du är chef eller ersättare för enheten.

## To the coordinators

instead-asked = { $person } ({ $unit }) svarar inte själv på ”{ $title }” utan anger { $instead }. Ska { $instead } få meddelandet i stället?
instead-no-unit = utan enhet
instead-confirm = Bekräfta
instead-keep = Behåll
instead-confirmed = { $by } har bekräftat att { $instead } svarar på ”{ $title }” i stället för { $person } ({ $unit }).
instead-kept = { $by } har behållit { $person } ({ $unit }) som mottagare av ”{ $title }”, i stället för { $instead }.
instead-over = Det finns inget mer att avgöra om ”{ $title }” och { $person } ({ $unit }).
approval-asked = { $count ->
    [one] { $person } vill skicka det här till en person. Det kräver ett ja från en annan samordnare.
   *[other] { $person } vill skicka det här till { $count } personer. Det kräver ett ja från en annan samordnare.
 }
approval-yes = Godkänn
approval-no = Avslå
approval-asked-change = { $person } har ändrat det här utskicket, som nu går till { $count ->
    [one] en person
   *[other] { $count } personer
 }. Det är pausat till dess att en annan samordnare säger ja.
approval-asked-grown = Utskicket från { $person } når nu { $count ->
    [one] en person
   *[other] { $count } personer
 } och är därför pausat till dess att en annan samordnare säger ja.
approval-approved = { $by } har godkänt utskicket från { $person }.
approval-declined = { $by } har avslagit utskicket från { $person }: { $reason }

## The composer

composer-title = Nytt utskick
composer-change-title = Ändra utskick
composer-preview = Förhandsgranska
composer-store = Spara ändringen
composer-municipality = Kommun
composer-template = Mall
composer-title-label = Rubrik
composer-text = Text
composer-text-hint = Skriv som i ett vanligt meddelande. Texten visas precis som den står: inga kanalanrop och inga dolda länkar.
composer-reason = Varför skickas det?
composer-reason-hint = Mottagarna får se skälet, och det sparas.
composer-whom = Vem ska få det?
composer-whom-about = Alla som någon av rutorna träffar får ett meddelande var. Ingen får två.
composer-roles = Kontakter i registret
composer-roles-hint = Lämna tomt om utskicket bara gäller personer, kanaler eller användargrupper.
composer-role-contact_person = Kontaktpersoner
composer-role-coordinator = Samordnare
composer-role-deputy = Ersättare
composer-role-head = Chefer
composer-units = Bara dessa enheter
composer-units-hint = Lämna tomt för alla enheter.
composer-units-later = Välj kommun för att kunna välja enheter.
composer-no-units = Kommunen har inget register över enheter.
composer-people = Personer
composer-channels = Medlemmar i kanaler
composer-channels-hint = Jag måste vara med i en privat kanal för att se vilka som är medlemmar.
composer-groups = Användargrupper
composer-silence = Bara vissa av kontakterna
composer-period = Under perioden
composer-period-hint = Gäller bara om du väljer dem som inte har loggat eller rapporterat.
composer-times = När?
composer-when = Tid
composer-when-hint = Till exempel: nu · i morgon kl. 9 · 1 december 2026 kl. 9 · varje år den 15 mars · sista arbetsdagen varje månad · 10 dagar efter varje tertial · 30 och 14 dagar före den 31 januari varje år
composer-late = Om tiden har passerat
composer-dropped = Skicka inte för sent
composer-dropped-about = Annars skickas det så snart det går, och meddelandet säger att det är sent.
composer-answers = Svar och påminnelser
composer-wishes = Mottagarna kan svara med
composer-wishes-hint = Lämna tomt om utskicket bara är för kännedom.
composer-every = Påminn den som inte svarat, antal dagar mellan
composer-every-hint = Lämna tomt för inga påminnelser. De slutar när mottagaren svarar.
composer-most = Högst så många påminnelser
composer-after = Säg till enhetens chef eller ersättare efter så många dagar utan svar
composer-after-hint = Lämna tomt om ingen ska få veta det.
composer-nobody = Välj minst en: kontakter, personer, kanaler eller användargrupper.
composer-every-missing = Ange hur många dagar det ska vara mellan påminnelserna.
composer-most-missing = Ange hur många påminnelser det ska bli som mest.
composer-needs-wish = Välj minst ett sätt att svara, annars finns inget att påminna om.
composer-silence-contacts = Välj kontakter i registret: bara deras enheter kan ha loggat eller rapporterat.
composer-blank = Skriv något här.
composer-help = Skriv /paminn för ett nytt utskick, gärna följt av hur meddelandet ska börja. /paminn mina visar vad som väntar på dig. /paminn status visar utskicken och hur många som svarat, /paminn status 5 utskick nummer 5. /paminn utkast visar det som inte är skickat. Skriv en kommun eller alla efter status och utkast för andra kommuner än din egen. Bara samordnare kan göra utskick.
remind-not-understood = Jag förstod inte ”{ $words }”: där kan stå numret på ett utskick, en kommun eller alla.
composer-only-coordinators = Bara samordnare kan göra utskick. Skriv /paminn mina för att se vad som väntar på dig.
silence-none = Alla kontakter
silence-not_logged = Bara de vars enhet inte har loggat något
silence-not_reported = Bara de vars enhet varken loggat eller svarat
period-year-now = I år
period-year-ended = Förra året
period-half_year-now = Det här halvåret
period-half_year-ended = Förra halvåret
period-tertial-now = Det här tertialet
period-tertial-ended = Förra tertialet
template-none = Ingen mall
template-report = Rapportera in
template-report-title = Dags att rapportera ert internationella arbete
template-report-text = Hej! Logga det som er enhet har gjort internationellt under perioden, eller svara att det inte finns något att rapportera. Det räcker med en kort beskrivning av varje aktivitet.
template-report-reason = Uppgifterna behövs till kommunens uppföljning av det internationella arbetet.
template-update_plan = Uppdatera handlingsplanen
template-update_plan-title = Dags att se över handlingsplanen
template-update_plan-text = Hej! Se över de delar av handlingsplanen som er enhet ansvarar för: vad är gjort, vad återstår och vad behöver ändras? Svara med en kort text, eller med Klart om planen stämmer.
template-update_plan-reason = Handlingsplanen ska utvärderas och revideras regelbundet.
template-training = Utbildning
template-training-title = Utbildning om internationellt arbete
template-training-text = Hej! Vi bjuder in till en utbildning. Tid och plats: … Svara med Klart om du kommer, eller skriv om något hindrar.
template-training-reason = Kontaktpersonerna ska kunna stödja sin enhet i det internationella arbetet.
template-news = Nyheter
template-news-title = Nytt om det internationella arbetet
template-news-text = Hej! Det här är nytt sedan sist: …
template-news-reason = Du hör till nätverket för kommunens internationella arbete.

## The preview

preview-title = Förhandsgranska
preview-begun = Utskicket är sparat som utkast. Jag tar reda på vilka som får det …
preview-is-draft = Sparat som utkast { $number }. Inget har skickats än.
preview-why = Mottagarna får här veta varför just de får meddelandet.
preview-cautions = Tänk på det här först
preview-recipients = { $count ->
    [0] Ingen får utskicket
    [one] En person får utskicket
   *[other] { $count } personer får utskicket
 }
preview-no-unit = Utan enhet
preview-and-more = { $people } och { $count } till
preview-doubles = { $count ->
    [one] En person träffas på flera sätt men får bara ett meddelande: { $people }.
   *[other] { $count } personer träffas på flera sätt men får bara ett meddelande var: { $people }.
 }
preview-away = { $count ->
    [one] En person är borta enligt sin status i Slack, men får meddelandet ändå: { $people }.
   *[other] { $count } personer är borta enligt sin status i Slack, men får meddelandet ändå: { $people }.
 }
preview-left-not_in_channel = { $count ->
    [one] En person finns inte i Slack och nås inte: { $people }.
   *[other] { $count } personer finns inte i Slack och nås inte: { $people }.
 }
preview-left-gone = { $count ->
    [one] En person har ett avstängt konto i Slack och nås inte: { $people }.
   *[other] { $count } personer har avstängda konton i Slack och nås inte: { $people }.
 }
preview-left-bot = { $count ->
    [one] En app är inte med: { $people }.
   *[other] { $count } appar är inte med: { $people }.
 }
preview-left-guest = { $count ->
    [one] En gäst är inte med: { $people }.
   *[other] { $count } gäster är inte med: { $people }.
 }
preview-units-without = { $count ->
    [one] En enhet saknar kontakt med vald roll: { $units }.
   *[other] { $count } enheter saknar kontakt med vald roll: { $units }.
 }
preview-unreadable = { $count ->
    [one] En kanal eller användargrupp går inte att läsa. Bjud in mig i kanalen först.
   *[other] { $count } kanaler eller användargrupper går inte att läsa. Bjud in mig i kanalerna först.
 }
preview-times = När det skickas
preview-when = Skickas { $when }.
preview-moved = { $at } (flyttas från { $nominal }, som är utanför arbetstid)
preview-message = Så här ser meddelandet ut
preview-try-out = Skicka till mig först
preview-change = Ändra
preview-keep = Spara utkast
preview-send = Skicka
preview-plan = Planera
preview-ask = Be om godkännande
preview-kept = Utkast { $number } är sparat. Du hittar det med /paminn utkast.
preview-note = Det här är ett prov som bara du får. Svar på det sparas inte.
caution-nobody = Ingen nås av utskicket.
caution-never_due = Alla tider har passerat: det skulle aldrig skickas.
caution-second_yes = Så många mottagare kräver ett ja från en annan samordnare.
caution-over_day_limit = Dagens gräns för antal mottagare skulle överskridas.
caution-reminds_without_wish = Utskicket påminner om svar men ber inte om något.
caution-nobody_to_escalate_to = Det finns enheter utan chef eller ersättare att säga till.
caution-personal_number = Texten innehåller något som ser ut som ett personnummer.
caution-past_year = Texten nämner ett år som har passerat. Kontrollera att det är rätt år, eller ändra texten.
caution-unfilled = Texten har en lucka kvar att fylla i: ”…”. Skriv det som ska stå där, eller ta bort den.
caution-unled = Saknar chef och ersättare: { $units }.
broadcast-started = Utskick { $number } är på väg.
broadcast-planned = Utskick { $number } är planerat: { $when }.
broadcast-awaiting = Utskick { $number } väntar på ett ja från en annan samordnare.
broadcast-awaiting-nowhere = Utskick { $number } väntar på ett ja från en annan samordnare. Be någon öppna det med /paminn status { $number } och välja Godkänn.
broadcast-approved-told = { $by } har godkänt ditt utskick ”{ $title }”.
broadcast-declined-told = { $by } har avslagit ditt utskick ”{ $title }”: { $reason } Det ligger kvar som utkast.
broadcast-declined-told-paused = { $by } har sagt nej till att ”{ $title }” fortsätter som det är nu: { $reason } Utskicket är fortfarande pausat.

## Lists and status

home-compose = Nytt utskick
home-broadcasts = Utskick
home-status = Visa utskick
home-drafts = Utkast
home-waiting = Väntar på dig
home-answer = Visa och svara
broadcasts-title = Utskick
broadcasts-count = { $count ->
    [0] Det finns inga utskick än.
    [one] Ett utskick.
   *[other] { $count } utskick, det senaste först.
 }
broadcasts-of-one = Det som gäller { $municipality }. /paminn status alla visar utskicken för alla kommuner, /paminn utkast alla deras utkast.
drafts-title = Utkast
drafts-count = { $count ->
    [0] Det finns inga utkast.
    [one] Ett utkast.
   *[other] { $count } utkast, det senaste först.
 }
broadcast-title = Utskick { $number }
broadcast-open = Visa
broadcast-open-named = Visa utskick { $number }
broadcast-next = nästa gång { $at }
broadcast-status-draft = Utkast
broadcast-status-awaiting_yes = Väntar på godkännande
broadcast-status-active = Aktivt
broadcast-status-paused = Pausat
broadcast-status-cancelled = Inställt
broadcast-status-ended = Avslutat
broadcast-not-sent = Inget har skickats än.
broadcast-latest = Senaste utskicket: { $at }
broadcast-continue = Fortsätt
broadcast-change = Ändra
broadcast-pause = Pausa
broadcast-resume = Återuppta
broadcast-send-again = Skicka till misslyckade
broadcast-cancel = Ställ in
broadcast-discard = Kasta utkastet
broadcast-cancel-title = Ställa in utskicket?
broadcast-cancel-text = Inget mer skickas, och det som redan skickats behöver inte längre besvaras. Det går inte att ångra.
broadcast-copy = Gör en kopia
broadcast-export = Hämta som fil
broadcast-history = Historik
broadcast-done-paused = Utskicket är pausat.
broadcast-done-resumed = Utskicket är igång igen.
broadcast-done-cancelled = Utskicket är inställt.
broadcast-done-copied = Det här är kopian, som ett utkast.
broadcast-done-approved = Utskicket är godkänt.
broadcast-done-declined = Utskicket är avslaget och ligger kvar som utkast.
broadcast-done-declined-paused = Ditt nej är sparat. Utskicket är fortfarande pausat.
broadcast-done-exported = Filen är skickad till dig i ett direktmeddelande.
broadcast-done-again = { $count ->
    [0] Det fanns ingen att skicka till igen.
    [one] Skickas igen till en person.
   *[other] Skickas igen till { $count } personer.
 }
audience = Går till: { $parts }
audience-contacts = { $roles } för alla enheter
audience-contacts-of = { $count ->
    [one] { $roles } för en enhet
   *[other] { $roles } för { $count } enheter
 }
audience-channels = { $count ->
    [one] medlemmarna i en kanal
   *[other] medlemmarna i { $count } kanaler
 }
audience-groups = { $count ->
    [one] en användargrupp
   *[other] { $count } användargrupper
 }
audience-people = { $count ->
    [one] en utvald person
   *[other] { $count } utvalda personer
 }
stand-count-nobody = Ingen mottagare.
stand-count-answered = { $count } har svarat
stand-count-waiting = { $count } har inte svarat
stand-count-snoozed = { $count } påminns senare
stand-count-elsewhere = { $count } anger någon annan
stand-count-failed = { $count } nåddes inte
stand-count-not_sent = { $count } ännu inte skickade
stand-count-told = { $count } har fått det för kännedom
stand-count-replaced = { $count } ersatta av någon annan
stand-answered = { $said } ({ $at })
stand-logged = loggade aktivitet { $number }
stand-waiting = har inte svarat
stand-snoozed = påminns { $at }
stand-elsewhere = anger någon annan
stand-failed = nåddes inte: { $reason }
stand-not_sent = ännu inte skickat
stand-told = har fått det
stand-replaced = ersatt av någon annan
stand-name-elsewhere = Anger någon annan
stand-name-failed = Nåddes inte
stand-name-waiting = Har inte svarat
stand-name-snoozed = Påminns senare
stand-name-not_sent = Ännu inte skickat
stand-name-answered = Har svarat
stand-name-told = Har fått det
stand-name-replaced = Ersatt av någon annan
composer-changed = Ändringen är sparad. Den gäller från nästa utskick: det som redan är skickat ändras inte.
composer-held = Ändringen är sparad. Utskicket går nu till så många att en annan samordnare ska säga ja, och är pausat tills dess. Frågan är ställd i samordnarnas kanal.
composer-held-nowhere = Ändringen är sparad. Utskicket går nu till så många att en annan samordnare ska säga ja, och är pausat tills dess. Be någon öppna det med /paminn status { $number } och välja Återuppta.
failure-gone = personen finns inte längre i Slack
failure-unreachable = konversationen går inte att nå
failure-bot = det är en app
failure-forbidden = Slack tillåter inte meddelandet ({ $code })
failure-other = Slack svarade { $code }
mine-title = Väntar på dig
mine-count = { $count ->
    [0] Inget väntar på ditt svar.
    [one] Ett meddelande väntar på ditt svar.
   *[other] { $count } meddelanden väntar på ditt svar.
 }
mine-sent = Skickades { $at }.
broadcast-record-title = Historik
event-by-itself = Policylotsen
event-drafted = sparat som utkast
event-changed = ändrat
event-asked_for_yes = godkännande begärt
event-approved = godkänt
event-declined = avslaget
event-started = startat
event-paused = pausat
event-resumed = återupptaget
event-cancelled = inställt
event-ended = avslutat
event-planned = utskick planerat
event-missed = utskick missat
event-rescheduled = flyttat till ny tid
event-tried_out = provat
event-answered = besvarat
event-snoozed = uppskjutet
event-pointed_elsewhere = annan mottagare föreslagen
event-replaced = mottagare utbytt
event-kept = mottagare behållen
event-sent_again = skickat igen
event-reminded = påmint
event-escalated = chef eller ersättare informerad
event-nobody_to_tell = ingen chef eller ersättare hittad
broadcast-column-unit = Enhet
broadcast-column-name = Namn
broadcast-column-state = Läge
broadcast-column-answer = Svar
broadcast-column-answered-at = Svarade
broadcast-column-sent-at = Skickades
broadcast-column-failure = Fel
broadcast-file = Status för utskick { $number }

## The daily digest

digest-title = Dagens läge för dina utskick
digest-title-others = Dagens läge för utskicken
digest-intro = { $count ->
    [one] Ett utskick har nyheter sedan { $since }.
   *[other] { $count } utskick har nyheter sedan { $since }.
 }
digest-answered = { $count ->
    [one] ett nytt svar
   *[other] { $count } nya svar
 }
digest-failed = { $count ->
    [one] en nåddes inte
   *[other] { $count } nåddes inte
 }
digest-event = { $count ->
    [one] { $what }
   *[other] { $what } ({ $count } gånger)
 }
digest-new = Nytt: { $new }
digest-now = Läget nu: { $counts }
digest-nobodys = Ingen samordnare i Slack står bakom det, så alla samordnare får veta hur det går.
digest-open = Visa utskick

## Help

slack-help-remind = /paminn mina – se vad som väntar på ditt svar. Samordnare: /paminn för ett utskick, /paminn status för läget
