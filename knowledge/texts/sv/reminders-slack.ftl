### Reminders and broadcasts in Slack, in Swedish. The same keys stand in en/reminders-slack.ftl.

## To a recipient

reminder-moment = { $day } kl. { $clock }
reminder-late = Skickas senare än planerat: det skulle ha gått ut { $at }.
reminder-number = Påminnelse { $number } av { $most }
reminder-sample = Så här ser utskicket ut. Bara du får det här meddelandet.
reminder-sample-why = Mottagarna får här veta varför just de får meddelandet.
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
approval-asked = { $count ->
    [one] { $person } vill skicka det här till en person. Det kräver ett ja från en annan samordnare.
   *[other] { $person } vill skicka det här till { $count } personer. Det kräver ett ja från en annan samordnare.
 }
approval-yes = Godkänn
approval-no = Avslå
approval-approved = { $by } har godkänt utskicket från { $person }.
approval-declined = { $by } har avslagit utskicket från { $person }: { $reason }
