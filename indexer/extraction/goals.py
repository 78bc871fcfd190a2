"""The goals that a document sets: items of lists of goals, and sentences that state one.

What serves a goal, tells why there is one, or speaks of somebody else's, is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.extraction.wording import BACKGROUND
from indexer.structure.patterns import LIST_MARKER, split_number
from knowledge.model import Goal, Passage, PassageKind, Place, Section, Span

LONGEST_SENTENCE = 2000
"""Characters of a sentence that are looked at."""

_GOAL = (
    r"(?:(?:del|huvud|effekt|inriktnings|utvecklings|verksamhets)?mål(?:et|en)?|"
    r"målsättning(?:en|ar|arna)?|goals?|objectives?|aims?)"
)
_NAMES_GOALS = re.compile(rf"(?<![\w-]){_GOAL}(?![\w-])", re.I)

_GOALS_ALONE = re.compile(
    rf"^(?:(?:kommunens|våra|övergripande|strategiska|prioriterade|långsiktiga|internationella|"
    rf"gemensamma|our|overall|general|strategic|international|long-term)\s+)*{_GOAL}"
    r"(?:\s+\d{1,2})?(?:\s+(?:för|med|of|for)\s.+|\s*[:–-]\s.+)?$",
    re.I,
)
"""Headings that announce goals and nothing else; what stands below them is a goal as well."""

_ABOUT_GOALS = re.compile(
    r"uppfölj|utvärder|indikator|nyckeltal|åtgärd|aktivitet|ansvar|organisation|bakgrund|agenda|"
    r"globala|millennie|koppling|relation|nå\b|uppnå|uppfyll|follow|evaluat|monitor|indicator|"
    r"measure|action|activit|responsib|background|achiev|reach",
    re.I,
)
"""What makes of words about goals something else than setting them."""

_OTHER_LIST = re.compile(
    r"^(?:för\s+att|in\s+order\s+to|to\s+(?:reach|achieve|meet))\b|\bsyfte|\bpurpose|"
    r"\b(?:genom(?:\s+att)?|gäller|omfattar|områden(?:a)?|exempel(?:vis)?|by|through|applies|"
    r"areas|examples?)\b",
    re.I,
)
"""Lead-ins of lists of means, of parts or of purposes."""

_SERVING = re.compile(r"\b(?:bidra|främja|stödja|contribut|support)\w*", re.I)
"""Outside a section of goals, what serves goals sets none."""

_OWN = re.compile(
    r"kommun|stad|polic|strategi|plan\b|planen|programmet|riktlinje|dokument|arbete|engagemang|"
    r"samarbete|internationalisering|verksamhet|vänort|nämnd|förvaltning|skol|deltagande|utbyte|"
    r"perioden|(?<!\d)20\d\d|municipal|city|town|work|strategy|cooperation|engagement|activit|"
    r"participation|exchange|period|document",
    re.I,
)
"""Things whose goals are the document's own."""

_OTHERS = re.compile(
    r"\b(?:vision\w*|agenda|FN|EU|EU:s|UN|union\w*|region\w*|läne\w*|stat(?:en|ens)|Sverige\w*|"
    r"regering\w*|riksdag\w*|lands\w*|fond\w*|Erasmus\w*|nätverkets|projektets|global\w*|"
    r"nationell\w*|national\w*|Sweden\w*|government\w*)(?!\w)",
    re.I,
)
"""Those whose goals are not the document's own."""

_NO_SUBJECT = re.compile(
    r"\b(?:att|nå|när|om|utan|för|med|till|av|i|på|som|ska|är|to|when|if|in|of|for|that|is)\b",
    re.I,
)

_STATED = re.compile(
    rf"^(?P<front>(?:[\w:’'-]+\s+){{0,4}}?){_GOAL}"
    r"(?:\s+(?:med|för|i|of|for|with)\s+(?P<of>[^.:;]+?))?\s+(?:är|is|are)"
    r"(?:\s+(?:också|även|vidare|därför|dessutom|därmed|bland\s+annat|also|therefore|further))*"
    r"(?:\s+(?:att|to|that)\b|\s*:?\s*$)",
    re.I,
)
"""Sentences such as "Målet med arbetet är att ...", and lead-ins of that form."""

_HAS_GOAL = re.compile(
    r"^(?:[\w-]+\s+){0,3}?(?:kommun(?:en)?|staden|vi|nämnden|arbetet|policyn|strategin|"
    r"municipality|city|town|we|work|policy|strategy)\s+(?:har|has|have)\s+"
    rf"(?:[\w-]+\s+){{0,2}}?{_GOAL}\s+(?:att|to|of)\b",
    re.I,
)
"""Sentences such as "Kommunen har som mål att ..."."""

_DEMANDS = re.compile(r"\b(?:ska|skall|shall|will)\b", re.I)
_NO_ITEM = re.compile(
    r"^(?:indikator|nyckeltal|mått|åtgärd|aktivitet|ansvarig|tidpunkt|indicator|measure|action|"
    r"activity|responsible)\w*\s*:",
    re.I,
)
_TRAILING = re.compile(r"(?:[\s,;]|,?\s+(?:och|samt|and))+$")


