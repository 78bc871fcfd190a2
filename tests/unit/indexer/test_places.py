"""Whatever a document is made of, all that is taken out stands verbatim in its section."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.model import Place
from tests.unit.indexer.made import made

PIECES = (
    "Falköpings kommun",
    "Antagen av kommunfullmäktige 2019-03-04, § 45, dnr KS 2019/123",
    "Dokumentansvarig: Kommundirektören",
    "Giltighetstid: -",
    "## Kommunstyrelsens ansvar",
    "## Definitioner",
    "## Bakgrund",
    "Kommunstyrelsen leder arbetet, följer upp målen och rapporterar till fullmäktige årligen.",
    "I årsredovisningen ska nämnderna – samt bolagen – redovisa sitt arbete (se bilaga).",
    "Nämnderna ska:\n\n- utse en kontaktperson,\n- att delta i möten, samt\n- ska",
    "Det åligger varje chef att informera. Ansvarig för detta är kommundirektören.",
    "Med vänort menas en ort. Delegation: en grupp. Svenskt Internationellt Centrum (SIC) finns.",
    "Åtgärd: Utbilda\nAnsvarig: -\nTidpunkt: 2020",
    "| Aktivitet | Ansvarig |\n|---|---|\n| Kartlägg | KS |\n| | |",
    "| Kommunstyrelsen | Ansvarar för allt. |\n|---|---|\n| Begrepp | Ett ord för annat här. |",
    "Är ska och bör, måste: ansvarar – beslutar om.",
    "Ska. Ansvarar för. Det åligger. I nämndens uppdrag ingår att",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_every_place_is_inside_its_section_and_quotes_verbatim(pieces: list[str]) -> None:
    document = made("\n\n".join(("# Policy", *pieces, "## Slut", "Text.")))

    def quoted(place: Place) -> str:
        assert document.sections[place.section].span.holds(place.span)
        return document.quote(place)

    for fact in document.facts:
        assert fact.place
        assert quoted(fact.place).strip()
    for duty in document.duties:
        quote = quoted(duty.place)
        assert duty.action
        assert duty.action in quote
        assert duty.recipient is None or duty.recipient in quote
        assert duty.time is None or duty.time in quote
        assert duty.actor is None or duty.actor in document.text
    for definition in document.definitions:
        quote = quoted(definition.place)
        assert definition.term in quote
        assert definition.meaning in quote
    for item in document.actions:
        assert item.measure in quoted(item.place)
