# Reminders.

error-not-sent = The message was not sent. It is kept and will be sent as soon as possible.
error-unreachable = The message cannot reach its recipient ({ $code }). Nothing else was lost: put the contact right and choose "Send to failed".
error-in-doubt = It is not known whether the message arrived. That is looked up before anything is sent again.
