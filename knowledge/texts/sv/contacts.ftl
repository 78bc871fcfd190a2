# Kontakterna: fel

error-contact-gone = Kontakten { $id } finns inte, eller så har någon tagit bort den. Visa listan på nytt.
error-not-your-contact = Kontakten { $id } får bara ändras av personen själv och av samordnare; vem det är och i vilken roll ändrar bara samordnare. Säg till en samordnare om något är fel.
error-contact-changed = Någon annan har ändrat kontakt { $id } sedan du öppnade den. Inget har sparats; titta på den igen.
error-contact-known = { $name } finns redan i den rollen på enheten under samma tid. Ändra den kontakten i stället.
error-contacts-changed = Någon har ändrat kontakterna medan du tittade på filen. Inget har sparats; läs in den igen.

# Kontakterna: celler

reason-cell-contact-role = rollen ”{ $value }” är okänd; skriv någon av: { $known }
reason-cell-contact-last-before-first = sista dagen ligger före den första; rätta den ena, eller lämna sista dagen tom
reason-cell-slack-id = ”{ $value }” är inget medlems-id i Slack; skriv det som U och siffror, till exempel U0ANNA1, eller lämna cellen tom
reason-cell-email = ”{ $value }” är ingen e-postadress; skriv till exempel anna@example.se
reason-cell-units-alike = ”{ $value }” kan vara flera enheter: { $known }. Skriv hela namnet eller id
reason-cell-personal-number = texten verkar innehålla ett personnummer; skriv den utan numret

# Kontakterna: ord för dem

contact-running = tills vidare
contact-left = har lämnat Slack
contact-new = ny
contact-did-added = lade till
contact-did-imported = läste in
contact-did-changed = ändrade
contact-did-person_erased = raderade personen

# Kontakterna: terminalen

help-contacts = Enheternas kontakter: visa, slå upp, läs in och skriv ut.
help-contacts-list = Visar kontakterna, eller dem som orden frågar efter: en enhet, en roll eller ett namn.
help-contacts-words = Till exempel ”vem är kontaktperson för kultur”, ”ersättare skola” eller ett namn.
help-contacts-missing = Visar de enheter som saknar kontaktperson och samordnare.
help-contacts-all = Visar också kontakter vars sista dag har passerat.
help-contacts-add = Lägger till en kontakt.
help-contacts-change = Ändrar en kontakt; det som inte anges står kvar, och "" tömmer.
help-contacts-end = Ger en kontakt en sista dag: idag, om ingen anges. Det som har varit går fortfarande att se.
help-contact-unit = Enhetens id eller namn, eller ett ord för det den arbetar med, till exempel kultur.
help-contact-name = Kontaktens namn.
help-contact-person = Medlems-id i Slack, till exempel U0ANNA1; utelämna det för den som inte finns i Slack.
help-contact-email = E-postadress, som en anteckning; inget skickas dit.
help-contact-role = kontaktperson (om inget anges), samordnare, ersättare eller chef.
help-contact-first = Första dagen; idag, om ingen anges.
help-contact-last = Sista dagen, eller tills vidare.
help-contact-last-day = Sista dagen; idag, om ingen anges.
help-contacts-import = Läser in kontakter från CSV eller Excel. Visar först vad som skulle hända; inget sparas förrän du säger ja.
help-contacts-file = CSV eller Excel med kolumnerna enhet, roll, namn, slack id, e-post, från och till.
help-contacts-export = Skriver kontakterna till en CSV-fil som går att läsa in igen.
help-contacts-output = Filen som skrivs.
help-contacts-history = Visar vem som ändrat en kontakt, när, och vad som stod före.
help-contacts-number = Kontaktens nummer, ur listan.
column-contact_number = Nr
column-contact_unit = Enhet
column-contact_role = Roll
column-person = Slack id
column-email = E-post
column-from = Från
column-until = Till
column-note = Anmärkning
contacts-none = Inga kontakter hittades i { $municipality }.
contacts-unknown = Förstod inte: { $words }
contacts-units-missing = Inga enheter är inlästa för { $municipality }, och därför inga kontakter. Läs in dem med policylots units import FIL --municipality { $municipality }.
contacts-no-gaps = Alla enheter i { $municipality } har en kontaktperson eller samordnare.
contacts-gap = { $unit } har ingen kontaktperson.
contacts-gap-covered = { $unit } har ingen egen kontaktperson; { $other } svarar.
contacts-no-such-role = { $unit } har ingen i den rollen. Det här är enhetens kontakter:
contacts-plan = { $municipality }: { $new ->
    [one] en ny kontakt
   *[other] { $new } nya kontakter
 }, { $changed ->
    [one] en ändras
   *[other] { $changed } ändras
 }, { $same ->
    [one] en är oförändrad.
   *[other] { $same } är oförändrade.
 }
