### Agreements and memberships, in English. The same keys stand in sv/agreements.ftl.

## Errors

error-agreement-gone = There is no agreement number { $id }. Check the number, or look in the list: /avtal in Slack, policylots agreements in the terminal.
error-agreement-ended = Agreement { $id } has been ended and cannot be changed. Nothing was changed. Add it again if it holds anew.
error-agreement-changed = Agreement { $id } has been changed since you opened it. Nothing has been overwritten. Read what it says now, and make your change again.
error-agreement-holds-number = The details seem to hold a personal identity number. Nothing was stored or changed. Write them without the number: the register is a public record.

## What is wrong in a sheet

reason-agreement-kind = the kind “{ $value }” is unknown; write twin town, cooperation, network or membership
reason-agreement-last-before-first = the last day is before the first; correct one of them, or write until further notice
reason-agreement-notice = "{ $value }" is no notice; write a number of months, such as 6 months, or the last day, such as 2026-06-30
reason-agreement-number = the row seems to hold a personal identity number; write it without the number
reason-agreement-known = the agreement is there already as number { $id }, with other details; change it there, or give the row another name
reason-agreement-ended = ended agreements are not imported; remove the row

## Kinds and what is stated

agreement-kind-twin_town = twin town
agreement-kind-cooperation = cooperation
agreement-kind-network = network
agreement-kind-membership = membership
agreement-kinds-twin_town = agreements with twin towns
agreement-kinds-cooperation = cooperation agreements
agreement-kinds-network = networks
agreement-kinds-membership = memberships
agreement-name = Name
agreement-kind = Kind
agreement-partner = Partner
agreement-town = Town
agreement-country = Country
agreement-first = Valid from
agreement-last = Valid until
agreement-valid = Valid
agreement-notice = Notice
agreement-next-evaluation = Next evaluation
agreement-last-evaluation = Last evaluated
agreement-owner = Unit responsible
agreement-responsible = Person responsible
agreement-link = Link
agreement-note = Note
agreement-number = No.
agreement-due = Due
agreement-status = Status
agreement-warnings = Warnings
agreement-status-in_force = in force
agreement-status-ended = ended
agreement-status-expired = expired
agreement-until-further = until further notice
agreement-valid-from = from { $first }, until further notice
agreement-valid-between = { $first } – { $last }
agreement-notice-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
agreement-notice-by = { $months ->
    [one] { $months } month before the end, by { $day }
   *[other] { $months } months before the end, by { $day }
}
agreement-notice-day = by { $day }
agreement-nothing = nothing

## Warnings and what falls due

agreement-breach-expired = Expired on { $day }.
agreement-breach-no_end = Has no end, although the document demands that it be limited in time.
agreement-breach-no_end-by = Has no end. By the document it may hold until { $day } at the longest.
agreement-breach-too_long = Holds longer than the document allows: until { $day } at the longest.
agreement-breach-evaluation_passed = Should have been evaluated by { $day }.
agreement-breach-no_evaluation = No evaluation is planned, although the document demands that the agreement or membership be evaluated.
agreement-breach-evaluation_too_late = The next evaluation is too late: it is to be made by { $day }.
agreement-due-notice_by = last day for notice
agreement-due-evaluate = evaluation
agreement-due-expires = expires
agreement-due-on = { $day }: { $what }
agreement-decided-by = Decides: { $actor }.
agreement-exempt = Exempt: { $words }.
agreement-did-added = added it
agreement-did-imported = imported it
agreement-did-changed = changed it
agreement-did-ended = ended it
agreement-did-person_erased = details of a person were erased

## The terminal

