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
