"""What the files of a report are called."""

from __future__ import annotations

from bot.files.safe_text import ascii_words
from bot.services.reports.report import Report
from knowledge.texts.catalogue import say

_LONGEST = 100


def report_file_name(report: Report, ending: str) -> str:
    """Municipality, period and subject in ASCII letters, which every system can store, such as
    ``Orebro-2026-internationellt-arbete.docx`` for the ending "docx".
    """
    words = (report.municipality, report.period_name, say("file-subject", report.language))
    stem = "-".join(filter(None, map(ascii_words, words)))
    return f"{stem[:_LONGEST].rstrip('-')}.{ending}"
