### Reminders and broadcasts in Slack, in English. The same keys stand in sv/reminders-slack.ftl.

## To a recipient

reminder-moment = { $day } at { $clock }
reminder-late = Sent later than planned: it was due { $at }.
reminder-number = Reminder { $number } of { $most }
reminder-sample = This is what the broadcast looks like. Only you get this message.
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
later-past = Choose a day to come.
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
instead-over = There is nothing left to decide about “{ $title }” and { $person } ({ $unit }).
approval-asked = { $count ->
    [one] { $person } wants to send this to one person. It needs another coordinator's yes.
   *[other] { $person } wants to send this to { $count } people. It needs another coordinator's yes.
 }
approval-yes = Approve
approval-no = Decline
approval-asked-change = { $person } has changed this broadcast, which now goes to { $count ->
    [one] one person
   *[other] { $count } people
 }. It is paused until another coordinator says yes.
approval-asked-grown = The broadcast of { $person } now reaches { $count ->
    [one] one person
   *[other] { $count } people
 }, so it is paused until another coordinator says yes.
approval-approved = { $by } has approved the broadcast of { $person }.
approval-declined = { $by } has declined the broadcast of { $person }: { $reason }

## The composer

composer-title = New broadcast
composer-change-title = Change broadcast
composer-preview = Preview
composer-store = Store the change
composer-municipality = Municipality
composer-template = Template
composer-title-label = Title
composer-text = Text
composer-text-hint = Write as in any message. The text is shown as it stands: no calls to channels and no hidden links.
composer-reason = Why is it sent?
composer-reason-hint = Recipients see the reason, and it is kept.
composer-whom = Who is it for?
composer-whom-about = Everybody whom any of the inputs meets gets one message each. Nobody gets two.
composer-roles = Contacts in the register
composer-roles-hint = Leave empty if it is only for people, channels or user groups.
composer-role-contact_person = Contact persons
composer-role-coordinator = Coordinators
composer-role-deputy = Deputies
composer-role-head = Heads
composer-units = Only these units
composer-units-hint = Leave empty for all units.
composer-units-later = Choose a municipality to be able to choose units.
composer-no-units = The municipality has no register of units.
composer-people = People
composer-channels = Members of channels
composer-channels-hint = I must be in a private channel to see who its members are.
composer-groups = User groups
composer-silence = Only some of the contacts
composer-period = In the period
composer-period-hint = Only if you choose those who have not logged or reported.
composer-times = When?
composer-when = Time
composer-when-hint = Such as: now · tomorrow at 9 · 1 December 2026 at 9 · every year on 15 March · last working day of each month · 10 days after each tertial · 30 and 14 days before 31 January every year
composer-late = If the time has passed
composer-dropped = Do not send late
composer-dropped-about = Otherwise it is sent as soon as possible, and the message says that it is late.
composer-answers = Answers and reminders
composer-wishes = Recipients can answer with
composer-wishes-hint = Leave empty if it only tells.
composer-every = Remind those who have not answered, days between
composer-every-hint = Leave empty for no reminders. They stop when the recipient answers.
composer-most = At most so many reminders
composer-after = Tell the unit's head or deputy after so many days without an answer
composer-after-hint = Leave empty if nobody is to be told.
composer-nobody = Choose at least one: contacts, people, channels or user groups.
composer-every-missing = Give the number of days between reminders.
composer-most-missing = Give the highest number of reminders.
composer-needs-wish = Choose at least one way to answer, or there is nothing to remind of.
composer-silence-contacts = Choose contacts of the register: only their units can have logged or reported.
composer-blank = Write something here.
composer-help = Write /paminn for a new broadcast, followed by how the message is to begin if you like. /paminn mine shows what waits for you. /paminn status shows the broadcasts and how many have answered, /paminn status 5 broadcast number 5. /paminn drafts shows what is not sent. Write a municipality or all after status and drafts for municipalities other than your own. Only coordinators can make broadcasts.
remind-not-understood = I did not understand “{ $words }”: it can be the number of a broadcast, a municipality or all.
composer-only-coordinators = Only coordinators can make broadcasts. Write /paminn mine to see what waits for you.
silence-none = All contacts
silence-not_logged = Only those whose unit has logged nothing
silence-not_reported = Only those whose unit has neither logged nor answered
period-year-now = This year
period-year-ended = Last year
period-half_year-now = This half-year
period-half_year-ended = Last half-year
period-tertial-now = This tertial
period-tertial-ended = Last tertial
template-none = No template
template-report = Report in
template-report-title = Time to report your international work
template-report-text = Hello! Log what your unit has done internationally in the period, or answer that there is nothing to report. A short description of each activity is enough.
template-report-reason = The municipality's follow-up of its international work needs it.
template-update_plan = Update the action plan
template-update_plan-title = Time to go through the action plan
template-update_plan-text = Hello! Go through the parts of the action plan that your unit answers for: what is done, what is left and what has to change? Answer with a short text, or with Done if the plan is right.
template-update_plan-reason = The action plan is to be evaluated and revised regularly.
template-training = Training
template-training-title = Training on international work
template-training-text = Hello! You are invited to a training. Time and place: … Answer with Done if you come, or write what hinders you.
template-training-reason = Contact persons are to support their unit in its international work.
template-news = News
template-news-title = News of the international work
template-news-text = Hello! This is new since last time: …
template-news-reason = You belong to the network for the municipality's international work.

