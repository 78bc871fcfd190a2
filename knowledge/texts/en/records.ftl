### Import, units, export and backup of activities, in English. The same keys stand in sv/records.ftl.

## What is wrong in a sheet

reason-sheet-missing = the file is not there, or may not be read; check the path
reason-sheet-format = it is neither CSV nor Excel (.xlsx), or it is broken or has a password; save it as .xlsx or CSV
reason-sheet-csv = its quotation marks do not match; save the file as .xlsx, or write " as "" within a cell
reason-sheet-long = it has more than 50,000 rows; divide it into several files
reason-sheet-empty = there are no rows under the header
reason-column-unknown = the column is unknown; remove it, or rename it to one of: { $known }
reason-column-twice = the column is there twice; keep one of them
reason-column-missing = the column is missing; add it
reason-row-too-long = the row has more cells than the header; put quotation marks around cells that contain the divider
reason-row-twice = the row is the same as row { $line }; remove one of them
reason-cell-blank = it is missing; fill it in
reason-cell-date = “{ $value }” is no date; write it like 2026-05-03, 3/5 2026 (day first) or 3 May 2026
reason-cell-last-before-first = the last day is before the first; correct one of them, or leave the last day blank if it was a single day
reason-cell-money = “{ $value }” is no amount; write it like 45000, 45 000.50 or 45000,50, with at most two decimals and no minus sign
reason-cell-two-currencies = the same thing has amounts both in kronor and in euros; keep one of them
reason-cell-count = “{ $value }” is no number; write a whole number, like 12
reason-cell-too-many-young = there are more young people than participants; correct one of the numbers
reason-cell-young-alone = the number of participants is missing; fill it in as well
reason-cell-giver-alone = the amount of that funding is missing; fill it in, or empty the cell
reason-cell-items-differ = the items do not add up to the amounts in the other columns; correct them, or clear the cell so that the amounts hold
reason-cell-not-imported = the activity is “{ $value }” and is not imported; remove the row
reason-cell-country = the country “{ $value }” is unknown; write its name in Swedish or English, or its code, like LT
reason-cell-goal = “{ $value }” is none of the municipality's goals; write their numbers by policylots goals, such as 1, 3
reason-cell-kind = the kind “{ $value }” is unknown; write one of: { $known }
reason-cell-unit = the municipality's register has no unit “{ $value }”; write its id or name, or import the register anew with policylots units import
reason-cell-unit-closed = the unit “{ $value }” is closed, since the latest register lacks it; choose the unit that has taken over, or read the register in with it again by policylots units import
reason-cell-two-units = several units are called “{ $value }”; write the unit's id instead
reason-cell-link = “{ $value }” is no web address; write all of it, like https://www.example.se/page
reason-cell-reason-holds-number = the reason seems to hold a personal identity number; write it without the number
reason-cell-long = the text has { $length } characters; shorten it to at most { $longest }
reason-cell-many = too many names; give at most { $most }
reason-cell-unit-kind = the kind “{ $value }” is unknown; write one of: { $known }
reason-cell-unit-twice = the id “{ $value }” is there already in row { $line }; give each unit one of its own
reason-cell-parent = the unit “{ $value }” is not in the file; write the id or name of one that is, or leave the cell blank
reason-cell-circle = “{ $value }” would belong to itself, directly or through others; correct which unit it belongs to

## Command line: help

