### The command line, in Swedish. The same keys stand in en/terminal.ftl.

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
help-slack = Kör Policylotsen i Slack tills processen avslutas.
help-slack-http = Ta emot anrop över HTTP i stället för Socket Mode.
panel-arguments = Argument
panel-options = Val
panel-commands = Kommandon
usage-question-or-batch = ange antingen en fråga eller --batch
usage-output-needs-batch = --output hör ihop med --batch
usage-parameter-missing = { $name } saknas
usage-parameter-unusable = { $name } kan inte ha det värdet
usage-parameter-choice = { $name } ska vara något av: { $known }
usage-parameter-at-least = { $name } ska vara ett heltal som är minst { $lowest }
usage-parameter-between = { $name } ska vara ett heltal från { $lowest } till { $highest }
usage-option-empty = { $name } behöver ett värde efter sig
usage-option-unknown = valet { $name } finns inte
usage-too-many = för många ord; sätt citattecken om det som hör ihop
usage-command-unknown = kommandot saknas eller är okänt; välj något av: { $known }
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
chat-understood = Frågan tolkas som: { $question }
chat-goodbye = Hej då!
