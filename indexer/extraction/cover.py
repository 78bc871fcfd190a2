"""The words of cover sheets: labels of facts, decision lines, kinds of documents."""

from __future__ import annotations

import re
from typing import NamedTuple

from knowledge.language.expressions import date_span, iso_date
from knowledge.model import FactName, Span

_LABELS = {
    FactName.TITLE: r"dokumentnamn|dokumentets namn|titel|title",
    FactName.TYPE: r"dokumenttyp|typ av (?:styr)?dokument|typ|styrdokumentstyp|document type",
    FactName.DECIDED_BY: (
        r"(?:beslutad|beslutat|antagen|antaget|fastställd|fastställt|godkänd)(?: av)?|"
        r"beslutande(?: organ| instans| nämnd)?|"
        r"besluts?instans|beslutsfattare|beslutsorgan|fastställare|(?:adopted|approved|"
        r"decided)(?: by)?"
    ),
    FactName.DECIDED_ON: (
        r"besluts?datum|datum för (?:beslut|antagande|fastställande)|antagandedatum|"
        r"fastställelsedatum|"
        r"(?:beslutad|antagen|fastställd) datum|(?:datum och paragraf|beslut(?:sdatum)? och "
        r"paragraf)|date of (?:decision|adoption)"
    ),
    FactName.PARAGRAPH: r"paragraf|beslutsparagraf|§",
    FactName.DIARY_NUMBER: (
        r"diarienummer|diarienr|dnr|diariebeteckning|ärendenummer|ärendenr|ärende-?id|"
        r"(?:registration|reference|case) number"
    ),
    FactName.VALID_FROM: (
        r"gäller (?:f\.?\s?o\.?\s?m|fr\.?\s?o\.?\s?m|från(?: och med)?)|giltig(?:t)? "
        r"(?:fr\.?o\.?m|f\.?o\.?m|från(?: och med)?)|"
        r"ikraftträdande|träder i kraft|valid from|in force from"
    ),
    FactName.VALID_UNTIL: (
        r"gäller (?:t\.?\s?o\.?\s?m|till(?: och med)?|tills)|giltighetstid|giltig(?:t)? "
        r"(?:t\.?o\.?m|till(?: och med)?)|"
        r"giltighet|valid (?:until|to)"
    ),
    FactName.REPLACES: r"ersätter(?: tidigare (?:dokument|beslut))?|replaces|supersedes",
    FactName.APPLIES_TO: (
        r"(?:dokumentet |policyn )?gäller för|omfattar|målgrupp|berörda(?: verksamheter)?|(?:the "
        r"document )?applies to"
    ),
    FactName.REVISED: (
        r"(?:senast |datum för )?revider(?:ad|at|ing)(?:sdatum)?(?: datum)?|(?:last )?revised|"
        r"version"
    ),
    FactName.REVIEW_RULE: (
        r"(?:tidpunkt|datum|tid) för (?:aktualitetsprövning|översyn|revidering|uppföljning)|"
        r"aktualitetsprövning|aktualiseras|"
        r"revideras(?: senast)?|ses över|översyn|nästa (?:översyn|revidering)|uppföljning|"
        r"(?:next )?review"
    ),
    FactName.OWNER: (
        r"dokumentansvarig(?: funktion| förvaltning| nämnd)?|dokumentägare|ansvarig (?:funktion|"
        r"nämnd|förvaltning|för dokumentet)|"
        r"(?:document )?owner|responsible function"
    ),
    FactName.CONTACT: r"kontaktperson|kontakt|handläggare|contact(?: person)?",
    FactName.RELATED_DOCUMENTS: (
        r"(?:andra |övriga )?(?:tillhörande|relaterade|anknytande) (?:styr)?dokument|related "
        r"documents"
    ),
}
"""What cover sheets call each fact, as regular expressions for the whole label."""

_PATTERNS = {name: re.compile(rf"(?:{words})\.?", re.I) for name, words in _LABELS.items()}

DECISION = re.compile(
    r"^(?:(?P<participle>(?:beslut(?:ad|at)|antag(?:en|et)|fastställ(?:d|t)|godkän(?:d|t)|"
    r"reviderad|adopted|approved|decided))\b"
    r"|(?P<body>kommunfullmäktige|kommunstyrelsen|KF|KS)\s*,?\s+(?=\d|§|den\s))",
    re.I,
)
"""How a line begins that tells who decided the document and when."""