def goals_of(text: str, section: Section, passages: Sequence[Passage]) -> list[Goal]:
    """The goals of one section, in order of their places."""
    reading = _Reading(text, section)
    for passage in passages:
        if passage.kind not in (PassageKind.ACTION, PassageKind.FACTS):
            reading.take(passage)
    return reading.goals()


class _Reading:
    """The sentences and list items of one section, one after the other."""

    def __init__(self, text: str, section: Section) -> None:
        self._text = text
        self._explains = bool(BACKGROUND.match(section.heading))
        self._speaks, self._alone = _announces(section)
        self._listing = self._speaks
        self._column: int | None = None
        self._in_table = False
        self._set: list[Goal] = []
        self._demanded: list[Goal] = []

    def goals(self) -> list[Goal]:
        """What was found: under a heading of goals, failing others, what is to be."""
        return self._set or (self._demanded if self._alone else [])

    def take(self, passage: Passage) -> None:
        """Read a passage. A list without a lead-in goes on with the one before it."""
        if passage.kind is PassageKind.TABLE_ROW:
            self._row(passage)
            return
        self._in_table = False
        for unit, after in zip(passage.units, [*passage.units[1:], None], strict=True):
            sentence = unit.of(self._text)[:LONGEST_SENTENCE]
            marker = LIST_MARKER.match(sentence)
            leads = after is not None and LIST_MARKER.match(after.of(self._text))
            if marker:
                item = Span(start=unit.start + marker.end(), end=unit.end)
                self._item(passage, item, is_goal=self._listing)
            elif leads or sentence.endswith(":"):
                self._listing = self._leads(sentence)
            else:
                self._listing = self._speaks
                self._sentence(passage, unit, sentence)

    def _row(self, passage: Passage) -> None:
        """A row of a table: under a heading row with a column of goals, its cell there is one."""
        cells = passage.span.of(self._text).split("\t")
        if not self._in_table:
            heads = (at for at, cell in enumerate(cells) if _GOALS_ALONE.match(cell.strip()))
            self._column, self._in_table = next(heads, None), True
        elif self._column is not None and self._column < len(cells):
            start = passage.span.start + sum(len(cell) + 1 for cell in cells[: self._column])
            cell = cells[self._column]
            if len(cell.split()) > 1 and cell not in self._cells():
                self._item(passage, Span(start=start, end=start + len(cell)), is_goal=True)

    def _cells(self) -> set[str]:
        """What was found so far: a goal that several rows serve stands in each of them."""
        return {goal.place.span.of(self._text) for goal in self._set}

    def _leads(self, sentence: str) -> bool:
        """Whether a sentence leads into a list of goals."""
        if _states(sentence, explains=self._explains):
            return True
        if _OTHER_LIST.search(sentence) or _ABOUT_GOALS.search(sentence):
            return False
        names = _NAMES_GOALS.search(sentence) and not _SERVING.search(sentence)
        foreign = _OTHERS.search(sentence)
        return self._speaks or bool(names and not foreign)

    def _item(self, passage: Passage, span: Span, *, is_goal: bool) -> None:
        item = span.of(self._text)
        if is_goal and not _NO_ITEM.match(item):
            end = span.end - len(item) + len(_TRAILING.sub("", item))
            self._add(self._set, passage, Span(start=span.start, end=end))

    def _sentence(self, passage: Passage, span: Span, sentence: str) -> None:
        if _states(sentence, explains=self._explains):
            self._add(self._set, passage, span)
        elif _DEMANDS.search(sentence) and not (
            _ABOUT_GOALS.search(sentence) or _NAMES_GOALS.search(sentence)
        ):
            self._add(self._demanded, passage, span)

    def _add(self, goals: list[Goal], passage: Passage, span: Span) -> None:
        if span.start < span.end:
            place = Place(document=passage.document, section=passage.section, span=span)
            goals.append(Goal(place=place))


def _announces(section: Section) -> tuple[bool, bool]:
    """Whether a section's heading announces goals, and whether it announces nothing else.

    Below a heading of goals alone, those of its parts need not say so again.
    """
    *above, own = ("", *(split_number(label)[1].strip(" :") for label in section.path))
    if _ABOUT_GOALS.search(own):
        return False, False
    if _NAMES_GOALS.search(own):
        return True, bool(_GOALS_ALONE.match(own))
    below = any(_GOALS_ALONE.match(label) for label in above[-1:])
    return below, below


def _states(sentence: str, *, explains: bool) -> bool:
    """Whether a sentence states a goal of the document's own; in a section that explains, only
    where it names whose goal it is.
    """
    if _HAS_GOAL.match(sentence):
        return True
    found = _STATED.match(sentence)
    if found is None or _NO_SUBJECT.search(found["front"]) or _OTHERS.search(found["front"]):
        return False
    if found["of"] is None:
        return not explains or bool(_OWN.search(found["front"]))
    return bool(_OWN.search(found["of"])) and not _OTHERS.match(found["of"])
