"""What becomes of the form of an activity when something changes while it is open."""

from __future__ import annotations

from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.views import activities as views
from bot.domain.activities.units import Unit
from tests.unit.bot.channels.slack.changed_meanwhile import changed_by, office
from tests.unit.bot.channels.slack.desks import Office, occasion
from tests.unit.bot.channels.slack.filled import TEXT, changing, opened, ready

__all__ = ["office"]

UNIT = "activity_unit:Skövde"


def close(office: Office, closed: str) -> None:
    register = office.database.units
    units = [each for each in register.units("Skövde") if each.id != closed]
    gone = [each for each in register.units("Skövde") if each.id == closed]
    register.replace("Skövde", [*units, *(_closed(each) for each in gone)])


def _closed(unit: Unit) -> Unit:
    return unit.model_copy(update={"closed": True})


def test_a_tick_that_was_set_stays_when_another_kind_is_chosen(office: Office) -> None:
    stored = ready(office).send()
    form = changing(office, stored).type(title="Min titel")
    changed_by(office, "U2", stored, title="Kims titel")
    asking = form.again().tick("activity_read").choose("activity_kind", "international_network")
    turned = asking.turned("activity_kind")
    assert "Kims titel → Min titel" in str(turned.view)
    assert turned.send("change").content.title == "Min titel"


def test_what_was_to_be_read_is_asked_for_also_after_another_kind_is_chosen(
    office: Office,
) -> None:
    stored = ready(office).send()
    form = changing(office, stored).type(title="Min titel")
    changed_by(office, "U2", stored, title="Kims titel")
    asking = form.again().choose("activity_kind", "international_network")
    assert list(asking.turned("activity_kind").objection()) == ["activity_read"]


def test_what_is_asked_for_anew_has_its_input_beside_the_new_questions(office: Office) -> None:
    stored = ready(office).send()
    form = changing(office, stored).type(title="Min titel")
    changed_by(office, "U2", stored, title="Kims titel")
    again = form.again().type(eu="", own="45 000").again()
    assert set(again.objection()) == {"activity_read", "activity_reason"}
    assert set(again.objection()) <= set(again.state)


def test_the_form_keeps_what_it_began_with_when_somebody_else_changed_that(
    office: Office,
) -> None:
    stored = ready(office, partners="A; B").send()
    stored = changed_by(office, "U1", stored, partners=("A; B", "C"))
    form = changing(office, stored).type(title="Min titel")
    changed_by(office, "U2", stored, partners=("D",))
    kept = form.again().tick("activity_read").send("change")
    assert kept.content.partners == ("A; B", "C")


def test_a_form_of_what_was_withdrawn_meanwhile_gives_back_what_was_typed(office: Office) -> None:
    stored = ready(office).send()
    form = changing(office, stored).type(done="Två dagar & en kväll.")
    office.desk.log.withdraw(stored.id, stored.version, "U1", None)
    told = form.objection()
    assert isinstance(told, View)
    assert told.payload["callback_id"] == "unsaved_view"
    assert "är tillbakadragen" in str(told.payload)
    assert "Två dagar & en kväll." in str(told.payload)


def test_a_form_gives_back_what_was_typed_when_its_person_may_not_change_it_any_more(
    office: Office,
) -> None:
    content = ready(office).send().content
    stored = office.desk.log.log("kims", "Skövde", content, "U2")
    office.directory.coordinators.add("U1")
    form = changing(office, stored).type(done="Två dagar.")
    office.directory.coordinators.clear()
    told = form.objection()
    assert isinstance(told, View)
    assert "kan bara ändras av" in str(told.payload)
    assert "Två dagar." in str(told.payload)
    assert [each.action for each in office.database.denials.of("U1")] == ["change"]


def test_what_became_impossible_after_the_form_was_taken_is_given_back_too(
    office: Office,
) -> None:
    stored = ready(office).send()
    form = changing(office, stored).type(done="Två dagar.")
    office.desk.log.withdraw(stored.id, stored.version, "U1", None)
    views.store(office.desk, occasion(form.body("change")))
    assert "är tillbakadragen" in office.texts[-1]
    assert "Vad som gjordes: Två dagar." in office.texts[-1]


def test_a_form_that_nobody_changed_makes_no_version(office: Office) -> None:
    stored = ready(office).send()
    changing(office, stored).send("change")
    assert "Inget är ändrat i aktivitet 1" in office.texts[-1]
    assert office.desk.log.find(1, "U1") == stored


def test_a_unit_that_was_closed_meanwhile_is_told_under_its_input(office: Office) -> None:
    form = ready(office)
    close(office, "gym")
    assert form.objection() == {UNIT: "Det går inte att välja längre. Välj något annat."}


def test_a_goal_that_its_document_has_lost_meanwhile_is_told_under_its_input(
    office: Office,
) -> None:
    form = ready(office)
    form.state["activity_goals:Skövde"] = {
        "activity_goals:Skövde": {"selected_options": [{"value": "lost"}]}
    }
    assert list(form.objection()) == ["activity_goals:Skövde"]


def test_a_closed_unit_is_not_offered_for_what_is_new_though_it_was_last_used(
    office: Office,
) -> None:
    stored = ready(office).send()
    close(office, "gym")
    assert opened(office).state[UNIT][UNIT]["selected_option"] is None
    assert "Västerhöjd" not in str(opened(office).view)
    changed = changing(office, stored).type(title="Besök").send("change")
    assert changed.content.unit == "gym"


def test_a_form_sent_before_it_shows_the_units_of_its_municipality_is_shown_with_them(
    office: Office,
) -> None:
    form = ready(office)
    unit = form.state.pop(UNIT)
    again = form.again()
    assert UNIT in again.state
    again.state[UNIT] = unit
    assert again.send().content.unit == "gym"


def test_a_form_without_room_for_the_units_keeps_the_one_that_is_stated(office: Office) -> None:
    form = changing(office, ready(office).send()).type(title="Besök")
    del form.state[UNIT]
    assert form.send("change").content.unit == "gym"


def test_units_with_ids_too_long_for_an_option_are_chosen_as_others(office: Office) -> None:
    long = office.database.units.units("Skövde")[0].model_copy(update={"id": "x" * 200})
    office.database.units.replace("Skövde", [long])
    form = opened(office, TEXT)
    [option] = [
        each["element"]["options"][0]
        for each in form.view["blocks"]
        if each.get("block_id") == UNIT
    ]
    stored = form.choose(UNIT, option["value"]).send()
    assert stored.content.unit == "x" * 200
    assert changing(office, stored).type(title="Besök").send("change").content.unit == "x" * 200
