"""What becomes of the composer, the preview and a coordinator's no."""

from __future__ import annotations

from bot.channels.slack.blocks import names
from bot.channels.slack.blocks.composer import ComposerState
from bot.channels.slack.blocks.fitting import View
from bot.channels.slack.blocks.notices import plain_notice
from bot.channels.slack.blocks.preview import being_previewed, failed_view, preview_view
from bot.channels.slack.blocks.reminder_forms import DeclineState
from bot.channels.slack.blocks.unsaved import unsaved_view
from bot.channels.slack.broadcast_entries import Draft, typed_draft
from bot.channels.slack.broadcast_forms import coordinator, units_to_choose
from bot.channels.slack.broadcast_reading import Errors, Reading, read_draft
from bot.channels.slack.broadcast_standing import Seen, done_before, status_of
from bot.channels.slack.desk import Desk
from bot.channels.slack.incoming import Occasion
from bot.channels.slack.reminder_messages import units_by_id
from bot.channels.slack.reminding import plan_now
from bot.channels.slack.second_yes import ask_for_yes, settle
from bot.domain.people import Person
from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus, Content
from bot.domain.reminders.schedule import Now
from bot.services.errors import BroadcastChanged, UnfitStatus
from bot.services.reminders.told_times import moment_in_words
from knowledge.errors import InvalidInput
from knowledge.texts.catalogue import say


def objection(desk: Desk, occasion: Occasion) -> Errors | View | None:
    """What is wrong with a broadcast; what was typed, where it cannot be kept any more."""
    try:
        person = coordinator(desk, occasion.person)
        _content, errors = _read(desk, occasion, person)
    except InvalidInput as error:
        language = desk.language(desk.rights.look_up(occasion.person))
        why = say(error.key, language, **error.details)
        return unsaved_view(why, _typed(occasion), language)
    return errors or None


def meanwhile(desk: Desk, occasion: Occasion) -> View:
    """What is seen until it is known who gets it."""
    language = desk.language(desk.rights.look_up(occasion.person))
    return being_previewed(occasion.key, language)


def preview(desk: Desk, occasion: Occasion) -> None:
    """Keep what was composed as a draft, and show who would get it; of what is sent already, keep
    the change, and show how it stands.
    """
    person = coordinator(desk, occasion.person)
    content, _errors = _read(desk, occasion, person)
    if content is None:
        raise ValueError(f"a composer was taken that cannot be read: {occasion.key}")
    language, state = desk.language(person), _state(occasion)
    kept = None
    try:
        kept = _keep(desk, occasion, person, state, content)
        view = _after_keeping(desk, person, kept, is_sent=state.is_sent)
    except InvalidInput as error:
        why = say(error.key, language, **error.details)
        view = failed_view(why, language)
    desk.messenger.turn_named(occasion.key, view)
    if kept and desk.reminders.broadcasts.awaits_yes(kept):
        ask_for_yes(desk, kept, person.id)


def start(desk: Desk, occasion: Occasion) -> None:
    """Send a draft, or have it sent when it is due; ask another coordinator where that is needed.
    What became of it is told in the conversation with its coordinator.
    """
    person = coordinator(desk, occasion.person)
    state = _state(occasion)
    seen = Seen(state.broadcast or 0, state.version)
    try:
        started = desk.reminders.broadcasts.start(*seen, person.id)
    except (BroadcastChanged, UnfitStatus):
        earlier = [
            done_before(desk, occasion, person, seen, status)
            for status in (BroadcastStatus.ACTIVE, BroadcastStatus.AWAITING_YES)
        ]
        found = next((each for each in earlier if each), None)
        if found is None:
            raise
        started = found
    plan_now(desk, started)
    if started.status is BroadcastStatus.AWAITING_YES:
        ask_for_yes(desk, started, person.id)
    told = plain_notice(_told(desk, person, started), desk.language(person))
    direct = desk.messenger.direct(person.id)
    desk.post_once(occasion, direct, told, None, f"{occasion.key}:started")


