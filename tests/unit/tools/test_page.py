"""local-slack's page as the front serves it."""

from __future__ import annotations

import pytest

from tools.slack_local.page import ADDITION, fitted

KNOWN = (
    '<head>const K=a.input;switch(l.type)f.jsx("input",{className:"bk-plain-input",placeholder'
    'className:"bk-options"," ",(Ae=he.text)==null?void 0:Ae.text]'
)


def test_the_page_gets_our_additions_and_asks_them_for_what_was_typed() -> None:
    page = fitted(KNOWN)
    assert page.startswith(f"<head>{ADDITION.read_text('utf-8')}")
    assert "const K=known(a.input,l)" in page


def test_a_page_of_an_unknown_version_is_not_served_half_fitted() -> None:
    with pytest.raises(LookupError):
        fitted("<head></head>")
