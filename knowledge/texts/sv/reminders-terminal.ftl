### Utskick i terminalen.

help-remind = Utskick och påminnelser: skriv utkast, se vilka som får dem, skicka och följ svaren. Meddelandena skickas av policylots slack.
help-remind-draft = Spara ett utkast och visa vad det skulle bli av det.
help-remind-change = Ändra ett utskick; det som inte anges står kvar. Det som redan är planerat ändras inte.
help-remind-list = Lista utskicken, det senaste först.
help-remind-show = Visa ett utskick: vad det säger, vilka som får det, när, och vad du bör veta innan.
help-remind-try = Visa meddelandet så som en mottagare får det. Inget skickas.
help-remind-send = Skicka ett utkast, eller planera det till dess tid.
help-remind-approve = Säg det andra jaet till ett utskick som når många.
help-remind-decline = Säg nej till ett utskick som når många; det blir ett utkast igen, eller förblir pausat om det redan är igång.
help-remind-pause = Skicka inget mer av ett utskick förrän det återupptas.
help-remind-resume = Återuppta ett pausat utskick.
help-remind-cancel = Ställ in ett utskick: inget mer skickas.
help-remind-duplicate = Gör ett nytt utkast som säger samma sak.
help-remind-status = Visa per enhet vilka som svarat, väntar, har skjutit upp och inte nåtts.
help-remind-resend = Skicka på nytt till dem som det senaste utskicket inte nådde.
help-remind-answer = Svara åt en mottagare, som har svarat på annat sätt.
help-remind-replace = Låt någon annan svara i stället, eller behåll den som angett någon annan.
help-remind-record = Visa vem som gjort vad med ett utskick, och varför, det äldsta först.

help-remind-text = Meddelandets text.
help-remind-template = En text att börja med.
help-remind-title = Rubriken.
help-remind-reason = Varför det skickas; mottagarna får se det.
help-remind-contacts = Till kontaktpersonerna för alla enheter.
help-remind-role = Till kontakter med den här rollen: kontaktperson, samordnare, ersättare eller chef; kan anges flera gånger.
help-remind-unit = Bara till kontakter för den här enheten: dess id, namn eller det den arbetar med; kan anges flera gånger.
help-remind-person = Till den här personen, med medlems-id i Slack; kan anges flera gånger.
help-remind-channel = Till medlemmarna i den här kanalen, med dess id i Slack; kan anges flera gånger.
help-remind-group = Till medlemmarna i den här användargruppen, med dess id i Slack; kan anges flera gånger.
help-remind-only = Bara till kontakter för enheter som inte har loggat (inte-loggat), eller varken loggat eller svarat (inte-rapporterat), under perioden.
help-remind-period = Vilken del av året det gäller: tertial, halvår eller år.
help-remind-ended = Den som senast tog slut, i stället för den som pågår.
help-remind-when = När det skickas, till exempel ”nu”, ”1 december kl. 9”, ”varje år den 15 mars”, ”sista arbetsdagen varje månad” eller ”14 dagar före den 31 januari varje år”. Utan den: nu.
help-remind-wish = Hur mottagarna kan svara: klart, inget-att-rapportera, logga-aktivitet eller text; kan anges flera gånger. Utan den gäller mallens svar; utan mall är utskicket bara för kännedom.
help-remind-every = Påminn den som inte svarat med så många dagars mellanrum; 0 för inga påminnelser.
help-remind-most = Högst så många påminnelser.
help-remind-escalate = Säg till enhetens chef eller ersättare efter så många dagar utan svar; 0 för att inte göra det.
help-remind-late = Vad som händer med det som inte kunde skickas i tid: skicka skickar det sent, slopa låter bli.
help-remind-json = Visa som JSON.
help-remind-place = Kommunen som utskicket gäller. Utan den gäller HOME_MUNICIPALITY, annars kommunen för det du senast loggade.
help-remind-only-place = Bara den kommunens utskick.
help-remind-number = Utskickets nummer.
help-remind-recipient = Mottagarens medlems-id i Slack.
help-remind-status-option = Bara utskick med den här statusen: utkast, väntar-på-godkännande, aktivt, pausat, inställt eller avslutat; kan anges flera gånger.
help-remind-decline-reason = Varför det inte ska skickas.
help-remind-output = Skriv läget till en ny CSV-fil i stället.
help-remind-as = Vad mottagaren svarat: klart, inget-att-rapportera, loggat eller text.
help-remind-answer-text = Svaret, om det är en text.
help-remind-answer-activity = Numret på aktiviteten, om en är loggad.
help-remind-with = Vem som svarar i stället, med medlems-id i Slack. Utan den: den som mottagaren angett.
help-remind-keep = Behåll mottagaren.

