"""What a caller of the services gave that cannot be used, and what they cannot reach.

One module, since it is one tree, shown here in one piece.

StorageUnavailable          the bot's own database cannot be reached (retryable), ``location``
StorageNewer                it was made by a later version
└── BackupNewer             so was a backup, ``path``
StorageNotEmpty             a backup is only restored into an empty one, ``location``
BackupUnreadable            a backup that is missing, damaged, or none at all, ``path``
NotSent                     a message that did not arrive, to be tried again (retryable), ``pause``
├── NotMade                 a message that could not be made
└── NotLookedUp             what the channel cannot tell now of its people
Unreachable                 a message that never will, ``code``
InDoubt                     a message of which nobody knows whether it arrived
InvalidInput
├── MembersUnknown          members of a channel or user group, ``name``, without a workspace
├── EmptyQuestion           a question without a single word
├── UnknownMunicipality     no documents from it; ``municipalities`` are those with documents
├── UnknownHome             the same, for the setting HOME_MUNICIPALITY
├── UnknownDocument         no document of that name
├── AmbiguousDocument       several documents of that name, ``documents``
├── NotAdmitted             a guest or a person of another workspace, ``standing``
├── OnlyCoordinators        what only coordinators may do
├── QuestionGone            a question or hand-over that is no longer kept
├── EmptyAnswer             an answer to a hand-over without a single word
├── AnsweredAlready         a hand-over that somebody has answered, ``hand_over``
├── SectionGone             a section that the index no longer has
├── ActivityGone            no activity of that number, or another's draft; ``id``
├── ActivityWithdrawn       an activity that was taken back and cannot be changed, ``id``
├── NotYourActivity         an activity that this person may not change, ``id``
├── ChangedMeanwhile        an activity that somebody else has changed, ``current``
├── ContactGone             no contact of that number, ``id``
├── NotYourContact          a contact, or a part of it, that this person may not change, ``id``
├── ContactChanged          a contact that somebody else has changed, ``current``
├── ContactKnown            the same person in the same role at the same unit, ``name``
├── ContactsChanged         contacts that were changed since an import was looked at
├── ReasonTooLong           a reason for setting a warning aside, ``longest`` characters at most
├── ReasonHoldsNumber       a reason that holds what looks like a personal identity number
├── BroadcastGone           no broadcast of that number, ``id``
├── BroadcastChanged        a broadcast that somebody else has changed, ``current``
├── UnfitStatus             what cannot be done with a broadcast as it stands, ``status``
├── NobodyReached           a broadcast that would reach nobody
├── NeverDue                a broadcast whose times have all passed
├── DayLimitReached         more recipients than a day may have, ``limit``, ``planned``, ``more``
├── NoYesAsked              a second yes or no to a broadcast that waits for none
├── OwnYes                  the second yes by who asked for it
├── ReasonMissing           a no without a reason
├── OccurrenceGone          nothing was sent under that number, ``id``
│   └── OnlyTriedOut        a message that a coordinator sent to themself first
├── NotRecipient            an answer of somebody who was not asked
├── OccurrenceOver          an answer to what was cancelled
├── NoAnswerWanted          an answer to what only tells
├── AnsweredByThem          a recipient to be replaced who has answered, ``name``
├── PointedOtherwise        a decision on what a recipient does not say any more, ``name``
├── TakenOver               an answer of somebody in whose place another was asked, ``name``
├── AnswerTooLong           a short answer of more than ``longest`` characters
├── UnusableDay             a day to be reminded on that is not to come, or too far off, ``last``
├── UnusablePerson          somebody named instead who cannot get it, ``name``
├── AgreementGone           no agreement of that number, ``id``
├── AgreementEnded          an agreement that was ended and cannot be changed, ``id``
├── AgreementChanged        an agreement that somebody else has changed, ``current``
├── AgreementHoldsNumber    an agreement that holds what looks like a personal identity number
├── ProposalGone            no proposal of that short name in the calendar, ``handle``
├── RejectionUnexplained    a proposal that is rejected without a reason
├── DayMissing              a proposal whose day has to be chosen before it is accepted
├── DayPassed               a day of an agreement that has passed, ``day``
├── DecidedMeanwhile        a proposal that somebody else has decided on, ``current``
├── AlreadyAccepted         one whose broadcast is there: it is changed there, ``broadcast``
├── UnknownKind             no kind of activity of that name, ``name``
├── UnknownUnit             no unit of that name in the municipality's register, ``name``
│   └── UnitClosed          one that is closed: nothing new is logged for it, ``name``
├── UnreadablePeriod        words that name no period, ``period``
├── UnreadableTime          words that name no time at which to send, ``time``
│   └── NoSuchDay           a day that no calendar has
├── TimePassed              a time that has passed: nothing would be sent, ``time``
├── UnreadableSheet         a file of activities or units that is no table; ``reason`` is a key
├── UnusableKinds           a file of kinds that cannot be used, ``path`` and ``reason``
├── UnreadableInput         a file of questions that cannot be opened
├── BadLine                 a line of such a file; ``reason`` is a catalogue key
├── OutputExists            a file that would be written over, ``path``
└── UnwritableOutput        a file for answers that cannot be written
"""

