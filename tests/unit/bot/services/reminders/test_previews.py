"""What a preview tells before anything is sent, and the limit of a day's recipients."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.domain.reminders.broadcast import BroadcastStatus, Escalation, Nagging
from bot.domain.reminders.schedule import Once
from bot.services.errors import DayLimitReached
from bot.services.reminders.limits import Limits
from bot.services.reminders.previews import Caution
from tests.unit.bot.services.reminders.drafted import DECEMBER, EACH_MONTH, NOBODY, desk, limited
from tests.unit.bot.services.reminders.reminded import BO, Desk, content, sweden

__all__ = ["desk"]


def test_a_preview_tells_when_and_what_was_moved(desk: Desk) -> None:
    preview = desk.use.broadcasts.preview(content(schedule=EACH_MONTH), BO)
    moments = [str(each.nominal) for each in preview.dues]
    assert moments == [
        f"{month}-15 09:00:00" for month in ("2026-11", "2026-12", "2027-01", "2027-02", "2027-03")
    ]
    # The 15th of November 2026 is a Sunday.
    assert [each.at for each in preview.moved] == [sweden("2026-11-16 09:00")]
    assert preview.cautions == ()


def test_a_preview_cautions_of_what_may_go_wrong(desk: Desk) -> None:
    said = content(
        audience=NOBODY,
        wishes=frozenset(),
        nagging=Nagging(every_days=7, at_most=2),
        text="Ring 19811228-9874.",
        schedule=Once(on=date(2026, 10, 29), at=time(9)),
    )
    assert set(desk.use.broadcasts.preview(said, BO).cautions) == {
        Caution.NOBODY,
        Caution.NEVER_DUE,
        Caution.REMINDS_WITHOUT_WISH,
        Caution.PERSONAL_NUMBER,
    }


@pytest.mark.parametrize(
    ("text", "is_past"),
    [
        ("Utvärdering av 2017 års internationella arbete", True),
        ("Senast 2025-03-01.", True),
        ("Planen för 2023–2025", True),
        ("Planen för 2023-2027", False),
        ("Rapport för 2026, inför 2027", False),
        ("Ärende KS 2017/123 och SFS 2017:725, ring 0101-201700", False),
    ],
)
def test_a_preview_cautions_of_words_that_name_a_year_that_is_over(
    desk: Desk, text: str, is_past: bool
) -> None:
    for said in (content(text=text), content(title=text)):
        cautions = desk.use.broadcasts.preview(said, BO).cautions
        assert (Caution.PAST_YEAR in cautions) == is_past


def test_what_waits_for_the_same_day_counts_into_its_limit(desk: Desk) -> None:
    desk.limits = Limits(a_day=3)
    desk = desk.another()
    same = Once(on=date(2026, 12, 1), at=time(9))
    other = Once(on=date(2026, 12, 2), at=time(9))
    desk.start(content(schedule=same))
    for schedule, is_over in ((same, True), (other, False)):
        draft = desk.use.broadcasts.draft(str(schedule), content(schedule=schedule), BO)
        cautions = desk.use.broadcasts.preview(draft.content, BO).cautions
        assert (Caution.OVER_DAY_LIMIT in cautions) == is_over


def test_what_is_under_way_takes_nothing_from_its_own_day() -> None:
    desk = limited(a_day=3)
    running = desk.start(content(schedule=DECEMBER))
    said = content(schedule=DECEMBER, title="Annat")
    for identity, is_over in ((running.id, False), (None, True)):
        cautions = desk.use.broadcasts.preview(said, BO, identity).cautions
        assert (Caution.OVER_DAY_LIMIT in cautions) == is_over


def test_what_was_sent_already_is_over_no_limit() -> None:
    desk = limited(a_day=3)
    sent = desk.start(content())
    desk.round()
    desk.clock.go_on(seconds=5)
    cautions = desk.use.broadcasts.preview(desk.now_of(sent).content, BO, sent.id).cautions
    assert Caution.OVER_DAY_LIMIT not in cautions


def test_a_preview_names_units_without_a_head_or_deputy(desk: Desk) -> None:
    preview = desk.use.broadcasts.preview(content(escalation=Escalation(after_days=5)), BO)
    assert preview.unled_units == ("Kultur",)
    assert preview.cautions == (Caution.NOBODY_TO_ESCALATE_TO,)


def test_a_preview_stores_nothing(desk: Desk) -> None:
    desk.use.broadcasts.preview(content(), BO)
    assert desk.use.broadcasts.listed(None, BO) == []


def test_the_recipients_of_a_day_are_limited_and_nothing_is_lost() -> None:
    desk = limited(a_day=3)
    desk.set_units("Kultur", "Skola")
    desk.start(content())
    desk.round()
    with pytest.raises(DayLimitReached) as raised:
        desk.start(content(title="Nästa"))
    assert raised.value.details == {"limit": "3", "planned": "2", "more": "2"}
    (waiting,) = desk.use.broadcasts.listed("Skara", BO, frozenset({BroadcastStatus.DRAFT}))
    desk.at("2026-11-03 09:00")
    desk.use.broadcasts.start(waiting.id, waiting.version, BO)
    assert desk.round() == ["first anna", "first bengt"]


def test_what_is_due_on_another_day_is_held_to_that_days_limit() -> None:
    desk = limited(a_day=3)
    desk.start(content())
    desk.round()
    assert desk.start(content(title="I december", schedule=DECEMBER)).next_at
