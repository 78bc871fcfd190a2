"""A desk whose messenger writes down what is said instead of saying it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, cast

from bot.channels.slack.blocks.fitting import Message, View
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion, key_of
from bot.channels.slack.messenger import Messenger
from bot.channels.slack.metrics import Metrics
from bot.domain.people import Person, Standing
from bot.services.activities.kinds import load_kinds
from bot.services.channel import ChannelServices
from bot.services.reminders.limits import USUAL, Limits
from bot.services.reminders.use_cases import reminders_over
from bot.services.retention import Kept
from tests.fakes.members import FakeMembers
from tests.fakes.storage import FakeDatabase
from tests.unit.bot.channels.slack.delivered import Body
from tests.unit.bot.services.asked import FakeDirectory, TickingClock
from tests.unit.bot.services.opened import always, open_five

Said = dict[str, Any]


class PaperMessenger:
    """Everything said, in order, by the method that said it; ``faults`` are raised first."""

    def __init__(self) -> None:
        self.said: list[tuple[str, Said]] = []
        self.faults: list[Exception] = []
        self.earlier: dict[str, str] = {}

    def post(self, channel: str, message: Message, thread: str | None, key: str) -> str:
        self._say("post", channel=channel, message=message, thread=thread, key=key)
        return f"9.{len(self.said)}"

    def posted(self, channel: str, thread: str | None, key: str) -> str | None:
        return self.earlier.get(key)

    def whisper(self, channel: str, person: str, message: Message, thread: str | None) -> None:
        self._say("whisper", channel=channel, person=person, message=message, thread=thread)

    def respond(
        self, response_url: str, message: Message, thread: str | None = None, **how: bool
    ) -> None:
        self._say("respond", url=response_url, message=message, thread=thread, **how)

    def change(self, channel: str, message_ts: str, message: Message) -> None:
        self._say("change", channel=channel, ts=message_ts, message=message)

    def push(self, trigger: str, view: View) -> None:
        self._say("push", trigger=trigger, view=view.payload)

    def direct(self, person: str) -> str:
        return f"D{person}"

    def link(self, channel: str, message_ts: str) -> str:
        return f"https://slack.test/{channel}/{message_ts}"

    def upload(self, channel: str, name: str, content: bytes, said: str) -> None:
        self._say("upload", channel=channel, name=name, content=content, said=said)

    def has_files(self, channel: str, thread: str) -> bool:
        return any(how == "share" and what["thread"] == thread for how, what in self.said)

    def share(self, channel: str, thread: str | None, files: Any, said: str) -> None:
        self._say("share", channel=channel, thread=thread, files=files, said=said)

    def turn(self, view_id: str, view: View) -> None:
        self._say("turn", view_id=view_id, view=view.payload)

    def turn_named(self, external: str, view: View) -> None:
        self._say("turn", view_id=external, view=view.payload)

    def open(self, trigger: str, view: View) -> str:
        self._say("open", trigger=trigger, view=view.payload)
        return "V1"

    def status(self, channel: str, thread: str, *texts: object) -> None:
        """A status is forgotten."""

    def _say(self, how: str, **what: Any) -> None:
        if self.faults:
            raise self.faults.pop(0)
        self.said.append((how, what))


class SpeakingDirectory(FakeDirectory):
    """``U0ENG`` speaks English."""

    def person(self, identity: str) -> Person:
        person = super().person(identity)
        return person.model_copy(update={"language": "en"}) if identity == "U0ENG" else person


@dataclass
class Office:
    """A desk and all that is around it."""

    home: str | None = None
    messenger: PaperMessenger = field(default_factory=PaperMessenger)
    directory: FakeDirectory = field(default_factory=SpeakingDirectory)
    database: FakeDatabase = field(default_factory=FakeDatabase)
    members: FakeMembers = field(default_factory=FakeMembers)
    limits: Limits = USUAL

    def __post_init__(self) -> None:
        clock = TickingClock()
        services = ChannelServices(
            always(open_five(self.home)), self.database, load_kinds(None),
            Kept(clock.time - clock.time), clock, log_questions=False,
        )  # fmt: skip
        rights = services.rights(self.directory)
        reminders = reminders_over(self.database, rights, self.members, self.limits, clock)
        self.desk = Desk(
            inquiries=services.inquiries,
            hand_overs=services.hand_overs(rights),
            thumbs=services.thumbs,
            gaps=services.gaps(rights),
            prompts=services.prompts,
            records=services.records,
            log=services.records.log(rights),
            reports=services.records.reports(rights),
            reminders=reminders,
            rights=rights,
            settings=self.database.settings,
            index=services.index,
            messenger=cast(Messenger, self.messenger),
            metrics=Metrics(),
            now=clock,
            groups=dict,
            coordinator_channel=None,
            coordinator_group=None,
            house_language="sv",
        )

    @property
    def said(self) -> list[tuple[str, Said]]:
        return self.messenger.said

    @property
    def ways(self) -> list[str]:
        """How each thing was said."""
        return [how for how, _ in self.said]

    @property
    def texts(self) -> list[str]:
        """The plain text of each message."""
        return [what["message"].text for _, what in self.said if "message" in what]

    def guest(self, identity: str) -> None:
        self.directory.standings[identity] = Standing.GUEST


def occasion(body: Body, attempts: int = 1) -> Occasion:
    return Occasion(key_of(body), body, attempts)


def written(message: Message) -> str:
    """All that a message's blocks hold."""
    return json.dumps(message.blocks, ensure_ascii=False)
