### Errors, in English. The same keys stand in sv/errors.ftl.

## Errors: what happened, what was not lost, what to do

error-unexpected = Something went wrong (error id { $id }). What was saved is still there. Try again; if that does not help, send the error id to whoever runs Policylotsen.
error-unreadable-document = { $path } could not be read: { $reason }.
error-index-missing = There is no index yet. Run: policylots index
error-index-mismatch = { $part ->
    [model] The index was made with the model { $indexed }, but { $configured } is set now. The index is untouched. Run policylots index to make it anew, or set EMBEDDING_MODEL back.
   *[other] The index was made by another version of Policylotsen. The index is untouched. Run policylots index to make it anew.
 }
error-store-unavailable = The vector store does not answer ({ $location }). The index is untouched. Check CHROMA_URL and that the store is running, and try again.
error-storage-unavailable = The database of activities, questions and settings cannot be reached right now. What was saved is still there. Try again in a while; if that does not help, tell whoever runs Policylotsen.
error-model-unavailable = The embedding model { $model } could not be loaded. The index is untouched. Check EMBEDDING_MODEL: a package name, a model name or a folder.
error-quote-mismatch = A quote did not match the document and is therefore not shown.
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
reason-setting-at-least = give a whole number of at least { $lowest }
reason-setting-between = give a whole number from { $lowest } to { $highest }
reason-setting-other = the value is of the wrong kind
error-not-admitted = Policylotsen only answers members of this workspace. Ask somebody at the municipality that you work with.
error-only-coordinators = Only the coordinators can do this. Ask one of them, or whoever runs Policylotsen if you should be one.
error-question-gone = The question is no longer there: questions are kept for a time only and then removed. Whoever still wants an answer can ask it again.
error-empty-answer = The answer is empty. Write an answer.
error-answered-already = The question has been answered already. Nothing was sent.
error-section-gone = The section is no longer there: the documents have been replaced since the answer was given. Ask the question again.
error-activity-gone = There is no activity number { $id } that you can see. Check the number, or look in the list: /aktiviteter in Slack, policylots activities in the terminal.
error-activity-withdrawn = Activity { $id } is withdrawn and cannot be changed. Nothing has been changed. Log it again if it is to count.
error-not-your-activity = Activity { $id } can only be changed by whoever logged it, the unit's editors and the coordinators. Nothing has been changed. Ask one of them.
error-changed-meanwhile = Activity { $id } has been changed since you opened it. Nothing has been overwritten. Read what it says now, and make your change again.
error-unknown-kind = There is no kind of activity called “{ $name }”. Nothing has been saved. Choose one of the kinds that are shown.
error-unknown-unit = The municipality's register has no unit “{ $name }”. Nothing has been saved. Choose one of the register, or ask the coordinator to add it.
error-unit-closed = The unit “{ $name }” is closed, since the municipality's latest register lacks it. Nothing has been saved. Choose the unit that has taken over, or ask the coordinator to read the register in with the unit again.
error-unreadable-period = The period “{ $period }” cannot be understood. No report has been made. Write for instance 2026, tertial 3 2026, first half of 2026, January-March 2026 or 2026-01-01--2026-06-30.
error-unreadable-sheet = { $path } cannot be read as a table: { $reason }. Nothing was saved.
error-unusable-kinds = The file of kinds of activities, { $path }, cannot be used: { $reason }. Nothing was changed. Put the file right, or remove the setting ACTIVITY_KINDS_FILE and the four kinds that come with Policylotsen apply.
error-backup-newer = The backup { $path } was made by a later version of Policylotsen. Nothing was changed. Install that version and restore the backup again.
error-storage-not-empty = The database ({ $location }) is not empty, so the backup was not restored. Nothing was changed. Set an empty database in DATABASE_URL, or move the database file away, and try again.
error-backup-unreadable = { $path } cannot be restored: the file is missing, damaged, or no backup made by Policylotsen. Nothing was changed in the database. Check the path, or take another backup.
error-output-exists = { $path } is there already. Nothing was written over. Give another file or folder, or move that one away.
error-reason-too-long = The reason is too long: it may have { $longest } characters at most. Nothing has been saved. Write it shorter.
error-reason-holds-number = The reason seems to hold a personal identity number. Nothing was stored or changed. Write the reason without the number: what is logged becomes a public record.
error-channel-unavailable = Slack does not answer at the moment. Nothing is lost. Wait a while and try again.
reason-setting-file = the file cannot be read or is empty; check its path and permissions
reason-setting-missing = it is not set; see docs/slack.md
reason-setting-token = Slack does not accept the token; check it, and that the app is installed
error-storage-newer = The database was made by a later version of Policylotsen. Nothing was changed. Install that version, or set another database in DATABASE_URL.
reason-setting-database_url = give an address like postgresql://name:password@host/database, or leave it empty; characters such as @ in the password are written %40
