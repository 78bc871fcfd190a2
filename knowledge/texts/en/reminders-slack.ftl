### Reminders and broadcasts in Slack, in English. The same keys stand in sv/reminders-slack.ftl.

## To a recipient

reminder-moment = { $day } at { $clock }
reminder-late = Sent later than planned: it was due { $at }.
reminder-number = Reminder { $number } of { $most }
reminder-sample = This is what the broadcast looks like. Only you get this message.
reminder-sample-why = Here, recipients are told why it is they who get the message.
reminder-reason = Why it is sent: { $reason }
reminder-why-contact = You get this because you are a contact for a unit.
reminder-why-contact-unit = You get this because you are a contact for { $unit }.
reminder-why-channel = You get this because you are in a channel that it is for.
reminder-why-group = You get this because you are in a user group that it is for.
reminder-why-named = You get this because the coordinator has chosen you.
reminder-why-instead = You get this in the place of a colleague, who named you.
reminder-why-instead-unit = You get this for { $unit }, in the place of a colleague who named you.
reminder-waiting = Answer with a button below.
reminder-told = You need not answer this message.
reminder-cancelled = The broadcast is cancelled. You need not answer.
reminder-snoozed = You will be reminded again { $at }. You can answer earlier if you like.
reminder-elsewhere = You have named { $person } to answer instead. A coordinator confirms it.
reminder-replaced = { $person } answers instead. You need not do anything.
reminder-answered-done = You answered Done { $at }. Thank you!
reminder-answered-nothing_to_report = You answered that there is nothing to report { $at }. Thank you!
reminder-answered-logged = You logged activity { $number } as your answer { $at }. Thank you!
reminder-answered-text = You answered { $at }: “{ $text }”. Thank you!
reminder-answered-by = { $person } answered for you { $at }: { $kind }.
reminder-wish-acknowledge = Done
reminder-wish-nothing_to_report = Nothing to report
reminder-wish-log_activity = Log activity
reminder-wish-text = Reply
reminder-wishes = Recipients can answer with: { $wishes }
reminder-wish-none = The broadcast asks for no answer.
reminder-later = Remind me later
reminder-later-tomorrow = Tomorrow
reminder-later-next_week = Next week
reminder-later-day = Another day …
reminder-not-me = Not me
answer-done = done
answer-nothing_to_report = nothing to report
answer-logged = an activity is logged
answer-text = an answer in words

## Forms behind the buttons

reply-title = Reply
reply-label = Your answer
reply-hint = The coordinators see the answer. Write no sensitive personal data.
later-title = Remind me later
later-label = Which day?
later-hint = You are reminded when the working day begins. Weekends and holidays move to the next working day.
not-me-title = Somebody else
not-me-label = Who should answer instead?
not-me-hint = A coordinator confirms before they get the message.
decline-title = Decline the broadcast
decline-label = Why should it not be sent?
decline-submit = Decline

## To a unit's head

escalation-headline = { $person } ({ $unit }) has not answered “{ $title }”, which was sent { $at }.
escalation-headline-no-unit = { $person } has not answered “{ $title }”, which was sent { $at }.
escalation-ask = Please see to it that somebody answers, or get in touch with the coordinator. This is the message:
escalation-why = You get this because you are the unit's head or deputy.

## To the coordinators

instead-asked = { $person } ({ $unit }) does not answer “{ $title }” but names { $instead }. Shall { $instead } get the message instead?
instead-no-unit = without a unit
instead-confirm = Confirm
instead-keep = Keep
instead-confirmed = { $by } has confirmed that { $instead } answers “{ $title }” in the place of { $person } ({ $unit }).
instead-kept = { $by } has kept { $person } ({ $unit }) as the recipient of “{ $title }”, in the place of { $instead }.
approval-asked = { $count ->
    [one] { $person } wants to send this to one person. It needs another coordinator's yes.
   *[other] { $person } wants to send this to { $count } people. It needs another coordinator's yes.
 }
approval-yes = Approve
approval-no = Decline
approval-approved = { $by } has approved the broadcast of { $person }.
approval-declined = { $by } has declined the broadcast of { $person }: { $reason }