contacts-nothing-stored = Inget har sparats. Rätta raderna och läs in hela filen igen.
contacts-absent = Saknas i filen, och ändras inte: { $names }. Sätt en sista dag för den som har slutat.
contacts-imported = { $new ->
    [one] En kontakt har lagts till
   *[other] { $new } kontakter har lagts till
 } och { $changed ->
    [one] en har ändrats.
   *[other] { $changed } har ändrats.
 }

# Kontakterna: Slack

slack-help-contacts = /kontakter ENHET eller NAMN – vem som är kontaktperson för vad
contacts-help =
    /kontakter visar alla enheter och deras kontakter.
    /kontakter kultur visar vem som svarar för kultur: hela namnet, en del av det eller ämnet går bra.
    /kontakter ersättare skola söker efter roll: samordnare, ersättare, chef.
    /kontakter Anna eller @Anna visar vad någon är kontakt för.
    /kontakter mina visar dina egna uppgifter, som du kan rätta.
    /kontakter saknas visar enheter utan kontaktperson.
    För samordnare: /kontakter ny lägger till en kontakt, och /kontakter importera @grupp kultur gör en användargrupps medlemmar till kontakter för en enhet.
contacts-title = Kontakter i { $municipality }
contacts-missing-title = Enheter utan kontakt i { $municipality }
contacts-own-title = Dina uppgifter som kontakt
contacts-found-title = Kontakter
contacts-own-none = Du är inte kontakt för någon enhet. Säg till en samordnare om du borde vara det.
contacts-nobody = Personen är inte kontakt för någon enhet.
contacts-which = Vilken kommun? Skriv den i kommandot, till exempel /kontakter Skara kultur, eller välj en kommun på fliken Hem.
contacts-hint = Sök med /kontakter ENHET, ROLL eller NAMN. /kontakter hjälp visar mer.
contacts-missing = Saknar kontaktperson: { $units }
contacts-left = { $name } ({ $unit }) har lämnat Slack och behöver en efterträdare.
contacts-no-units = { $municipality } har inga enheter inlästa ännu, och därför inga kontakter. Säg till en samordnare: den som sköter Policylotsen läser in dem med policylots units import.
contacts-group-which = Nämn en användargrupp och en enhet, till exempel /kontakter importera @internationellt kultur. Skriv enhetens hela namn eller id om flera liknar varandra.
contacts-group-plan = { $new ->
    [0] Ingen ny kontakt
    [one] En ny kontakt
   *[other] { $new } nya kontakter
 } för { $unit }, roll: { $role }.{ $same ->
    [0] {""}
    [one] {" "}En är det redan.
   *[other] {" "}{ $same } är det redan.
 }
contacts-outside = Tas inte med, eftersom de inte är medlemmar i arbetsytan: { $names }
contacts-add-group = { $count ->
    [one] Lägg till kontakten
   *[other] Lägg till { $count } kontakter
 }
contacts-group-added = { $count ->
    [0] Inget har ändrats: alla var kontakter redan.
    [one] En kontakt har lagts till.
   *[other] { $count } kontakter har lagts till.
 }
contacts-departed-title = Kontakter som har lämnat Slack
contacts-departed = { $name }, { $role } för { $unit } i { $municipality }, är inaktiverad i Slack. Utse en efterträdare och lägg till den med /kontakter ny.
contact-days = { $first }–{ $last }
contact-since = sedan { $first }
contact-add = Ny kontakt
contact-change = Ändra { $name }
contact-new-title = Ny kontakt
contact-change-title = Ändra kontakt
contact-save = Spara
contact-unit = Enhet
contact-role = Roll
contact-person = Person i Slack
contact-person-hint = Utelämna den för någon som inte finns i Slack. Bara den som finns i Slack kan få påminnelser.
contact-name = Namn
contact-name-hint = Tomt tas från personen i Slack.
contact-email = E-post
contact-email-hint = En anteckning för den som söker. Inget skickas dit.
contact-first = Från och med
contact-last = Till och med
contact-last-hint = Tomt gäller tills vidare. Sätt en sista dag för den som slutar.
contact-nameless = Skriv ett namn, eller välj en person i Slack.
contact-undated = Välj från vilken dag det gäller.
contact-stranger = Personen finns inte i arbetsytan.
contact-added = Kontakten har lagts till:
contact-ended = Kontakten har fått en sista dag:
contact-unchanged = Inget ändrades, kontakten säger redan detta:
contact-changed = Kontakten har ändrats:
contact-remove = Ta bort
contact-remove-title = Ta bort kontakten?
contact-remove-text = Kontakten och dess historik tas bort. För den som har slutat sätter du i stället en sista dag.
contact-removed = Kontakten är borttagen.