from __future__ import annotations

from datetime import timedelta

from bot.domain.activities.activity import Activity
from bot.domain.agreements import Agreement
from bot.domain.contacts import Contact
from bot.domain.hand_overs import HandOver
from bot.domain.people import Standing
from bot.domain.reminders.broadcast import Broadcast, BroadcastStatus
from bot.domain.reminders.proposals import Decision
from knowledge.errors import InvalidInput, PolicylotsenError


class StorageNewer(PolicylotsenError):
    """The database was made by a later version of Policylotsen."""

    key = "error-storage-newer"


class BackupNewer(StorageNewer):
    """The backup was made by a later version of Policylotsen."""

    key = "error-backup-newer"


class StorageNotEmpty(PolicylotsenError):
    """The database that a backup was to be restored into holds something."""

    key = "error-storage-not-empty"


class BackupUnreadable(PolicylotsenError):
    """A backup that is missing or damaged, or a file that is no backup."""

    key = "error-backup-unreadable"


class StorageUnavailable(PolicylotsenError):
    """The database of questions, hand-overs and settings cannot be reached, or is busy for long.

    ``location`` is for logs: it is not told to people.
    """

    key = "error-storage-unavailable"
    retryable = True


class NotSent(PolicylotsenError):
    """A message that certainly did not arrive: the channel is busy or cannot be reached. It may be
    tried again after ``pause``; None where the channel did not say when.
    """

    key = "error-not-sent"
    retryable = True

    def __init__(self, message: str, pause: timedelta | None = None) -> None:
        super().__init__(message)
        self.pause = pause


class NotMade(NotSent):
    """A message that we could not make: nothing is wrong with the channel."""


class NotLookedUp(NotSent):
    """What the channel cannot tell now of people, conversations and groups."""

    key = "error-not-looked-up"


class Unreachable(PolicylotsenError):
    """A message that never will arrive: there is no such person or conversation (any more)."""

    key = "error-unreachable"

    def __init__(self, code: str) -> None:
        super().__init__(f"refused: {code}", code=code)
        self.code = code


class InDoubt(PolicylotsenError):
    """A message of which nobody knows whether it arrived; it has to be looked for."""

    key = "error-in-doubt"


class MembersUnknown(InvalidInput):
    """The members of a channel or user group were asked for where no workspace is at hand."""

    key = "error-members-unknown"


class EmptyQuestion(InvalidInput):
    """A question without a single word."""

    key = "error-empty-question"


class UnknownMunicipality(InvalidInput):
    """A municipality without documents in the index."""

    key = "error-unknown-municipality"


class UnknownHome(UnknownMunicipality):
    """HOME_MUNICIPALITY names a municipality without documents in the index."""

    key = "error-unknown-home"


class UnknownDocument(InvalidInput):
    """No document is called that."""

    key = "error-unknown-document"


class AmbiguousDocument(InvalidInput):
    """Several documents are called that."""

    key = "error-ambiguous-document"


class NotAdmitted(InvalidInput):
    """A guest, or a person of another workspace."""

    key = "error-not-admitted"

    def __init__(self, message: str, standing: Standing) -> None:
        super().__init__(message, standing=standing.value)
        self.standing = standing


