"""The year as a page to read, in Swedish."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from babel.dates import format_date, format_datetime

from bot.domain.activities.units import alphabetical
from bot.domain.contacts import without_contact
from bot.domain.reminders.broadcast import Broadcast
from bot.domain.reminders.proposals import Decision, Verdict
from bot.files.safe_text import one_line
from bot.services.calendar.wording import what
from bot.services.reminders import told_times
from tools.played_year.cast import OUTAGE, day
from tools.played_year.played import Played
from tools.played_year.rows import Row
from tools.played_year.sheet import section

_LONGEST = 90
"""Characters of a title in a table."""

_NUMBER = re.compile(r" \d+")

_VERDICTS = {
    Verdict.ACCEPTED: "godtas",
    Verdict.CHANGED: "godtas med egen tid",
    Verdict.REJECTED: "avslås",
}

_INTRO = """# {municipality} {year}: vad som skickades, till vem, när och varför

Policyn är kommunens egen. Människor, avtal och händelser är påhittade. Sidan är gjord av
`python -m tools.played_year`; samma rader, med citaten i sin helhet, finns i
[`{csv}`]({csv}).
"""


def page(played: Played, rows: Sequence[Row], csv: str) -> str:
    """The whole page as Markdown; ``csv`` is the name of the sheet with the same rows."""
    intro = _INTRO.format(municipality=played.place.municipality, year=played.year, csv=csv)
    parts = (
        intro,
        "## Året i siffror\n",
        _counted(rows),
        "## Det här hände\n",
        "\n".join(f"- {each}" for each in _happenings(played)) + "\n",
        "## Kalenderns förslag och samordnarens beslut\n",
        _table(
            ("Vad", "När, enligt dokumentet eller avtalsregistret", "Avsnitt", "Beslut"),
            map(_decision, played.decisions),
        ),
        "## Utskicken\n",
        _table(("Nr", "Rubrik", "När", "Varför"), map(_broadcast, played.broadcasts.values())),
        "## Dag för dag\n",
        _table(("När", "Till", "Slag", "Vad", "Källa", "Svar"), map(_row, rows)),
    )
    return "\n".join(parts)


def _counted(rows: Sequence[Row]) -> str:
    counts = Counter(_NUMBER.sub("", row.kind) for row in rows)
    return _table(("Slag", "Antal"), ((kind, str(count)) for kind, count in sorted(counts.items())))


def _happenings(played: Played) -> Iterator[str]:
    year, change = played.year, played.place.change
    names = {each.person: each.name for each in played.contacts}
    down, back = (_day(day(year, each)) for each in OUTAGE)
    yield f"{down} till {back} kl. 07:30: tjänsten är inte i gång."
    leaves, replaced = _day(day(year, change.leaves)), _day(day(year, change.replaced))
    leaver = names[change.person]
    yield f"{leaves}: {leaver} slutar och försvinner ur Slack, utan att någon säger det."
    yield f"{replaced}: samordnaren lägger in {change.name} i kontaktregistret."
    outside = [each for each in played.contacts if not each.person]
    if outside:
        told = _listed(each.name for each in outside)
        yield f"Hela året: {told} finns inte i Slack och nås inte."
    units = alphabetical(each for each in played.units.values())
    # Who left during the year was still there.
    contacts = [each.model_copy(update={"left_at": None}) for each in played.contacts]
    without = without_contact(units, contacts, date(year, 1, 1))
    yield f"Utan kontaktperson den 1 januari: {_listed(each.name for each in without) or 'ingen'}."


def _decision(decision: Decision) -> tuple[str, ...]:
    proposal = decision.proposal
    cited = proposal.citation
    schedule = f": {told_times.told(decision.schedule, 'sv')}" if decision.schedule else ""
    reason = f": {decision.reason}" if decision.reason else ""
    return (
        one_line(what(proposal, "sv"), _LONGEST),
        one_line(proposal.when, _LONGEST),
        " ".join(filter(None, (cited.section_number, cited.section))) if cited else "",
        f"{_VERDICTS[decision.verdict]}{schedule}{reason}",
    )


def _broadcast(broadcast: Broadcast) -> tuple[str, ...]:
    content = broadcast.content
    when = told_times.told(content.schedule, "sv")
    return str(broadcast.id), one_line(content.title, _LONGEST), when, one_line(content.reason)


def _row(row: Row) -> tuple[str, ...]:
    moved = f"bestämt {_moment(row.decided)} ({row.why_moved})" if row.decided else ""
    them = ", ".join(filter(None, (row.unit, row.why_them)))
    number = f"{row.broadcast}. " if row.broadcast else ""
    title = f"{number}{one_line(row.title, _LONGEST)}"
    what = title if row.broadcast else f"{title}: {row.reason}"
    answered = _moment(row.answered_at) if row.answered_at else ""
    return (
        _lines(_moment(row.at), moved),
        _lines(row.name, them),
        row.kind,
        what,
        _source(row),
        _lines(row.answer, answered),
    )


def _source(row: Row) -> str:
    cited = row.citation
    return f"[{section(row)}](../../knowledge/documents/{cited.document_id}.txt)" if cited else ""


def _moment(moment: datetime | None) -> str:
    return str(format_datetime(moment, "EEE d MMM HH:mm", locale="sv")) if moment else ""


def _day(on: date) -> str:
    return str(format_date(on, "d MMMM", locale="sv"))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def _lines(*lines: str) -> str:
    return "\n".join(filter(None, lines))


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; lines of a cell stand below each other."""
    lines = [_line(header), _line(["---"] * len(header)), *map(_line, rows)]
    return "\n".join(lines) + "\n"


def _line(cells: Sequence[str]) -> str:
    shown = (each.replace("|", "\\|").replace("*", "\\*").replace("\n", "<br>") for each in cells)
    return f"| {' | '.join(shown)} |"
