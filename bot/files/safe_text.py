"""People's text as files can hold it, and so that no program takes it for an order."""

from __future__ import annotations

import re
import unicodedata

# What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets), and C1 controls, which nobody
# writes on purpose.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKING_SPACE = re.compile(r"[^\S\xa0\u2007\u202f]+")
# https://owasp.org/www-community/attacks/CSV_Injection, with the full-width forms that some
# programs take for the same. Blanks before the mark do not make it harmless, since some programs
# take them away. Apostrophes do; they are matched so that one that somebody wrote is told from one
# of ours.
_LIKE_A_FORMULA = re.compile("'*[ \xa0]*[=+\\-@\t\r\n＝＋－＠]")


def clean(text: str) -> str:
    """The text without characters that XML forbids, its lines ended by line feeds."""
    return _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n"))


def one_line(text: str, longest: int | None = None) -> str:
    """The clean text with its white space folded, cut with "…" at ``longest`` characters. Spaces
    at which no line may break, as within amounts, stay.
    """
    folded = _BREAKING_SPACE.sub(" ", clean(text)).strip()
    if longest is None or len(folded) <= longest:
        return folded
    return f"{folded[: longest - 1].rstrip()}…"


def neutral(text: str) -> str:
    """The clean text, with an apostrophe before what spreadsheets would read as a formula
    (https://owasp.org/www-community/attacks/CSV_Injection), or with apostrophes already.

    >>> neutral("=1+1"), neutral("'=1+1")
    ("'=1+1", "''=1+1")
    """
    cleaned = clean(text)
    return f"'{cleaned}" if _LIKE_A_FORMULA.match(cleaned) else cleaned


def meant(cell: str) -> str:
    """The text of a cell without the apostrophe of ``neutral``.

    >>> meant("'=1+1"), meant("'tis")
    ('=1+1', "'tis")
    """
    return cell[1:] if cell.startswith("'") and _LIKE_A_FORMULA.match(cell) else cell


def ascii_words(text: str) -> str:
    """The text's ASCII letters and digits, with hyphens for what stands between them.

    >>> ascii_words("Örebro – första halvåret 2026")
    'Orebro-forsta-halvaret-2026'
    """
    # Signs first: those without an ASCII form would take what they part together with them.
    divided = re.sub(r"\W+", "-", unicodedata.normalize("NFKC", text))
    bare = unicodedata.normalize("NFKD", divided).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^A-Za-z0-9]+", "-", bare).strip("-")