## The preview

preview-title = Preview
preview-begun = The broadcast is kept as a draft. I am finding out who gets it …
preview-is-draft = Kept as draft { $number }. Nothing is sent yet.
preview-why = Here, recipients are told why it is they who get the message.
preview-cautions = Consider this first
preview-recipients = { $count ->
    [0] Nobody gets it
    [one] One person gets it
   *[other] { $count } people get it
 }
preview-no-unit = Without a unit
preview-and-more = { $people } and { $count } more
preview-doubles = { $count ->
    [one] One person is met in several ways and gets one message only: { $people }.
   *[other] { $count } people are met in several ways and get one message each: { $people }.
 }
preview-away = { $count ->
    [one] One person is away by their status in Slack, and gets it all the same: { $people }.
   *[other] { $count } people are away by their status in Slack, and get it all the same: { $people }.
 }
preview-left-not_in_channel = { $count ->
    [one] One person is not in Slack and is not reached: { $people }.
   *[other] { $count } people are not in Slack and are not reached: { $people }.
 }
preview-left-gone = { $count ->
    [one] One person has a deactivated account in Slack and is not reached: { $people }.
   *[other] { $count } people have deactivated accounts in Slack and are not reached: { $people }.
 }
preview-left-bot = { $count ->
    [one] One app is left out: { $people }.
   *[other] { $count } apps are left out: { $people }.
 }
preview-left-guest = { $count ->
    [one] One guest is left out: { $people }.
   *[other] { $count } guests are left out: { $people }.
 }
preview-units-without = { $count ->
    [one] One unit has no contact of a chosen role: { $units }.
   *[other] { $count } units have no contact of a chosen role: { $units }.
 }
preview-unreadable = { $count ->
    [one] One channel or user group cannot be read. Invite me to the channel first.
   *[other] { $count } channels or user groups cannot be read. Invite me to the channels first.
 }
