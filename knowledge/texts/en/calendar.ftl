### The duties' calendar, in English. The same keys stand in sv/calendar.ftl.

error-proposal-gone = There is no proposal called { $handle } in the calendar. Nothing has been changed. Open the calendar again: /kalender in Slack, policylots calendar in the terminal.
error-rejection-unexplained = Write why the proposal is rejected, so that other coordinators can read it. Nothing has been changed.
error-day-missing = The document names no day, so somebody has to choose one. Nothing has been changed. Write for instance every year on 1 December, or 15 March 2027.
error-day-passed = The agreement's day, { $day }, has passed, so there is no time to propose. Nothing has been changed. Write yourself when the reminder is to go, for example --when "15 March 2027", or end or change the agreement in the register of agreements.
error-decided-meanwhile = Somebody else has decided on { $handle } since you opened the calendar. Your decision has not been stored. Read what holds now, and do again what you wanted to do.
error-already-accepted = The proposal is accepted already, as broadcast number { $broadcast }. Change or cancel the broadcast (/paminn in Slack, policylots remind in the terminal). When it is cancelled, the proposal can be decided on again.

## Words of a proposal

calendar-basis = { $basis ->
    [told] The day stands in the document.
    [month] The month stands in the document; the day is a suggestion.
    [season] The document names a season but no day. The day is a suggestion.
    [part_of_year] The document names a part of the year but no day. Suggestion: when that part is over.
    [accounts] The document names the annual accounts but no day. Suggestion: well ahead of the year-end accounts.
    [budget] The document names the budget work but no day. Suggestion: when the budget work begins.
    [monthly] The document says every month but no day. The day is a suggestion.
    [yearly] The document says every year but no day. Suggestion: well ahead of the year-end accounts.
    [seldom] The document tells how many years are to pass, but neither the day of its decision nor the time for which it holds gives a year to propose. No date is proposed.
    [term_of_office] The document says once per term of office, which is no date. No date is suggested.
    [regularly] The document says that it is done regularly but not when. No date is suggested.
    [agreement] The day stands in the register of agreements.
    [whole_year] The document names the year only. No date is suggested.
   *[event] The document ties the time to something other than a date. No date is suggested.
}
calendar-basis-nth-year = { $years ->
    [2] The document says every other year.
   *[other] The document says every { $years } years.
} { $since ->
    [decided] The years are counted from its decision in { $of }. The day is a suggestion.
    [valid] The years are counted from when the document began to hold, { $of }. The day is a suggestion.
   *[named] The years are counted from { $of }, which the document names. The day is a suggestion.
}
calendar-choose-day = Choose a day
calendar-what-who = { $who }: { $what }
calendar-nobody = The document names nobody
calendar-when-told = Time by the document: { $when }
calendar-suggestion = Suggestion: { $schedule }
calendar-moved = { $why ->
    [late] Moved from { $day }, since its time is after working hours.
   *[closed] Moved from { $day }, which is no working day.
}
calendar-moved-from = { $day }, moved from { $since }
calendar-past = Was for { $years }. Can be accepted for the year to come: { $schedule }
calendar-past-undated = Was for { $years }. No date is suggested.
calendar-standing = { $standing ->
    [accepted] Accepted
    [changed] Accepted with another time
    [rejected] Rejected
    [choose] Proposal, choose a day
   *[proposed] Proposal
}
calendar-decided = { $standing } by { $who } { $day }
calendar-chosen = Time: { $schedule }
calendar-broadcast = Broadcast number { $broadcast }
calendar-no-broadcast = The broadcast is not made yet. Accept once more, and it is.
calendar-over = The broadcast has ended or was cancelled, so the proposal can be decided on again.
calendar-reason = Reason: { $reason }
calendar-drift = { $kind ->
    [changed] The document has changed
    [moved] The text stands in another place
   *[dropped] The text is gone
}
calendar-day-drift = { $kind ->
    [changed] The day has changed
    [restated] The agreement has changed
   *[dropped] The day is gone
}
calendar-day-drift-told = { $kind ->
    [changed] The register of agreements states another day than when it was decided. The decision and the broadcast hold as before.
    [restated] The day is the same, but the register of agreements states other things of the agreement than when it was decided. The decision and the broadcast hold as before. Correct the broadcast where that is needed.
   *[dropped] The agreement has been ended, or has no such day in the register any more. The decision and the broadcast hold as before.
}
calendar-day-drift-before = Before: { $day }
calendar-day-drift-now = Now: { $day }
calendar-restated = { $label }: { $before } → { $after }
calendar-drift-told = { $kind ->
    [changed] The document says something else than when it was decided. The decision and the broadcast hold as before.
    [moved] The same text stands in another place now. The decision and the broadcast hold as before.
   *[dropped] The document does not say this any more. The decision and the broadcast hold as before.
}
calendar-drift-before = Before: “{ $quote }”
calendar-drift-now = Now: “{ $quote }”

## The draft that an accepted proposal becomes

