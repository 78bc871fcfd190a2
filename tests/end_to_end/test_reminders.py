"""A coordinator's broadcasts in the terminal; the messages are sent by the Slack channel."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.terminal.members import RegisteredMembers
from bot.services.reminders.closed_days import swedish_working_time
from bot.services.reminders.limits import USUAL
from bot.services.reminders.use_cases import reminders_over
from bot.services.rights import Rights
from bot.storage.database import file_address, open_database
from tests.end_to_end.command import Run
from tests.unit.bot.services.asked import FakeDirectory

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
SKARA = ("--municipality", "Skara")
DRAFT = (
    *("remind", "draft", *SKARA, "--template", "report", "--contacts"),
    *("--wish", "acknowledge", "--every", "7", "--most", "2"),
)


@pytest.fixture(scope="module")
def remind(indexed: Run) -> Run:
    """With the units and contacts of the examples."""
    for arguments in (
        ("units", "import", "--yes", EXAMPLES / "skara-enheter.csv", *SKARA),
        ("contacts", "import", EXAMPLES / "skara-kontakter.csv", *SKARA, "--yes"),
    ):
        done = indexed(*map(str, arguments))
        assert done.returncode == 0, done.stderr
    return indexed


def drafted(remind: Run, *more: str) -> str:
    """The number of a new draft."""
    done = remind(*DRAFT, *more, POLICYLOTS_LANGUAGE="sv")
    assert done.returncode == 0, done.stderr
    return done.stdout.rsplit("policylots remind send ", 1)[1].rstrip(".\n")


def test_a_draft_tells_who_would_get_it_and_when(remind: Run) -> None:
    done = remind(*DRAFT, "--when", "varje år den 24 december", POLICYLOTS_LANGUAGE="sv")
    assert "får utskicket" in done.stdout
    assert "är utanför arbetstid" in done.stdout
    assert "Inget har skickats." in done.stdout


def test_it_is_planned_paused_resumed_and_cancelled_and_the_record_keeps_it_all(
    remind: Run,
) -> None:
    number = drafted(remind, "--when", "varje år den 1 december")
    for command in (("send", "--yes"), ("pause",), ("resume",), ("cancel", "--yes")):
        done = remind("remind", command[0], number, *command[1:])
        assert done.returncode == 0, done.stderr
    record = json.loads(remind("remind", "record", number, "--json").stdout)
    assert [each["kind"] for each in record] == [
        "drafted",
        "started",
        "paused",
        "resumed",
        "cancelled",
    ]
    assert all(each["by"].startswith("terminal:") for each in record)


def test_a_change_keeps_what_is_not_given(remind: Run) -> None:
    number = drafted(remind, "--when", "varje år den 1 december")
    done = remind("remind", "change", number, "--title", "Ny rubrik", "--every", "0")
    assert done.returncode == 0, done.stderr
    [found] = [
        each
        for each in json.loads(remind("remind", "list", "--json").stdout)
        if each["id"] == int(number)
    ]
    assert found["content"]["title"] == "Ny rubrik"
    assert found["content"]["nagging"] is None
    assert found["content"]["schedule"]["kind"] == "yearly"


def test_the_message_can_be_seen_before_anybody_gets_it(remind: Run) -> None:
    number = drafted(remind)
    done = remind("remind", "try", number, POLICYLOTS_LANGUAGE="sv")
    assert "Varför det skickas: " in done.stdout
    assert "Mottagarna kan svara med: Klart" in done.stdout


def test_nothing_is_sent_without_a_yes_where_nobody_can_be_asked(remind: Run) -> None:
    number = drafted(remind)
    assert remind("remind", "send", number).returncode == 2
    status = remind("remind", "list", "--status", "draft", "--json")
    assert int(number) in {each["id"] for each in json.loads(status.stdout)}


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ((*DRAFT, "--when", "i förrgår"), 1, "har redan varit"),
        ((*DRAFT, "--when", "gröt"), 1, "gröt"),
        ((*DRAFT, "--channel", "C0NOBODY"), 1, "vet bara Slack"),
        (("remind", "draft", *SKARA, "Hej"), 2, "--title"),
        (("remind", "draft", *SKARA, "Hej", "--only", "not_logged"), 2, "--contacts"),
        ((*DRAFT, "--unit", "Rymdnämnden"), 2, "Rymdnämnden"),
        (("remind", "send", "999", "--yes"), 1, "999"),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(
    remind: Run, arguments: tuple[str, ...], code: int, told: str
) -> None:
    before = remind("remind", "list", "--json").stdout
    done = remind(*arguments, POLICYLOTS_LANGUAGE="sv")
    assert done.returncode == code
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert remind("remind", "list", "--json").stdout == before


def slack_sends(home: Path, refused: str) -> set[str]:
    """What the process of Slack does a week from now: everybody's message arrives but one's; who
    was written to.
    """
    day = datetime.now(UTC).replace(hour=11) + timedelta(days=7)
    while not swedish_working_time().is_working_day(day.date()):
        day += timedelta(days=1)
    asked = set()
    with closing(open_database(file_address(home))) as database:
        members = RegisteredMembers(database.contacts)
        rights = Rights(FakeDirectory(), database.denials, lambda: day)
        reminders_over(database, rights, members, USUAL, lambda: day).planner.plan_due()
        while claimed := database.outbox.claim(day, day + timedelta(minutes=1), "t", 100):
            for each in claimed:
                assert database.outbox.begin(each.id, "t", day)
                if each.person == refused:
                    assert database.outbox.failed(each.id, "t", day, "user_not_found")
                else:
                    assert database.outbox.sent(each.id, "t", day, f"D{each.person}", "1.0")
                asked.add(each.person)
    return asked


def test_what_came_of_it_is_followed_answered_for_and_handed_on(
    remind: Run, home: Path, tmp_path: Path
) -> None:
    number = drafted(remind)
    assert remind("remind", "send", number, "--yes").returncode == 0
    assert remind("remind", "answer", number, "U0SKIRIS1").returncode == 2
    asked = slack_sends(home, refused="U0SKIRIS1")
    assert "U0SKIRIS1" in asked
    other, another = sorted(asked - {"U0SKIRIS1"})[:2]

    told = remind("remind", "status", number, POLICYLOTS_LANGUAGE="sv").stdout
    assert "Iris Påhittad" in told
    assert "nåddes inte" in told
    path = tmp_path / "status.csv"
    written = remind("remind", "status", number, "--output", str(path), POLICYLOTS_LANGUAGE="sv")
    assert written.returncode == 0, written.stderr
    assert "Iris Påhittad" in path.read_text("utf-8-sig")
    again = remind("remind", "resend", number, POLICYLOTS_LANGUAGE="sv")
    assert "Skickas igen till en person." in again.stdout

    answered = remind("remind", "answer", number, other, POLICYLOTS_LANGUAGE="sv")
    assert f"Svaret för {other} är sparat." in answered.stdout
    handed = remind("remind", "replace", number, another, "--with", "U0SKARVI1")
    assert handed.returncode == 0, handed.stderr
    assert "Arvid Testberg" in handed.stdout
    state = json.loads(remind("remind", "status", number, "--json").stdout)
    counts = {stand: count for stand, count in state["counts"].items() if count}
    assert counts.pop("answered") == 1
    assert "failed" not in counts
    kinds = [
        each["kind"] for each in json.loads(remind("remind", "record", number, "--json").stdout)
    ]
    assert {"sent_again", "answered", "replaced"} <= set(kinds)
