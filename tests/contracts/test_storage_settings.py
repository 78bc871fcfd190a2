from __future__ import annotations

from bot.domain.people import Preferences
from bot.domain.questions import ChannelSettings
from bot.services.ports import Denial
from tests.contracts.storages import Storage, later


def test_who_has_chosen_nothing_has_empty_preferences(storage: Storage) -> None:
    assert storage.settings.preferences("U1") == Preferences()


def test_the_latest_preferences_hold_for_their_person_only(storage: Storage) -> None:
    storage.settings.prefer("U1", Preferences(municipality="Skövde", language="sv"))
    storage.settings.prefer("U1", Preferences(municipality="Örebro"))

    assert storage.settings.preferences("U1") == Preferences(municipality="Örebro")
    assert storage.settings.preferences("U2") == Preferences()


def test_a_channel_has_the_default_settings_until_they_are_set(storage: Storage) -> None:
    assert storage.settings.of_channel("C1") == ChannelSettings()


def test_the_latest_settings_hold_for_their_channel_only(storage: Storage) -> None:
    first = ChannelSettings(municipality="Skövde", mentions_only=True)
    storage.settings.set_channel("C1", first, "U1", later(1))
    assert storage.settings.of_channel("C1") == first

    storage.settings.set_channel("C1", ChannelSettings(), "U2", later(2))

    assert storage.settings.of_channel("C1") == ChannelSettings()
    assert storage.settings.of_channel("C2") == ChannelSettings()


def test_denials_since_a_moment_come_oldest_first(storage: Storage) -> None:
    denials = [
        Denial(person=f"U{n}", action="gaps", reason="no coordinator", at=later(n))
        for n in range(3)
    ]
    for denial in [denials[2], denials[0], denials[1]]:
        storage.denials.add(denial)

    assert storage.denials.since(later(1)) == denials[1:]
    assert storage.denials.count_before(later(2)) == 2
    assert storage.denials.forget(later(2)) == 2
    assert storage.denials.since(later(0)) == denials[2:]
