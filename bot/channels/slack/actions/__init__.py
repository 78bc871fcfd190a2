"""Buttons and menus (docs.slack.dev/reference/interaction-payloads/block_actions-payload)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from slack_bolt import App

from bot.channels.slack import handing_on, second_yes
from bot.channels.slack.actions import (
    activities,
    agreements,
    answers,
    broadcasts,
    calendar,
    contacts,
    coordinators,
    preferences,
    reminders,
    sections,
)
from bot.channels.slack.blocks import agreement_names, calendar_names, names
from bot.channels.slack.commands import activity_list
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.reception import Reception

Handler = Callable[[Desk, Occasion], None]

HURRIED: dict[str, Handler] = {
    names.SHOW_SECTION: sections.show,
    names.TURN_SECTION: sections.turn,
    names.SHOW_ANSWER: answers.show_again,
    names.FEEDBACK: answers.take_feedback,
    names.ANSWER_HAND_OVER: coordinators.open_form,
    names.LOG_ACTIVITY: activities.open_form,
    names.ACTIVITY_MUNICIPALITY: activities.turn_form,
    names.ACTIVITY_KIND: activities.turn_form,
    names.OPEN_ACTIVITY: activities.show,
    names.CHANGE_ACTIVITY: activities.change,
    names.ADD_EFFECT: activities.add_effect,
    names.ACTIVITY_HISTORY: activities.show_history,
    names.MY_ACTIVITIES: activity_list.show_own,
    names.TURN_ACTIVITIES: activity_list.turn,
    names.ADD_CONTACT: contacts.open_new,
    agreement_names.NEW: agreements.open_new,
    agreement_names.OPEN: agreements.show,
    agreement_names.CHANGE: agreements.change,
    agreement_names.HISTORY: agreements.show_history,
    calendar_names.TURN: calendar.turn,
    calendar_names.ACCEPT: calendar.accept,
    calendar_names.CHANGE: calendar.change,
    calendar_names.REJECT: calendar.reject,
    names.CHANGE_CONTACT: contacts.open_form,
    names.REMINDER_LOG: reminders.log,
    names.REMINDER_REPLY: reminders.reply,
    names.REMINDER_LATER: reminders.later,
    names.REMINDER_NOT_ME: reminders.not_me,
    names.SHOW_MINE: reminders.show_mine,
    names.COMPOSE: broadcasts.compose,
    names.broadcast_input("municipality"): broadcasts.turn_composer,
    names.broadcast_input("template"): broadcasts.turn_composer,
    names.CHANGE_BROADCAST: broadcasts.change,
    names.CHANGE_AGAIN: broadcasts.change,
    names.SHOW_BROADCASTS: broadcasts.show_list,
    names.SHOW_BROADCAST: broadcasts.show,
    names.BROADCAST_HISTORY: broadcasts.show_history,
    names.DECLINE_BROADCAST: second_yes.open_decline,
}
"""What opens or turns a modal."""

PATIENT: dict[str, Handler] = {
    names.COMPARE: answers.compare,
    names.SHARE: answers.share,
    names.HAND_OVER: coordinators.hand_over,
    names.EXPORT_GAPS: coordinators.export_gaps,
    names.WITHDRAW_ACTIVITY: activities.withdraw,
    names.REMOVE_CONTACT: contacts.remove,
    agreement_names.END: agreements.end,
    calendar_names.ACKNOWLEDGE: calendar.acknowledge,
    calendar_names.FILE: calendar.give_file,
    names.ADD_GROUP: contacts.add_group,
    names.REMINDER_DONE: reminders.done,
    names.REMINDER_NOTHING: reminders.nothing,
    names.CONFIRM_INSTEAD: handing_on.confirm,
    names.KEEP_RECIPIENT: handing_on.keep,
    names.TRY_OUT: broadcasts.try_out,
    names.SAVE_DRAFT: broadcasts.keep_draft,
    names.SEND_AGAIN: broadcasts.send_again,
    names.PAUSE_BROADCAST: broadcasts.pause,
    names.RESUME_BROADCAST: broadcasts.resume,
    names.CANCEL_BROADCAST: broadcasts.cancel,
    names.COPY_BROADCAST: broadcasts.copy,
    names.EXPORT_BROADCAST: broadcasts.export,
    names.APPROVE_BROADCAST: second_yes.approve,
    names.HOME_MUNICIPALITY: preferences.set_municipality,
    names.HOME_LANGUAGE: preferences.set_language,
}


def register(app: App, reception: Reception, desk: Desk) -> None:
    """Listen to buttons and menus, by their ids with or without a number."""
    for handlers, hurried in ((HURRIED, True), (PATIENT, False)):
        for name, handler in handlers.items():
            pattern = re.compile(rf"^{re.escape(name)}(:\d+)?$")
            app.action(pattern)(reception.listener(name, partial(handler, desk), hurried=hurried))
