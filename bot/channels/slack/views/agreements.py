"""What becomes of the form of an agreement."""

from __future__ import annotations

from bot.channels.slack.agreement_forms import Errors, SentAgreement, known_names, register_of
from bot.channels.slack.blocks import agreement_names as names
from bot.channels.slack.blocks.agreement_card import agreement_message
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.blocks.notices import plain_notice
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.domain.activities.rights import Deed
from bot.domain.agreements import Agreement, AgreementContent
from bot.domain.people import Person
from bot.services.activities.permission import require
from bot.services.errors import AgreementChanged, AgreementEnded
from knowledge.errors import InvalidInput
from knowledge.texts.catalogue import say


def objection(desk: Desk, occasion: Occasion) -> Errors | View | None:
    """What is wrong with an agreement, by block; the form again, with what it states by now, where
    somebody else was first.
    """
    language = desk.language(desk.rights.look_up(occasion.person))
    try:
        person = desk.rights.admit(occasion.person, "change an agreement")
        require(desk.rights, person.id, Deed.MANAGE_AGREEMENTS)
        sent = SentAgreement(desk, occasion, language)
        told = sent.read()
        if not isinstance(told, AgreementContent):
            return told
        if sent.state.agreement is None:
            return None
        now = register_of(desk).find(sent.state.agreement)
        if not now.is_in_force:
            raise AgreementEnded(f"agreement {now.id} was ended", id=str(now.id))
        return sent.again(now, told) if now.version != sent.state.version else None
    except InvalidInput as error:
        return {names.field("name"): say(error.key, language, **error.details)}


def store(desk: Desk, occasion: Occasion) -> None:
    """Store an agreement, and give its person a receipt, once."""
    person = desk.rights.admit(occasion.person, "change an agreement")
    language = desk.language(person)
    sent = SentAgreement(desk, occasion, language)
    told = sent.read()
    if not isinstance(told, AgreementContent):
        raise TypeError(f"was all right when it was sent: {sorted(told)}")
    stored = _stored(desk, occasion, sent, told, person)
    if sent.state.agreement is not None and stored.version == sent.state.version:
        said = say("agreement-unchanged", language, number=str(stored.id))
        desk.tell(occasion, plain_notice(said, language))
        return
    known = known_names(desk, stored.municipality, language)
    done = "agreement-added" if sent.state.agreement is None else "agreement-changed"
    said = known.say(done, number=str(stored.id), name=stored.content.name)
    standing = register_of(desk).standing(stored)
    receipt = agreement_message(said, standing, known, desk.today, is_managed=True)
    direct = desk.messenger.direct(person.id)
    desk.post_once(occasion, direct, receipt, None, f"{occasion.key}:receipt")


def _stored(
    desk: Desk,
    occasion: Occasion,
    sent: SentAgreement,
    told: AgreementContent,
    person: Person,
) -> Agreement:
    """The agreement stored; on a second attempt as the first has stored it, if it did."""
    register, state = register_of(desk), sent.state
    if state.agreement is None:
        return register.add(occasion.key, state.municipality, told, person.id)
    try:
        return register.change(state.agreement, state.version, told, person.id)
    except AgreementChanged as error:
        is_own = error.current.changed_by == person.id and error.current.content == told
        if occasion.attempts == 1 or not is_own:
            raise
        return error.current
