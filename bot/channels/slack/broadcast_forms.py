"""The composer as it is shown, with what can be chosen in it."""

from __future__ import annotations

from bot.channels.slack.blocks.composer import ComposerState, Offers, composer
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.broadcast_entries import TEXTS, Draft, content_draft
from bot.channels.slack.desk import Desk
from bot.domain.activities.rights import Deed
from bot.domain.activities.units import Unit
from bot.domain.people import Person
from bot.domain.questions import Venue
from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus, Content, Template, Wish
from bot.services.activities.permission import require
from bot.services.reminders.templates import TEMPLATE_WISHES, template_texts
from knowledge.texts.catalogue import say


def coordinator(desk: Desk, identity: str) -> Person:
    """Somebody who may send broadcasts. Raises NotAdmitted and OnlyCoordinators."""
    person = desk.rights.admit(identity, Deed.BROADCAST.value)
    require(desk.rights, person.id, Deed.BROADCAST)
    return person


def new_composer(desk: Desk, person: Person, channel: str, text: str = "") -> View:
    """A composer that begins with a text, in the municipality of channel or person."""
    language, known = desk.language(person), desk.records.municipalities()
    here = Venue(channel=channel, thread=None, is_private=True)
    place = known[0] if len(known) == 1 else desk.inquiries.scope(here, person.id)
    draft = Draft(
        municipality=place,
        texts={"text": text} if text else {},
        when=say("schedule-now", language),
    )
    return composer_view(desk, draft, ComposerState(), None, language)


def changing_composer(desk: Desk, person: Person, broadcast: Broadcast) -> View:
    """A composer to change a broadcast."""
    language = desk.language(person)
    state = ComposerState(
        broadcast=broadcast.id,
        version=broadcast.version,
        is_sent=broadcast.status not in (BroadcastStatus.DRAFT, BroadcastStatus.AWAITING_YES),
    )
    draft = content_draft(broadcast.content, language)
    return composer_view(desk, draft, state, broadcast.content, language)


def composer_view(
    desk: Desk, draft: Draft, state: ComposerState, before: Content | None, language: str
) -> View:
    """The composer as it stands."""
    offers = Offers(
        municipalities=() if before else desk.records.municipalities(),
        units=units_to_choose(desk, draft.municipality),
        groups=desk.groups(),
        citation=before.citation if before else None,
        has_templates=before is None,
    )
    return composer(draft, offers, state, language)


def units_to_choose(desk: Desk, municipality: str | None) -> list[Unit]:
    """The open units of a municipality."""
    everyone = desk.records.all_units(municipality) if municipality else []
    return [each for each in everyone if not each.closed]


def with_template(draft: Draft, shown: str, language: str) -> Draft:
    """A draft with what its template says, wherever nobody has typed anything else than what the
    template ``shown`` before it says.
    """
    old, new = _texts(shown, language), _texts(draft.template, language)
    texts = {
        each: typed
        for each in TEXTS
        if (
            typed := new.get(each, "")
            if draft.texts.get(each, "") in ("", old.get(each))
            else draft.texts[each]
        )
    }
    is_untouched = frozenset(draft.wishes) == _wishes(shown)
    wishes = tuple(_wishes(draft.template)) if is_untouched else draft.wishes
    return draft.model_copy(update={"texts": texts, "wishes": wishes})


def _texts(template: str, language: str) -> dict[str, str]:
    return template_texts(Template(template), language) if template else {}


def _wishes(template: str) -> frozenset[str]:
    wished = TEMPLATE_WISHES[Template(template)] if template else {Wish.ACKNOWLEDGE}
    return frozenset(each.value for each in wished)