help-place = The municipality. Without it HOME_MUNICIPALITY holds, or else that of what you logged last.
help-log = Log an activity. Shows what was read from the text, asks for what is missing, and saves only when you say yes.
help-log-text = What was done, such as “Study visit from Radviliskis 3-5 May, 12 pupils, 45,000 kr Erasmus+”.
help-log-draft = Save it as a draft, which does not count in reports.
help-correct = Correct an activity. What is not given stays. Give "" to empty a field.
help-record-number = The activity's number.
help-record-unit = The unit, its id or name.
help-record-kind = The kind of activity, in Swedish or English.
help-record-title = A title of at most 150 characters.
help-record-first = The first day, like 2026-05-03 or "3 May 2026".
help-record-last = The last day, if there were several. Write running if it has not ended.
help-record-participants = How many took part.
help-record-young = How many of them were children and young people.
help-record-cost = The whole cost, in kronor ("45 000.50") or euros ("3500 EUR").
help-record-funding = Funding: own=AMOUNT, eu=AMOUNT:PROGRAMME or other=AMOUNT:GIVER. Can be given several times.
help-record-partner = An organisation that you worked with. Can be given several times.
help-record-towns = Towns, with commas between them.
help-record-country = A country, its name or code. Can be given several times.
help-record-agreement = The agreement or project that the activity belongs to.
help-record-done = What was done.
help-record-effects = What it led to, and what you learned.
help-record-goal = A goal of the municipality's policy, its number by policylots goals. Can be given several times; 0 removes all.
help-record-link = A web address with more to read.
help-record-reason = The reason, when a warning is set aside or something is withdrawn.
help-record-yes = Do it without asking.
help-activities = List logged activities, the latest first, ten a page.
help-activities-mine = Only activities that you have logged.
help-activities-drafts = Only drafts: everybody's, since you are a coordinator here; with --mine only your own.
help-activities-year = Only activities of that year.
help-activities-country = Only activities that concern the country.
help-activities-page = The page of the list.
help-activities-json = Show the page as JSON.
help-activity = Show one activity.
help-activity-history = Show also who has changed what, and when.
help-withdraw = Withdraw an activity. It stays, but does not count in reports. A draft is removed altogether.
help-goals = List the goals of the municipality's policy, with the numbers that --goal takes.
help-report = Make a municipality's report on a period, by what its policies demand.
help-report-period = The period: 2026, "tertial 3 2026", "first half of 2026" or 2026-01-01--2026-06-30. Without it, this year.
help-report-output = The folder for the report's files. Without it, only the main figures are shown.
help-report-format = The files: docx, xlsx and csv, with commas between them.
help-report-language = The report's language, sv or en.
help-import = Import activities from CSV or Excel. Shows first what would happen; nothing is saved until you say yes.
help-import-file = The file, .csv or .xlsx. Its columns are shown by --template.
help-import-template = Write an empty file to fill in, .xlsx or .csv.
help-import-skip-bad = Import the good rows even if others are wrong.
help-units = The municipality's units: committees, administrations, companies and schools.
help-units-import = Import the municipality's register of units from a file, in the place of the one before. Shows first what would happen; nothing is saved before you say yes.
help-units-file = CSV or Excel with the columns id, name, kind, belongs to and editors.
help-units-list = List the municipality's units.
help-backup = Write a backup of the whole database, while others may go on working.
help-backup-file = The file for the backup.
help-restore = Read a backup into an empty database.
help-restore-file = The backup.
help-export-person = Export all that the database has on a person, as JSON.
help-person-id = The person's id: U... in Slack, terminal:login in the terminal.
help-export-output = The file. Without it, it is printed here.
help-erase-person = Erase a person: a pseudonym takes the name's place, the activities stay.
help-export-all = Export all activities with their history, for instance when public records are requested.
help-purge = Remove what has been kept longer than the settings say. Shows it first; nothing is removed until you say yes.
help-only-activities = Only that municipality's activities.
help-export-folder = The folder for the files.

## Wrong use

usage-municipality-missing = the municipality is missing; give --municipality
usage-record-missing = nothing was saved, since { $options } is missing
usage-reason-missing = nothing was saved; the warning needs a reason, give --reason
usage-yes-missing = nothing was saved; give --yes to do it without being asked
usage-stored-value = { $option } is not given, so the stored value { $value } stands
usage-nothing-to-correct = say what is to change, for instance --cost 45000
usage-file-or-template = give either a file or --template
usage-template-ending = the template's name must end in .xlsx or .csv
usage-formats = --format can be { $known }
usage-language = --language can be sv or en
usage-erase-by-hand = nothing was erased; it can only be done at a terminal, where the id is typed once more
reason-option-funding = “{ $value }” is no funding; write it like own=10000, eu=45000:Erasmus+ or other="500 EUR:The foundation"
reason-option-goal = there is no goal { $value }; see policylots goals

## An activity and its fields

record-number = No
record-title = Title
record-kind = Kind
record-dates = Time
record-unit = Unit
record-status = Status
record-done = What was done
record-partners = Partners
record-cities = Towns
record-countries = Countries
record-agreement = Agreement or project
record-participants = Participants
record-cost = Cost
record-funding = Funding
record-effects = Effects
record-link = Link
record-goals = Goals
record-overrides = Warnings set aside
record-of-whom-young = { $total }, of whom { $young } children and young people
record-heading = Activity { $number } · { $municipality } · { $status }
record-page = Page { $page } of { $pages }, { $total ->
    [one] one activity
   *[other] { $total } activities
 }.
