"""Who may do what with activities, broadcasts and contacts. The table is the rule."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person is to one activity or contact; a person may be several. The SUBJECT is who a
    contact tells of.
    """

    MEMBER = "member"
    AUTHOR = "author"
    UNIT_EDITOR = "unit_editor"
    COORDINATOR = "coordinator"
    SUBJECT = "subject"


class Deed(StrEnum):
    """What can be done."""

    LOG = "log"
    READ = "read"
    READ_DRAFT = "read_draft"
    CHANGE = "change"
    WITHDRAW = "withdraw"
    READ_HISTORY = "read_history"
    REPORT = "report"
    IMPORT = "import"
    EXPORT_ALL = "export_all"
    EXPORT_PERSON = "export_person"
    ERASE_PERSON = "erase_person"
    BROADCAST = "broadcast"
    ANSWER_FOR_OTHERS = "answer_for_others"
    CHANGE_CONTACT = "change_contact"
    MANAGE_CONTACTS = "manage_contacts"
    READ_AGREEMENTS = "read_agreements"
    MANAGE_AGREEMENTS = "manage_agreements"


_ALL = frozenset(Role)
_RESPONSIBLE = frozenset({Role.AUTHOR, Role.UNIT_EDITOR, Role.COORDINATOR})
_COORDINATOR = frozenset({Role.COORDINATOR})

MAY: dict[Deed, frozenset[Role]] = {
    Deed.LOG: _ALL,
    Deed.READ: _ALL,
    Deed.READ_DRAFT: _RESPONSIBLE,
    Deed.CHANGE: _RESPONSIBLE,
    Deed.WITHDRAW: _RESPONSIBLE,
    Deed.READ_HISTORY: _RESPONSIBLE,
    Deed.REPORT: _COORDINATOR,
    Deed.IMPORT: _COORDINATOR,
    Deed.EXPORT_ALL: _COORDINATOR,
    Deed.EXPORT_PERSON: _COORDINATOR,
    Deed.ERASE_PERSON: _COORDINATOR,
    Deed.BROADCAST: _COORDINATOR,
    Deed.ANSWER_FOR_OTHERS: _COORDINATOR,
    Deed.CHANGE_CONTACT: frozenset({Role.SUBJECT, Role.COORDINATOR}),
    Deed.MANAGE_CONTACTS: _COORDINATOR,
    Deed.READ_AGREEMENTS: _ALL,
    Deed.MANAGE_AGREEMENTS: _COORDINATOR,
}


def may(roles: frozenset[Role], deed: Deed) -> bool:
    """Whether somebody with these roles may do it."""
    return not roles.isdisjoint(MAY[deed])