usage-only-contacts = --only gäller kontakter: ange också --contacts, --role eller --unit
usage-broadcast-missing = det här saknas: { $options }
usage-broadcast-nobody = ange vilka som ska få det, med någon av { $options }
usage-broadcast-long = { $option } är för lång: den får ha högst { $longest } tecken
usage-broadcast-unusable = { $option } går inte att använda
usage-needs-wish = påminnelser och besked till chefen kräver att mottagarna kan svara: ange också --wish, annars finns inget att påminna om
usage-broadcast-yes = det går bara att fråga i en terminal; ange --yes om du har läst utskicket med policylots remind show
usage-answer-activity = ange aktivitetens nummer med --activity

error-members-unknown = Vilka som är med i { $name } vet bara Slack. Inget har skickats eller ändrats. Ange SLACK_BOT_TOKEN, eller välj kontakter och personer i stället.

broadcast-drafted = Utkast { $number } är sparat. Inget har skickats. Skicka det med policylots remind send { $number }.
broadcast-confirm = Ska det skickas?
broadcast-approve-confirm = Godkänner du att det skickas?
broadcast-cancel-confirm = Ska utskicket ställas in? Det går inte att ångra.
broadcast-nothing-done = Inget har skickats eller ändrats.
broadcast-answered-for = Svaret för { $person } är sparat. Inga fler påminnelser skickas.
broadcast-asked-now = { $person } är den som ska svara.

remind-number = Nr
remind-title = Rubrik
remind-text = Text
remind-municipality = Kommun
remind-status = Status
remind-when = När
remind-next = Nästa gång
remind-reason = Varför
remind-citation = Grund
remind-audience = Till
remind-wishes = Svar
remind-nagging = Påminnelser
remind-escalation = Utan svar
remind-lateness = Om det blir sent
remind-late-send = Skickas så snart det går, med besked om att det är sent
remind-late-drop = Skickas inte
remind-nags = { $most ->
    [one] en gång, efter { $days } dagar
   *[other] högst { $most } gånger, med { $days } dagars mellanrum
 }
remind-escalates = { $days ->
    [one] enhetens chef eller ersättare får veta det efter en dag
   *[other] enhetens chef eller ersättare får veta det efter { $days } dagar
 }
remind-all-units = alla enheter
remind-channels = medlemmarna i { $named }
remind-groups = användargrupperna { $named }
remind-people = { $named }
remind-no-more = Inget mer skickas av det. Svaren visas med policylots remind status { $number }.
remind-awaiting = Utskick { $number } väntar på ett ja från en annan samordnare: policylots remind approve { $number }, eller i Slack.
remind-stands = Utskick { $number }: { $status }.
remind-said = ”{ $text }”
remind-event-at = När
remind-event-by = Vem
remind-event-what = Vad
remind-event-whom = Gäller
remind-event-reason = Varför

word-acknowledge = klart
word-nothing_to_report = inget-att-rapportera
word-log_activity = logga-aktivitet
word-text = text
word-not_logged = inte-loggat
word-not_reported = inte-rapporterat
word-year = år
word-half_year = halvår
word-tertial = tertial
word-draft = utkast
word-awaiting_yes = väntar-på-godkännande
word-active = aktivt
word-paused = pausat
word-cancelled = inställt
word-ended = avslutat
word-done = klart
word-logged = loggat
word-send = skicka
word-drop = slopa

remind-changed-draft = Utkast { $number } är ändrat. Inget har skickats. Skicka det med policylots remind send { $number }.
remind-changed-active = Utskick { $number } är ändrat. Ändringen gäller från nästa utskick: det som redan är skickat ändras inte.
remind-changed-paused = Utskick { $number } är ändrat. Det är pausat som förut, och ändringen gäller när det återupptas: policylots remind resume { $number }.
remind-changed-held = Utskick { $number } är ändrat och har pausats: det når så många att en annan samordnare måste godkänna ändringen, med policylots remind approve { $number } eller i Slack. Inget skickas förrän dess.
remind-changed-withdrawn = Utskick { $number } är ändrat och är ett utkast igen, så det väntar inte längre på godkännande. Skicka det med policylots remind send { $number }.
remind-unchanged = Utskick { $number } säger redan det. Inget har ändrats.
