"""The server: Slack's addresses on this machine, in a thread with a loop of its own.

One module: a method of a line or two for each thing that a test does or looks at.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from random import Random
from types import TracebackType
from typing import Final, Literal, TypeVar
from zoneinfo import ZoneInfo

from tests.fakes.slack.clock import Clock
from tests.fakes.slack.deliveries import Deliverer, Delivery
from tests.fakes.slack.events import Events
from tests.fakes.slack.faults import Fault, Faults
from tests.fakes.slack.gate import Gate
from tests.fakes.slack.hosting import Hosting
from tests.fakes.slack.http_delivery import HttpDelivery
from tests.fakes.slack.people import Person
from tests.fakes.slack.records import (
    Call,
    Channel,
    Member,
    Message,
    Payload,
    Ping,
    UploadedFile,
    Violation,
)
from tests.fakes.slack.socket_delivery import DisconnectReason, SocketDelivery
from tests.fakes.slack.workspace import ALL_SCOPES, BOT_USER, TEAM, Workspace

T = TypeVar("T")

#: As often as Slack retries an event, without its minutes between.
RETRY_PAUSES: Final = (0.01, 0.05, 0.1)


class SlackServer:
    """A workspace with one app in it; the package's docstring shows its use."""

    bot_token: Final = "xoxb-fake-bot-token"  # noqa: S105
    app_token: Final = "xapp-fake-app-token"  # noqa: S105
    signing_secret: Final = "fake-signing-secret"  # noqa: S105
    bot_user_id: Final = BOT_USER
    team_id: Final = TEAM

    def __init__(
        self,
        mode: Literal["socket", "http"] = "socket",
        *,
        scopes: Iterable[str] = ALL_SCOPES,
        ack_limit: float = 3.0,
        retry_pauses: Sequence[float] = RETRY_PAUSES,
    ) -> None:
        self.mode = mode
        self.workspace = Workspace(frozenset(scopes))
        self._faults = Faults()
        self._http = HttpDelivery(self.signing_secret, ack_limit)
        self._socket = SocketDelivery(self.workspace, ack_limit)
        transport = self._socket if mode == "socket" else self._http
        self._deliverer = Deliverer(self.workspace, transport, retry_pauses)
        self._events = Events(self.workspace, self._deliverer)
        self.workspace.on_message = self._events.of_message
        self._gate = Gate(
            self.workspace, self._faults, self._socket, self.bot_token, self.app_token
        )
        self._hosting = Hosting(self._gate.application, self._begin, self._end)

    # Up and down

    def __enter__(self) -> SlackServer:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Slack is up, on the same port and with the same state as before."""
        self._hosting.start()

    def stop(self) -> None:
        """Slack is down: connections break, nothing is answered, nothing is lost."""
        self._hosting.stop()

    def _begin(self) -> None:
        self.workspace.url = self.url
        self._http.open()
        self._socket.open()
        self._deliverer.start(asyncio.get_running_loop())

    async def _end(self) -> None:
        await self._deliverer.stop()
        await self._http.close()
        self._socket.drop()

    @property
    def url(self) -> str:
        return self._hosting.url

    @property
    def api_url(self) -> str:
        """What ``WebClient(base_url=...)`` takes."""
        return f"{self.url}/api/"

    @property
    def clock(self) -> Clock:
        return self.workspace.clock

    # Who and where

    def add_person(
        self,
        name: str,
        *,
        locale: str = "sv-SE",
        tz: str = "Europe/Stockholm",
        guest: Literal[False, True, "multi-channel", "single-channel"] = False,
        team: str | None = None,
        deleted: bool = False,
    ) -> Person:
        """``guest=True`` is a multi-channel guest; another ``team`` comes by a shared channel."""
        ZoneInfo(tz)
        with self.workspace.changing():
            member = Member(
                self.workspace.ids.new("U"),
                name.lower().replace(" ", "."),
                name,
                locale,
                tz,
                team or TEAM,
                guest="multi-channel" if guest is True else guest or "",
                deleted=deleted,
            )
            self.workspace.members[member.id] = member
        return Person(self.workspace, self._deliverer, self._events, member)

    def add_channel(
        self,
        name: str,
        members: Iterable[Person] = (),
        *,
        private: bool = False,
        with_app: bool = True,
    ) -> Channel:
        with self.workspace.changing():
            ids = [person.id for person in members] + ([BOT_USER] if with_app else [])
            return self.workspace.add_channel("group" if private else "channel", name, ids)

    def add_group(self, name: str, people: Iterable[Person]) -> str:
        """A user group; its id."""
        with self.workspace.changing():
            group = self.workspace.ids.new("S")
            self.workspace.groups[group] = [person.id for person in people]
            self.workspace.group_handles[group] = name
        return group

    def messages(self, channel: Channel) -> list[Message]:
        """All that stands in a conversation, replies too, oldest first."""
        with self.workspace.lock:
            return [message for message in channel.messages.values() if not message.deleted]

    def thread(self, channel: Channel, ts: str) -> list[Message]:
        """A message and its replies, oldest first."""
        with self.workspace.lock:
            return channel.thread(ts)

    # What goes to the app

    @property
    def request_url(self) -> str:
        return self._http.request_url

    @request_url.setter
    def request_url(self, url: str) -> None:
        self._http.request_url = url

    def verify_request_url(self) -> bool:
        """Sends ``url_verification``; whether the app answered the challenge."""
        return self._hosting.run(self._http.challenge())

    @property
    def deliveries(self) -> list[Delivery]:
        with self.workspace.lock:
            return list(self._deliverer.all)

    def delivered(self, payload_type: str) -> list[Delivery]:
        """The deliveries of one type: an event's or interaction's, or a command's name."""
        return [one for one in self.deliveries if one.payload_type == payload_type]

    def redeliver(self, delivery: Delivery) -> None:
        """Sends an event again, as if its acknowledgement had been lost; waits until settled."""
        self._deliverer.again(delivery)
        delivery.settled.wait(30)

    def sends(self, event: Payload) -> Delivery:
        """An event as it stands, of a kind that nothing here gives rise to, such as a join."""
        with self.workspace.changing():
            return self._events.send(event)

    @property
    def connections(self) -> int:
        """How many Socket Mode connections are in use."""
        return self._socket.open_connections

    def drop_connections(self) -> None:
        async def drop() -> None:
            self._socket.drop()

        self._hosting.run(drop())

    def disconnect(self, reason: DisconnectReason) -> None:
        self._hosting.run(self._socket.disconnect(reason))

    def refuse_connections(self, refuse: bool) -> None:
        self._socket.refusing = refuse

    # What goes wrong

    def fault(self, method: str, fault: Fault, times: int = 1) -> None:
        """The next calls of the method meet it; ``response_url`` is a method here too."""
        self._faults.add(method, fault, times)

    def faults_at_random(self, method: str, chance: Random, kinds: Sequence[Fault | None]) -> None:
        """Each call of the method meets one of these, or nothing where that is None."""
        self._faults.at_random(method, chance, kinds)

    def clear_faults(self) -> None:
        self._faults.clear()

    def limit_posting(self, per_second: float | None = 1.0) -> None:
        """So many messages a second and channel, above that 429; None ends it."""
        self._gate.posts_per_second = per_second

    def set_trigger_lifetime(self, seconds: float) -> None:
        """3 s at first; 0 makes every trigger_id too old."""
        self.workspace.trigger_lifetime = seconds

    # What the app did

    @property
    def calls(self) -> list[Call]:
        with self.workspace.lock:
            return list(self.workspace.calls)

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    @property
    def violations(self) -> list[Violation]:
        with self.workspace.lock:
            return list(self.workspace.violations)

    @property
    def unfurling(self) -> list[str]:
        with self.workspace.lock:
            return list(self.workspace.unfurling)

    @property
    def pings(self) -> list[Ping]:
        with self.workspace.lock:
            return list(self.workspace.pings)

    @property
    def files(self) -> list[UploadedFile]:
        with self.workspace.lock:
            return list(self.workspace.files.values())

    def wait_until(self, predicate: Callable[[], T], within: float = 5.0) -> T:
        """The predicate's first true value; raises AssertionError after so many seconds."""
        value = self.workspace.wait_for(predicate, within)
        if not value:
            raise AssertionError(f"not within {within} s\n{self.account()}")
        return value

    def wait_for_answers(self, within: float = 5.0) -> None:
        """Until every delivery is settled and every call answered."""
        self.wait_until(
            lambda: (
                all(one.settled.is_set() for one in self.deliveries)
                and all(call.answered for call in self.calls)
            ),
            within,
        )

    def account(self) -> str:
        """The last calls and deliveries and all violations, for a test that failed."""
        parts: dict[str, Sequence[object]] = {
            "calls": self.calls[-20:],
            "deliveries": self.deliveries[-20:],
            "violations": self.violations,
        }
        return "\n".join(
            "\n".join([f"{name}:", *(f"  {one}" for one in them)]) for name, them in parts.items()
        )
