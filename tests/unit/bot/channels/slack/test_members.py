from __future__ import annotations

from typing import Any, cast

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.channels.slack.members import SlackMembers
from bot.domain.people import Standing
from bot.services.errors import NotLookedUp, Unreachable

EVA: dict[str, Any] = {
    "id": "U1",
    "team_id": "T1",
    "real_name": "Eva Ek",
    "profile": {"display_name": "eva", "status_emoji": ":palm_tree:"},
}


class PaperClient:
    """``WebClient`` with what it is given; counts what is asked of it."""

    def __init__(self) -> None:
        self.users: dict[str, dict[str, Any]] = {"U1": EVA}
        self.calls: list[str] = []
        self.faults: list[Exception] = []

    def users_info(self, *, user: str) -> dict[str, Any]:
        self._call("users.info")
        if user not in self.users:
            raise refused("user_not_found")
        return {"user": self.users[user]}

    def conversations_members(self, *, channel: str, limit: int) -> list[dict[str, Any]]:
        self._call("conversations.members")
        return [{"members": ["U1", "U2"]}, {"members": ["U3"]}]

    def usergroups_users_list(self, *, usergroup: str) -> dict[str, Any]:
        self._call("usergroups.users.list")
        return {"users": [f"U{each}" for each in range(100 if usergroup == "S0ALL" else 1)]}

    def users_list(self, *, limit: int) -> list[dict[str, Any]]:
        self._call("users.list")
        return [{"members": [{**EVA, "id": f"U{each}"} for each in range(100)]}]

    def usergroups_list(self) -> dict[str, Any]:
        self._call("usergroups.list")
        return {"usergroups": [{"id": "S1", "name": "Samordnare"}]}

    def _call(self, method: str) -> None:
        self.calls.append(method)
        if self.faults:
            raise self.faults.pop(0)


def refused(code: str) -> SlackApiError:
    return SlackApiError("no", {"ok": False, "error": code})  # type: ignore[no-untyped-call]


@pytest.fixture
def client() -> PaperClient:
    return PaperClient()


@pytest.fixture
def members(client: PaperClient) -> SlackMembers:
    return SlackMembers(cast(WebClient, client), "T1")


def test_people_are_known_by_their_whole_name_and_asked_for_once(
    members: SlackMembers, client: PaperClient
) -> None:
    found = [members.person("U1"), members.person("U1")]
    assert [(each.name, each.standing, each.is_gone) for each in found] == [
        ("Eva Ek", Standing.MEMBER, False)
    ] * 2
    assert members.is_away("U1")
    assert client.calls == ["users.info"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"deleted": True}, {"is_gone": True, "standing": Standing.STRANGER}),
        ({"is_bot": True}, {"is_bot": True, "standing": Standing.GUEST}),
        ({"is_restricted": True}, {"standing": Standing.GUEST}),
        ({"team_id": "T2"}, {"standing": Standing.STRANGER}),
        ({"real_name": "", "profile": {}, "name": "eva.ek"}, {"name": "eva.ek"}),
    ],
)
def test_who_is_something_else_is_told(
    members: SlackMembers, client: PaperClient, changed: dict[str, Any], said: dict[str, Any]
) -> None:
    client.users["U1"] = {**EVA, **changed}
    found = members.person("U1")
    assert {name: getattr(found, name) for name in said} == said


def test_whom_slack_does_not_know_is_gone_and_not_away(members: SlackMembers) -> None:
    assert members.person("U9").is_gone
    assert not members.is_away("U9")


def test_members_of_all_pages_are_read(members: SlackMembers) -> None:
    assert members.of_channel("C1") == ["U1", "U2", "U3"]
    assert members.of_group("S1") == ["U0"]


def test_many_are_not_asked_for_one_by_one(members: SlackMembers, client: PaperClient) -> None:
    assert all(members.person(each).name == "Eva Ek" for each in members.of_group("S0ALL"))
    assert client.calls == ["usergroups.users.list", "users.list"]


@pytest.mark.parametrize("method", ["of_channel", "of_group"])
def test_what_cannot_be_seen_is_told_from_what_cannot_be_told_now(
    members: SlackMembers, client: PaperClient, method: str
) -> None:
    client.faults = [refused("channel_not_found"), TimeoutError()]
    with pytest.raises(Unreachable, match="channel_not_found"):
        getattr(members, method)("X1")
    with pytest.raises(NotLookedUp):
        getattr(members, method)("X1")


def test_a_person_of_whom_slack_cannot_tell_now_is_not_taken_for_gone(
    members: SlackMembers, client: PaperClient
) -> None:
    client.faults = [TimeoutError(), refused("missing_scope")]
    for _ in range(2):
        with pytest.raises(NotLookedUp):
            members.person("U1")
    assert not members.person("U1").is_gone


def test_groups_that_cannot_be_seen_are_not_offered(
    members: SlackMembers, client: PaperClient
) -> None:
    client.faults = [refused("missing_scope")]
    assert members.groups() == {}
    assert members.groups() == {"S1": "Samordnare"}


@pytest.mark.parametrize(
    "code", ["missing_scope", "token_revoked", "invalid_auth", "request_timeout", "ratelimited"]
)
def test_what_is_not_known_now_is_never_taken_for_nobody(
    members: SlackMembers, client: PaperClient, code: str
) -> None:
    client.faults = [refused(code), refused(code)]
    with pytest.raises(NotLookedUp):
        members.of_channel("C1")
    with pytest.raises(NotLookedUp):
        members.of_group("S1")