help-agreements = Agreements and memberships: list, show, add, change, end, import and export.
help-agreements-list = Lists agreements, what falls due first on top, with warnings.
help-agreements-words = Which agreements: kind, country, unit, words of the name, expires, evaluation, warnings, open-ended, ended, all.
help-agreements-show = Shows an agreement with its warnings, what falls due, and who decides.
help-agreements-history = Shows who changed what and when, too.
help-agreements-add = Adds an agreement.
help-agreements-change = Changes an agreement; what is not given stays, and "" empties.
help-agreements-end = Ends an agreement: it stays in the register, but nothing falls due any more.
help-agreements-import = Imports agreements: first what would happen, then all of it or nothing.
help-agreements-export = Writes the agreements as CSV, which import reads.
help-agreements-rules = Shows what the municipality's documents demand of agreements and memberships.
help-agreement-number = The agreement's number in the list.
help-agreement-file = The file, .csv or .xlsx.
help-agreement-output = The file to write; it must not be there. Without it the terminal is written to.
help-agreement-with-ended = Takes ended agreements along.
help-agreement-name = The agreement's name.
help-agreement-kind = Kind: twin town, cooperation, network or membership.
help-agreement-partner = The other party, the network or the organisation.
help-agreement-town = Town.
help-agreement-country = Country.
help-agreement-first = The first day on which it holds.
help-agreement-last = The last day, or until further notice.
help-agreement-notice = Notice: a number of months before the end, or the last day.
help-agreement-next-evaluation = The day of the next evaluation.
help-agreement-last-evaluation = The day of the last evaluation.
help-agreement-owner = The unit responsible, by name or id.
help-agreement-responsible = The person responsible.
help-agreement-note = Note.
help-agreement-reason = Why the agreement ends.
agreements-count = { $count ->
    [one] { $count } agreement
   *[other] { $count } agreements
}{ $warned ->
    [0] {""}
   *[other] , { $warned } of them with a warning
}.
agreements-none = No agreements are registered for { $municipality }.
agreements-none-found = No agreement fits. { $municipality } has { $count } agreements in the register.
agreements-rules-none = The documents of { $municipality } say nothing of limiting agreements or memberships in time, or of evaluating them.
agreement-rule-time_limit = Are to be limited in time: { $kinds }.
agreement-rule-time_limit-months = Are to be limited in time, { $months } months at most: { $kinds }.
agreement-rule-evaluation = Are to be evaluated: { $kinds }.
agreement-rule-evaluation-regularly = Are to be evaluated regularly: { $kinds }.
agreement-rule-evaluation-months = { $months ->
    [12] Are to be evaluated every year: { $kinds }.
   *[other] Are to be evaluated every { $months } months at least: { $kinds }.
}
agreement-rule-evaluation-before = Are to be evaluated before they are prolonged: { $kinds }.
agreement-rule-decision = { $actor } decides on { $kinds }.
agreement-added = Agreement { $number } was added: { $name }.
agreement-changed = Agreement { $number } was changed: { $name }.
agreement-unchanged = Nothing was changed: agreement { $number } says this already.
agreement-ended = Agreement { $number } was ended: { $name }.
agreement-confirm-end = End the agreement?
agreement-heading = Agreement { $number } · { $municipality } · { $status }
agreements-import-plan = { $municipality }: { $good ->
    [one] { $good } new agreement
   *[other] { $good } new agreements
}, { $known } there already.
agreements-import-confirm = { $count ->
    [one] Add { $count } agreement?
   *[other] Add { $count } agreements?
}
agreements-imported = { $new } agreements were added, { $known } were there already.
agreements-nothing-stored = Nothing was stored. Correct the rows and import the file again.

## Slack

agreements-title = Agreements and memberships
agreements-in-force = all in force
agreements-not-ended = all that were not ended
agreements-in_force = In force
agreements-expired = Expired
agreements-ended = Ended
agreements-more = Not all { $count } agreements fit here. Write words to choose among them, such as /avtal networks, /avtal Nordic, /avtal warnings, a unit or part of the name.
slack-help-agreements = /avtal – agreements and memberships, and what has to be done about them
agreements-help = /avtal lists the municipality's agreements and memberships, what falls due first on top, with warnings where the document is not followed. Write words to choose: twin town, cooperation, network, membership, a country, Nordic, a unit, a name, expires, evaluation, warnings, open-ended, ended or all. /avtal 3 shows agreement number 3. /avtal new opens the form (for coordinators). Write a municipality's name first for another one: /avtal Skara networks.
agreements-which = Which municipality is it about? Write for instance /avtal Örebro, or choose your municipality on the app's home page.
agreements-no-units = { $municipality } has no units in the register, and each agreement needs a unit responsible. Import them with policylots units import.
agreement-title = Agreement { $number }
agreement-here = Agreement { $number }:
agreement-open = Open
agreement-open-named = Open agreement { $number }
agreement-new = New agreement
agreement-change = Change
agreement-end = End
agreement-end-text = The agreement stays in the register, but nothing falls due any more and it cannot be changed.
agreement-history = History
agreement-falls-due = Falls due
agreement-new-title = New agreement
agreement-change-title = Change agreement
agreement-save = Save
agreement-changed-meanwhile = Somebody has changed the agreement since you opened it. What you typed still stands here. If you save, this is changed back (what you typed → what holds now):
agreement-last-hint = Leave blank if it holds until further notice.
agreement-notice-hint = A number of months before the end, such as 6 months, or the last day, such as 2027-06-30.
agreement-responsible-name = Or the name of somebody outside Slack
