### The command line, in English. The same keys stand in sv/terminal.ftl.

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
help-slack = Run Policylotsen in Slack until the process is ended.
help-slack-http = Take requests over HTTP instead of Socket Mode.
panel-arguments = Arguments
panel-options = Options
panel-commands = Commands
usage-question-or-batch = give either a question or --batch
usage-output-needs-batch = --output goes with --batch
usage-parameter-missing = { $name } is missing
usage-parameter-unusable = { $name } cannot have that value
usage-parameter-choice = { $name } has to be one of: { $known }
usage-parameter-at-least = { $name } has to be a whole number of at least { $lowest }
usage-parameter-between = { $name } has to be a whole number from { $lowest } to { $highest }
usage-option-empty = { $name } needs a value behind it
usage-option-unknown = there is no option { $name }
usage-too-many = too many words; put quotation marks around what belongs together
usage-command-unknown = the command is missing or unknown; choose one of: { $known }
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
