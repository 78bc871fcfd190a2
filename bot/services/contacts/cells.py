"""What single cells say of a contact; strict, as ``services.activities.cells``."""

from __future__ import annotations

import re
from datetime import date

from bot.domain.contacts import ContactRole
from bot.services.activities.cells import date_in, text_in
from bot.services.activities.personal_numbers import personal_numbers
from bot.services.activities.sheets import BadCell, plain
from bot.services.contacts.words import ROLES

_ROLES = {plain(word): role for role, words in ROLES.items() for word in (role.value, *words)}
RUNNING = frozenset(map(plain, ("tills vidare", "until further notice")))
"""What says that there is no last day."""

_MENTION = re.compile(r"<@([^<>|]+)(?:\|[^<>]*)?>")
_PERSON = re.compile(r"[UW][A-Z0-9]{2,20}")
_ADDRESS = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+")


def name_in(text: str) -> str:
    """A name. Raises BadCell."""
    if personal_numbers(text):
        raise BadCell("reason-cell-personal-number")
    return text_in(text)


def role_in(text: str) -> ContactRole:
    """A role by its Swedish or English name. Raises BadCell."""
    found = _ROLES.get(plain(text))
    if found is None:
        known = ", ".join(words[0] for words in ROLES.values())
        raise BadCell("reason-cell-contact-role", value=text, known=known)
    return found


def person_in(text: str) -> str:
    """A person of the channel: its id, or a mention with it. Raises BadCell."""
    mention = _MENTION.fullmatch(text)
    identity = mention[1] if mention else text.removeprefix("@")
    if not _PERSON.fullmatch(identity):
        raise BadCell("reason-cell-slack-id", value=text)
    return identity


def email_in(text: str) -> str:
    """An address, which is kept as a note. Raises BadCell."""
    if not _ADDRESS.fullmatch(text):
        raise BadCell("reason-cell-email", value=text)
    return name_in(text)


def last_in(text: str) -> date | None:
    """A last day; None for until further notice. Raises BadCell."""
    return None if plain(text) in RUNNING else date_in(text)
