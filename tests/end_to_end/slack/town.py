"""A workspace with the bot in it, and what the scenarios do there again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, TypeVar

from tests.end_to_end.slack.process import Bot, eventually
from tests.fakes.slack import Channel, Interaction, Message, Payload, Person, SlackServer, View
from tests.fakes.slack.elements import elements_of

Mode = Literal["socket", "http"]

QUESTION = "Vem beslutar om vänortsavtal?"
SENTENCE = "Örebro: Kommunfullmäktige."
QUOTE = (
    "Kommunfullmäktige beslutar om en internationell policy samt ingår och beslutar om "
    "uppsägning av vänortsavtal."
)
REFUSED = "Vem beslutar om vänortsavtal i Skövde?"
REFUSAL = "Dokumenten för Skövde ger inget svar på det."

PATIENCE = 30.0
"""Seconds for what takes a fraction of one on a machine with nothing else to do."""

T = TypeVar("T")


class Town:
    """People and channels are each scenario's own; the process, Kim and Lena are everybody's.

    Kim coordinates by the user group, Lena by the setting.
    """

    def __init__(
        self,
        slack: SlackServer,
        home: Path,
        folder: Path,
        *,
        module: str | None = None,
        **settings: str,
    ) -> None:
        self.slack = slack
        self.kim = slack.add_person("Kim Koord")
        self.lena = slack.add_person("Lena Lots")
        self.coordinators = slack.add_channel("samordnare", [self.kim, self.lena], private=True)
        self.group = slack.add_group("samordnare", [self.kim])
        own = {
            "SLACK_COORDINATOR_CHANNEL": self.coordinators.id,
            "SLACK_COORDINATOR_GROUP": self.group,
            "SLACK_COORDINATORS": f"U0NOBODY, {self.lena.id}",
        }
        self.bot = Bot(slack, home, folder, module=module, **own | settings)
        self.allowed: set[str] = set()

    # Who and where

    def person(self, name: str = "Eva Ek", **more: Any) -> Person:
        return self.slack.add_person(name, **more)

    def channel(self, *members: Person, name: str = "internationellt", **more: Any) -> Channel:
        return self.slack.add_channel(name, members, **more)

    @property
    def me(self) -> str:
        """The mention of the bot."""
        return f"<@{self.slack.bot_user_id}>"

    # Asking

    def wait(self, predicate: Callable[[], T]) -> T:
        return self.slack.wait_until(predicate, PATIENCE)

    def replies(self, asked: Message) -> list[Message]:
        """What the bot has said below, or after, a message."""
        root = asked.thread_ts or asked.ts
        thread = self.slack.thread(asked.channel, root)
        return [each for each in thread if each.bot_id and each.ts > asked.ts]

    def reply(self, asked: Message) -> Message:
        """The first of them."""
        return self.wait(lambda: self.replies(asked))[0]

    def asks(self, person: Person, channel: Channel, text: str = QUESTION) -> Message:
        """The answer to a mention."""
        return self.reply(person.says(channel, f"{self.me} {text}"))

    def commanded(self, person: Person, text: str, channel: Channel) -> Message:
        """The private answer to ``/lots TEXT``."""
        return self.whispered(person.commands("/lots", text, channel))

    def whispered(self, done: Interaction) -> Message:
        """The private answer to a command, a press or a shortcut."""
        assert done.failed is None
        return self.wait(lambda: done.ephemerals)[0]

    def opened(self, person: Person, callback_id: str) -> View:
        """The modal on top, once it is the one of that name."""
        self.wait(lambda: person.view and person.view.callback_id == callback_id)
        assert person.view
        return person.view

    # Nothing more to come

    def quiet(self) -> None:
        """Until all that was delivered is dealt with."""
        self.settled()
        eventually(lambda: self.bot.waiting() == 0, PATIENCE, self.slack.account)

    def settled(self) -> None:
        """Until all that was delivered is acknowledged or given up."""
        self.wait(lambda: all(each.settled.is_set() for each in self.slack.deliveries))

    @contextmanager
    def left_alone(self) -> Iterator[None]:
        """What is done inside reaches the bot, which neither keeps nor answers it."""
        self.quiet()
        delivered, called = len(self.slack.deliveries), len(self.slack.calls)
        yield
        new = self.slack.deliveries[delivered:]
        assert new
        self.settled()
        assert all(each.acked for each in new)
        kept = {row["key"] for row in self.bot.rows("SELECT key FROM inbox")}
        assert not kept & {each.payload["event_id"] for each in new}
        assert [str(call) for call in self.slack.calls[called:]] == []

    # What was kept

    def question(self, **where: str) -> dict[str, Any]:
        """The one logged question with these values."""
        [found] = self.questions(**where)
        return found

    def questions(self, **where: str) -> list[dict[str, Any]]:
        """All of them, oldest first."""
        rows = self.bot.rows("SELECT * FROM question ORDER BY asked_at")
        return [row for row in rows if where.items() <= row.items()]

    def denials(self, person: Person) -> list[tuple[str, str]]:
        """What a person was denied and why."""
        rows = self.bot.rows("SELECT * FROM denial WHERE person = ? ORDER BY id", person.id)
        return [(row["action"], row["reason"]) for row in rows]


def elements(surface: Message | View) -> list[Payload]:
    """The buttons and menus of a message or view."""
    return [element for _block, element in elements_of(surface.blocks)]


def actions(surface: Message | View) -> list[str]:
    """Their ids."""
    return [str(each["action_id"]) for each in elements(surface)]


def element(surface: Message | View, action: str) -> Payload:
    """The one with an id."""
    [found] = [each for each in elements(surface) if each["action_id"] == action]
    return found


def buttons(surface: Message | View) -> list[str]:
    """What stands on the buttons."""
    return [each["text"]["text"] for each in elements(surface) if each["type"] == "button"]


def question_of(answer: Message) -> str:
    """The id of the question that a message answers."""
    return str(element(answer, "hand_over")["value"])


def thumb(answer: Message, verdict: Literal["up", "down"]) -> str:
    """The value of a thumb."""
    pressed = {"up": "positive_button", "down": "negative_button"}[verdict]
    return str(element(answer, "feedback")[pressed]["value"])
