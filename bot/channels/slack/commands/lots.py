"""``/lots``: a question, or a word that says what to show. All answers are private."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from bot.channels.slack.answering import answer_privately
from bot.channels.slack.blocks.channel import channel_view
from bot.channels.slack.blocks.gaps import gaps_view
from bot.channels.slack.blocks.lists import (
    documents_message,
    glossary_message,
    help_message,
    who_message,
)
from bot.channels.slack.blocks.notices import Notice, notice, plain_notice
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.reading import asked_in, plain
from bot.domain.people import Person
from bot.domain.questions import Venue
from bot.services.glossary import look_up
from bot.services.listing import list_documents
from bot.services.responsibilities import is_topic, who_does
from knowledge.language.lexicon import load_lexicon
from knowledge.language.words import fold
from knowledge.texts.catalogue import say


class Order(NamedTuple):
    """One ``/lots`` command of a person: ``rest`` is what stands after the word."""

    desk: Desk
    occasion: Occasion
    person: Person
    language: str
    rest: str


def carry_out(desk: Desk, occasion: Occasion) -> None:
    """Show what the first word asks for; all else is a question."""
    person = desk.rights.admit(occasion.person, "use /lots")
    text = asked_in(occasion.text)
    word, _, rest = text.partition(" ")
    order = Order(desk, occasion, person, desk.language(person), rest.strip())
    shown = _subcommand(order, fold(word))
    if shown:
        shown(order)
    else:
        answer_privately(desk, occasion, person, text)


def opens_form(command: dict[str, str]) -> bool:
    """Whether a command opens a modal (a Bolt matcher)."""
    return fold(plain(command.get("text", ""))) in FORMS


def _subcommand(order: Order, word: str) -> Callable[[Order], None] | None:
    if not order.rest:
        return WITHOUT_WORDS.get(word)
    if word in DOCUMENTS and order.desk.index.get().asking.known(order.rest):
        return _documents_of_one
    if word in WITH_WORDS:
        is_question = word in WHO and not is_topic(order.desk.index.get().asking, order.rest)
        return None if is_question else WITH_WORDS[word]
    return None


def _help(order: Order) -> None:
    order.desk.tell(order.occasion, help_message(order.language))


def _documents(order: Order) -> None:
    desk = order.desk
    index = desk.index.get()
    shown = documents_message(
        list_documents(index.catalog),
        desk.inquiries.own_scope(order.person.id),
        today=desk.today,
        language=order.language,
    )
    desk.tell(order.occasion, shown)


def _documents_of_one(order: Order) -> None:
    desk = order.desk
    index = desk.index.get()
    place = index.asking.known(order.rest)
    rows = [row for row in list_documents(index.catalog) if row.municipality == place]
    shown = documents_message(rows, place, today=desk.today, language=order.language)
    desk.tell(order.occasion, shown)


def _how_to(usage: str) -> Callable[[Order], None]:
    """Show how to use a command whose word is missing; ``usage`` is a key of the catalogue."""

    def show(order: Order) -> None:
        order.desk.tell(order.occasion, plain_notice(say(usage, order.language), order.language))

    return show


def _glossary(order: Order) -> None:
    page = look_up(order.rest, load_lexicon(), order.desk.index.get().catalog)
    order.desk.tell(order.occasion, glossary_message(page, order.language))


def _who(order: Order) -> None:
    desk, occasion = order.desk, order.occasion
    venue = Venue(channel=occasion.channel, thread=None, is_private=True)
    place = desk.inquiries.scope(venue, order.person.id)
    rows = who_does(desk.index.get().asking, order.rest, place)
    desk.tell(occasion, who_message(order.rest, rows, order.language))


def _channel(order: Order) -> None:
    desk, channel = order.desk, order.occasion.channel
    if order.occasion.is_direct:
        desk.tell(order.occasion, notice(Notice.NO_CHANNEL_HERE, order.language))
        return
    municipalities = desk.index.get().asking.municipalities
    settings = desk.settings.of_channel(channel)
    view = channel_view(channel, settings, municipalities, order.language)
    desk.messenger.open(order.occasion.trigger, view)


def _gaps(order: Order) -> None:
    desk = order.desk
    report = desk.gaps.recent(order.person.id)
    desk.messenger.open(order.occasion.trigger, gaps_view(report, order.language))


DOCUMENTS = frozenset(("dokument", "documents"))
GLOSSARY = frozenset(("ordlista", "glossary"))
WHO = frozenset(("vem", "who"))
WITHOUT_WORDS: dict[str, Callable[[Order], None]] = {
    "": _help,
    "hjalp": _help,
    "help": _help,
    **dict.fromkeys(DOCUMENTS, _documents),
    **dict.fromkeys(GLOSSARY, _how_to("slack-usage-glossary")),
    **dict.fromkeys(WHO, _how_to("slack-usage-who")),
    "kanal": _channel,
    "channel": _channel,
    "luckor": _gaps,
    "gaps": _gaps,
}
WITH_WORDS: dict[str, Callable[[Order], None]] = {
    **dict.fromkeys(GLOSSARY, _glossary),
    **dict.fromkeys(WHO, _who),
}
FORMS = frozenset(("kanal", "channel", "luckor", "gaps"))
