"""Facts of the five documents and of covers as other municipalities write them."""

from __future__ import annotations

from indexer.documents import compose
from indexer.manifest import ManifestEntry
from indexer.reading.markdown import read_markdown
from knowledge.model import Document, FactName
from tests.unit.indexer.made import FIVE, made, shipped

MUNICIPALITIES = ("Enköping", "Örebro", "Skara", "Skövde", "Upplands-Bro")


def values(document: Document, name: FactName) -> list[str | None]:
    return [fact.value for fact in document.facts if fact.name is name]


def test_each_of_the_five_names_its_municipality() -> None:
    assert tuple(shipped(one).municipality for one in FIVE) == MUNICIPALITIES


def test_a_decision_over_two_lines_gives_body_day_paragraph_and_diary_number() -> None:
    document = shipped("skovde-policy-for-internationellt-arbete")
    assert values(document, FactName.DECIDED_BY) == ["kommunfullmäktige"]
    assert values(document, FactName.DECIDED_ON) == ["2016-06-20"]
    assert values(document, FactName.PARAGRAPH) == ["§ 96"]
    assert values(document, FactName.DIARY_NUMBER) == ["KS2016.0110"]
    day = document.fact(FactName.DECIDED_ON)
    assert day
    assert day.place
    assert document.quote(day.place) == "20 juni 2016"


def test_labelled_lines_give_their_values_and_a_dash_is_blank() -> None:
    document = shipped("skovde-policy-for-internationellt-arbete")
    assert values(document, FactName.TYPE) == ["Policy"]
    assert values(document, FactName.REVISED) == ["Ej reviderad"]
    assert values(document, FactName.VALID_UNTIL) == ["Till dess att nytt beslut tas"]
    assert values(document, FactName.REVIEW_RULE) == ["1 gång per mandatperiod"]
    assert values(document, FactName.OWNER) == ["SC SMS"]
    assert values(document, FactName.RELATED_DOCUMENTS) == [None]
    assert values(document, FactName.APPLIES_TO) == [
        "Samtliga sektorer, nämnder och kommunala bolag",
        "Skövde kommun",
    ]


def test_labels_over_labels_are_blank_fields() -> None:
    document = shipped("enkoping-internationell-policy")
    blank = {fact.name for fact in document.facts if fact.value is None}
    assert blank == {
        FactName.TYPE,
        FactName.DECIDED_BY,
        FactName.VALID_FROM,
        FactName.VALID_UNTIL,
        FactName.REPLACES,
        FactName.APPLIES_TO,
        FactName.OWNER,
        FactName.REVISED,
    }
    assert values(document, FactName.DIARY_NUMBER) == ["KS2013/520"]
    assert values(document, FactName.CONTACT) == [
        "Kommunledningskontoret\nPernilla Madesäter\n0171-625489\npernilla.madesater@enkoping.se"
    ]


def test_the_signature_is_no_contact() -> None:
    contacts = values(shipped("enkoping-internationell-policy"), FactName.CONTACT)
    assert not any("Fridén" in (contact or "") for contact in contacts)


def test_the_title_tells_the_type_where_no_field_does() -> None:
    assert values(shipped(FIVE[1]), FactName.TYPE) == ["Policy"]
    assert values(shipped(FIVE[2]), FactName.TYPE) == ["Handlingsplan"]
    assert values(shipped(FIVE[4]), FactName.TYPE) == ["Policy"]


def test_decision_lines_of_one_line_are_read() -> None:
    assert values(shipped(FIVE[1]), FactName.DECIDED_ON) == ["2013-05-15"]
    assert values(shipped(FIVE[4]), FactName.DECIDED_ON) == ["2020-02-12"]
    assert values(shipped(FIVE[4]), FactName.DECIDED_BY) == ["Kommunfullmäktige"]