preview-times = When it is sent
preview-when = Will be sent { $when }.
preview-moved = { $at } (moved from { $nominal }, which is outside working time)
preview-message = What the message looks like
preview-try-out = Send to me first
preview-change = Change
preview-keep = Keep as draft
preview-send = Send
preview-plan = Plan
preview-ask = Ask for approval
preview-kept = Draft { $number } is kept. You find it with /paminn drafts.
preview-note = This is a trial that only you get. Answers to it are not kept.
caution-nobody = It reaches nobody.
caution-never_due = All times have passed: it would never be sent.
caution-second_yes = So many recipients need another coordinator's yes.
caution-over_day_limit = It would go beyond the day's limit of recipients.
caution-reminds_without_wish = It reminds of answers but asks for none.
caution-nobody_to_escalate_to = There are units without a head or deputy to tell.
caution-personal_number = The text holds what looks like a personal identity number.
caution-past_year = The text names a year that has passed. Check that it is the right one, or change the text.
caution-unfilled = The text still has a gap to fill in: “…”. Write what is to stand there, or take it away.
caution-unled = Without head and deputy: { $units }.
broadcast-started = Broadcast { $number } is on its way.
broadcast-planned = Broadcast { $number } is planned: { $when }.
broadcast-awaiting = Broadcast { $number } waits for another coordinator's yes.
broadcast-awaiting-nowhere = Broadcast { $number } waits for another coordinator's yes. Ask one to open it with /paminn status { $number } and choose Approve.
broadcast-approved-told = { $by } has approved your broadcast “{ $title }”.
broadcast-declined-told = { $by } has declined your broadcast “{ $title }”: { $reason } It is still a draft.
broadcast-declined-told-paused = { $by } has said no to “{ $title }” going on as it is now: { $reason } The broadcast is still paused.

## Lists and status

home-compose = New broadcast
home-broadcasts = Broadcasts
home-status = Show broadcasts
home-drafts = Drafts
home-waiting = Waiting for you
home-answer = Show and answer
broadcasts-title = Broadcasts
broadcasts-count = { $count ->
    [0] There are no broadcasts yet.
    [one] One broadcast.
   *[other] { $count } broadcasts, the latest first.
 }
broadcasts-of-one = What concerns { $municipality }. /paminn status all shows the broadcasts of all municipalities, /paminn utkast all their drafts.
drafts-title = Drafts
drafts-count = { $count ->
    [0] There are no drafts.
    [one] One draft.
   *[other] { $count } drafts, the latest first.
 }
broadcast-title = Broadcast { $number }
broadcast-open = Show
broadcast-open-named = Show broadcast { $number }
broadcast-next = next { $at }
broadcast-status-draft = Draft
broadcast-status-awaiting_yes = Waiting for approval
broadcast-status-active = Active
broadcast-status-paused = Paused
broadcast-status-cancelled = Cancelled
broadcast-status-ended = Ended
broadcast-not-sent = Nothing is sent yet.
broadcast-latest = Sent last: { $at }
broadcast-continue = Go on
broadcast-change = Change
broadcast-pause = Pause
broadcast-resume = Resume
broadcast-send-again = Resend to failed
broadcast-cancel = Cancel it
broadcast-discard = Discard the draft
broadcast-cancel-title = Cancel the broadcast?
broadcast-cancel-text = Nothing more is sent, and what was sent need not be answered any more. This cannot be undone.
broadcast-copy = Duplicate
broadcast-export = Get as a file
broadcast-history = History
broadcast-done-paused = The broadcast is paused.
broadcast-done-resumed = The broadcast goes on.
broadcast-done-cancelled = The broadcast is cancelled.
broadcast-done-copied = This is the copy, as a draft.
broadcast-done-approved = The broadcast is approved.
broadcast-done-declined = The broadcast is declined and is still a draft.
broadcast-done-declined-paused = Your no is kept. The broadcast is still paused.
broadcast-done-exported = The file was sent to you in a direct message.
broadcast-done-again = { $count ->
    [0] There was nobody to send it to again.
    [one] It is sent again to one person.
   *[other] It is sent again to { $count } people.
 }
audience = For: { $parts }
audience-contacts = { $roles } of all units
audience-contacts-of = { $count ->
    [one] { $roles } of one unit
   *[other] { $roles } of { $count } units
 }
audience-channels = { $count ->
    [one] the members of one channel
   *[other] the members of { $count } channels
 }
