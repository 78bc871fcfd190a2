"""One id a document, also where two files have one name."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import count
from typing import TypeVar

from knowledge.model import ActionItem, Definition, Document, Duty, Fact, Goal, Place

Placed = TypeVar("Placed", Definition, Duty, ActionItem, Goal)


def free_id(wanted: str, taken: AbstractSet[str]) -> str:
    """``wanted``, or with the first of -2, -3 ... that is not taken."""
    if wanted not in taken:
        return wanted
    return next(name for number in count(2) if (name := f"{wanted}-{number}") not in taken)


def renamed(document: Document, identity: str) -> Document:
    """The document under another id, with all that names it."""
    return document.model_copy(
        update={
            "id": identity,
            "passages": tuple(
                passage.model_copy(update={"document": identity}) for passage in document.passages
            ),
            "facts": tuple(_fact(fact, identity) for fact in document.facts),
            "definitions": _moved(document.definitions, identity),
            "duties": _moved(document.duties, identity),
            "actions": _moved(document.actions, identity),
            "goals": _moved(document.goals, identity),
        }
    )


def _moved(items: tuple[Placed, ...], identity: str) -> tuple[Placed, ...]:
    return tuple(item.model_copy(update={"place": _place(item.place, identity)}) for item in items)


def _fact(fact: Fact, identity: str) -> Fact:
    place = _place(fact.place, identity) if fact.place else None
    return fact.model_copy(update={"place": place})


def _place(place: Place, identity: str) -> Place:
    return place.model_copy(update={"document": identity})