calendar-draft-what = What: { $what }
calendar-draft-who = Who: { $who }
calendar-draft-ask = Do what concerns you, and answer in this message.
calendar-agreement-draft = { $due ->
    [expires] { $name } ends on { $day }. Decide in good time whether to prolong it, and tell what holds in an answer.
    [notice_by] { $day } is the last day to give notice on { $name }. Decide before it whether to do so, and tell what holds in an answer.
   *[evaluation] { $name } is to be evaluated on { $day } at the latest. See to it that it is done, and tell what holds in an answer.
}
calendar-agreement-draft-partner = Partner: { $partner }
calendar-agreement-draft-reason = The register of agreements: { $name } has a day to watch, { $day }.
calendar-draft-reason = { $document } names a time for this: { $when }

## The year

calendar-title = Calendar { $year }
calendar-title-of = Calendar of { $municipality } { $year }
calendar-year-of = { $municipality } { $year }
calendar-empty = The documents of { $municipality } name no times, and nothing is decided.
calendar-month-empty = Nothing this month.
calendar-undated = Without a date
calendar-past-heading = From earlier years
calendar-rejected = Rejected
calendar-drifts = Changed in the documents or agreements
calendar-counts = { $accepted } { $accepted ->
    [one] accepted
   *[other] accepted
} · { $proposed } to decide on · { $rejected } { $rejected ->
    [one] rejected
   *[other] rejected
}
calendar-proposal-mark = Proposal: { $what }
calendar-agreement-day = Day by the register of agreements: { $day }. Partner: { $partner }
calendar-agreement-passed = The day has passed.
calendar-agreement-due = { $due ->
    [expires] { $name }: last day
    [notice_by] { $name }: last day for notice
   *[evaluation] { $name }: evaluation
}
column-calendar_day = Day
column-calendar_name = Name
column-standing = Standing
column-source = Source

## Files and the feed

calendar-file-subject = calendar
calendar-feed-renewed = The calendar of { $municipality } can be subscribed to at this address. It is shown only now, and an earlier address has ceased to work. Whoever has the address can read the calendar: { $address }
calendar-feed-ended = The calendar of { $municipality } can no longer be subscribed to.
calendar-feed-was-off = The calendar of { $municipality } could not be subscribed to. Nothing has been changed.
calendar-feed-off = Subscribing is turned off. Whoever runs Policylotsen turns it on by the setting CALENDAR_PORT.

## The terminal

help-calendar = The calendar of what documents say is to be done when: show, accept, reject.
help-calendar-year = Show a year month by month, with sources.
help-calendar-accept = Accept a proposal: it becomes the draft of a broadcast.
help-calendar-reject = Reject a proposal, with a reason.
help-calendar-show = Show a proposal with its decisions.
help-calendar-acknowledge = Take note that the document says something else; the decision is not changed.
help-calendar-feed = Give the calendar a new address to subscribe to.
help-calendar-feed-end = End the subscription.
help-calendar-option-year = The year; otherwise the present one.
help-calendar-option-ics = Also write the calendar, of that year and the next, to an iCalendar file.
help-calendar-option-when = The time, for instance "every year on 1 December" or "15 March 2027 at 9".
help-calendar-handle = The proposal's name, or its beginning.
help-calendar-reason = The reason.
calendar-accepted = Accepted. The draft is broadcast number { $broadcast }, and is sent only when you release it. To: { $to }. Change it if needed.
calendar-to-contact_person = contact persons
calendar-to-coordinator = coordinators
calendar-to-deputy = deputies
calendar-to-head = heads
calendar-to-all = { $roles } of all units
calendar-to-units = { $roles } of { $units }
calendar-was-rejected = Rejected.
calendar-acknowledged = Noted. The decision holds as before.
calendar-nothing-to-note = There is nothing to take note of. Nothing has been changed.

## Slack

slack-help-calendar = /kalender YEAR – what the documents say is to be done, and when
slack-calendar-help = Write /kalender for this year, /kalender 2027 or /kalender Skara 2027. Coordinators can accept, change and reject. /kalender file gives the calendar as a file, and /kalender subscribe gives coordinators a new address to it.
slack-calendar-which = Which municipality is it about? Write for instance /kalender { $municipality }.
slack-calendar-accept = Accept
slack-calendar-change = Change
slack-calendar-reject = Reject
slack-calendar-open = Open the broadcast
slack-calendar-acknowledge = Noted
slack-calendar-before = Previous year
slack-calendar-after = Next year
slack-calendar-earlier-page = Previous page
slack-calendar-later-page = Next page
slack-calendar-page = Page { $page } of { $pages }
slack-calendar-file = Get as a file
slack-calendar-read-only = The coordinators decide on the proposals.
slack-calendar-form-title = Choose a time
slack-calendar-reject-title = Reject proposal
slack-calendar-when = When
slack-calendar-when-hint = For instance every year on 1 December, or 15 March 2027 at 9.
slack-calendar-why = Why
slack-calendar-why-hint = The reason is stored and can be read by other coordinators.
slack-calendar-send = Save
slack-calendar-accepted = Accepted: { $what }. The draft is broadcast number { $broadcast }. Nothing is sent before you release it. To: { $to }. Change it if needed.
slack-calendar-rejected = Rejected: { $what }
slack-calendar-noted = Noted. The decision holds as before.
slack-calendar-shared = Here is the calendar of { $municipality }, { $year } and { $next }. Open the file in your calendar program.
slack-calendar-drifts-hint = Open /kalender { $municipality } to read more. There you can open the broadcast and correct it, or press Noted.