def test_another_municipality_s_cover_is_read() -> None:
    document = made(
        "# Strategi för EU-arbete 2021-2025\n\n"
        "Hudiksvalls kommun\n\n"
        "Beslutsinstans: Kommunfullmäktige\n\n"
        "Beslutsdatum: 2021-02-22 § 18\n\n"
        "Diarienummer: KLK 2020/456\n\n"
        "Gäller från och med: 1 mars 2021\n\n"
        "Giltighetstid: 2025-12-31\n\n"
        "Målgrupp: Alla förvaltningar\n\n"
        "Dokumentägare: Kommunledningskontoret\n\n"
        "## Inledning\n\nStrategin ersätter EU-policyn från 2011.\n"
    )
    assert document.municipality == "Hudiksvall"
    assert values(document, FactName.DECIDED_BY) == ["Kommunfullmäktige"]
    assert values(document, FactName.DECIDED_ON) == ["2021-02-22"]
    assert values(document, FactName.PARAGRAPH) == ["§ 18"]
    assert values(document, FactName.DIARY_NUMBER) == ["KLK 2020/456"]
    assert values(document, FactName.VALID_FROM) == ["2021-03-01"]
    assert values(document, FactName.VALID_UNTIL) == ["2025-12-31"]
    assert values(document, FactName.APPLIES_TO) == ["Alla förvaltningar"]
    assert values(document, FactName.OWNER) == ["Kommunledningskontoret"]
    assert values(document, FactName.REPLACES) == ["EU-policyn från 2011"]
    assert values(document, FactName.TYPE) == ["Strategi"]


def test_a_decision_may_name_day_and_paragraph_before_the_body_or_after() -> None:
    before = made(
        "# Resepolicy\n\nAntagen 2019-05-20 § 61 av KF, dnr KS 2019/77\n\n## Syfte\n\nX.\n"
    )
    assert values(before, FactName.DECIDED_BY) == ["KF"]
    assert values(before, FactName.DECIDED_ON) == ["2019-05-20"]
    assert values(before, FactName.DIARY_NUMBER) == ["KS 2019/77"]
    bare = made("# Resepolicy\n\nKommunfullmäktige 2019-06-17, § 92\n\n## Syfte\n\nX.\n")
    assert values(bare, FactName.DECIDED_BY) == ["Kommunfullmäktige"]
    assert values(bare, FactName.PARAGRAPH) == ["§ 92"]


def test_a_cover_table_is_read_in_both_directions() -> None:
    rows = made(
        "# Resepolicy\n\n| Dokumenttyp | Policy |\n|---|---|\n"
        "| Beslutsdatum | 2018-06-18 |\n\n## Syfte\n\nX.\n"
    )
    assert values(rows, FactName.TYPE) == ["Policy"]
    assert values(rows, FactName.DECIDED_ON) == ["2018-06-18"]
    columns = made(
        "# Resepolicy\n\n| Dokumenttyp | Beslutsdatum |\n|---|---|\n"
        "| Riktlinje | 2018-06-18 |\n\n## Syfte\n\nX.\n"
    )
    assert values(columns, FactName.TYPE) == ["Riktlinje"]
    assert values(columns, FactName.DECIDED_ON) == ["2018-06-18"]


def test_a_municipality_whose_name_is_a_common_word_is_not_read_into_prose() -> None:
    document = made(
        "# Policy\n\n## Syfte\n\nArbetet ska vara öppet. Tranemo kommuns mål är tydliga.\n"
    )
    assert document.municipality == "Tranemo"


def test_the_manifest_adds_only_what_the_document_does_not_state() -> None:
    source = read_markdown(b"# Resepolicy\n\nDnr: KS 1\n\n## Syfte\n\nText.\n")
    entry = ManifestEntry(
        file="resor.md",
        municipality="Vara",
        facts={FactName.DIARY_NUMBER: "KS 2", FactName.DECIDED_ON: "2020-01-01"},
    )
    document = compose(source, "resor.md", "digest", entry)
    assert document.municipality == "Vara"
    assert values(document, FactName.DIARY_NUMBER) == ["KS 1"]
    day = document.fact(FactName.DECIDED_ON)
    assert day
    assert day.value == "2020-01-01"
    assert day.place is None
