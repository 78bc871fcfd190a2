### Errors, in Swedish. The same keys stand in en/errors.ftl.

## Errors: what happened, what was not lost, what to do

error-unexpected = Något gick fel (fel-id { $id }). Det som redan är sparat finns kvar. Försök igen; hjälper inte det, skicka fel-id till den som sköter Policylotsen.
error-unreadable-document = { $path } kunde inte läsas: { $reason }.
error-index-missing = Det finns inget register ännu. Kör: policylots index
error-index-mismatch = { $part ->
    [model] Registret gjordes med språkmodellen { $indexed }, men nu gäller { $configured }. Registret är orört. Kör policylots index för att göra om det, eller ställ tillbaka EMBEDDING_MODEL.
   *[other] Registret gjordes av en annan version av Policylotsen. Registret är orört. Kör policylots index för att göra om det.
 }
error-store-unavailable = Vektordatabasen svarar inte ({ $location }). Registret är orört. Kontrollera CHROMA_URL och att databasen är igång, och försök igen.
error-storage-unavailable = Databasen med aktiviteter, frågor och inställningar går inte att nå just nu. Det som redan är sparat finns kvar. Försök igen om en stund; hjälper inte det, säg till den som sköter Policylotsen.
error-model-unavailable = Språkmodellen { $model } gick inte att ladda. Registret är orört. Kontrollera EMBEDDING_MODEL: ett paketnamn, ett modellnamn eller en mapp.
error-quote-mismatch = Ett citat stämde inte med dokumentet och visas därför inte.
error-invalid-input = { $reason }
error-unknown-municipality = Det finns inga dokument från { $municipality }. Kommuner med dokument: { $municipalities }.
error-unknown-document = Det finns inget dokument ”{ $document }”. Kör policylots documents för att se dem.
error-bad-line = Rad { $line } i { $path } kan inte läsas: { $reason }. Inget har skrivits.
error-settings = Inställningen { $name } kan inte användas: { $reason }.
error-empty-question = Frågan är tom. Skriv en fråga, till exempel: Vem beslutar om vänortsavtal?
error-unknown-home = Inställningen HOME_MUNICIPALITY kan inte användas: det finns inga dokument från { $municipality }. Kommuner med dokument: { $municipalities }.
error-ambiguous-document = ”{ $document }” kan vara flera dokument: { $documents }. Ange mer av namnet.
error-unreadable-input = { $path } går inte att läsa. Kontrollera sökvägen och att filen är i UTF-8. Inget har skrivits.
error-unwritable-output = { $path } går inte att skriva till. Kontrollera mappen och rättigheterna. Inget har skrivits.
reason-not-json = raden är inte JSON
reason-not-object = raden är inte ett objekt
reason-no-field = fältet ”{ $field }” saknas eller är tomt
reason-bad-field = fältet ”{ $field }” har ett värde av fel slag
reason-unusable = { $name } går inte att använda; kontrollera innehållet
reason-setting-policylots_language = ange sv eller en, eller lämna den tom
reason-setting-chroma_url = ange en adress som http://localhost:8000, eller lämna den tom
reason-setting-at-least = ange ett heltal som är minst { $lowest }
reason-setting-between = ange ett heltal från { $lowest } till { $highest }
reason-setting-other = värdet är av fel slag
error-not-admitted = Policylotsen svarar bara medlemmar i den här arbetsytan. Fråga någon på kommunen som du arbetar med.
error-only-coordinators = Det här kan bara samordnarna göra. Be en samordnare, eller den som sköter Policylotsen om du borde vara en.
error-question-gone = Frågan finns inte kvar: frågor sparas bara en tid och tas sedan bort. Den som fortfarande vill ha svar kan ställa den igen.
error-empty-answer = Svaret är tomt. Skriv ett svar.
error-answered-already = Frågan är redan besvarad. Inget har skickats.
error-section-gone = Avsnittet finns inte kvar: dokumenten har bytts ut sedan svaret gavs. Ställ frågan igen.
error-activity-gone = Det finns ingen aktivitet med nummer { $id } som du kan se. Kontrollera numret, eller leta i listan: /aktiviteter i Slack, policylots activities i terminalen.
error-activity-withdrawn = Aktivitet { $id } är tillbakadragen och går inte att ändra. Inget har ändrats. Logga den på nytt om den ska räknas.
error-not-your-activity = Aktivitet { $id } kan bara ändras av den som loggade den, enhetens redaktörer och samordnarna. Inget har ändrats. Be någon av dem.
error-changed-meanwhile = Aktivitet { $id } har ändrats sedan du öppnade den. Inget har skrivits över. Läs vad som gäller nu och gör din ändring igen.
error-unknown-kind = Det finns inget slag av aktivitet som heter ”{ $name }”. Inget har sparats. Välj ett av slagen som visas.
error-unknown-unit = Kommunens enhetsregister har ingen enhet ”{ $name }”. Inget har sparats. Välj en enhet i registret, eller be samordnaren lägga till den.
error-unit-closed = Enheten ”{ $name }” är stängd, eftersom den saknas i kommunens senaste register. Inget har sparats. Välj den enhet som har tagit över, eller be samordnaren läsa in registret med enheten igen.
error-unreadable-period = Perioden ”{ $period }” går inte att förstå. Ingen rapport har gjorts. Skriv till exempel 2026, tertial 3 2026, första halvåret 2026, januari-mars 2026 eller 2026-01-01--2026-06-30.
error-unreadable-sheet = { $path } går inte att läsa som tabell: { $reason }. Inget har sparats.
error-unusable-kinds = Filen med slag av aktiviteter, { $path }, går inte att använda: { $reason }. Inget har ändrats. Rätta filen, eller ta bort inställningen ACTIVITY_KINDS_FILE så gäller de fyra slag som följer med.
error-backup-newer = Säkerhetskopian { $path } är gjord av en senare version av Policylotsen. Inget har ändrats. Installera den versionen och läs in säkerhetskopian igen.
error-storage-not-empty = Databasen ({ $location }) är inte tom, så säkerhetskopian har inte lästs in. Inget har ändrats. Ange en tom databas i DATABASE_URL, eller flytta undan databasfilen, och försök igen.
error-backup-unreadable = { $path } går inte att läsa in: filen saknas, är skadad eller är ingen säkerhetskopia från Policylotsen. Inget har ändrats i databasen. Kontrollera sökvägen, eller ta en annan säkerhetskopia.
error-output-exists = { $path } finns redan. Inget har skrivits över. Ange en annan fil eller mapp, eller flytta undan den som finns.
error-reason-too-long = Motiveringen är för lång: den får ha högst { $longest } tecken. Inget har sparats. Skriv den kortare.
error-reason-holds-number = Skälet verkar innehålla ett personnummer. Inget har sparats eller ändrats. Skriv skälet utan numret: det som loggas blir en allmän handling.
error-channel-unavailable = Slack svarar inte just nu. Inget är förlorat. Vänta en stund och försök igen.
reason-setting-file = filen går inte att läsa eller är tom; kontrollera sökvägen och rättigheterna
reason-setting-missing = den saknas; se docs/slack.md
reason-setting-token = Slack godtar inte token; kontrollera den och att appen är installerad
error-storage-newer = Databasen är gjord av en senare version av Policylotsen. Inget har ändrats. Installera den versionen, eller ange en annan databas i DATABASE_URL.
reason-setting-database_url = ange en adress som postgresql://namn:lösenord@värd/databas, eller lämna den tom; tecken som @ i lösenordet skrivs %40
