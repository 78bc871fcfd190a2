### Texts to users, in Swedish. The same keys stand in en.ftl.

## Answers

lead-answer = Så här står det i { $document }:
lead-who = { $municipality }: { $actor }.
lead-when = { $municipality }: { $time }.
lead-amount = { $municipality }: { $amount }.
lead-definition = Så beskriver { $municipality } ”{ $term }”:
lead-facts = { $municipality }: { $facts }.
fact-told = { $name } – { $value }
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
refused-order = Jag svarar bara på frågor om vad dokumenten säger, och tar inte emot order.
refused-in = Dokumenten för { $municipality } ger inget svar på det.
refused-unspoken = Dokumenten för { $municipality } tar inte upp { $words }.
refused-blank = Fältet ”{ $name }” finns i { $document }, men är inte ifyllt.
refused-no-field = { $document } anger inte { $name }.
refused-no-documents = Det finns inga dokument från { $municipality } i registret. Kommuner med dokument: { $municipalities }.
refused-lacks-how_much = Inget belopp anges i dokumenten för { $municipality }.
refused-lacks-how_many = Inget antal anges i dokumenten för { $municipality }.
refused-lacks-when = Ingen tidpunkt anges i dokumenten för { $municipality }.
refused-lacks-week = Ingen vecka anges i dokumenten för { $municipality }.
refused-lacks-month = Ingen månad anges i dokumenten för { $municipality }.
refused-lacks-duration = Ingen tidslängd anges i dokumenten för { $municipality }.
refused-lacks-date = Inget datum anges i dokumenten för { $municipality }.
refused-lacks-year = Dokumenten för { $municipality } säger inget om det året.
refused-lacks-person = Ingen person nämns vid namn i dokumenten för { $municipality }.
refused-lacks-contact = Inga kontaktuppgifter för det finns i dokumenten för { $municipality }.
refused-lacks-meaning = Dokumenten för { $municipality } säger inte vad som menas med det.
refused-lacks-country = Inget land anges i dokumenten för { $municipality }.
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

## Command line: help

help-app = Policylotsen svarar på frågor om kommunernas internationella arbete, med hänvisning till avsnittet.
help-help = Visar den här hjälpen.
help-index = Gör registret av filer och mappar. Utan sökvägar tas samma som förra gången, först de medföljande dokumenten.
help-index-paths = Filer och mappar (.txt, .md, .html, .docx, .pdf).
help-ask = Svarar på en fråga, eller på en fil med frågor.
help-ask-question = Frågan, på svenska eller engelska.
help-ask-json = Svaret som en rad JSON.
help-ask-batch = En fil med en fråga per rad som JSON, med fälten id, question och municipality.
help-ask-output = Filen för svaren, en rad JSON per fråga. Utan den skrivs de ut här.
help-municipality = Kommunen som frågan gäller när den själv inte nämner någon.
help-only-municipality = Visar bara den kommunens dokument.
help-json = Visar listan som JSON, med citat.
help-chat = Samtal med följdfrågor.
help-documents = Visar dokumenten och vad de anger om sig själva.
help-sections = Visar ett dokuments avsnitt.
help-sections-document = Dokumentets id, titel eller kommun, eller en del av dem.
help-definitions = Visar begreppen som dokumenten beskriver.
help-duties = Visar vem som ska göra vad.
help-duties-who = Bara den eller de som heter så, på svenska eller engelska ("KS", "nämnder", "coordinator").
help-actions = Visar handlingsplanernas åtgärder.
help-glossary = Slår upp ett ord på svenska eller engelska.
help-glossary-term = Ordet, förkortningen eller uttrycket.
help-evaluate = Ställer frågor med kända svar och räknar hur många som blir rätt.
help-evaluate-file = En fil med en fråga och dess svar per rad som JSON.
help-evaluate-json = Visar resultatet som JSON.
help-evaluate-failures = Visar också de frågor som blev fel, en per rad.
panel-arguments = Argument
panel-options = Val
panel-commands = Kommandon
usage-question-or-batch = ange antingen en fråga eller --batch
usage-output-needs-batch = --output hör ihop med --batch
error-usage = Kommandot kan inte utföras så: { $reason }
    Se: { $command } --help

## Indexing

indexing-first = Bygger registret av de medföljande dokumenten. Det görs en gång.
phase-waiting = Väntar på att en annan indexering ska bli klar
phase-reading = Läser
phase-embedding = Beräknar vektorer
phase-words = Bygger ordregistret
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

## Evaluation

evaluated = Resultat för { $questions } frågor
group-total = Alla
group-kind = Slag
group-language = Språk
group-difficulty = Svårighet
column-group = Grupp
column-questions = Frågor
column-right = Rätt
column-section_first = Rätt avsnitt först
column-section_cited = Rätt avsnitt citerat
column-facts_present = Fakta med
column-refusals_right = Rätt avstådda
column-wrong_refusals = Fel avstådda
column-invalid_quotes = Ogiltiga citat
column-latency = p50/p95 ms
failure-answered = besvarades fast dokumenten inte ger något svar
failure-refused = fick inget svar
failure-section = rätt avsnitt finns inte bland de tre första
failure-facts = något i svaret saknas
evaluating = Frågar

## Chat

chat-welcome = Ställ en fråga om kommunernas internationella arbete. Tom rad avslutar.
chat-prompt = Fråga
chat-understood = Frågan läses som: { $question }
chat-goodbye = Hej då!

## Errors: what happened, what was not lost, what to do

error-unexpected = Något gick fel (fel-id { $id }). Registret är orört. Försök igen; hjälper inte det, skicka fel-id till den som sköter Policylotsen.
error-unreadable-document = { $path } kunde inte läsas: { $reason }.
error-index-missing = Det finns inget register ännu. Kör: policylots index
error-index-mismatch = { $part ->
    [model] Registret gjordes med språkmodellen { $indexed }, men nu gäller { $configured }. Registret är orört. Kör policylots index för att göra om det, eller ställ tillbaka EMBEDDING_MODEL.
   *[other] Registret gjordes av en annan version av Policylotsen. Registret är orört. Kör policylots index för att göra om det.
 }
error-store-unavailable = Vektordatabasen svarar inte ({ $location }). Registret är orört. Kontrollera CHROMA_URL och att databasen är igång, och försök igen.
error-model-unavailable = Språkmodellen { $model } gick inte att ladda. Registret är orört. Kontrollera EMBEDDING_MODEL: ett paketnamn, ett modellnamn eller en mapp.
error-quote-mismatch = Ett citat stämde inte med dokumentet och har hållits inne.
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
reason-setting-other = värdet är av fel slag
