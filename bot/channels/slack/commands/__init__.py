"""Slash commands (https://docs.slack.dev/interactivity/implementing-slash-commands)."""

from __future__ import annotations

from functools import partial

from slack_bolt import App

from bot.channels.slack.commands import (
    activity_list,
    agreements,
    calendar,
    contacts,
    logging,
    lots,
    remind,
    report,
)
from bot.channels.slack.desk import Desk
from bot.channels.slack.reception import Reception


def register(app: App, reception: Reception, desk: Desk) -> None:
    """Listen to commands; those that open a form have no time to wait."""
    slow = reception.listener("/lots", partial(lots.carry_out, desk))
    quick = reception.listener("/lots form", partial(lots.carry_out, desk), hurried=True)
    app.command("/lots", matchers=[lots.opens_form])(quick)
    app.command("/lots")(slow)
    log = reception.listener("/logga", partial(logging.carry_out, desk), hurried=True)
    app.command("/logga")(log)
    app.command("/aktiviteter")(
        reception.listener("/aktiviteter", partial(activity_list.carry_out, desk))
    )
    app.command("/paminn")(
        reception.listener("/paminn", partial(remind.carry_out, desk), hurried=True)
    )
    _register_contacts(app, reception, desk)
    _register_agreements(app, reception, desk)
    app.command("/kalender")(
        reception.listener("/kalender", partial(calendar.carry_out, desk), hurried=True)
    )
    app.command("/rapport")(reception.listener("/rapport", partial(report.carry_out, desk)))


def _register_contacts(app: App, reception: Reception, desk: Desk) -> None:
    look_up = reception.listener("/kontakter", partial(contacts.carry_out, desk))
    add = reception.listener("/kontakter form", partial(contacts.carry_out, desk), hurried=True)
    app.command("/kontakter", matchers=[contacts.opens_form])(add)
    app.command("/kontakter")(look_up)


def _register_agreements(app: App, reception: Reception, desk: Desk) -> None:
    look_up = reception.listener("/avtal", partial(agreements.carry_out, desk))
    add = reception.listener("/avtal form", partial(agreements.carry_out, desk), hurried=True)
    app.command("/avtal", matchers=[agreements.opens_form])(add)
    app.command("/avtal")(look_up)