def lacks_reason(occasion: Occasion) -> dict[str, str] | None:
    """What is wrong with a no of blanks only."""
    if str(occasion.typed(names.DECLINE_REASON).get("value") or "").strip():
        return None
    language = DeclineState.model_validate_json(occasion.view["private_metadata"]).language
    return {names.DECLINE_REASON: say("composer-blank", language)}


def decline(desk: Desk, occasion: Occasion) -> None:
    """Say no to a broadcast, and tell why to who wants it sent."""
    person = coordinator(desk, occasion.person)
    state = DeclineState.model_validate_json(occasion.view["private_metadata"])
    reason = str(occasion.typed(names.DECLINE_REASON).get("value") or "")
    before = desk.reminders.broadcasts.find(state.broadcast, person.id)
    declined = desk.reminders.broadcasts.decline(state.broadcast, state.version, reason, person.id)
    settle(desk, occasion, before, person, reason, state.card)
    below = occasion.view.get("previous_view_id")
    if below:
        was = "-paused" if before.status is BroadcastStatus.PAUSED else ""
        said = say(f"broadcast-done-declined{was}", desk.language(person))
        desk.turn(below, status_of(desk, person, declined, said))


def _read(desk: Desk, occasion: Occasion, person: Person) -> tuple[Content | None, Errors]:
    state = _state(occasion)
    before = None
    if state.broadcast is not None:
        before = desk.reminders.broadcasts.find(state.broadcast, person.id).content
    draft = typed_draft(occasion, before.municipality if before else None)
    reading = Reading(
        now=desk.now(),
        working_time=desk.reminders.working_time,
        units=units_to_choose(desk, draft.municipality),
        before=before,
        language=desk.language(person),
    )
    return read_draft(draft, reading)


def _keep(
    desk: Desk, occasion: Occasion, person: Person, state: ComposerState, content: Content
) -> Broadcast:
    broadcasts = desk.reminders.broadcasts
    if state.broadcast is None:
        return broadcasts.draft(occasion.key, content, person.id)
    try:
        return broadcasts.change(state.broadcast, state.version, content, person.id)
    except BroadcastChanged as error:
        is_own = error.current.changed_by == person.id and error.current.content == content
        if occasion.attempts > 1 and is_own:
            return error.current
        raise


def _after_keeping(desk: Desk, person: Person, kept: Broadcast, *, is_sent: bool) -> View:
    language = desk.language(person)
    if is_sent:
        return status_of(desk, person, kept, _changed(desk, kept, language))
    would_be = desk.reminders.broadcasts.preview(kept.content, person.id, kept.id)
    return preview_view(kept, would_be, units_by_id(desk, kept.content.municipality), language)


def _changed(desk: Desk, kept: Broadcast, language: str) -> str:
    if not desk.reminders.broadcasts.awaits_yes(kept):
        return say("composer-changed", language)
    where = "" if desk.coordinator_channel else "-nowhere"
    return say(f"composer-held{where}", language, number=str(kept.id))


def _told(desk: Desk, person: Person, started: Broadcast) -> str:
    language, number = desk.language(person), str(started.id)
    if started.status is BroadcastStatus.AWAITING_YES:
        where = "" if desk.coordinator_channel else "-nowhere"
        return say(f"broadcast-awaiting{where}", language, number=number)
    schedule = started.content.schedule
    is_now = isinstance(schedule, Now) and started.next_at in (None, schedule.released_at)
    if is_now or started.next_at is None:
        return say("broadcast-started", language, number=number)
    when = moment_in_words(started.next_at, language)
    return say("broadcast-planned", language, number=number, when=when)


def _state(occasion: Occasion) -> ComposerState:
    return ComposerState.model_validate_json(occasion.view["private_metadata"])


def _typed(occasion: Occasion) -> dict[str, str]:
    draft: Draft = typed_draft(occasion)
    return {each: text for each, text in draft.texts.items() if text}
