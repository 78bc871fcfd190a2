"""``/rapport``: the report that a municipality's documents demand, for coordinators."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from time import monotonic

from bot.channels.slack.blocks.fitting import Message
from bot.channels.slack.blocks.notices import plain_notice
from bot.channels.slack.blocks.report import charts_of, progress_message, report_message
from bot.channels.slack.desk import Desk
from bot.channels.slack.errors import ChannelRefused, ChannelUnavailable
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.messenger import SharedFile
from bot.channels.slack.own_place import home_of
from bot.channels.slack.reading import plain
from bot.domain.activities.dates import Period
from bot.domain.activities.rights import Deed
from bot.domain.people import Person
from bot.services.activities.permission import require
from bot.services.places import find_municipality
from bot.services.reports.periods import period_name, read_period
from bot.services.reports.report import Report
from knowledge.errors import PolicylotsenError
from knowledge.language.words import fold
from knowledge.model import Value
from knowledge.texts.catalogue import say

_log = logging.getLogger(__name__)

HELP = frozenset(("hjalp", "help"))

BETWEEN = 2.0
"""Seconds between two words on how far it has come: Slack takes about one a second."""

_LONGEST_PLACE = 4
"""Words of a municipality's name."""


class Order(Value):
    """Which report; ``title`` names it in the language of who ordered it."""

    municipality: str
    period: Period
    language: str
    title: str


def carry_out(desk: Desk, occasion: Occasion) -> None:
    """Make the report that the text names, in the conversation with its coordinator."""
    person = desk.rights.admit(occasion.person, "make a report")
    language, text = desk.language(person), plain(occasion.text)
    if fold(text) in HELP:
        desk.tell(occasion, plain_notice(say("slack-report-help", language), language))
        return
    require(desk.rights, person.id, Deed.REPORT)
    known = desk.records.municipalities()
    named, rest = split_place(text, known)
    place = named or home_of(desk, occasion, person)
    if place is None:
        which = say("slack-report-which", language, municipality=known[0])
        desk.tell(occasion, plain_notice(which, language))
        return
    period = read_period(rest, desk.today)
    name = {"municipality": place, "period": period_name(period, language)}
    title = say("slack-report-name", language, **name)
    order = Order(municipality=place, period=period, language=language, title=title)
    _make(desk, occasion, person, order)


def split_place(text: str, known: Sequence[str]) -> tuple[str | None, str]:
    """The municipality at the beginning or end of a text, if any, and the rest."""
    words = text.split()
    for count in range(min(_LONGEST_PLACE, len(words)), 0, -1):
        for own, rest in ((words[:count], words[count:]), (words[-count:], words[:-count])):
            found = find_municipality(" ".join(own), known)
            if found:
                return found, " ".join(rest)
    return None, text


def _make(desk: Desk, occasion: Occasion, person: Person, order: Order) -> None:
    direct = desk.messenger.direct(person.id)
    if occasion.channel != direct:
        told = say("slack-report-making", order.language, title=order.title)
        desk.tell(occasion, plain_notice(told, order.language))
    first = progress_message(order.title, 0, 1, order.language)
    posted = desk.post_once(occasion, direct, first, None, f"{occasion.key}:report")

    def change(message: Message) -> None:
        desk.messenger.change(direct, posted, message)

    try:
        made = desk.reports.report(
            order.municipality, order.period, order.language, person.id, _progress(change, order)
        )
        change(report_message(made))
        said = say("slack-report-shared", order.language, title=order.title)
        desk.share_once(occasion, direct, posted, list(_files(made)), said)
    except Exception as error:
        if not (isinstance(error, PolicylotsenError) and error.retryable):
            failed = say("slack-report-failed", order.language, title=order.title)
            change(plain_notice(failed, order.language))
        raise


def _progress(change: Callable[[Message], None], order: Order) -> Callable[[int, int], None]:
    """Tells how far it has come, once in a while; a report does not fail for that."""
    told_at = monotonic()

    def progress(done: int, total: int) -> None:
        nonlocal told_at
        if monotonic() - told_at < BETWEEN:
            return
        told_at = monotonic()
        try:
            change(progress_message(order.title, done, total, order.language))
        except (ChannelRefused, ChannelUnavailable) as error:
            _log.info("progress is not told: %s", error)

    return progress


def _files(report: Report) -> Iterator[SharedFile]:
    """The report in all its forms. The writers load libraries that take long, and are loaded by
    the first report.
    """
    from bot.files.charts import chart_png
    from bot.files.csv import write_csv
    from bot.files.docx import write_docx
    from bot.files.naming import report_file_name
    from bot.files.xlsx import write_xlsx

    for ending, write in (("docx", write_docx), ("xlsx", write_xlsx), ("csv", write_csv)):
        name = report_file_name(report, ending)
        yield SharedFile(name=name, title=name, content=write(report))
    for number, chart in enumerate(charts_of(report), start=1):
        yield SharedFile(
            name=report_file_name(report, f"{number}.png"),
            title=chart.title,
            content=chart_png(chart, report.language),
            alt_text=chart.alt_text,
        )
