### Texts to users, in English. The same keys stand in sv.ftl.

## Answers

lead-answer = This is what { $document } says:
lead-who = { $municipality }: { $actor }.
lead-when = { $municipality }: { $time }.
lead-amount = { $municipality }: { $amount }.
lead-definition = How { $municipality } describes “{ $term }”:
lead-facts = { $municipality }: { $facts }.
fact-told = { $name } – { $value }
lead-several = This is what the municipalities' documents say:
terms = Terms: { $terms }
silent-municipalities = Nothing about this was found in the documents of { $municipalities }.
more-municipalities = The documents of { $municipalities } speak of it too; ask about one municipality at a time.

## Citation lines

cited = { $municipality } · { $document }{ $decided ->
    [none] {""}
   *[other] {" "}· decided { $decided }
 }{ $section ->
    [none] {""}
   *[other] {" "}· { $section }
 }{ $page ->
    [none] {""}
   *[other] {" "}· p. { $page }
 }

## Refusals

refused = The documents do not say.
refused-order = I only answer questions about what the documents say, and take no orders.
refused-in = The documents of { $municipality } do not say.
refused-unspoken = The documents of { $municipality } do not speak of { $words }.
refused-blank = { $document } has the field “{ $name }”, but it is left blank.
refused-no-field = { $document } does not state its { $name }.
refused-no-documents = There are no documents from { $municipality } in the index. Municipalities with documents: { $municipalities }.
refused-lacks-how_much = The documents of { $municipality } state no amount for that.
refused-lacks-how_many = The documents of { $municipality } state no number for that.
refused-lacks-when = The documents of { $municipality } state no time for that.
refused-lacks-week = The documents of { $municipality } state no week for that.
refused-lacks-month = The documents of { $municipality } state no month for that.
refused-lacks-duration = The documents of { $municipality } do not say how long.
refused-lacks-date = The documents of { $municipality } state no date for that.
refused-lacks-year = The documents of { $municipality } say nothing about that year.
refused-lacks-person = The documents of { $municipality } name no person for that.
refused-lacks-contact = The documents of { $municipality } give no contact details for that.
refused-lacks-meaning = The documents of { $municipality } do not say what is meant by that.
refused-lacks-country = The documents of { $municipality } name no country for that.
refused-lacks-name = The documents of { $municipality } give no names.
nearest = Nearest: { $sections }

## Names of document facts

fact-municipality = municipality
fact-title = title
fact-type = document type
fact-decided_by = decided by
fact-decided_on = decision date
fact-paragraph = paragraph
fact-diary_number = diary number
fact-valid_from = valid from
fact-valid_until = valid until
fact-replaces = replaces
fact-applies_to = applies to
fact-revised = revised
fact-review_rule = review rule
fact-owner = document owner
fact-contact = contact details
fact-related_documents = related documents

## Tables

column-municipality = Municipality
column-title = Title
column-type = Type
column-decided = Decided
column-diary_number = Diary number
column-valid = Validity
column-sections = Sections
column-section = Section
column-page = Page
column-characters = Characters
column-term = Term
column-meaning = Meaning
column-who = Who
column-what = What
column-to = To
column-when = When
column-action = Action
column-participants = Participants
column-responsible = Responsible
column-swedish = Swedish
column-english = English
column-synonyms = Synonyms
column-related = Related
column-explanation = In the documents
blank = (blank)
nobody-named = (nobody named)
nothing-found = Nothing was found.
glossary-unknown = “{ $term }” is not in the glossary.
glossary-closest = Closest words: { $terms }

## Command line: help

help-app = Policylotsen answers questions about the municipalities' international work, each with its section.
help-help = Show this help.
help-index = Make the index of files and folders. Without paths those of last time are taken, at first the shipped documents.
help-index-paths = Files and folders (.txt, .md, .html, .docx, .pdf).
help-ask = Answer a question, or a file of questions.
help-ask-question = The question, in Swedish or English.
help-ask-json = The answer as a line of JSON.
help-ask-batch = A file with a question a line as JSON, with the fields id, question and municipality.
help-ask-output = The file for the answers, a line of JSON for each question. Without it they are printed here.
help-municipality = The municipality that the question is about when it names none itself.
help-only-municipality = Show that municipality's documents only.
help-json = Show the list as JSON, with quotes.
help-chat = A conversation with follow-up questions.
help-documents = Show the documents and what they state about themselves.
help-sections = Show a document's sections.
help-sections-document = The document's id, title or municipality, or a part of one.
help-definitions = Show the terms that the documents describe.
help-duties = Show who is to do what.
help-duties-who = Only those called so, in Swedish or English ("KS", "nämnder", "coordinator").
help-actions = Show the actions of the action plans.
help-glossary = Look up a word in Swedish or English.
help-glossary-term = The word, abbreviation or phrase.
help-evaluate = Ask questions with known answers and count how many come out right.
help-evaluate-file = A file with a question and its answer a line as JSON.
help-evaluate-json = Show the result as JSON.
help-evaluate-failures = Also show the questions that went wrong, one a line.
panel-arguments = Arguments
panel-options = Options
panel-commands = Commands
usage-question-or-batch = give either a question or --batch
usage-output-needs-batch = --output goes with --batch
error-usage = The command cannot be carried out like that: { $reason }
    See: { $command } --help

