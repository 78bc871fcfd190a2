# Contacts: errors

error-contact-gone = There is no contact { $id }, or somebody has removed it. Show the list again.
error-not-your-contact = Contact { $id } can only be changed by the person themselves and by coordinators; who it is and in which role only by coordinators. Tell a coordinator if something is wrong.
error-contact-changed = Somebody else has changed contact { $id } since you opened it. Nothing has been saved; look at it again.
error-contact-known = { $name } has that role at the unit already on some of the same days. Change that contact instead.
error-contacts-changed = Somebody has changed the contacts while you were looking at the file. Nothing has been saved; import it again.

# Contacts: cells

reason-cell-contact-role = the role "{ $value }" is unknown; write one of: { $known }
reason-cell-contact-last-before-first = the last day is before the first; correct one of them, or leave the last day blank
reason-cell-slack-id = "{ $value }" is no member ID of Slack; write it as U and digits, for example U0ANNA1, or leave the cell blank
reason-cell-email = "{ $value }" is no e-mail address; write for example anna@example.se
reason-cell-personal-number = the text seems to hold a personal identity number; write it without the number
