### Activities in channels, in English. The same keys stand in sv/activities.ftl.

## The form

activity-form-title = Log activity
activity-change-title = Change activity
activity-being-read = What you wrote is being read …
activity-store = Log
activity-store-change = Save
activity-store-anyway = Save anyway
activity-municipality = Municipality
activity-kind = Kind
activity-undefined = { $municipality } has no definition of its own of this kind of activity in its documents.
activity-title = Title
activity-first = First day
activity-last = Last day
activity-last-hint = Only needed if it took several days.
activity-running-label = Ongoing
activity-running = Ongoing, no last day yet
activity-running-about = Such as a network that you are a member of.
activity-unit = Unit
activity-unit-later = Choose a municipality, and its units are shown here.
activity-no-units = { $municipality } has no units in the register yet, so nothing can be logged. Ask whoever runs Policylotsen to read them in with policylots units import.
activity-partners = Partners
activity-partners-hint = Organisations that you worked with. Put semicolons between them.
activity-cities = Towns
activity-cities-hint = Where you were or where your visitors came from, with commas between.
activity-countries = Countries
activity-countries-hint = In Swedish or English, with commas between. Include Sweden if it took place here.
activity-participants = Number of participants
activity-young = Of whom children and young people
activity-young-hint = Leave blank if you do not know.
activity-cost = Cost
activity-cost-hint = The whole cost, such as 45 000.50 or 3 500 EUR. Without a currency the sum is taken as kronor.
activity-own = Funding: own funds
activity-eu = Funding: EU funds
activity-eu-hint = Sum and programme, such as 45 000 kr Erasmus+. Put each programme on a line of its own.
activity-other = Funding: other grants
activity-other-hint = Sum and funder, such as 500 EUR Nordplus. Put each funder on a line of its own.
activity-done = What was done
activity-effects = Effects and learning
activity-effects-hint = What it led to and what you learned. Can be added later.
activity-agreement = Agreement or project
activity-agreement-hint = Leave blank if the activity belongs to no agreement or project.
activity-link = Link
activity-goals = Goals of the policy that the activity serves
activity-left-out = { $count ->
    [one] One more has no room here. It is kept.
   *[other] { $count } more have no room here. They are kept.
 }
activity-draft-label = Draft
activity-draft = Save as a draft
activity-draft-about = Only you, the unit's editors and the coordinators see it.

## What is wrong in it

activity-missing = This is needed
activity-running-and-ended = Choose either a last day or Ongoing
activity-unit-missing = The municipality has no units in the register, so nothing can be logged. Ask whoever runs Policylotsen to read them in
activity-choice-gone = This can no longer be chosen. Choose something else.
activity-funding-unread = “{ $value }” cannot be read. Write the sum in figures first and then the programme or funder, such as 45 000 kr Erasmus+

## What to look at first

activity-questions = Is this right?
activity-reason = Why should it be saved anyway?
activity-reason-hint = The reason is kept with the activity. If you have corrected it below, no reason is needed.
activity-reason-missing = Write a reason, or correct what it is about.
activity-alike = { $count ->
    [one] It may be logged already. This one has a partner or town in common with it, and at least one day:
   *[other] It may be logged already. These have a partner or town in common with it, and at least one day:
 }
activity-another-label = Have you checked?
activity-another = It is another activity
activity-another-about = If not: cancel, and change the one that is logged already.
activity-seen-missing = Tick that it is another activity, or cancel.
activity-changed-meanwhile = The activity has been changed since you opened it. Nothing has been overwritten. Last changed by
activity-differs = This is how what holds now differs from your form:
activity-read-label = Have you read it?
activity-read = Save my form
activity-read-about = What holds now is kept in the history.
activity-read-missing = Tick to save your form, or cancel.
activity-effects-changed = The activity has been changed since you opened it. Nothing has been overwritten. It says now: { $now }

## What could not be stored

activity-unsaved-title = Nothing was saved
activity-unsaved = What you wrote stands here, so that you can copy it:

## Receipts

activity-logged = Logged as activity { $number }.
activity-saved-as-draft = Saved as a draft, activity { $number }. It does not count in reports until you change it and untick draft.
activity-corrected = Activity { $number } is changed.
activity-unchanged = Nothing is changed in activity { $number }: the form states the same as before.
activity-effect-added = The effect is kept in activity { $number }.
activity-withdrawn = Activity { $number } is withdrawn. It is kept, but does not count in reports.
activity-draft-removed = The draft, activity { $number }, is removed. It was never logged, so nothing of it is kept.

## An activity

activity-title-number = Activity { $number }
activity-line = { $number } · { $title } · { $dates } · { $unit } · { $status }
activity-change = Change
activity-withdraw = Withdraw
activity-withdraw-title = Withdraw the activity?
activity-withdraw-text = It is kept with its history, but no longer counts in reports.
activity-remove = Remove the draft
activity-remove-title = Remove the draft?
activity-remove-text = It was never logged. So it is removed altogether, with its history.
activity-add-effect = Add effect
activity-effect-title = Add effect
activity-history = History
activity-history-title = History, no. { $number }

## /logga

activity-help = Write /logga to open an empty form, or /logga and what you did, and the form is filled in: /logga Study visit from Radviliskis 3–5 May, 12 pupils, 45 000 kr Erasmus+. Nothing is stored until you press Log. You log a message from its menu, with Logga som aktivitet. /aktiviteter lists what is logged.

## /aktiviteter

activities-title = Activities
activities-all = All
activities-page = { $total ->
    [one] One activity.
   *[other] { $total } activities, the latest first. Page { $page } of { $pages }.
 }
activities-none = No activities were found.
activities-everywhere = All municipalities
activities-lacks-unit = Which unit is yours? I know that only once you have logged something. Write the unit's name instead of the word unit, and the municipality if needed.
activities-unknown = This was not understood: { $words }. /aktiviteter help shows what can be written.
activities-open = Open
activities-open-named = Open activity { $number }
activities-before = Previous page
activities-after = Next page
activities-help = Write /aktiviteter and what you look for, in any order: mine, unit (your unit's), a year (2026, this year, last year), a kind, a country, a unit, a municipality, drafts or withdrawn. For example: /aktiviteter mine 2026, /aktiviteter unit network, /aktiviteter Skövde Lithuania page 2.

## /rapport

slack-report-making = The report for { $title } is being made. It comes in our conversation.
slack-report-progress = The report for { $title } is being made: step { $done } of { $total }.
slack-report-failed = The report for { $title } was not finished.
slack-report-name = { $municipality } { $period }
slack-report-behind = no. { $ids }
slack-report-parts = The report's parts, and what demands them:
slack-report-files = The files and charts are in the thread.
slack-report-shared = { $title }: the report in Word, the figures in Excel, the activities as CSV, and the charts.
slack-report-which = Which municipality? Write for example /rapport { $municipality } 2026.
slack-report-help = Write /rapport, the municipality and the period, for example: /rapport Örebro 2026, /rapport Skövde tertial 3 2026, /rapport first half 2026 or /rapport 2026-01-01--2026-06-30. Without a municipality, the channel's or your own is meant, without a period this year. Only coordinators can make reports.

## The Home tab and the help

home-log-activity = Log activity
home-my-activities = My activities
slack-help-log = /logga WHAT YOU DID – fills in the form of an activity
slack-help-list = /aktiviteter – lists what is logged
slack-help-report = /rapport MUNICIPALITY PERIOD – the report that the municipality's documents demand (for coordinators)
