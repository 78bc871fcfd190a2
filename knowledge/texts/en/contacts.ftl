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
reason-cell-units-alike = “{ $value }” may be several units: { $known }. Write the whole name or the id
reason-cell-personal-number = the text seems to hold a personal identity number; write it without the number

# Contacts: words for them

contact-running = until further notice
contact-left = has left Slack
contact-new = new
contact-did-added = added
contact-did-imported = imported
contact-did-changed = changed
contact-did-person_erased = erased the person

# Contacts: the terminal

help-contacts = The units' contacts: list, look up, import and export.
help-contacts-list = Lists the contacts, or those that the words ask for: a unit, a role or a name.
help-contacts-words = For example "who is the contact person for culture", "deputy school" or a name.
help-contacts-missing = Lists the units that have neither contact person nor coordinator.
help-contacts-all = Lists contacts whose last day has passed too.
help-contacts-add = Adds a contact.
help-contacts-change = Changes a contact; what is not given stays, and "" empties.
help-contacts-end = Gives a contact a last day: today, if none is given. What was can still be seen.
help-contact-unit = The unit's id or name, or a word for what it works with, such as culture.
help-contact-name = The contact's name.
help-contact-person = The member ID in Slack, such as U0ANNA1; leave it out for who is not in Slack.
help-contact-email = An e-mail address, as a note; nothing is sent to it.
help-contact-role = contact person (if not given), coordinator, deputy or head.
help-contact-first = The first day; today, if not given.
help-contact-last = The last day, or until further notice.
help-contact-last-day = The last day; today, if not given.
help-contacts-import = Imports contacts from CSV or Excel. Shows first what would happen; nothing is saved before you say yes.
help-contacts-file = CSV or Excel with the columns unit, role, name, slack id, email, from and to.
help-contacts-export = Writes the contacts to a CSV file that can be imported again.
help-contacts-output = The file to write.
help-contacts-history = Shows who changed a contact when, and what was stated before.
help-contacts-number = The contact's number, from the list.
column-contact_number = No.
column-contact_unit = Unit
column-contact_role = Role
column-person = Slack ID
column-email = E-mail
column-from = From
column-until = To
column-note = Note
contacts-none = No contacts were found in { $municipality }.
contacts-unknown = Not understood: { $words }
contacts-units-missing = No units are registered for { $municipality }, and so no contacts. Import them with policylots units import FILE --municipality { $municipality }.
contacts-no-gaps = All units of { $municipality } have a contact person or coordinator.
contacts-gap = { $unit } has no contact person.
contacts-gap-covered = { $unit } has no contact person of its own; { $other } answers.
contacts-no-such-role = { $unit } has nobody in that role. These are the unit's contacts:
contacts-plan = { $municipality }: { $new ->
    [one] one new contact
   *[other] { $new } new contacts
 }, { $changed ->
    [one] one is changed
   *[other] { $changed } are changed
 }, { $same ->
    [one] one is unchanged.
   *[other] { $same } are unchanged.
 }
contacts-nothing-stored = Nothing has been saved. Correct the rows and import the whole file again.
contacts-absent = Not in the file, and not changed: { $names }. Set a last day for those who have stopped.
contacts-imported = { $new ->
    [one] One contact has been added
   *[other] { $new } contacts have been added
 } and { $changed ->
    [one] one has been changed.
   *[other] { $changed } have been changed.
 }

# Contacts: Slack

slack-help-contacts = /kontakter UNIT or NAME – who is the contact for what
contacts-help =
    /kontakter shows all units and their contacts.
    /kontakter culture shows who answers for culture: the whole name, a part of it or the subject will do.
    /kontakter deputy school looks for a role: coordinator, deputy, head.
    /kontakter Anna or @Anna shows what somebody is contact for.
    /kontakter mine shows your own entries, which you can correct.
    /kontakter missing shows units without a contact person.
    For coordinators: /kontakter new adds a contact, and /kontakter import @group culture makes the members of a user group contacts of a unit.
contacts-title = Contacts in { $municipality }
contacts-missing-title = Units without a contact in { $municipality }
contacts-own-title = Your entries as a contact
contacts-found-title = Contacts
contacts-own-none = You are not a contact for any unit. Tell a coordinator if you should be.
contacts-nobody = The person is not a contact for any unit.
contacts-which = Which municipality? Write it in the command, for example /kontakter Skara culture, or choose one on the Home tab.
contacts-hint = Search with /kontakter UNIT, ROLE or NAME. /kontakter help shows more.
contacts-missing = Without a contact person: { $units }
contacts-left = { $name } ({ $unit }) has left Slack and needs a successor.
contacts-no-units = { $municipality } has no units yet, and so no contacts. Ask a coordinator: whoever runs Policylotsen imports them with policylots units import.
contacts-group-which = Mention a user group and a unit, for example /kontakter import @international culture. Write the unit's whole name or ID if several are alike.
contacts-group-plan = { $new ->
    [0] No new contact
    [one] One new contact
   *[other] { $new } new contacts
 } for { $unit }, role: { $role }.{ $same ->
    [0] {""}
    [one] {" "}One is already.
   *[other] {" "}{ $same } are already.
 }
contacts-outside = Left out, since they are not members of the workspace: { $names }
contacts-add-group = { $count ->
    [one] Add the contact
   *[other] Add { $count } contacts
 }
contacts-group-added = { $count ->
    [0] Nothing has been changed: all were contacts already.
    [one] One contact has been added.
   *[other] { $count } contacts have been added.
 }
contacts-departed-title = Contacts who have left Slack
contacts-departed = { $name }, { $role } for { $unit } in { $municipality }, is deactivated in Slack. Name a successor and add them with /kontakter new.
contact-days = { $first } to { $last }
contact-since = since { $first }
contact-add = New contact
contact-change = Change { $name }
contact-new-title = New contact
contact-change-title = Change contact
contact-save = Save
contact-unit = Unit
contact-role = Role
contact-person = Person in Slack
contact-person-hint = Leave it out for somebody who is not in Slack. Only who is in Slack can get reminders.
contact-name = Name
contact-name-hint = Blank is taken from the person in Slack.
contact-email = E-mail
contact-email-hint = A note for those who look for it. Nothing is sent there.
contact-first = From
contact-last = To
contact-last-hint = Blank is until further notice. Set a last day for who stops.
contact-nameless = Write a name, or choose a person in Slack.
contact-undated = Choose from which day it holds.
contact-stranger = The person is not in the workspace.
contact-added = The contact has been added:
contact-ended = The contact has been given a last day:
contact-unchanged = Nothing was changed, the contact says this already:
contact-changed = The contact has been changed:
contact-remove = Remove
contact-remove-title = Remove the contact?
contact-remove-text = The contact and its history are removed. For somebody who has stopped, set a last day instead.
contact-removed = The contact has been removed.