_WHO = re.compile(
    r"\b(?:av|by)\s+(?P<who>[^\d§,;:\n.]+?)(?=\s*(?:,|;|\n|\.|§|\d|\(|$|\s(?:den|on|dnr|"
    r"diarienr)\b))",
    re.I,
)
_PARAGRAPH = re.compile(r"§{1,2}\s?\d+(?:[-–:]\d+)?|(?:paragraf|paragraph)\s+\d+", re.I)
_DIARY = re.compile(
    r"\b(?:dnr|diarienr|diarienummer|ärendenummer)\b\.?:?\s*(?P<number>[A-ZÅÄÖ]{0,6}[ "
    r"-]?\d{2,4}[A-Z\d/.:\-–]*\d)",
    re.I,
)

DOCUMENT_TYPES = re.compile(
    r"(?:^|\b|(?<=[a-zåäö]))(handlingsplan|riktlinjer?|policy|strategi|program|reglemente|regler|"
    r"plan|policies|strategy|action plan|guidelines?)(?:en|n|et|met|na)?\b",
    re.I,
)
"""Kinds of steering documents in titles; the first one named is the document's own."""

CONTACT_DETAIL = re.compile(r"\S+@\S+\.\w+|(?<!\d)(?:\+46|0)\d{1,3}[- ]\d[\d ]{4,}\d")
"""An e-mail address or a Swedish telephone number."""


_SUBJECT = (
    r"(?:Denna |Detta |Den här |Det här |This |The )?(?:\w+)?"
    r"(?:policyn?|strategin?|planen|handlingsplan(?:en)?|riktlinje(?:n|rna)|programmet|"
    r"dokumentet|document|policy|strategy)"
)
_STATEMENTS = {
    FactName.APPLIES_TO: (
        rf"^{_SUBJECT} (?:gäller för|omfattar|gäller(?= (?:alla|samtliga|hela|kommunens))|"
        rf"applies to)\s+(?P<value>[^.;]+)"
    ),
    FactName.VALID_FROM: (
        rf"^{_SUBJECT} (?:gäller|träder i kraft|is valid) (?:från(?: och med)?|fr\.o\.m\.|from|"
        rf"den)\s+(?P<value>[^.;,]+)"
    ),
    FactName.VALID_UNTIL: (
        rf"^{_SUBJECT} (?:gäller|is valid) (?:till(?: och med)?|tills|until)\s+(?P<value>[^.;,]+)"
    ),
    FactName.REPLACES: rf"^{_SUBJECT} (?:ersätter|replaces)\s+(?P<value>[^.;]+)",
}
STATED = [
    *((name, re.compile(pattern, re.I)) for name, pattern in _STATEMENTS.items()),
    (
        FactName.APPLIES_TO,
        re.compile(
            rf"^{_SUBJECT} är\s+(?P<value>(?:kommun|koncern|verksamhets|"
            rf"förvaltnings)övergripande[^.;]*)",
            re.I,
        ),
    ),
]
"""What a sentence of the text says about the document itself, as rules."""


class Part(NamedTuple):
    """A fact found in a piece of text: its value and where the words stand there."""

    name: FactName
    value: str
    span: Span


def label_of(label: str) -> FactName | None:
    """The fact that a cover sheet's label names, if any."""
    bare = re.sub(r"\s+", " ", label).strip(" :*")
    return next((name for name, pattern in _PATTERNS.items() if pattern.fullmatch(bare)), None)


def decision_parts(line: str) -> list[Part]:
    """What a decision line says: by whom, on which day, which paragraph, which diary number."""
    parts = []
    opened = DECISION.match(line)
    who = _WHO.search(line)
    if opened and opened["body"]:
        parts.append(
            _part(
                FactName.DECIDED_BY, line, Span(start=opened.start("body"), end=opened.end("body"))
            )
        )
    elif who:
        parts.append(
            _part(FactName.DECIDED_BY, line, Span(start=who.start("who"), end=who.end("who")))
        )
    return [*parts, *dated_parts(line)]


def dated_parts(line: str) -> list[Part]:
    """The day, paragraph and diary number of a decision in a line."""
    parts = []
    day, value = date_span(line), iso_date(line)
    if day and value:
        parts.append(Part(FactName.DECIDED_ON, value, day))
    paragraph, diary = _PARAGRAPH.search(line), _DIARY.search(line)
    if paragraph:
        parts.append(
            _part(FactName.PARAGRAPH, line, Span(start=paragraph.start(), end=paragraph.end()))
        )
    if diary:
        parts.append(
            _part(
                FactName.DIARY_NUMBER,
                line,
                Span(start=diary.start("number"), end=diary.end("number")),
            )
        )
    return parts


def _part(name: FactName, line: str, span: Span) -> Part:
    return Part(name, span.of(line), span)