class OnlyCoordinators(InvalidInput):
    """Only coordinators may do this."""

    key = "error-only-coordinators"


class QuestionGone(InvalidInput):
    """A question or hand-over that is no longer kept."""

    key = "error-question-gone"


class EmptyAnswer(InvalidInput):
    """An answer to a hand-over without a single word."""

    key = "error-empty-answer"


class AnsweredAlready(InvalidInput):
    """A hand-over that somebody has answered."""

    key = "error-answered-already"

    def __init__(self, message: str, hand_over: HandOver) -> None:
        super().__init__(message)
        self.hand_over = hand_over


class SectionGone(InvalidInput):
    """A section that the index no longer has."""

    key = "error-section-gone"


class ActivityGone(InvalidInput):
    """No activity has that number, or it is somebody else's draft."""

    key = "error-activity-gone"


class ActivityWithdrawn(InvalidInput):
    """An activity that was taken back."""

    key = "error-activity-withdrawn"


class NotYourActivity(InvalidInput):
    """Only its author, its unit's editors and coordinators may do this."""

    key = "error-not-your-activity"


class ChangedMeanwhile(InvalidInput):
    """Somebody else has changed the activity since it was read."""

    key = "error-changed-meanwhile"

    def __init__(self, message: str, current: Activity) -> None:
        super().__init__(message, id=str(current.id))
        self.current = current


class ContactGone(InvalidInput):
    """No contact has that number (any more)."""

    key = "error-contact-gone"


class NotYourContact(InvalidInput):
    """Only the person themselves and coordinators may do this."""

    key = "error-not-your-contact"


class ContactChanged(InvalidInput):
    """Somebody else has changed the contact since it was read."""

    key = "error-contact-changed"

    def __init__(self, message: str, current: Contact) -> None:
        super().__init__(message, id=str(current.id))
        self.current = current


class ContactKnown(InvalidInput):
    """The unit has the same person in the same role on some of the days."""

    key = "error-contact-known"


class ContactsChanged(InvalidInput):
    """Contacts were changed since it was looked at what an import would do."""

    key = "error-contacts-changed"


class ReasonTooLong(InvalidInput):
    """Why a warning does not apply, in too many words."""

    key = "error-reason-too-long"


class ReasonHoldsNumber(InvalidInput):
    """A reason holds what looks like a personal identity number."""

    key = "error-reason-holds-number"


class BroadcastGone(InvalidInput):
    """No broadcast has that number."""

    key = "error-broadcast-gone"


class BroadcastChanged(InvalidInput):
    """Somebody else has changed the broadcast since it was read."""

    key = "error-broadcast-changed"

    def __init__(self, message: str, current: Broadcast) -> None:
        super().__init__(message, id=str(current.id))
        self.current = current


class UnfitStatus(InvalidInput):
    """What was asked for cannot be done with a broadcast of its status."""

    key = "error-unfit-status"

    def __init__(self, message: str, status: BroadcastStatus) -> None:
        super().__init__(message, status=status.value)
        self.status = status


class NobodyReached(InvalidInput):
    """The audience is nobody who can get a message."""

    key = "error-nobody-reached"


class NeverDue(InvalidInput):
    """No time at which it is due is to come."""

    key = "error-never-due"


class DayLimitReached(InvalidInput):
    """The broadcasts of a day would have more recipients than they may."""

    key = "error-day-limit-reached"


class NoYesAsked(InvalidInput):
    """A yes or no was said to a broadcast that is paused, and waits for none."""

    key = "error-no-yes-asked"


class OwnYes(InvalidInput):
    """The second yes must be another coordinator's."""

    key = "error-own-yes"


class ReasonMissing(InvalidInput):
    """Who says no says why."""

    key = "error-reason-missing"


class OccurrenceGone(InvalidInput):
    """Nothing was sent under that number."""

    key = "error-occurrence-gone"


class OnlyTriedOut(OccurrenceGone):
    """A coordinator sent the message to themself first; nothing is kept of it."""

    key = "error-only-tried-out"


class NotRecipient(InvalidInput):
    """Only who was asked answers."""

    key = "error-not-recipient"


class OccurrenceOver(InvalidInput):
    """What was sent has been cancelled since."""

    key = "error-occurrence-over"


