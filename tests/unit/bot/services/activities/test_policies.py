"""What the documents say of kinds of activities, as the log of activities asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.activities.kinds import Kind, Rule
from bot.services.activities.kinds import load_kinds
from bot.services.activities.policies import DocumentPolicies
from bot.services.index_in_use import IndexInUse, OpenIndex
from knowledge.model import Citation, Document
from tests.unit.bot.services.opened import always, make_answerer, open_five, opened
from tests.unit.indexer.made import made, shipped

KINDS = load_kinds(None)
EXCHANGE, PROJECT = KINDS["transnational_exchange"], KINDS["eu_project"]
NETWORK, SCANNING = KINDS["international_network"], KINDS["horizon_scanning"]
MUNICIPALITIES = ("Enköping", "Skara", "Skövde", "Upplands-Bro", "Örebro")


@pytest.fixture(scope="module")
def policies() -> DocumentPolicies:
    return DocumentPolicies(always(open_five()))


def of(folder: Path, text: str) -> DocumentPolicies:
    """The policies of Skara, by a document of this text."""
    document = made(f"# Internationell policy i Skara kommun\n\n{text}\n", "skara.md")
    return DocumentPolicies(always(opened(make_answerer(folder, document))))


def verbatim(citation: Citation) -> bool:
    text = shipped(citation.document_id).text
    return text[citation.start : citation.end] == citation.quote


@pytest.mark.parametrize(
    ("kind", "beginning"),
    [
        (EXCHANGE, "Transnationella utbyten\tKan vara både en punktinsats"),
        (PROJECT, "EU-projekt\tEtt flerårigt projekt"),
        (NETWORK, "Internationella nätverk\tMed ett internationellt nätverk menar"),
        (SCANNING, "Omvärldsbevakning\tAktivt leta möjligheter"),
    ],
)
def test_skovde_defines_each_kind(policies: DocumentPolicies, kind: Kind, beginning: str) -> None:
    found = policies.definition("Skövde", kind)
    assert found is not None
    assert found.quote.startswith(beginning)
    assert found.section == "Definitioner"
    assert verbatim(found)


@pytest.mark.parametrize("municipality", [m for m in MUNICIPALITIES if m != "Skövde"])
def test_no_other_document_defines_them_or_states_rules(
    policies: DocumentPolicies, municipality: str
) -> None:
    for kind in KINDS.values():
        assert policies.definition(municipality, kind) is None
        assert policies.rules(municipality, kind) == {}


def test_skovde_demands_eu_funding_of_an_eu_project(policies: DocumentPolicies) -> None:
    rules = policies.rules("Skövde", PROJECT)
    assert {rule: each.quote for rule, each in rules.items()} == {
        Rule.EU_FUNDING: (
            "För att något ska klassas som ett EU-projekt ska en del av finansieringen komma "
            "från EU."
        )
    }
    assert verbatim(rules[Rule.EU_FUNDING])


def test_skovde_demands_that_an_exchange_crosses_a_border(policies: DocumentPolicies) -> None:
    rules = policies.rules("Skövde", EXCHANGE)
    assert {rule: each.quote for rule, each in rules.items()} == {
        Rule.CROSSES_BORDER: (
            "Det enda kravet för att ett utbyte ska klassas som transnationellt är att det sker "
            "över gränserna på regional eller lokal nivå."
        )
    }
    assert verbatim(rules[Rule.CROSSES_BORDER])


@pytest.mark.parametrize("kind", [NETWORK, SCANNING])
def test_kinds_without_rules_have_none(policies: DocumentPolicies, kind: Kind) -> None:
    assert policies.rules("Skövde", kind) == {}


@pytest.mark.parametrize(
    ("municipality", "number"),
    [("Enköping", 9), ("Örebro", 3), ("Skara", 3), ("Skövde", 2), ("Upplands-Bro", 1)],
)
def test_goals_come_in_order_with_their_sections(
    policies: DocumentPolicies, municipality: str, number: int
) -> None:
    goals = policies.goals(municipality)
    assert len(goals) == number
    assert [goal.start for goal in goals] == sorted(goal.start for goal in goals)
    assert all(goal.municipality == municipality and verbatim(goal) for goal in goals)


def test_a_municipality_without_documents_has_nothing(policies: DocumentPolicies) -> None:
    assert policies.definition("Borås", EXCHANGE) is None
    assert policies.rules("Borås", EXCHANGE) == {}
    assert policies.goals("Borås") == ()


def test_the_first_of_the_terms_defines_the_kind(tmp_path: Path) -> None:
    policies = of(
        tmp_path,
        "## Definitioner\n\n| Projekt | Ett arbete med början och slut. |\n"
        "| --- | --- |\n| EU-projekten | Det som EU betalar. |",
    )
    found = policies.definition("Skara", PROJECT)
    assert found is not None
    assert "Det som EU betalar." in found.quote


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (PROJECT, "Ett EU-projekt måste vara finansierat helt eller delvis av EU."),
        (PROJECT, "I våra projekt krävs medel från EU."),
        (PROJECT, "EU-projekten ska ha EU-finansiering."),
        (PROJECT, "An EU project must receive funding from the EU."),
        (EXCHANGE, "Skolutbyten ska vara gränsöverskridande."),
        (EXCHANGE, "Ett krav på utbyten är att de går över en gräns."),
        (EXCHANGE, "An exchange shall take place across borders."),
    ],
)
def test_rules_are_known_in_other_words(tmp_path: Path, kind: Kind, sentence: str) -> None:
    rules = of(tmp_path, f"## Arbetet\n\nMycket sker t.ex. nu. {sentence}").rules("Skara", kind)
    assert [each.quote for each in rules.values()] == [sentence]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (PROJECT, "EU-projekt är ofta finansierade av EU."),
        (PROJECT, "Projekten ska redovisa medel från EU."),
        (PROJECT, "EU-projekt kräver personal och kunskap om EU:s krav."),
        (PROJECT, "Verksamheten ska söka medel från EU."),
        (EXCHANGE, "Utbyten över gränserna ska uppmuntras."),
        (EXCHANGE, "Utbyten sker ofta över gränserna."),
        (EXCHANGE, "Arbetet ska ske över gränserna."),
    ],
)
def test_what_only_speaks_of_it_is_no_rule(tmp_path: Path, kind: Kind, sentence: str) -> None:
    assert of(tmp_path, f"## Arbetet\n\n{sentence}").rules("Skara", kind) == {}


def test_a_definition_states_rules_without_naming_the_kind_again(tmp_path: Path) -> None:
    row = "| Utbyte | Ett besök. Det ska ske över gränserna. |"
    table = f"{row}\n| --- | --- |\n| Resa | En färd. |"
    rules = of(tmp_path, f"## Definitioner\n\n{table}").rules("Skara", EXCHANGE)
    assert [each.quote for each in rules.values()] == ["Det ska ske över gränserna."]


class Publishing:
    """An index that is published anew, and tells how often its documents are read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.document = shipped("skovde-policy-for-internationellt-arbete")
        self.generation = "one"

    def index(self) -> IndexInUse:
        return IndexInUse(lambda: self.generation, self._opened, begin=lambda work: work())

    def _opened(self) -> OpenIndex:
        folder = self._folder / self.generation
        folder.mkdir()
        return opened(make_answerer(folder, self.document), generation=self.generation)


def without_goals(document: Document) -> Document:
    return document.model_copy(update={"goals": ()})


def test_a_new_index_is_read_anew(tmp_path: Path) -> None:
    publishing = Publishing(tmp_path)
    policies = DocumentPolicies(publishing.index())
    before = policies.goals("Skövde")
    assert policies.goals("Skövde") is before
    publishing.document = without_goals(publishing.document)
    publishing.generation = "two"
    assert policies.goals("Skövde") == ()
