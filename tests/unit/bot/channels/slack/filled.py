"""The form of an activity as a person sees it, fills it in and hands it in."""

from __future__ import annotations

from typing import Any

from bot.channels.slack.actions import activities as actions
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.commands import logging
from bot.channels.slack.entries import TEXTS
from bot.channels.slack.views import activities as views
from bot.domain.activities.activity import Activity
from bot.domain.activities.units import Unit, UnitKind
from tests.fakes.slack.elements import first_state
from tests.unit.bot.channels.slack.delivered import (
    command,
    press,
    press_in_message,
    submission,
)
from tests.unit.bot.channels.slack.desks import Office, occasion

TEXT = "Studiebesök från Radviliskis 3-5 maj, 12 elever, EU-projekt, 45 000 kr Erasmus+"


def office_in_skovde() -> Office:
    """An office whose register has two units in Skövde."""
    office = Office(home="Skövde")
    units = [
        Unit(id="ks", municipality="Skövde", name="Kommunstyrelsen", kind=UnitKind.COMMITTEE),
        Unit(id="gym", municipality="Skövde", name="Västerhöjd", kind=UnitKind.SCHOOL),
    ]
    office.database.units.replace("Skövde", units)
    return office


class FilledForm:
    """The form as a person sees it and fills it in."""

    def __init__(self, office: Office, view: dict[str, Any]) -> None:
        self.office = office
        self.view = view
        self.state = first_state(view["blocks"])

    def type(self, **texts: str) -> FilledForm:
        for field, text in texts.items():
            assert field in TEXTS
            self.state[f"activity_{field}"][f"activity_{field}"]["value"] = text
        return self

    def choose(self, block: str, value: str) -> FilledForm:
        self.state[block][block]["selected_option"] = {"value": value}
        return self

    def tick(self, block: str) -> FilledForm:
        self.state[block][block]["selected_options"] = [{"value": "x"}]
        return self

    def body(self, trigger: str = "11.22.view_submission") -> dict[str, Any]:
        made = submission(self.state, self.view["callback_id"], self.view["private_metadata"])
        return {**made, "trigger_id": trigger}

    def turned(self, chosen: str) -> FilledForm:
        """The form after something was chosen in it that it tells at once."""
        view = {**self.view, "id": "V1", "type": "modal", "state": {"values": self.state}}
        actions.turn_form(self.office.desk, occasion(press({"action_id": chosen}, view=view)))
        way, said = self.office.said[-1]
        assert way == "turn"
        turned = FilledForm(self.office, said["view"])
        turned.state = first_state(turned.view["blocks"], self.state)
        return turned

    def objection(self) -> Any:
        return views.objection(self.office.desk, occasion(self.body()))

    def again(self) -> FilledForm:
        """The form that is shown in its place; Slack keeps what stands under the same ids."""
        answered = self.objection()
        assert isinstance(answered, View)
        again = FilledForm(self.office, dict(answered.payload))
        again.state = first_state(again.view["blocks"], self.state)
        return again

    def send(self, trigger: str = "11.22.view_submission", attempts: int = 1) -> Activity:
        assert self.objection() is None
        views.store(self.office.desk, occasion(self.body(trigger), attempts))
        found = self.office.desk.log.last_by("U1")
        assert found
        return found


def opened(office: Office, text: str = "") -> FilledForm:
    logging.carry_out(office.desk, occasion(command(text)))
    way, said = office.said[-1]
    assert way == ("turn" if text else "open")
    return FilledForm(office, said["view"])


def ready(office: Office, **texts: str) -> FilledForm:
    """A form that can be stored."""
    form = opened(office, TEXT).choose("activity_unit:Skövde", "gym")
    return form.type(**texts)


def changing(office: Office, stored: Activity) -> FilledForm:
    value = f"{stored.id}:{stored.version}"
    pressed = press_in_message({"action_id": "change_activity", "value": value})
    actions.change(office.desk, occasion(pressed))
    return FilledForm(office, office.said[-1][1]["view"])