class NoAnswerWanted(InvalidInput):
    """The message only tells."""

    key = "error-no-answer-wanted"


class TakenOver(InvalidInput):
    """Somebody else was asked in their place."""

    key = "error-taken-over"


class AnsweredByThem(InvalidInput):
    """A recipient whom somebody was to replace has answered."""

    key = "error-answered-by-them"


class PointedOtherwise(InvalidInput):
    """A recipient of whom a coordinator decides has said something else meanwhile."""

    key = "error-pointed-otherwise"


class AnswerTooLong(InvalidInput):
    """A short answer of too many characters."""

    key = "error-answer-too-long"


class UnusableDay(InvalidInput):
    """Nobody can be reminded on that day."""

    key = "error-unusable-day"


class UnusablePerson(InvalidInput):
    """Who was named instead is no member of the workspace, or the one who names them."""

    key = "error-unusable-person"


class AgreementGone(InvalidInput):
    """No agreement has that number."""

    key = "error-agreement-gone"


class AgreementEnded(InvalidInput):
    """An agreement that was ended."""

    key = "error-agreement-ended"


class AgreementChanged(InvalidInput):
    """Somebody else has changed the agreement since it was read."""

    key = "error-agreement-changed"

    def __init__(self, message: str, current: Agreement) -> None:
        super().__init__(message, id=str(current.id))
        self.current = current


class AgreementHoldsNumber(InvalidInput):
    """A text of an agreement holds what looks like a personal identity number."""

    key = "error-agreement-holds-number"


class ProposalGone(InvalidInput):
    """No proposal of the calendar is called that."""

    key = "error-proposal-gone"


class RejectionUnexplained(InvalidInput):
    """Who rejects a proposal says why."""

    key = "error-rejection-unexplained"


class DayMissing(InvalidInput):
    """The document tells no day: somebody has to choose one."""

    key = "error-day-missing"


class DayPassed(InvalidInput):
    """The day of an agreement has passed: somebody has to choose when to be reminded of it."""

    key = "error-day-passed"


class DecidedMeanwhile(InvalidInput):
    """Somebody else has decided on the proposal since it was read."""

    key = "error-decided-meanwhile"

    def __init__(self, message: str, current: Decision) -> None:
        super().__init__(message, handle=current.handle)
        self.current = current


class AlreadyAccepted(InvalidInput):
    """The proposal has a broadcast that is neither cancelled nor ended."""

    key = "error-already-accepted"


class UnknownKind(InvalidInput):
    """No kind of activity is called that."""

    key = "error-unknown-kind"


class UnknownUnit(InvalidInput):
    """The municipality's register has no such unit."""

    key = "error-unknown-unit"


class UnitClosed(UnknownUnit):
    """The municipality's register has closed the unit."""

    key = "error-unit-closed"


class UnreadablePeriod(InvalidInput):
    """The words name no period that a report can be about."""

    key = "error-unreadable-period"


class UnreadableTime(InvalidInput):
    """The words name no time, and no recurrence, at which something can be sent."""

    key = "error-unreadable-time"


class NoSuchDay(UnreadableTime):
    """The words name a day that no calendar has, such as 31 April or 29 February 2027."""

    key = "error-no-such-day"


class TimePassed(InvalidInput):
    """The time has passed, with all that might recur: nothing would be sent."""

    key = "error-time-passed"


class UnreadableSheet(InvalidInput):
    """A file that is neither CSV nor Excel, or too large. ``reason`` is a key of the catalogue."""

    key = "error-unreadable-sheet"


class UnusableKinds(InvalidInput):
    """The file of kinds of activities cannot be used."""

    key = "error-unusable-kinds"


class UnreadableInput(InvalidInput):
    """A file of questions that cannot be opened or is not UTF-8."""

    key = "error-unreadable-input"


class BadLine(InvalidInput):
    """A line that is no question. ``reason`` is a key of the catalogue."""

    key = "error-bad-line"


class OutputExists(InvalidInput):
    """A file that a command would write over."""

    key = "error-output-exists"


class UnwritableOutput(InvalidInput):
    """A file for answers that cannot be written."""

    key = "error-unwritable-output"
