"""What a person may still do with an activity that they were shown."""

from __future__ import annotations

from bot.channels.slack.desk import Desk
from bot.domain.activities.activity import Activity, Content, Status
from bot.domain.activities.rights import Deed, may
from bot.domain.people import Person
from bot.services.errors import ActivityWithdrawn, NotYourActivity


def changeable(desk: Desk, person: Person, identity: int) -> Activity:
    """An activity as it is by now. Raises ActivityGone, ActivityWithdrawn and NotYourActivity,
    with the attempt on record.
    """
    found = desk.log.find(identity, person.id)
    if not may(desk.log.roles(found, person.id), Deed.CHANGE):
        desk.rights.deny(
            person.id, Deed.CHANGE.value, "neither author, unit editor nor coordinator"
        )
        raise NotYourActivity(f"change of activity {identity}", id=str(identity))
    if found.status is Status.WITHDRAWN:
        raise ActivityWithdrawn(f"activity {identity} is withdrawn", id=str(identity))
    return found


def content_of(desk: Desk, person: Person, now: Activity, version: int) -> Content:
    """What an activity stated as ``version``. Raises NotYourActivity."""
    if version == now.version:
        return now.content
    later = (each for each in desk.log.history(now.id, person.id) if each.version > version)
    return next((each.before for each in later if each.before is not None), now.content)


def version_to_act_on(desk: Desk, person: Person, identity: int, seen: int) -> int:
    """The version of an activity that a person who has ``seen`` one acts on: the latest, if nobody
    else has changed it since; else the one that they saw. Raises ActivityGone and NotYourActivity.
    """
    later = [each for each in desk.log.history(identity, person.id) if each.version > seen]
    if any(each.by != person.id for each in later):
        return seen
    return max((each.version for each in later), default=seen)
