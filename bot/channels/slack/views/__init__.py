"""Forms that were sent (docs.slack.dev/reference/interaction-payloads)."""

from __future__ import annotations

from functools import partial

from slack_bolt import App

from bot.channels.slack.blocks import names
from bot.channels.slack.desk import Desk
from bot.channels.slack.reception import Reception
from bot.channels.slack.views import activities, forms


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
    app.view_submission(names.CHANNEL_VIEW)(
        reception.listener(names.CHANNEL_VIEW, partial(forms.set_channel, desk))
    )
