"""local-slack's page, fitted so that forms begin and look as in Slack."""

from __future__ import annotations

from pathlib import Path

ADDITION = Path(__file__).with_name("page.html")

_FITTINGS = (
    ("<head>", None),
    # Where an input looks for what was typed in it: see known() in page.html.
    ("const K=a.input;switch(l.type)", "const K=known(a.input,l);switch(l.type)"),
    # Texts of several lines.
    (
        'f.jsx("input",{className:"bk-plain-input",placeholder',
        'f.jsx(l.multiline?"textarea":"input",{className:"bk-plain-input",placeholder',
    ),
    # Menus of several choices are told from boxes, and boxes have what is said about them.
    ('className:"bk-options",', 'className:l.was?"bk-several":"bk-options",'),
    (
        '" ",(Ae=he.text)==null?void 0:Ae.text]',
        '" ",(Ae=he.text)==null?void 0:Ae.text,he.description&&" – "+he.description.text]',
    ),
)
"""What stands once in the page of the version that package-lock.json names, and what instead."""


def fitted(page: str) -> str:
    """The page with our additions. Raises LookupError if it is not of the version known to us."""
    for old, new in _FITTINGS:
        if old not in page:
            raise LookupError(f"local-slack's page has no {old}")
        page = page.replace(old, new or f"{old}{ADDITION.read_text('utf-8')}", 1)
    return page
