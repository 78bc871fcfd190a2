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
help-contacts-import = Läser in kontakter från CSV eller Excel. Visar först vad som skulle hända; inget sparas förrän du säger ja.
help-contacts-file = CSV eller Excel med kolumnerna enhet, roll, namn, slack-id, e-post, från och till.
help-contacts-export = Skriver kontakterna till en CSV-fil som går att läsa in igen.
help-contacts-output = Filen som skrivs.
help-contacts-history = Visar vem som ändrat en kontakt, när, och vad som stod före.
help-contacts-number = Kontaktens nummer, ur listan.
column-contact_number = Nr
column-contact_unit = Enhet
column-contact_role = Roll
column-person = Slack-id
column-email = E-post
column-from = Från
column-until = Till
column-note = Anmärkning
contacts-none = Inga kontakter hittades i { $municipality }.
contacts-unknown = Förstod inte: { $words }
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
