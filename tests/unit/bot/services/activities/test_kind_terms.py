"""Which kinds of activities a text names."""

from __future__ import annotations

import pytest

from bot.domain.activities.kinds import Kind
from bot.services.activities.kind_terms import kinds_named, term_rank
from bot.services.activities.kinds import load_kinds

KINDS = load_kinds(None)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("internationella projekt och nätverk", ("eu_project", "international_network")),
        ("antal deltagande i nätverkarbete", ("international_network",)),
        ("vad utbyten har haft för effekter", ("transnational_exchange",)),
        ("VÄNORTERNAS skolutbyten", ("transnational_exchange",)),
        ("EU-projekten", ("eu_project",)),
        ("EU- projekt", ("eu_project",)),
        ("omvärldsbevakningen", ("horizon_scanning",)),
        ("exchanges and EU projects", ("transnational_exchange", "eu_project")),
        ("international networks", ("international_network",)),
        ("erfarenhetsutbyte och internationellt arbete", ()),
        ("", ()),
    ],
)
def test_kinds_are_known_in_any_form_and_in_their_order(text: str, named: tuple[str, ...]) -> None:
    assert kinds_named(text, KINDS.values()) == named


@pytest.mark.parametrize(
    ("term", "rank"),
    [
        ("EU-projekt", 0),
        ("Projekten", 1),
        ("EU projects", 4),
        ("internationella projekt", None),
        ("projektledare", None),
        ("", None),
    ],
)
def test_a_term_is_a_kinds_own_only_as_a_whole(term: str, rank: int | None) -> None:
    assert term_rank(term, KINDS["eu_project"]) == rank


def test_a_project_stands_for_every_kind_of_project() -> None:
    nordic = Kind(
        id="nordic_project",
        names={"sv": "Nordplus-projekt", "en": "Nordplus project"},
        terms=("Nordplus-projekt",),
        cues=(),
    )
    kinds = (*KINDS.values(), nordic)
    assert kinds_named("internationella projekt", kinds) == ("eu_project", "nordic_project")
    assert kinds_named("EU-projekten", kinds) == ("eu_project",)
    assert kinds_named("international projects", kinds) == ("eu_project", "nordic_project")
