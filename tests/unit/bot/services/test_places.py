from __future__ import annotations

import pytest

from bot.services.errors import (
    AmbiguousDocument,
    UnknownDocument,
    UnknownHome,
    UnknownMunicipality,
)
from bot.services.places import (
    document_named,
    find_municipality,
    home_municipality,
    municipality_named,
)
from tests.fakes.documents import make_document

KNOWN = ("Enköping", "Upplands-Bro", "Örebro")
DOCUMENTS = (
    make_document("orebro-policy", "Örebro", "Internationell policy"),
    make_document("skovde-policy", "Skövde", "Policy för internationellt arbete"),
    make_document("skovde-plan", "Skövde", "Handlingsplan"),
)


@pytest.mark.parametrize("name", ["orebro", "ÖREBRO", "Örebro kommun", " örebro "])
def test_a_municipality_is_found_in_any_case_without_diacritics(name: str) -> None:
    assert find_municipality(name, KNOWN) == "Örebro"


def test_a_hyphen_may_be_a_space() -> None:
    assert find_municipality("upplands bro", KNOWN) == "Upplands-Bro"


def test_no_municipality_stays_none() -> None:
    assert municipality_named(None, KNOWN) is None
    assert home_municipality(None, KNOWN) is None


def test_an_unknown_municipality_is_told_with_the_known_ones() -> None:
    with pytest.raises(UnknownMunicipality) as raised:
        municipality_named("Vara", KNOWN)
    assert raised.value.details == {
        "municipality": "Vara",
        "municipalities": "Enköping, Upplands-Bro, Örebro",
    }


def test_an_unknown_home_is_an_error_of_the_setting() -> None:
    with pytest.raises(UnknownHome):
        home_municipality("Vara", KNOWN)


@pytest.mark.parametrize("name", ["orebro-policy", "örebro", "orebro", "Internationell policy"])
def test_a_document_is_found_by_id_title_or_municipality(name: str) -> None:
    assert document_named(name, DOCUMENTS).id == "orebro-policy"


def test_a_unique_part_of_a_name_is_enough() -> None:
    assert document_named("handlings", DOCUMENTS).id == "skovde-plan"


def test_several_documents_of_a_name_are_listed() -> None:
    with pytest.raises(AmbiguousDocument) as raised:
        document_named("Skövde", DOCUMENTS)
    assert raised.value.details["documents"] == "skovde-policy, skovde-plan"


@pytest.mark.parametrize("name", ["Vara", "", "  "])
def test_an_unknown_document_is_an_error(name: str) -> None:
    with pytest.raises(UnknownDocument):
        document_named(name, DOCUMENTS)
