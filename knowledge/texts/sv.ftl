### Texts to users, in Swedish. The same keys stand in en.ftl.

## Answers

lead-answer = Så här står det i { $document }:
lead-who = { $municipality }: { $actor }.
lead-when = { $municipality }: { $time }.
lead-report = { $municipality }: { $recipient }.
lead-amount = { $municipality }: { $amount }.
lead-action = { $municipality }: { $responsible }
lead-definition = Så beskriver { $municipality } ”{ $term }”:
lead-fact = { $municipality }: { $name } – { $value }.
lead-several = Det här står i kommunernas dokument:
terms = Ord: { $terms }
silent-municipalities = Inget om detta hittades i dokumenten för { $municipalities }.
more-municipalities = Även dokumenten för { $municipalities } tar upp frågan; fråga om en kommun i taget.

## Citation lines

cited = { $municipality } · { $document }{ $decided ->
    [none] {""}
   *[other] {" "}· beslutad { $decided }
 }{ $section ->
    [none] {""}
   *[other] {" "}· { $section }
 }{ $page ->
    [none] {""}
   *[other] {" "}· s. { $page }
 }

## Refusals

refused = Dokumenten ger inget svar på det.
refused-in = Dokumenten för { $municipality } ger inget svar på det.
refused-unspoken = Dokumenten för { $municipality } tar inte upp { $words }.
refused-blank = Fältet ”{ $name }” finns i { $document }, men är inte ifyllt.
refused-no-field = { $document } anger inte { $name }.
refused-no-documents = Det finns inga dokument från { $municipality } i registret. Kommuner med dokument: { $municipalities }.
refused-lacks-how_much = Inget belopp anges i dokumenten för { $municipality }.
refused-lacks-how_many = Inget antal anges i dokumenten för { $municipality }.
refused-lacks-when = Ingen tidpunkt anges i dokumenten för { $municipality }.
refused-lacks-week = Ingen vecka anges i dokumenten för { $municipality }.
refused-lacks-duration = Ingen tidslängd anges i dokumenten för { $municipality }.
refused-lacks-date = Inget datum anges i dokumenten för { $municipality }.
refused-lacks-year = Dokumenten för { $municipality } säger inget om det året.
refused-lacks-name = Inga namn anges i dokumenten för { $municipality }.
nearest = Närmast: { $sections }

## Names of document facts

fact-municipality = kommun
fact-title = titel
fact-type = dokumenttyp
fact-decided_by = beslutad av
fact-decided_on = beslutsdatum
fact-paragraph = paragraf
fact-diary_number = diarienummer
fact-valid_from = gäller från och med
fact-valid_until = giltig till
fact-replaces = ersätter
fact-applies_to = gäller för
fact-revised = reviderad
fact-review_rule = aktualitetsprövning
fact-owner = dokumentansvarig
fact-contact = kontaktuppgifter
fact-related_documents = andra tillhörande dokument

## Tables

column-document = Dokument
column-municipality = Kommun
column-title = Titel
column-type = Typ
column-decided = Beslutad
column-diary_number = Diarienummer
column-valid = Giltighet
column-sections = Avsnitt
column-section = Avsnitt
column-page = Sida
column-characters = Tecken
column-term = Begrepp
column-meaning = Betydelse
column-who = Vem
column-what = Vad
column-to = Till
column-when = När
column-action = Åtgärd
column-participants = Medverkande
column-responsible = Ansvarig
column-swedish = Svenska
column-english = Engelska
column-synonyms = Synonymer
column-related = Närliggande
column-explanation = I dokumenten
blank = (tomt)
nobody-named = (ingen angiven)
nothing-found = Inget hittades.
glossary-unknown = ”{ $term }” finns inte i ordlistan.
glossary-closest = Närmaste ord: { $terms }

## Indexing

indexing-first = Bygger registret av de medföljande dokumenten. Det görs en gång.
phase-waiting = Väntar på att en annan indexering ska bli klar
phase-reading = Läser
phase-embedding = Beräknar vektorer
phase-storing = Sparar
phase-publishing = Publicerar
indexed = Klart: { $documents } dokument, { $sections } avsnitt, { $passages } textstycken ({ $embedded } nya, { $reused } oförändrade, { $removed } borttagna dokument) på { $seconds } s.
index-unchanged = Inget har ändrats: { $documents } dokument, { $sections } avsnitt, { $passages } textstycken.
index-left-out = Kom inte med:
index-nothing = Inget dokument gick att läsa. Det tidigare registret är kvar som det var.
index-skipped = { $count } filer av andra slag hoppades över.

unreadable-empty = filen är tom
unreadable-binary = filen är inte text
unreadable-encrypted = filen är skyddad med lösenord; spara en kopia utan lösenord
unreadable-broken = filen är trasig eller av annat slag än namnet säger
unreadable-too-large = filen är för stor, eller packar upp sig till orimlig storlek
unreadable-no-text = filen har ingen text (inskannad?); kör den genom textigenkänning först
unreadable-format = filtypen stöds inte; använd .txt, .md, .html, .docx eller .pdf
unreadable-missing = filen finns inte
unreadable-denied = filen får inte läsas
unreadable-no-headings = inga rubriker hittades, så svar skulle sakna avsnitt att hänvisa till
skipped-duplicate = samma innehåll som { $first }

## Chat

chat-welcome = Ställ en fråga om kommunernas internationella arbete. Tom rad avslutar.
chat-prompt = Fråga
chat-goodbye = Hej då!

## Errors: what happened, what was not lost, what to do

error-unexpected = Något gick fel (fel-id { $id }). Registret är orört. Försök igen; hjälper inte det, skicka fel-id till den som sköter Policylotsen.
error-unreadable-document = { $path } kunde inte läsas: { $reason }.
error-index-missing = Det finns inget register ännu. Kör: policylots index
error-index-mismatch = Registret gjordes med { $indexed }, men nu gäller { $configured }. Registret är orört. Kör policylots index för att göra om det, eller ställ tillbaka inställningen.
error-store-unavailable = Vektordatabasen svarar inte ({ $location }). Registret är orört. Kontrollera CHROMA_URL och att databasen är igång, och försök igen.
error-model-unavailable = Språkmodellen { $model } gick inte att ladda. Registret är orört. Kontrollera EMBEDDING_MODEL: ett paketnamn, ett modellnamn eller en mapp.
error-quote-mismatch = Ett citat stämde inte med dokumentet och har hållits inne.
error-invalid-input = { $reason }
error-unknown-municipality = Det finns inga dokument från { $municipality }. Kommuner med dokument: { $municipalities }.
error-unknown-document = Det finns inget dokument ”{ $document }”. Kör policylots documents för att se dem.
error-bad-line = Rad { $line } i { $path } kan inte läsas: { $reason }. Inget har skrivits.
error-settings = Inställningen { $name } kan inte användas: { $reason }
