"""Naming municipalities and documents as people type them: any case, without diacritics."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.services.errors import AmbiguousDocument, UnknownDocument, UnknownHome, UnknownMunicipality
from knowledge.language.words import fold
from knowledge.model import Document


def find_municipality(name: str, known: Sequence[str]) -> str | None:
    """The ``known`` municipality that ``name`` means, or None.

    >>> find_municipality("upplands bro", ["Upplands-Bro"])
    'Upplands-Bro'
    """
    wanted = _plain(name).removesuffix(" kommun")
    return next((each for each in known if _plain(each) == wanted), None)


def municipality_named(name: str | None, known: Sequence[str]) -> str | None:
    """The same; None stays None. Raises UnknownMunicipality."""
    if name is None:
        return None
    found = find_municipality(name, known)
    if found is None:
        raise UnknownMunicipality(f"no documents of {name!r}", **_details(name, known))
    return found


def home_municipality(name: str | None, known: Sequence[str]) -> str | None:
    """The same for the setting. Raises UnknownHome."""
    found = find_municipality(name, known) if name else None
    if name and found is None:
        raise UnknownHome(f"no documents of HOME_MUNICIPALITY {name!r}", **_details(name, known))
    return found


def document_named(name: str, documents: Iterable[Document]) -> Document:
    """The one document whose id, title or municipality has ``name`` in it; a whole name wins.

    Raises UnknownDocument and AmbiguousDocument.
    """
    wanted = _plain(name)
    candidates = list(documents)
    exact = [each for each in candidates if wanted in _names(each)]
    found = exact or [each for each in candidates if any(wanted in n for n in _names(each))]
    if not found or not wanted:
        raise UnknownDocument(f"no document {name!r}", document=name)
    if len(found) > 1:
        ids = ", ".join(each.id for each in found)
        raise AmbiguousDocument(f"{name!r} is {ids}", document=name, documents=ids)
    return found[0]


def _names(document: Document) -> tuple[str, ...]:
    return _plain(document.id), _plain(document.title), _plain(document.municipality)


def _plain(name: str) -> str:
    return " ".join(fold(name).replace("-", " ").split())


def _details(name: str, known: Sequence[str]) -> dict[str, str]:
    return {"municipality": name, "municipalities": ", ".join(known)}
