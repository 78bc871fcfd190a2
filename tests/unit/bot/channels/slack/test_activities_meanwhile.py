"""What becomes of forms, receipts and modals when something changes while they are open."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.slack.actions import activities as actions
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.commands import activity_list, logging
from bot.channels.slack.errors import ChannelRefused
from bot.channels.slack.views import activities as views
from bot.domain.activities.activity import Activity, Status
from bot.domain.activities.units import Unit
from bot.services.errors import ActivityGone
from tests.unit.bot.channels.slack.delivered import command, press_in_message, press_in_view
from tests.unit.bot.channels.slack.desks import Office, occasion, written
from tests.unit.bot.channels.slack.filled import (
    TEXT,
    FilledForm,
    changing,
    office_in_skovde,
    opened,
    ready,
)

NUMBER = "19811228-9874"
UNIT = "activity_unit:Skövde"


@pytest.fixture
def office() -> Office:
    return office_in_skovde()


def changed_by(office: Office, person: str, stored: Activity, **what: Any) -> Activity:
    """What somebody has made of it beside all forms."""
    office.directory.coordinators.add(person)
    content = stored.content.model_copy(update=what)
    return office.desk.log.correct(stored.id, stored.version, content, person)


def close(office: Office, closed: str) -> None:
    register = office.database.units
    units = [each for each in register.units("Skövde") if each.id != closed]
    gone = [each for each in register.units("Skövde") if each.id == closed]
    register.replace("Skövde", [*units, *(_closed(each) for each in gone)])


def _closed(unit: Unit) -> Unit:
    return unit.model_copy(update={"closed": True})


def effect_form(office: Office, stored: Activity, **texts: str) -> FilledForm:
    action = {"action_id": "add_effect", "value": f"{stored.id}:{stored.version}"}
    actions.add_effect(office.desk, occasion(press_in_message(action)))
    return FilledForm(office, office.said[-1][1]["view"]).type(**texts)


def effect_objection(form: FilledForm) -> Any:
    return views.effect_objection(form.office.desk, occasion(form.body("effect")))


# The form


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


# Effects


def test_a_personal_number_in_an_effect_needs_a_reason_without_one(office: Office) -> None:
    stored = ready(office).send()
    form = effect_form(office, stored, effects=f"Eleven {NUMBER} trivdes.")
    asked = effect_objection(form)
    assert isinstance(asked, View)
    assert "personnummer" in str(asked.payload)
    form.view, form.state = dict(asked.payload), {**form.state, "activity_reason": reason("")}
    assert list(effect_objection(form)) == ["activity_reason"]
    form.state["activity_reason"] = reason(f"Det är {NUMBER}.")
    assert "personnummer" in effect_objection(form)["activity_reason"]
    form.state["activity_reason"] = reason("Hon har bett om det.")
    assert effect_objection(form) is None
    views.add_effect(office.desk, occasion(form.body("effect")))
    content = office.desk.log.find(1, "U1").content
    assert NUMBER in content.effects
    assert [each.reason for each in content.overrides] == ["Hon har bett om det."]


def reason(text: str) -> dict[str, Any]:
    return {"activity_reason": {"type": "plain_text_input", "value": text}}


def test_a_new_personal_number_is_asked_about_though_another_was_set_aside(
    office: Office,
) -> None:
    form = ready(office, done=f"Eleven {NUMBER} reste.").again()
    form.state["activity_reason"]["activity_reason"]["value"] = "Hon har bett om det."
    stored = form.send()
    again = changing(office, stored).type(effects="Också 19121212–1212.").again()
    assert list(again.objection()) == ["activity_reason"]
    again.state["activity_reason"]["activity_reason"]["value"] = "Se 19121212-1212."
    assert list(again.objection()) == ["activity_reason"]


def test_an_effect_of_what_was_withdrawn_meanwhile_is_given_back(office: Office) -> None:
    stored = ready(office).send()
    form = effect_form(office, stored, effects="De lärde sig.")
    office.desk.log.withdraw(stored.id, stored.version, "U1", None)
    told = effect_objection(form)
    assert isinstance(told, View)
    assert "De lärde sig." in str(told.payload)
    views.add_effect(office.desk, occasion(form.body("effect")))
    assert "De lärde sig." in office.texts[-1]


def test_the_same_effect_again_makes_no_version(office: Office) -> None:
    stored = ready(office, effects="De lärde sig.").send()
    form = effect_form(office, stored)
    assert effect_objection(form) is None
    views.add_effect(office.desk, occasion(form.body("effect")))
    assert "Inget är ändrat i aktivitet 1" in office.texts[-1]
    assert office.desk.log.find(1, "U1") == stored


# Receipts


def withdrawing(stored: Activity) -> dict[str, Any]:
    return {"action_id": "withdraw_activity", "value": f"{stored.id}:{stored.version}"}


def test_an_older_receipt_withdraws_what_only_its_person_has_changed_since(
    office: Office,
) -> None:
    stored = ready(office).send()
    views.add_effect(
        office.desk, occasion(effect_form(office, stored, effects="De lärde sig.").body("effect"))
    )
    actions.withdraw(office.desk, occasion(press_in_message(withdrawing(stored))))
    now = office.desk.log.find(1, "U1")
    assert (now.status, now.content.effects) == (Status.WITHDRAWN, "De lärde sig.")


def test_an_older_receipt_does_not_withdraw_what_somebody_else_has_changed(
    office: Office,
) -> None:
    stored = ready(office).send()
    changed_by(office, "U2", stored, title="Kims titel")
    actions.withdraw(office.desk, occasion(press_in_message(withdrawing(stored))))
    assert office.desk.log.find(1, "U1").status is Status.CORRECTED
    assert "har ändrats sedan du öppnade den" in office.texts[-1]


def test_a_draft_is_removed_where_it_was_withdrawn_and_told_so_again(office: Office) -> None:
    draft = ready(office).tick("activity_draft").send()
    assert draft.status is Status.DRAFT
    assert "Ta bort utkastet?" in written(office.said[-1][1]["message"])
    pressed = press_in_message(withdrawing(draft))
    for attempts in (1, 2):
        actions.withdraw(office.desk, occasion(pressed, attempts))
        way, said = office.said[-1]
        assert (way, said["replaces"]) == ("respond", True)
        assert said["message"].text.startswith("Utkastet, aktivitet 1, är borttaget")
    with pytest.raises(ActivityGone):
        actions.withdraw(office.desk, occasion(pressed))


def test_a_draft_that_is_removed_in_a_modal_is_told_there(office: Office) -> None:
    draft = ready(office).tick("activity_draft").send()
    actions.withdraw(office.desk, occasion(press_in_view(withdrawing(draft))))
    way, said = office.said[-1]
    assert way == "turn"
    assert "är borttaget" in str(said["view"])


# Modals that were closed


def closed(office: Office) -> None:
    office.messenger.faults.append(ChannelRefused("gone", "not_found"))


def test_a_modal_closed_before_it_is_turned_is_let_be(office: Office) -> None:
    stored = ready(office).send()
    form = opened(office, TEXT)
    count = len(office.said)
    closed(office)
    view = {**form.view, "id": "V1", "type": "modal", "state": {"values": form.state}}
    pressed = {**press_in_view({"action_id": "activity_kind"}), "view": view}
    actions.turn_form(office.desk, occasion(pressed))
    closed(office)
    pressed = press_in_view({"action_id": "open_activity:0", "value": str(stored.id)})
    actions.show(office.desk, occasion(pressed))
    closed(office)
    pressed = press_in_view({"action_id": "turn_activities:1", "value": '["mina", 1]'})
    activity_list.turn(office.desk, occasion(pressed))
    assert len(office.said) == count


def test_a_form_closed_while_its_text_is_read_is_let_be(office: Office) -> None:
    def gone(*_: object) -> None:
        raise ChannelRefused("gone", "not_found")

    object.__setattr__(office.messenger, "turn", gone)
    logging.carry_out(office.desk, occasion(command(TEXT)))
    assert office.ways == ["open"]


def test_who_closed_the_modal_is_told_that_their_activity_is_withdrawn(office: Office) -> None:
    stored = ready(office).send()
    closed(office)
    actions.withdraw(office.desk, occasion(press_in_view(withdrawing(stored))))
    assert office.said[-1][0] == "post"
    assert "Aktivitet 1 är tillbakadragen." in office.texts[-1]


def test_other_refusals_of_a_modal_are_not_let_be(office: Office) -> None:
    stored = ready(office).send()
    office.messenger.faults.append(ChannelRefused("no", "invalid_arguments"))
    pressed = press_in_view({"action_id": "open_activity:0", "value": str(stored.id)})
    with pytest.raises(ChannelRefused):
        actions.show(office.desk, occasion(pressed))
