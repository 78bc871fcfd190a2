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
help-contacts-import = Imports contacts from CSV or Excel. Shows first what would happen; nothing is saved before you say yes.
help-contacts-file = CSV or Excel with the columns unit, role, name, slack-id, email, from and to.
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
