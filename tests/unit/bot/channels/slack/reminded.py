"""A broadcast, an occurrence of it and a recipient, to show."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from bot.domain.reminders.audience import Audience, Contacts
from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus, Content, Nagging, Wish
from bot.domain.reminders.dispatch import Dispatch, DispatchKind, DispatchState
from bot.domain.reminders.occurrence import (
    Answer,
    AnswerKind,
    Occurrence,
    OccurrenceStatus,
    Recipient,
    RecipientState,
    Why,
)
from bot.domain.reminders.schedule import Once
from bot.services.reminders.ports import Outgoing
from tests.unit.bot.channels.slack.made import CITATION

DUE_AT = datetime(2026, 12, 1, 8, tzinfo=UTC)

CONTENT = Content(
    municipality="Örebro",
    title="Rapportera årets internationella arbete",
    text="Hej!\nLogga det ni gjort under året. <!channel> & <https://evil.example|här>",
    reason="Policyn 4.3: varje förvaltning rapporterar årligen.",
    citation=CITATION,
    audience=Audience(contacts=Contacts()),
    schedule=Once(on=date(2026, 12, 1), at=time(9)),
    wishes=frozenset(Wish),
    nagging=Nagging(every_days=7, at_most=3),
)
BROADCAST = Broadcast(
    id=5,
    content=CONTENT,
    status=BroadcastStatus.ACTIVE,
    version=2,
    made_by="U0KIM",
    made_at=DUE_AT,
    changed_by="U0KIM",
    changed_at=DUE_AT,
    asked_by="U0KIM",
)
OCCURRENCE = Occurrence(
    id=12,
    broadcast=5,
    version=2,
    key="2026-12-01T09:00:00",
    due_at=DUE_AT,
    planned_at=DUE_AT,
    status=OccurrenceStatus.OPEN,
    content=CONTENT,
)
RECIPIENT = Recipient(
    occurrence=12,
    person="U0EVA",
    name="Eva Ek",
    unit="gym",
    why=Why.CONTACT,
    state=RecipientState.WAITING,
)


def answered(kind: AnswerKind, by: str = "U0EVA", **more: object) -> Recipient:
    answer = Answer.model_validate({"kind": kind, "at": DUE_AT, "by": by, **more})
    return RECIPIENT.model_copy(update={"state": RecipientState.ANSWERED, "answer": answer})


def outgoing(
    kind: DispatchKind = DispatchKind.FIRST,
    recipient: Recipient = RECIPIENT,
    *,
    number: int = 0,
    is_late: bool = False,
    content: Content = CONTENT,
) -> Outgoing:
    is_about = kind is DispatchKind.ESCALATION
    dispatch = Dispatch(
        id=1,
        kind=kind,
        person="U0BOSS" if is_about else recipient.person,
        about=recipient.person if is_about else None,
        occurrence=12,
        number=number,
        due_at=DUE_AT,
        not_before=DUE_AT,
        state=DispatchState.SENDING,
    )
    occurrence = OCCURRENCE.model_copy(update={"content": content})
    return Outgoing(dispatch=dispatch, occurrence=occurrence, recipient=recipient, is_late=is_late)