record-change = { $number }. { $at } { $by } { $what }
record-because = Reason: { $reason }
record-nothing = (nothing)
record-did-saved_as_draft = saved a draft
record-did-logged = logged it
record-did-imported = imported it from a file
record-did-corrected = corrected it
record-did-effect_added = added an effect
record-did-withdrawn = withdrew it
record-did-person_erased = erased a person's name

## Logging

record-so-far = This is what was understood ({ $municipality }):
record-municipalities = Municipalities: { $known }
record-place = Municipality
record-ask-title = Title
record-ask-kind = Kind (number or name)
record-ask-unit = Unit (number or name)
record-ask-first = First day (like 2026-05-03)
record-ask-last = Last day (blank if it was one day, running if it has not ended)
record-ask-reason = Reason to save it anyway (blank stops)
record-concern-eu_funding = No funding from the EU is stated, but the municipality's documents require it:
record-concern-crosses_border = No other country is stated, but the municipality's documents require one:
record-concern-funding_exceeds_cost = The funding is larger than the cost.
record-concern-personal_number = The text seems to hold a personal identity number. Remove it; what is logged becomes a public record.
record-duplicates = The activity may be logged already:
record-confirm = Save?
record-confirm-withdrawal = Withdraw?
record-confirm-removal = Remove the draft?
confirm-choices = y/n
record-not-stored = Nothing was saved.
record-not-changed = Nothing was changed.
record-unchanged = Activity { $number } states that already. Nothing has been changed.
record-logged = Logged as activity { $number }: { $title }. Change it with policylots correct { $number }, withdraw it with policylots withdraw { $number }.
record-saved-as-draft = Saved as a draft, activity { $number }: { $title }. It counts once it is corrected or confirmed with policylots correct { $number }.
record-corrected = Activity { $number } is corrected: { $title }.
record-withdrawn = Activity { $number } is withdrawn: { $title }. It stays, but does not count in reports.
record-draft-removed = The draft is removed: { $title }. It was never logged, so nothing of it is kept.

## Import

import-plan = { $municipality }: { $good ->
    [one] one row can be imported
   *[other] { $good } rows can be imported
 }{ $known ->
    [0] .
    [one] , one was imported before.
   *[other] , { $known } were imported before.
 }
import-problem = { $column ->
    [none] Row { $line }: { $reason }.
   *[other] Row { $line }, { $column }: { $reason }.
 }
import-concerned = { $count ->
    [one] Row { $lines } needs a reason, in the column reason or by --reason:
   *[other] Rows { $lines } need a reason, in the column reason or by --reason:
 }
import-duplicates = Row { $line }, “{ $title }”, may be logged already:
import-alike = Row { $line }, “{ $title }”, may be the same as row { $others }: a partner or town in common, and at least one day.
import-nothing-stored = Nothing was saved. Correct the rows and import the file again; --skip-bad imports the good rows all the same.
import-nothing-good = Nothing has been saved. Correct the file and import it again; policylots import --template writes a template with all columns.
import-dry-run = Nothing was saved yet. Give --yes to import the rows.
import-confirm = { $count ->
    [one] Import the row?
   *[other] Import { $count } rows?
 }
imported = { $new ->
    [one] One activity was imported
   *[other] { $new } activities were imported
 }{ $known ->
    [0] .
    [one] , one was there already.
   *[other] , { $known } were there already.
 }
written = Wrote { $path }

## Units

column-id = Id
column-name = Name
column-unit_kind = Kind
column-parent = Belongs to
column-editors = Editors
column-closed = Closed
unit-kind-committee = committee
unit-kind-administration = administration
unit-kind-company = company
unit-kind-school = school
unit-kind-other = other
units-nothing-stored = Nothing was saved; the register before stands. Correct the rows and import the whole file again.
units-plan = { $municipality }: { $new ->
    [one] one new unit
   *[other] { $new } new units
 }, { $changed ->
    [one] one is changed
   *[other] { $changed } are changed
 }, { $same ->
    [one] one stays the same.
   *[other] { $same } stay the same.
 }