## Indexing

indexing-first = Building the index of the shipped documents. This is done once.
phase-waiting = Waiting for another indexing to finish
phase-reading = Reading
phase-embedding = Computing vectors
phase-words = Indexing words
indexed = Done: { $documents } documents, { $sections } sections, { $passages } passages ({ $embedded } new, { $reused } unchanged, { $removed } documents removed) in { $seconds } s.
index-unchanged = Nothing has changed: { $documents } documents, { $sections } sections, { $passages } passages.
index-left-out = Left out:
index-nothing = No document could be read. The earlier index is as it was.
index-skipped = { $count } files of other kinds were passed over.

unreadable-empty = the file is empty
unreadable-binary = the file is not text
unreadable-encrypted = the file is protected by a password; save a copy without one
unreadable-broken = the file is broken, or of another kind than its name says
unreadable-too-large = the file is too large, or unpacks to an unreasonable size
unreadable-no-text = the file has no text (scanned?); run text recognition on it first
unreadable-format = this kind of file is not supported; use .txt, .md, .html, .docx or .pdf
unreadable-missing = there is no such file
unreadable-denied = the file may not be read
unreadable-no-headings = no headings were found, so answers would have no section to cite
skipped-duplicate = the same content as { $first }

## Evaluation

evaluated = Result for { $questions } questions
group-total = All
group-kind = Kind
group-language = Language
group-difficulty = Difficulty
column-group = Group
column-questions = Questions
column-right = Right
column-section_first = Right section first
column-section_cited = Right section cited
column-facts_present = Facts present
column-refusals_right = Right refusals
column-wrong_refusals = Wrong refusals
column-invalid_quotes = Invalid quotes
column-latency = p50/p95 ms
failure-answered = was answered although the documents have no answer
failure-refused = got no answer
failure-section = the right section is not among the first three
failure-facts = something is missing from the answer
evaluating = Asking

## Chat

chat-welcome = Ask a question about the municipalities' international work. An empty line ends.
chat-prompt = Question
chat-understood = The question is read as: { $question }
chat-goodbye = Goodbye!

## Errors: what happened, what was not lost, what to do

error-unexpected = Something went wrong (error id { $id }). The index is untouched. Try again; if that does not help, send the error id to whoever runs Policylotsen.
error-unreadable-document = { $path } could not be read: { $reason }.
error-index-missing = There is no index yet. Run: policylots index
error-index-mismatch = { $part ->
    [model] The index was made with the model { $indexed }, but { $configured } is set now. The index is untouched. Run policylots index to make it anew, or set EMBEDDING_MODEL back.
   *[other] The index was made by another version of Policylotsen. The index is untouched. Run policylots index to make it anew.
 }
error-store-unavailable = The vector store does not answer ({ $location }). The index is untouched. Check CHROMA_URL and that the store is running, and try again.
error-model-unavailable = The embedding model { $model } could not be loaded. The index is untouched. Check EMBEDDING_MODEL: a package name, a model name or a folder.
error-quote-mismatch = A quote did not match the document and has been withheld.
error-invalid-input = { $reason }
error-unknown-municipality = There are no documents from { $municipality }. Municipalities with documents: { $municipalities }.
error-unknown-document = There is no document “{ $document }”. Run policylots documents to see them.
error-bad-line = Line { $line } of { $path } cannot be read: { $reason }. Nothing was written.
error-settings = The setting { $name } cannot be used: { $reason }.
error-empty-question = The question is empty. Write a question, for example: Who decides on twin-town agreements?
error-unknown-home = The setting HOME_MUNICIPALITY cannot be used: there are no documents from { $municipality }. Municipalities with documents: { $municipalities }.
error-ambiguous-document = “{ $document }” may be several documents: { $documents }. Give more of the name.
error-unreadable-input = { $path } cannot be read. Check the path and that the file is in UTF-8. Nothing was written.
error-unwritable-output = { $path } cannot be written. Check the folder and its permissions. Nothing was written.
reason-not-json = the line is not JSON
reason-not-object = the line is not an object
reason-no-field = the field “{ $field }” is missing or empty
reason-bad-field = the field “{ $field }” has a value of the wrong kind
reason-unusable = { $name } cannot be used; check what it holds
reason-setting-policylots_language = give sv or en, or leave it empty
reason-setting-chroma_url = give an address such as http://localhost:8000, or leave it empty
reason-setting-other = the value is of the wrong kind
