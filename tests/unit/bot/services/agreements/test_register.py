"""The register: who may change it, what is refused, what falls due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from bot.domain.activities.dates import Dates
from bot.domain.activities.units import Unit, UnitKind
from bot.domain.agreement_rules import AgreementRule, AgreementRuleKind, Breach, DueKind
from bot.domain.agreements import AgreementContent, AgreementKind, Notice
from bot.services.agreements.filters import AgreementFilter, read_filter
from bot.services.agreements.register import AgreementRegister
from bot.services.errors import (
    AgreementChanged,
    AgreementEnded,
    AgreementGone,
    AgreementHoldsNumber,
    OnlyCoordinators,
    ReasonHoldsNumber,
    UnitClosed,
    UnknownUnit,
)
from bot.services.rights import Rights
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.domain.test_agreements import EVALUATION, LIMIT
from tests.unit.bot.services.asked import Clock, FakeDirectory

HOME = "Örebro"
KIM, EVA = "UKIM", "UEVA"
UNITS = [
    Unit(id="ks", municipality=HOME, name="Kommunstyrelsen", kind=UnitKind.COMMITTEE),
    Unit(id="old", municipality=HOME, name="Nedlagd", kind=UnitKind.OTHER, closed=True),
]


class FixedRules:
    def __init__(self, *rules: AgreementRule) -> None:
        self.rules = rules

    def of(self, municipality: str) -> Sequence[AgreementRule]:
        return self.rules if municipality == HOME else ()


class Office:
    def __init__(self, *rules: AgreementRule) -> None:
        self.storage, self.clock = FakeDatabase(), Clock()
        self.storage.units.replace(HOME, UNITS)
        directory = FakeDirectory()
        directory.coordinators.add(KIM)
        rights = Rights(directory, self.storage.denials, self.clock)
        self.register = AgreementRegister(
            self.storage.agreements, self.storage.units, FixedRules(*rules), rights, self.clock
        )

    def add(self, key: str = "k", **stated: object) -> int:
        return self.register.add(key, HOME, content(**stated), KIM).id


def content(**stated: object) -> AgreementContent:
    told = {
        "name": "Vänort",
        "kind": AgreementKind.TWIN_TOWN,
        "partner": "Terrassa",
        "country": "ES",
        "valid": Dates(first=date(2020, 1, 1), last=None),
        "owner": "ks",
        **stated,
    }
    return AgreementContent.model_validate(told)


def test_members_read_and_coordinators_change() -> None:
    office = Office()
    number = office.add()
    register = office.register
    assert register.find(number).content == content()
    assert (register.may_manage(KIM), register.may_manage(EVA)) == (True, False)
    attempts: list[Callable[[], object]] = [
        lambda: register.add("x", HOME, content(), EVA),
        lambda: register.change(number, 1, content(town="T"), EVA),
        lambda: register.end(number, 1, EVA, ""),
        lambda: register.history(number, EVA),
    ]
    for attempt in attempts:
        with pytest.raises(OnlyCoordinators):
            attempt()
    assert register.find(number).version == 1


def test_the_same_key_adds_once() -> None:
    office = Office()
    assert office.add("k") == office.add("k", name="Annat")


def test_a_change_is_kept_with_what_was_before_and_none_is_no_change() -> None:
    office = Office()
    number = office.add()
    assert office.register.change(number, 1, content(), KIM).version == 1
    assert office.register.change(number, 1, content(town="Terrassa"), KIM).version == 2
    first, second = office.register.history(number, KIM)
    assert (first.before, second.before) == (None, content())


def test_who_comes_second_is_told_what_it_states_by_now() -> None:
    office = Office()
    number = office.add()
    office.register.change(number, 1, content(town="Terrassa"), KIM)
    with pytest.raises(AgreementChanged) as refused:
        office.register.change(number, 1, content(note="x"), KIM)
    assert refused.value.current.content.town == "Terrassa"


def test_what_was_ended_stays_and_cannot_be_changed() -> None:
    office = Office(LIMIT)
    number = office.add()
    assert office.register.end(number, 1, KIM, " Uppsagt. ").version == 2
    assert office.register.history(number, KIM)[-1].reason == "Uppsagt."
    with pytest.raises(AgreementEnded):
        office.register.change(number, 2, content(note="x"), KIM)
    with pytest.raises(AgreementEnded):
        office.register.end(number, 2, KIM, "")
    assert office.register.listed(HOME, AgreementFilter()) == []
    [ended] = office.register.listed(HOME, AgreementFilter(ended=True))
    assert (ended.warnings, ended.due) == ((), ())


@pytest.mark.parametrize(
    ("stated", "refused"),
    [
        ({"owner": "nobody"}, UnknownUnit),
        ({"owner": "old"}, UnitClosed),
        ({"note": "Kontakt: 19811228-9874"}, AgreementHoldsNumber),
        ({"responsible": "811228-9874"}, AgreementHoldsNumber),
    ],
)
def test_what_cannot_be_stored_is_refused(
    stated: dict[str, object], refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        Office().register.add("k", HOME, content(**stated), KIM)


def test_a_reason_holds_no_personal_number_and_a_number_that_is_none_is_told() -> None:
    office = Office()
    number = office.add()
    with pytest.raises(ReasonHoldsNumber):
        office.register.end(number, 1, KIM, "Enligt 19811228-9874")
    with pytest.raises(AgreementGone):
        office.register.find(77)


def test_an_agreement_may_stay_with_a_unit_that_was_closed() -> None:
    office = Office()
    number = office.add()
    closed = [each.model_copy(update={"closed": True}) for each in UNITS]
    office.storage.units.replace(HOME, closed)
    assert office.register.change(number, 1, content(note="x"), KIM).version == 2


def test_what_falls_due_from_a_day_to_another_is_told_with_its_sentence() -> None:
    office = Office(LIMIT, EVALUATION)
    valid = Dates(first=date(2024, 1, 1), last=date(2027, 12, 31))
    number = office.add(
        valid=valid, notice=Notice(months=6), next_evaluation=date(2027, 3, 1), name="Terrassa"
    )
    office.add("k2", name="Drammen", country="NO")
    register = office.register

    year = register.upcoming(HOME, date(2027, 1, 1), date(2027, 12, 31))

    assert [(each.due.day, each.due.what, each.agreement.id) for each in year] == [
        (date(2027, 3, 1), DueKind.EVALUATE, number),
        (date(2027, 6, 30), DueKind.NOTICE_BY, number),
        (date(2027, 12, 31), DueKind.EXPIRES, number),
    ]
    assert [each.due.citation for each in year] == [EVALUATION.citation, None, LIMIT.citation]
    assert len(register.upcoming(HOME, date(2027, 3, 1), date(2027, 6, 30))) == 2
    assert register.upcoming(HOME, date(2027, 3, 2), date(2027, 6, 29)) == []
    assert register.upcoming("Skara", date(2027, 1, 1), date(2027, 12, 31)) == []


def test_the_list_begins_with_what_falls_due_and_goes_on_with_what_is_wrong() -> None:
    office = Office(LIMIT)
    office.add("1", name="Drammen", country="NO")
    office.add("2", name="Zagreb", country="HR")
    office.add("3", name="Sen", valid=Dates(first=date(2020, 1, 1), last=date(2031, 1, 1)))
    office.add("4", name="Tidig", valid=Dates(first=date(2020, 1, 1), last=date(2021, 1, 1)))
    found = office.register.listed(HOME, AgreementFilter())
    assert [each.agreement.content.name for each in found] == ["Tidig", "Sen", "Zagreb", "Drammen"]
    assert [[w.breach for w in each.warnings] for each in found] == [
        [Breach.EXPIRED],
        [],
        [Breach.NO_END],
        [],
    ]


def test_who_decides_stands_with_the_agreement() -> None:
    decision = AgreementRule(
        kind=AgreementRuleKind.DECISION,
        kinds=frozenset({AgreementKind.TWIN_TOWN}),
        citation=LIMIT.citation,
        actor="kommunfullmäktige",
    )
    office = Office(decision)
    standing = office.register.standing(office.register.find(office.add()))
    assert (standing.decisions, standing.warnings) == ((decision,), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", AgreementFilter()),
        ("vänorter", AgreementFilter(kinds=frozenset({AgreementKind.TWIN_TOWN}))),
        ("Twin towns in Poland", {"kinds": {AgreementKind.TWIN_TOWN}, "countries": {"PL"}}),
        ("nätverk med varningar", {"kinds": {AgreementKind.NETWORK}, "warned": True}),
        ("löper ut snart", {"ending": True}),
        ("avslutade samarbetsavtal", {"kinds": {AgreementKind.COOPERATION}, "ended": True}),
        ("alla", {"ended": False}),
        ("tills vidare", {"unlimited": True}),
        ("Kommunstyrelsen", {"owners": {"ks"}}),
        ("Terrassa?", {"words": ("terrassa",)}),
        ("Sydkorea", {"countries": {"KR"}}),
    ],
)
def test_a_filter_is_read_from_words(
    text: str, expected: AgreementFilter | dict[str, object]
) -> None:
    wanted = (
        expected
        if isinstance(expected, AgreementFilter)
        else AgreementFilter.model_validate(expected)
    )
    assert read_filter(text, UNITS) == wanted
