"""Any values that Slack may have to show: any script, direction and length."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from bot.domain.hand_overs import HandOver
from bot.domain.questions import LoggedQuestion, Reason
from bot.services.comparing import Comparison
from bot.services.gaps import Gap
from bot.services.glossary import GlossaryEntry, GlossaryPage
from bot.services.listing import DefinitionRow, DutyRow
from bot.services.responsibilities import Responsibility
from bot.services.sections import Part, Run, SectionPage, Validity
from knowledge.model import Answer, AnswerStatus, Citation, PassageKind, SectionReference, Span
from tests.unit.bot.channels.slack.made import PRIVATE, document

# Long texts take their time, and how much depends on what else the machine does.
some = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))

LETTERS = st.text(max_size=40)
HOSTILE = st.sampled_from(
    (
        "",
        " \t\n",
        "\u200b",
        "<!channel> <@U0EVA> <!subteam^S0KOM|x> &amp; <https://evil.example|here>",
        "*bold* _italic_ ~gone~ `code` ```block``` :tada: > quote",
        "👩‍👩‍👧‍👦🏳️‍🌈" * 40,
        "e\u0301" * 300,
        "שלום עולם " * 30,
        "\u202egnp.exe \x00\x07\x1b[31m\ud83d",
        "ord " * 900,
        "&<>" * 600,
        "x" * 3500,
        "😀" * 1700,
        'citat " och \\ ' * 700,
    )
)
TEXTS = st.one_of(LETTERS, HOSTILE, st.tuples(LETTERS, HOSTILE, LETTERS).map("".join))
LANGUAGES = st.sampled_from(("sv", "en"))
MAYBE = st.none() | TEXTS

_REFERENCE = {
    "document_id": LETTERS,
    "ordinal": st.integers(0, 999),
    "municipality": TEXTS,
    "document": TEXTS,
    "decided": MAYBE,
    "section_number": MAYBE,
    "section": TEXTS,
    "section_path": st.lists(TEXTS, max_size=3).map(tuple),
    "page": st.none() | st.integers(1, 999),
}
SECTIONS = st.builds(SectionReference, **_REFERENCE)
CITATIONS = st.builds(
    Citation, **_REFERENCE, quote=TEXTS, start=st.integers(0, 10**6), end=st.integers(0, 10**6)
)
ANSWERS = st.builds(
    Answer,
    language=LANGUAGES,
    status=st.sampled_from(AnswerStatus),
    sentence=TEXTS,
    text=TEXTS,
    citations=st.lists(CITATIONS, max_size=4).map(tuple),
    nearest=st.lists(SECTIONS, max_size=3).map(tuple),
    notes=st.lists(TEXTS, max_size=3).map(tuple),
)
IDS = st.uuids().map(str)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))
QUESTIONS = st.builds(
    LoggedQuestion,
    id=IDS,
    key=IDS,
    asker=st.sampled_from(("U0EVA", "W1", "<!channel>", "")),
    venue=st.just(PRIVATE),
    text=TEXTS,
    question=TEXTS,
    municipality=MAYBE,
    answer=ANSWERS,
    asked_at=MOMENTS,
    message=st.none(),
    shared=st.none(),
)
HAND_OVERS = st.builds(
    HandOver,
    id=IDS,
    question=IDS,
    asker=st.sampled_from(("U0EVA", "W1", "<!channel>", "")),
    venue=st.just(PRIVATE),
    handed_over_at=MOMENTS,
    card=st.none(),
    reminders=st.integers(0, 3),
    answer=TEXTS,
    answered_by=st.sampled_from(("U0BO", "<!here>")),
    answered_at=MOMENTS,
    delivered=st.none(),
)
COMPARISONS = st.builds(
    Comparison,
    question=TEXTS,
    answers=st.lists(st.tuples(TEXTS, ANSWERS), min_size=1, max_size=12).map(tuple),
    left_out=st.integers(0, 300),
)
_RUNS = st.lists(st.builds(Run, text=TEXTS, is_quote=st.booleans()), max_size=3).map(tuple)
PASSAGES = st.builds(
    Part, kind=st.sampled_from(PassageKind), units=st.lists(_RUNS, max_size=5).map(tuple)
)
VALIDITIES = st.builds(Validity, valid_from=MAYBE, valid_until=MAYBE)
PAGES = st.builds(
    SectionPage,
    section=SECTIONS,
    validity=VALIDITIES,
    parts=st.lists(PASSAGES, max_size=8).map(tuple),
    quote=st.none() | st.just(Span(start=3, end=9)),
    previous=st.none() | SECTIONS,
    following=st.none() | SECTIONS,
)
GAPS = st.builds(
    Gap,
    questions=st.lists(TEXTS, min_size=1, max_size=4).map(tuple),
    municipality=MAYBE,
    times=st.integers(1, 99),
    refused=st.integers(0, 99),
    disliked=st.integers(0, 99),
    reasons=st.lists(st.sampled_from(Reason), max_size=3).map(tuple),
    comments=st.lists(TEXTS, max_size=3).map(tuple),
    last_asked_at=MOMENTS,
)
DOCUMENTS = st.builds(document, TEXTS, TEXTS, MAYBE)
_QUOTES = {**_REFERENCE, "quote": TEXTS, "start": st.just(1), "end": st.just(2)}
_QUOTES = {name: each for name, each in _QUOTES.items() if name not in {"document_id", "ordinal"}}
DUTIES = st.builds(
    Responsibility,
    duty=st.builds(
        DutyRow,
        **_QUOTES,
        actors=st.just(()),
        actor=MAYBE,
        action=TEXTS,
        recipient=MAYBE,
        time=MAYBE,
    ),
    section=SECTIONS,
)
_WORDS = st.lists(TEXTS, max_size=4).map(tuple)
GLOSSARIES = st.builds(
    GlossaryPage,
    term=TEXTS,
    entries=st.lists(
        st.builds(
            GlossaryEntry,
            swedish=TEXTS,
            english=_WORDS,
            synonyms=_WORDS,
            narrower=_WORDS,
            related=_WORDS,
        ),
        max_size=5,
    ).map(tuple),
    definitions=st.lists(
        st.builds(DefinitionRow, **_QUOTES, term=TEXTS, meaning=TEXTS), max_size=5
    ).map(tuple),
    closest=_WORDS,
)