audience-groups = { $count ->
    [one] one user group
   *[other] { $count } user groups
 }
audience-people = { $count ->
    [one] one chosen person
   *[other] { $count } chosen people
 }
stand-count-nobody = No recipient.
stand-count-answered = { $count } answered
stand-count-waiting = { $count } not answered
stand-count-snoozed = { $count } reminded later
stand-count-elsewhere = { $count } name somebody else
stand-count-failed = { $count } not reached
stand-count-not_sent = { $count } not sent yet
stand-count-told = { $count } told
stand-count-replaced = { $count } replaced
stand-answered = { $said } ({ $at })
stand-logged = logged activity { $number }
stand-waiting = not answered
stand-snoozed = reminded { $at }
stand-elsewhere = names somebody else
stand-failed = not reached: { $reason }
stand-not_sent = not sent yet
stand-told = told
stand-replaced = replaced by somebody else
stand-name-elsewhere = Names somebody else
stand-name-failed = Not reached
stand-name-waiting = Not answered
stand-name-snoozed = Reminded later
stand-name-not_sent = Not sent yet
stand-name-answered = Answered
stand-name-told = Told
stand-name-replaced = Replaced by somebody else
composer-changed = The change is kept. It holds from the next sending on: what is sent already stays as it is.
composer-held = The change is saved. The broadcast now goes to so many that another coordinator has to say yes, and is paused until then. They are asked in the coordinators’ channel.
composer-held-nowhere = The change is saved. The broadcast now goes to so many that another coordinator has to say yes, and is paused until then. Ask somebody to open it with /paminn status { $number } and choose Resume.
failure-gone = the person is not in Slack any more
failure-unreachable = the conversation cannot be reached
failure-bot = it is an app
failure-forbidden = Slack does not allow the message ({ $code })
failure-other = Slack answered { $code }
mine-title = Waiting for you
mine-count = { $count ->
    [0] Nothing waits for your answer.
    [one] One message waits for your answer.
   *[other] { $count } messages wait for your answer.
 }
mine-sent = Sent { $at }.
broadcast-record-title = History
event-by-itself = Policylotsen
event-drafted = kept as a draft
event-changed = changed
event-asked_for_yes = approval asked for
event-approved = approved
event-declined = declined
event-started = started
event-paused = paused
event-resumed = resumed
event-cancelled = cancelled
event-ended = ended
event-planned = sending planned
event-missed = sending missed
event-rescheduled = moved to a new time
event-tried_out = tried out
event-answered = answered
event-snoozed = put off
event-pointed_elsewhere = another recipient proposed
event-replaced = recipient replaced
event-kept = recipient kept
event-sent_again = sent again
event-reminded = reminded
event-escalated = head or deputy told
event-nobody_to_tell = no head or deputy found
broadcast-column-unit = Unit
broadcast-column-name = Name
broadcast-column-state = State
broadcast-column-answer = Answer
broadcast-column-answered-at = Answered
broadcast-column-sent-at = Sent
broadcast-column-failure = Failure
broadcast-file = Status of broadcast { $number }

## The daily digest

digest-title = How your broadcasts stand today
digest-title-others = How the broadcasts stand today
digest-intro = { $count ->
    [one] One broadcast has news since { $since }.
   *[other] { $count } broadcasts have news since { $since }.
 }
digest-answered = { $count ->
    [one] one new answer
   *[other] { $count } new answers
 }
digest-failed = { $count ->
    [one] one not reached
   *[other] { $count } not reached
 }
digest-event = { $count ->
    [one] { $what }
   *[other] { $what } ({ $count } times)
 }
digest-new = New: { $new }
digest-now = By now: { $counts }
digest-nobodys = No coordinator in Slack answers for it, so all coordinators are told how it goes.
digest-open = Show broadcasts

## Help

slack-help-remind = /paminn mine – see what waits for your answer. Coordinators: /paminn for a broadcast, /paminn status for how it stands