units-absent = Missing in the file: { $units }. They are removed, or closed where they have activities, agreements or contacts.
units-confirm = Replace the register of units?
units-replaced = { $municipality } now has { $count ->
    [one] one unit
   *[other] { $count } units
 } in its register.
units-closed = Closed, since the file lacks them but they have activities, agreements or contacts: { $units }. They can no longer be chosen, but stand in reports.
units-none = { $municipality } has no units yet. Import them with policylots units import.

## Reports, backup and export

column-goal_number = No
column-goal = Goal
column-figure = Figure
column-value = Value
column-before = Year before
column-before-longer = Period before
column-change = Change
column-coverage = Stated by
column-activities = Activities, no.
report-making = Compiling
backed-up = The backup { $path } is done: { $rows ->
    [one] one row.
   *[other] { $rows } rows.
 }
export-person-unknown = The database has nothing about { $person }. Check the id: in Slack U..., at the terminal terminal:login-name.
erase-warning = What the database holds of { $person } is erased: questions and their answers, ratings, settings, refusals and being an editor. The activities stay under a pseudonym, as do answers that the person gave to others. It cannot be undone; export the data first with policylots export-person if they are to be kept.
erase-confirm = Type the id once more to erase
erased = Done: { $activities ->
    [0] no activity bore the person's name
    [one] one activity has a pseudonym in the name's place
   *[other] { $activities } activities have a pseudonym in the name's place
 }, { $records ->
    [0] nothing else was there to erase.
    [one] one other record is erased or changed.
   *[other] { $records } other records are erased or changed.
 }
export-whole = activities.jsonl
export-table = activities.csv
restored = The backup from { $made } is restored: { $rows ->
    [one] one row.
   *[other] { $rows } rows.
 }

## Retention

purge-plan = To be removed by the settings: { $activities ->
    [one] one activity
   *[other] { $activities } activities
 }, { $occurrences ->
    [one] one broadcast (with its recipients and answers)
   *[other] { $occurrences } broadcasts (with their recipients and answers)
 }, { $questions ->
    [one] one question
   *[other] { $questions } questions
 } (with what belongs to them) and { $denials ->
    [one] one refusal
   *[other] { $denials } refusals
 }.
purge-for-good = Activities and broadcasts are kept for good, since ACTIVITY_RETENTION_YEARS is not set.
purge-dry-run = Nothing has been removed yet. Give --yes to remove it.
purge-confirm = Remove it? It cannot be undone
purge-not-done = Nothing has been removed.
purged = Done, it is removed.

## The template for import

template-sheet = Activities
template-guide = How to fill in
template-names = Names
template-column = Column
template-needed = Required
template-how = How to write it
template-yes = yes
template-how-kind = The kind of activity, as in the list on the sheet Names.
template-how-title = A title of at most 150 characters.
template-how-first = The first day: 2026-05-03, 3/5 2026 (day first) or 3 May 2026.
template-how-last = The last day. Blank if it was a single day, “running” if it has not ended.
template-how-unit = The unit's id or name, as in the list on the sheet Names.
template-how-done = What was done, at most 3,000 characters.
template-how-partners = Organisations that you worked with, with commas between them, or semicolons if a name has a comma.
template-how-cities = Towns, with commas or semicolons between them.
template-how-countries = Countries, in Swedish or English or by their codes, with commas between them. Include Sweden if it took place here.
template-how-agreement = The agreement or project that the activity belongs to.
template-how-participants = The number of participants, a whole number.
template-how-young = How many of them were children and young people.
template-how-cost = The whole cost in kronor, like 45000 or 45 000.50.
template-how-cost_eur = Or in euros. Fill in only one of them.
template-how-own = Own money, in kronor.
template-how-own_eur = Or in euros.
template-how-eu = Funding from the EU, in kronor.
template-how-eu_eur = Or in euros.
template-how-other = Other funding, in kronor.
template-how-other_eur = Or in euros.
template-how-programme = The EU programme, like Erasmus+.
template-how-giver = Who the other funding comes from.
template-how-goals = The policy's goals that the activity serves: their numbers by policylots goals, such as 1, 3, or the goals' own words.
template-how-effects = What it led to and what you learned, at most 3,000 characters.
template-how-link = A whole web address, like https://www.example.se/page.
template-how-reason = The reason, if a warning is shown for the row when the file is imported.
