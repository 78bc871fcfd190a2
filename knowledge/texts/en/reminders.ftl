# Reminders.

error-not-sent = The message was not sent. It is kept and will be sent as soon as possible.
error-not-looked-up = Slack cannot tell just now who the recipients are. Nothing was sent and nothing is lost. Try again in a while.
error-unreachable = The message cannot reach its recipient ({ $code }). Nothing else was lost: put the contact right and choose "Send to failed".
error-in-doubt = It is not known whether the message arrived. That is looked up before anything is sent again.

error-broadcast-gone = There is no broadcast number { $id }. Check the number, or look in the list: /paminn in Slack, policylots remind list in the terminal.
error-broadcast-changed = Broadcast { $id } has been changed since you opened it. Nothing was overwritten. Read what it says now and do again what you wanted to do.
error-unfit-status = { $status ->
    [draft] The broadcast is a draft, so this cannot be done. Nothing was changed. Send it first.
    [awaiting_yes] The broadcast is waiting for another coordinator's yes. Nothing was changed.
    [active] The broadcast is already under way. Nothing was changed.
    [paused] The broadcast is paused. Nothing was changed. Resume it first.
    [cancelled] The broadcast was cancelled and cannot be changed. Nothing was changed. Make a copy of it if it is to be sent again.
   *[ended] The broadcast has ended and cannot be changed. Nothing was changed. Make a copy of it if it is to be sent again.
 }
error-nobody-reached = The broadcast reaches nobody, so it was not sent. The draft is kept. Choose more recipients, or add contacts with /kontakter.
error-never-due = All times of the broadcast have passed, so it was not started. The draft is kept. State a time that is to come.
error-day-limit-reached = Broadcasts may reach at most { $limit } recipients a day. { $planned } are planned for that day already, and this one would reach { $more } more. Nothing was sent and the draft is kept. Send it another day, choose fewer recipients, or ask whoever runs Policylotsen to change BROADCAST_DAILY_LIMIT.
error-own-yes = You asked for this broadcast yourself, so your own yes is not enough. Nothing was sent and nothing is lost. Ask another coordinator to approve it.
error-no-yes-asked = The broadcast is paused and waits for nobody's yes. Nothing was changed. Resume it if it is to go on.
error-reason-missing = Write why you say no, so that whoever asked for the broadcast knows what to change. Nothing was changed.
error-occurrence-gone = There is no such broadcast to answer. Check the number, or see what is waiting for you with /paminn mina.
error-only-tried-out = This is a trial that only you were sent, so the answer is not kept.
error-not-recipient = This reminder was not sent to you, so the answer was not saved. Ask whoever got it to answer, or tell the coordinator.
error-occurrence-over = The broadcast was cancelled, so no answer is needed any more. Nothing was saved.
error-no-answer-wanted = The message is for information only, so no answer is needed. Nothing was saved.
error-answered-by-them = { $name } has answered already, so nobody else was asked. The answer stands. To ask somebody else as well, make a new broadcast.
error-pointed-otherwise = { $name } has said something else since, so nothing was changed. The card shows how it is now.
error-taken-over = { $name } was asked instead, so the answer was not saved. Tell the coordinator if that is wrong.
error-answer-too-long = The answer is too long: it may have at most { $longest } characters. Nothing was saved. Write it shorter.
error-unusable-day = That day cannot be chosen. Nothing was changed. State a day from tomorrow up to { $last }.
error-unusable-person = { $name ->
    [none] Nobody is named to be asked instead. Nothing was changed. Name a person who is a member of the workspace.
   *[other] { $name } cannot get the reminder. Nothing was changed. Name another person who is a member of the workspace.
 }
reason-setting-sending_from = state a time such as 08:00
reason-setting-sending_until = state a time such as 17:00, later than SENDING_FROM

event-unreadable = channels or user groups that cannot be read
event-nobody_reached = nobody reached
event-units_without = units without a contact person
event-not_reminded = not reminded any more: the message did not arrive
event-not_reached = the head was not told: no message has reached the recipient
event-put_off = waits for the next working day: the day’s limit of recipients is reached
reason-second-yes-missing = Policylotsen has paused the broadcast: it now reaches so many that another coordinator has to approve it by resuming it.
reason-over-day-limit = Policylotsen has paused the broadcast: it now reaches more than broadcasts may reach in a day.
