### Broadcasts in the terminal.

help-remind = Broadcasts and reminders: write drafts, see who gets them, send them and follow the answers. The messages are sent by policylots slack.
help-remind-draft = Keep a draft, and show what would come of it.
help-remind-change = Change a broadcast; what is not given stays. What is planned already is not changed.
help-remind-list = List the broadcasts, the latest first.
help-remind-show = Show a broadcast: what it says, who gets it, when, and what to know before.
help-remind-try = Show the message as a recipient gets it. Nothing is sent.
help-remind-send = Send a draft, or plan it for its time.
help-remind-approve = Say the second yes to a broadcast that reaches many.
help-remind-decline = Say no to a broadcast that reaches many; it is a draft again, or stays paused if it was under way.
help-remind-pause = Send nothing more of a broadcast until it is resumed.
help-remind-resume = Go on with a paused broadcast.
help-remind-cancel = Cancel a broadcast: nothing more is sent.
help-remind-duplicate = Make a new draft that says the same.
help-remind-status = Show by unit who has answered, waits, has snoozed and was not reached.
help-remind-resend = Send again to those whom the latest broadcast did not reach.
help-remind-answer = Answer for a recipient, who answered in another way.
help-remind-replace = Let somebody else answer instead, or keep the one who pointed elsewhere.
help-remind-record = Show who did what with a broadcast, and why, the oldest first.

help-remind-text = The text of the message.
help-remind-template = A text to begin with.
help-remind-title = The title.
help-remind-reason = Why it is sent; the recipients see it.
help-remind-contacts = To the contact persons of all units.
help-remind-role = To contacts with this role: contact person, coordinator, deputy or head; may be given several times.
help-remind-unit = Only to contacts of this unit: its id, name or what it works with; may be given several times.
help-remind-person = To this person, by member id in Slack; may be given several times.
help-remind-channel = To the members of this channel, by its id in Slack; may be given several times.
help-remind-group = To the members of this user group, by its id in Slack; may be given several times.
help-remind-only = Only to contacts of units that have not logged (not-logged), or neither logged nor answered (not-reported), in the period.
help-remind-period = Which part of the year is meant: tertial, half-year or year.
help-remind-ended = The one that ended last, instead of the one under way.
help-remind-when = When it is sent, such as "now", "1 December at 9", "yearly on 15 March", "the last working day of each month" or "14 days before 31 January every year". Without it: now.
help-remind-wish = How recipients can answer: acknowledge, nothing-to-report, log-activity or text; may be given several times. Without it the answers of the template hold; without a template the broadcast is for information only.
help-remind-every = Remind who has not answered every so many days; 0 for no reminders.
help-remind-most = At most so many reminders.
help-remind-escalate = Tell the unit's head or deputy after so many days without an answer; 0 for nobody.
help-remind-late = What becomes of what could not be sent in time: send sends it late, drop leaves it.
help-remind-json = Show as JSON.
help-remind-place = The municipality that the broadcast is for. Without it HOME_MUNICIPALITY holds, or else that of what you logged last.
help-remind-only-place = Only that municipality's broadcasts.
help-remind-number = The number of the broadcast.
help-remind-recipient = The recipient's member id in Slack.
help-remind-status-option = Only broadcasts of this status: draft, awaiting-approval, active, paused, cancelled or ended; may be given several times.
help-remind-decline-reason = Why it is not to be sent.
help-remind-output = Write how far it has come to a new CSV file instead.
help-remind-as = What the recipient answered: done, nothing-to-report, logged or text.
help-remind-answer-text = The answer, if it is a text.
help-remind-answer-activity = The number of the activity, if one was logged.
help-remind-with = Who answers instead, by member id in Slack. Without it: the one whom the recipient named.
help-remind-keep = Keep the recipient.

usage-only-contacts = --only is about contacts: give --contacts, --role or --unit as well
usage-broadcast-missing = this is missing: { $options }
usage-broadcast-nobody = say who is to get it, with one of { $options }
usage-broadcast-long = { $option } is too long: it may have at most { $longest } characters
usage-broadcast-unusable = { $option } cannot be used
usage-needs-wish = reminders and telling the head need an answer to wait for: give --wish as well, or there is nothing to remind of
usage-broadcast-yes = questions can only be asked in a terminal; give --yes if you have read the broadcast with policylots remind show
usage-answer-activity = give the number of the activity with --activity

error-members-unknown = Only Slack knows who belongs to { $name }. Nothing was sent or changed. Set SLACK_BOT_TOKEN, or choose contacts and people instead.

broadcast-drafted = Draft { $number } is kept. Nothing was sent. Send it with policylots remind send { $number }.
broadcast-confirm = Send it?
broadcast-approve-confirm = Do you agree to its being sent?
broadcast-cancel-confirm = Cancel the broadcast? This cannot be undone.
broadcast-nothing-done = Nothing was sent or changed.
broadcast-answered-for = The answer for { $person } is kept. No more reminders are sent.
broadcast-asked-now = { $person } is the one who is asked.

remind-number = No
remind-title = Title
remind-text = Text
remind-municipality = Municipality
remind-status = Status
remind-when = When
remind-next = Next time
remind-reason = Why
remind-citation = Ground
remind-audience = To
remind-wishes = Answers
remind-nagging = Reminders
remind-escalation = Without an answer
remind-lateness = Too late
remind-late-send = Sent as soon as possible, saying that it is late
remind-late-drop = Not sent
remind-nags = { $most ->
    [one] once, after { $days } days
   *[other] at most { $most } times, every { $days } days
 }
remind-escalates = { $days ->
    [one] the unit's head or deputy is told after a day
   *[other] the unit's head or deputy is told after { $days } days
 }
remind-all-units = all units
remind-channels = the members of { $named }
remind-groups = the user groups { $named }
remind-people = { $named }
remind-no-more = Nothing more is sent of it. policylots remind status { $number } shows the answers.
remind-awaiting = Broadcast { $number } waits for another coordinator's yes: policylots remind approve { $number }, or in Slack.
remind-stands = Broadcast { $number }: { $status }.
remind-said = "{ $text }"
remind-event-at = When
remind-event-by = Who
remind-event-what = What
remind-event-whom = About
remind-event-reason = Why

word-acknowledge = acknowledge
word-nothing_to_report = nothing-to-report
word-log_activity = log-activity
word-text = text
word-not_logged = not-logged
word-not_reported = not-reported
word-year = year
word-half_year = half-year
word-tertial = tertial
word-draft = draft
word-awaiting_yes = awaiting-approval
word-active = active
word-paused = paused
word-cancelled = cancelled
word-ended = ended
word-done = done
word-logged = logged
word-send = send
word-drop = drop

remind-changed-draft = Draft { $number } is changed. Nothing was sent. Send it with policylots remind send { $number }.
remind-changed-active = Broadcast { $number } is changed. The change holds from the next sending on: what is sent already stays as it is.
remind-changed-paused = Broadcast { $number } is changed. It is paused as before, and the change holds when it is resumed: policylots remind resume { $number }.
remind-changed-held = Broadcast { $number } is changed and was paused: it reaches so many that another coordinator has to approve the change, with policylots remind approve { $number } or in Slack. Nothing is sent until then.
remind-changed-withdrawn = Broadcast { $number } is changed and a draft again, so it no longer waits for approval. Send it with policylots remind send { $number }.
remind-unchanged = Broadcast { $number } says that already. Nothing was changed.
