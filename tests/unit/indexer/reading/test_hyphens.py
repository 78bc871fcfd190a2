from __future__ import annotations

import pytest

from indexer.reading.hyphens import hyphenated_words, join_lines


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["utveck-", "ling av"], "utveckling av"),
        (["EU-", "projekt"], "EU-projekt"),
        (["Upplands-", "Bro"], "Upplands-Bro"),
        (["e-", "post"], "e-post"),
        (["miljö-, jämställdhets-", "och fredsfrågor"], "miljö-, jämställdhets- och fredsfrågor"),
        (["kultur -", "nu"], "kultur - nu"),
        (["vänorts\u00ad", "arbete"], "vänortsarbete"),
        (["ett", "två"], "ett två"),
    ],
)
def test_words_divided_at_line_ends_are_joined(lines: list[str], joined: str) -> None:
    assert join_lines(lines) == joined


def test_a_hyphen_that_the_document_writes_elsewhere_is_kept() -> None:
    known = hyphenated_words(["Söder-samarbetet följs upp"])
    assert join_lines(["i söder-", "samarbetet"], known) == "i söder-samarbetet"
