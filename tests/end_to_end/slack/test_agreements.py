"""Agreements and memberships: what is wrong with them, opening, adding, changing, ending."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.domain.activities.dates import Dates
from bot.domain.activities.units import Unit, UnitKind
from bot.domain.agreements import (
    AgreementChangeKind,
    AgreementContent,
    AgreementKind,
)
from bot.services.agreements.ports import AgreementDoing
from bot.storage.database import Database, open_database
from tests.end_to_end.slack.town import Town, actions, element
from tests.fakes.slack import Message, Person, View

PLACE = "Örebro"
OWNER = f"agreement_owner:{PLACE}"
LIMITED = "förutom de fyra nordiska vänorterna ska tidsbegränsas och utvärderas"
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def orebro(town: Town) -> Town:
    """The town with units in Örebro and no agreements."""
    units = [
        Unit(id="ks", municipality=PLACE, name="Kommunstyrelsen", kind=UnitKind.COMMITTEE),
        Unit(id="kun", municipality=PLACE, name="Kulturnämnden", kind=UnitKind.COMMITTEE),
    ]
    with database(town) as kept:
        kept.units.replace(PLACE, units)
        for each in kept.agreements.agreements(PLACE):
            if each.is_in_force:
                ended = each.model_copy(update={"status": "ended"})
                doing = AgreementDoing(kind=AgreementChangeKind.ENDED, by="U0", at=NOW)
                kept.agreements.save(each.version, ended, doing, None)
    return town


def database(town: Town) -> closing[Database]:
    return closing(open_database(town.bot.environment["DATABASE_URL"]))


def agreed(town: Town, name: str, country: str, last: date | None = None) -> int:
    """The number of an agreement with a twin town."""
    content = AgreementContent(
        name=name,
        kind=AgreementKind.TWIN_TOWN,
        partner=name,
        country=country,
        valid=Dates(first=date(2020, 1, 1), last=last),
        owner="ks",
    )
    doing = AgreementDoing(kind=AgreementChangeKind.ADDED, by="U0", at=datetime.now(UTC))
    with database(town) as kept:
        key = f"{name} {doing.at.isoformat()}"
        return kept.agreements.add([key], PLACE, [content], doing)[0].id


def listed(town: Town, person: Person, text: str) -> Message:
    return town.whispered(person.commands("/avtal", text))


def typed(**texts: str) -> dict[str, dict[str, Any]]:
    return {f"agreement_{field}": {f"agreement_{field}": text} for field, text in texts.items()}


def chosen(text: str, value: str) -> dict[str, Any]:
    shown = {"type": "plain_text", "text": text, "emoji": False}
    return {"type": "static_select", "selected_option": {"text": shown, "value": value}}


def receipts(town: Town, person: Person) -> list[Message]:
    return [each for each in town.slack.messages(person.channel) if each.bot_id]


def new_form(town: Town, person: Person) -> View:
    """The form of a new agreement with kind and unit chosen in it."""
    assert person.commands("/avtal", f"ny {PLACE}").failed is None
    view = town.opened(person, "agreement_form")
    view.state["agreement_kind"]["agreement_kind"] = chosen("Vänort", "twin_town")
    view.state[OWNER][OWNER] = chosen("Kommunstyrelsen", "ks")
    return view


def test_the_list_tells_what_is_wrong_with_the_sentence_of_the_document(orebro: Town) -> None:
    agreed(orebro, "Vänort Drammen", "NO")
    agreed(orebro, "Vänort Terrassa", "ES")
    eva = orebro.person()

    told = listed(orebro, eva, PLACE).shown

    assert "Vänort Terrassa · vänort · Spanien · tills vidare" in told
    assert "Saknar slutdatum" in told
    assert LIMITED in told
    assert "2 avtal, varav 1 med varning." in told
    assert "Nytt avtal" not in told


def test_the_list_is_filtered_by_words(orebro: Town) -> None:
    agreed(orebro, "Vänort Drammen", "NO")
    agreed(orebro, "Vänort Terrassa", "ES", date(2020, 12, 31))
    eva = orebro.person()
    assert "Drammen" not in listed(orebro, eva, f"{PLACE} utgår").shown
    assert "Terrassa" not in listed(orebro, eva, f"Norge {PLACE}").shown
    assert "Inget avtal passar" in listed(orebro, eva, f"{PLACE} Polen").shown
    assert "/avtal 3 visar" in listed(orebro, eva, "hjälp").shown


def test_a_member_opens_an_agreement_and_cannot_change_it(orebro: Town) -> None:
    number = agreed(orebro, "Vänort Terrassa", "ES")
    eva = orebro.person()
    told = listed(orebro, eva, f"{PLACE} Terrassa")
    eva.presses(told, "open_agreement:0")
    view = orebro.opened(eva, "agreement")
    assert view.title == f"Avtal {number}"
    assert "Beslutar: Kommunfullmäktige." in view.shown
    assert "change_agreement" not in actions(view)
    assert "samordnare" in listed(orebro, eva, f"ny {PLACE}").shown
    assert orebro.denials(eva)[-1][0] == "manage_agreements"


def test_a_coordinator_adds_an_agreement_once_though_it_is_delivered_twice(orebro: Town) -> None:
    kim = orebro.kim
    view = new_form(orebro, kim)
    before = len(receipts(orebro, kim))
    values = typed(name="Vänort Łódź", partner="Miasto Łódź", country="Polen", notice="6 månader")
    done = kim.submits(view, {**values, "agreement_last": {"agreement_last": "2030-12-31"}})
    assert done.failed is None
    assert not done.errors
    receipt = orebro.wait(lambda: receipts(orebro, kim)[before:])[0]
    assert "har lagts till: Vänort Łódź" in receipt.shown
    assert "2030-06-30: sista dag för uppsägning" in receipt.shown
    assert "Ingen utvärdering är planerad" in receipt.shown
    orebro.slack.redeliver(done.delivery)
    orebro.quiet()
    with database(orebro) as kept:
        found = [e for e in kept.agreements.agreements(PLACE) if e.is_in_force]
    assert [each.content.name for each in found] == ["Vänort Łódź"]
    assert len(receipts(orebro, kim)) == before + 1


def test_what_is_wrong_stands_under_its_input(orebro: Town) -> None:
    view = new_form(orebro, orebro.kim)
    wrong = typed(name="X", partner="X", country="Atlantis", notice="ibland", link="ingen länk")
    last = {"agreement_last": {"agreement_last": "1999-01-01"}}
    errors = orebro.kim.submits(view, {**wrong, **last}).errors
    assert set(errors) == {f"agreement_{e}" for e in ("country", "notice", "link", "last")}
    orebro.kim.closes(view)


def test_an_agreement_is_changed_and_ended_with_its_history(orebro: Town) -> None:
    number = agreed(orebro, "Vänort Terrassa", "ES")
    kim = orebro.kim
    told = listed(orebro, kim, str(number))
    kim.presses(told, "change_agreement")
    view = orebro.opened(kim, "agreement_form")
    before = len(receipts(orebro, kim))
    day = {"agreement_next_evaluation": {"agreement_next_evaluation": "2030-05-01"}}
    assert not kim.submits(view, day).errors
    receipt = orebro.wait(lambda: receipts(orebro, kim)[before:])[0]
    assert "2030-05-01: utvärdering" in receipt.shown
    kim.presses(receipt, "agreement_history")
    history = orebro.opened(kim, "agreement")
    assert "Nästa utvärdering: inget → 2030-05-01" in history.shown
    kim.closes(history)
    kim.presses(receipt, "end_agreement")
    orebro.quiet()
    with database(orebro) as kept:
        now = kept.agreements.find(number)
    assert now is not None
    assert not now.is_in_force
    assert "avslutat" in listed(orebro, kim, f"{PLACE} avslutade").shown


def test_who_comes_second_sees_what_the_other_stated_and_saves_again(orebro: Town) -> None:
    number = agreed(orebro, "Vänort Terrassa", "ES")
    kim = orebro.kim
    kim.presses(listed(orebro, kim, str(number)), "change_agreement")
    view = orebro.opened(kim, "agreement_form")
    with database(orebro) as kept:
        now = kept.agreements.find(number)
        assert now is not None
        other = now.content.model_copy(update={"note": "Någon annans ord"})
        changed = now.model_copy(update={"content": other})
        doing = AgreementDoing(kind=AgreementChangeKind.CHANGED, by="U0", at=NOW)
        assert kept.agreements.save(1, changed, doing, now.content)
    kim.submits(view, typed(town="Terrassa"))
    again = orebro.opened(kim, "agreement_form")
    assert "Någon annans ord" in again.shown
    before = len(receipts(orebro, kim))
    assert not kim.submits(again, typed(town="Terrassa")).errors
    orebro.wait(lambda: receipts(orebro, kim)[before:])
    with database(orebro) as kept:
        saved = kept.agreements.find(number)
    assert saved is not None
    assert (saved.content.town, saved.version) == ("Terrassa", 3)
    assert element(receipts(orebro, kim)[-1], "change_agreement")["value"] == f"{number}:3"
