"""The benchmarks of the bot, each in little."""

from __future__ import annotations

from tests.benchmarks import activities, reminders, slack_load


def test_people_who_ask_at_once_are_measured_in_both_modes_and_none_is_lost() -> None:
    table = slack_load.run(quick=True)

    assert "| Socket Mode |" in table
    assert "| HTTP |" in table
    assert table.count("| 0 of 8 |") == 2


def test_a_log_of_activities_is_filled_listed_reported_on_and_backed_up() -> None:
    table = activities.run(quick=True)

    assert "| 2,000 activities | SQLite |" in table
    assert "| report on a municipality's year |" in table
    assert "| size of the backup |" in table


def test_a_broadcast_is_planned_and_sent() -> None:
    table = reminders.run(quick=True)

    assert "| 300 recipients | SQLite |" in table
    assert "| planning it |" in table
    assert "| sending all, 4 threads |" in table
