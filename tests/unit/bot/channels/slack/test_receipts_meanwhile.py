"""What becomes of receipts, modals and added effects when something changes while they are open."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.slack.actions import activities as actions
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.commands import activity_list, logging
from bot.channels.slack.errors import ChannelRefused
from bot.channels.slack.views import activities as views
from bot.domain.activities.activity import Activity, Status
from bot.services.errors import ActivityGone
from tests.unit.bot.channels.slack.changed_meanwhile import changed_by, office
from tests.unit.bot.channels.slack.delivered import command, press_in_message, press_in_view
from tests.unit.bot.channels.slack.desks import Office, occasion, written
from tests.unit.bot.channels.slack.filled import TEXT, FilledForm, changing, opened, ready

__all__ = ["office"]

NUMBER = "19811228-9874"


def effect_form(office: Office, stored: Activity, **texts: str) -> FilledForm:
    action = {"action_id": "add_effect", "value": f"{stored.id}:{stored.version}"}
    actions.add_effect(office.desk, occasion(press_in_message(action)))
    return FilledForm(office, office.said[-1][1]["view"]).type(**texts)


def effect_objection(form: FilledForm) -> Any:
    return views.effect_objection(form.office.desk, occasion(form.body("effect")))


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
