from __future__ import annotations

from time import sleep
from typing import Any, cast

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.channels.slack import directory as module
from bot.channels.slack.directory import SlackDirectory, person_of
from bot.channels.slack.errors import ChannelRefused, ChannelUnavailable
from bot.domain.people import Standing

User = dict[str, Any]

EVA: User = {
    "id": "U1",
    "team_id": "T1",
    "name": "eva.ek",
    "deleted": False,
    "real_name": "Eva Ek",
    "profile": {"display_name": "Eva"},
    "is_restricted": False,
    "is_ultra_restricted": False,
    "is_bot": False,
    "is_stranger": False,
    "locale": "sv-SE",
}


class PaperClient:
    """``WebClient`` with the users and groups that it is given; counts what is asked of it."""

    def __init__(self) -> None:
        self.users = {"U1": EVA}
        self.groups = {"S1": ["U1", "U2"]}
        self.calls: list[str] = []
        self.faults: list[Exception] = []

    def users_info(self, *, user: str, include_locale: bool) -> User:
        self._call("users.info")
        assert include_locale
        if user not in self.users:
            raise refused("user_not_found")
        return {"ok": True, "user": self.users[user]}

    def usergroups_users_list(self, *, usergroup: str) -> User:
        self._call("usergroups.users.list")
        return {"ok": True, "users": self.groups[usergroup]}

    def _call(self, method: str) -> None:
        self.calls.append(method)
        if self.faults:
            raise self.faults.pop(0)


def refused(code: str) -> SlackApiError:
    return SlackApiError("no", {"ok": False, "error": code})  # type: ignore[no-untyped-call]


@pytest.fixture
def client() -> PaperClient:
    return PaperClient()


def make(
    client: PaperClient, group: str | None = "S1", named: frozenset[str] = frozenset()
) -> SlackDirectory:
    return SlackDirectory(cast(WebClient, client), "T1", group, named)


@pytest.mark.parametrize(
    ("changed", "standing"),
    [
        ({}, Standing.MEMBER),
        ({"is_restricted": True}, Standing.GUEST),
        ({"is_restricted": True, "is_ultra_restricted": True}, Standing.GUEST),
        ({"is_ultra_restricted": True}, Standing.GUEST),
        ({"is_bot": True}, Standing.GUEST),
        ({"team_id": "T2"}, Standing.STRANGER),
        ({"team_id": None}, Standing.STRANGER),
        ({"is_stranger": True}, Standing.STRANGER),
        ({"deleted": True}, Standing.STRANGER),
        ({"deleted": True, "is_restricted": True}, Standing.STRANGER),
        ({"team_id": "T2", "is_restricted": True}, Standing.STRANGER),
        ({"team_id": "T2", "enterprise_user": {"teams": ["T1", "T2"]}}, Standing.MEMBER),
        ({"team_id": "E1", "enterprise_user": {"teams": ["T1"]}}, Standing.MEMBER),
        ({"team_id": "T2", "enterprise_user": {"teams": ["T2", "T3"]}}, Standing.STRANGER),
        ({"team_id": "T2", "enterprise_user": {"teams": []}}, Standing.STRANGER),
        ({"enterprise_user": {"id": "W1"}}, Standing.MEMBER),
        ({"enterprise_user": {"teams": None}}, Standing.MEMBER),
        (
            {"is_restricted": True, "enterprise_user": {"teams": ["T1"]}},
            Standing.GUEST,
        ),
        ({"is_admin": True, "is_owner": True}, Standing.MEMBER),
    ],
)
def test_a_person_s_standing_is_what_slack_says_of_them(changed: User, standing: Standing) -> None:
    assert person_of(EVA | changed, "T1").standing is standing


@pytest.mark.parametrize(
    ("locale", "language"),
    [("sv-SE", "sv"), ("en-US", "en"), ("en-GB", "en"), ("fi-FI", "sv"), ("", "sv"), (None, "sv")],
)
def test_english_is_spoken_with_those_whose_client_does_and_swedish_with_all_others(
    locale: str | None, language: str
) -> None:
    assert person_of(EVA | {"locale": locale}, "T1").language == language


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({}, "Eva"),
        ({"profile": {"display_name": ""}}, "Eva Ek"),
        ({"profile": None}, "Eva Ek"),
        ({"profile": {}, "real_name": None}, "eva.ek"),
        ({"profile": {}, "real_name": None, "name": None}, ""),
    ],
)
def test_a_person_is_called_what_they_call_themselves(changed: User, name: str) -> None:
    assert person_of(EVA | changed, "T1").name == name


def test_a_person_is_looked_up_once_for_a_while(client: PaperClient) -> None:
    directory = make(client)
    first = directory.person("U1")
    client.users["U1"] = EVA | {"is_restricted": True}
    assert directory.person("U1") is first
    assert client.calls == ["users.info"]


def test_what_changed_is_noticed_after_that_while(
    client: PaperClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "REMEMBERED_SECONDS", 0.05)
    directory = make(client)
    assert directory.person("U1").standing is Standing.MEMBER
    assert directory.is_coordinator("U1")
    client.users["U1"] = EVA | {"is_restricted": True}
    client.groups["S1"] = []
    sleep(0.06)
    assert directory.person("U1").standing is Standing.GUEST
    assert not directory.is_coordinator("U1")


def test_a_change_goes_unnoticed_for_minutes_not_hours() -> None:
    assert 0 < module.REMEMBERED_SECONDS <= 600


@pytest.mark.parametrize("code", ["user_not_found", "user_not_visible"])
def test_whom_slack_does_not_know_is_a_stranger(client: PaperClient, code: str) -> None:
    client.faults = [refused(code)]
    found = make(client).person("U9")
    assert (found.id, found.standing) == ("U9", Standing.STRANGER)


def test_another_refusal_makes_a_stranger_of_nobody_and_is_not_remembered(
    client: PaperClient,
) -> None:
    client.faults = [refused("missing_scope"), OSError("no route")]
    directory = make(client)
    with pytest.raises(ChannelRefused):
        directory.person("U1")
    with pytest.raises(ChannelUnavailable):
        directory.person("U1")
    assert directory.person("U1").standing is Standing.MEMBER


def test_coordinators_are_the_group_s_members_and_those_named(client: PaperClient) -> None:
    directory = make(client, named=frozenset({"U5"}))
    found = {person for person in ("U1", "U2", "U3", "U5") if directory.is_coordinator(person)}
    assert found == {"U1", "U2", "U5"}
    assert client.calls == ["usergroups.users.list"]


def test_without_a_group_slack_is_not_asked(client: PaperClient) -> None:
    directory = make(client, group=None, named=frozenset({"U5"}))
    assert directory.is_coordinator("U5")
    assert not directory.is_coordinator("U1")
    assert client.calls == []


def test_a_named_coordinator_is_one_also_while_slack_is_away(client: PaperClient) -> None:
    client.faults = [OSError("no route")]
    directory = make(client, named=frozenset({"U5"}))
    assert directory.is_coordinator("U5")
    with pytest.raises(ChannelUnavailable):
        directory.is_coordinator("U1")
    assert directory.is_coordinator("U1")


def test_a_group_without_members_is_remembered_too(client: PaperClient) -> None:
    client.groups["S1"] = []
    directory = make(client)
    assert not directory.is_coordinator("U1")
    assert not directory.is_coordinator("U1")
    assert len(client.calls) == 1
