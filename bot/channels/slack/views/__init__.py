"""Forms that were sent (docs.slack.dev/reference/interaction-payloads)."""

from __future__ import annotations

from functools import partial

from slack_bolt import App

from bot.channels.slack.actions.calendar import tell_drifts
from bot.channels.slack.actions.contacts import tell_departure
from bot.channels.slack.blocks import agreement_names, calendar_names, names
from bot.channels.slack.desk import Desk
from bot.channels.slack.reception import Reception
from bot.channels.slack.second_yes import post_request
from bot.channels.slack.views import (
    activities,
    agreements,
    broadcasts,
    calendar,
    contacts,
    forms,
    reminders,
)


def register(app: App, reception: Reception, desk: Desk) -> None:
    """Listen to forms."""
    app.view_submission(names.ANSWER_VIEW)(
        reception.listener(
            names.ANSWER_VIEW, partial(forms.answer_hand_over, desk), objection=forms.empty_answer
        )
    )
    reception.listener(names.DELIVER_ANSWER, partial(forms.deliver_again, desk))
    app.view_submission(names.FEEDBACK_VIEW)(
        reception.listener(names.FEEDBACK_VIEW, partial(forms.explain_feedback, desk))
    )
    app.view_submission(names.ACTIVITY_FORM)(
        reception.listener(
            names.ACTIVITY_FORM,
            partial(activities.store, desk),
            objection=partial(activities.objection, desk),
        )
    )
    app.view_submission(names.EFFECT_FORM)(
        reception.listener(
            names.EFFECT_FORM,
            partial(activities.add_effect, desk),
            objection=partial(activities.effect_objection, desk),
        )
    )
    _register_reminders(app, reception, desk)
    _register_broadcasts(app, reception, desk)
    _register_calendar(app, reception, desk)
    app.view_submission(agreement_names.FORM)(
        reception.listener(
            agreement_names.FORM,
            partial(agreements.store, desk),
            objection=partial(agreements.objection, desk),
        )
    )
    app.view_submission(names.CONTACT_FORM)(
        reception.listener(
            names.CONTACT_FORM,
            partial(contacts.store, desk),
            objection=partial(contacts.objection, desk),
        )
    )
    reception.listener(names.TELL_DEPARTURE, partial(tell_departure, desk))
    app.view_submission(names.CHANNEL_VIEW)(
        reception.listener(names.CHANNEL_VIEW, partial(forms.set_channel, desk))
    )


def _register_reminders(app: App, reception: Reception, desk: Desk) -> None:
    app.view_submission(names.REPLY_FORM)(
        reception.listener(
            names.REPLY_FORM, partial(reminders.reply, desk), objection=reminders.empty_reply
        )
    )
    app.view_submission(names.LATER_FORM)(
        reception.listener(
            names.LATER_FORM,
            partial(reminders.later, desk),
            objection=partial(reminders.past_day, desk),
        )
    )
    app.view_submission(names.NOT_ME_FORM)(
        reception.listener(names.NOT_ME_FORM, partial(reminders.not_me, desk))
    )


def _register_calendar(app: App, reception: Reception, desk: Desk) -> None:
    app.view_submission(calendar_names.ACCEPT_FORM)(
        reception.listener(
            calendar_names.ACCEPT_FORM,
            partial(calendar.accept, desk),
            objection=partial(calendar.wrong_time, desk),
        )
    )
    app.view_submission(calendar_names.REJECT_FORM)(
        reception.listener(
            calendar_names.REJECT_FORM,
            partial(calendar.reject, desk),
            objection=partial(calendar.wrong_reason, desk),
        )
    )
    reception.listener(calendar_names.TELL_DRIFTS, partial(tell_drifts, desk))


def _register_broadcasts(app: App, reception: Reception, desk: Desk) -> None:
    app.view_submission(names.COMPOSER)(
        reception.listener(
            names.COMPOSER,
            partial(broadcasts.preview, desk),
            hurried=True,
            objection=partial(broadcasts.objection, desk),
            meanwhile=partial(broadcasts.meanwhile, desk),
        )
    )
    app.view_submission(names.PREVIEW)(
        reception.listener(names.PREVIEW, partial(broadcasts.start, desk))
    )
    reception.listener(names.ASK_FOR_YES, partial(post_request, desk))
    app.view_submission(names.DECLINE_FORM)(
        reception.listener(
            names.DECLINE_FORM,
            partial(broadcasts.decline, desk),
            objection=broadcasts.lacks_reason,
        )
    )
