"""Makes the small policy as plain text, Markdown and HTML."""

from __future__ import annotations

from pathlib import Path

from tests.corpus.twin_towns import ROWS, SECTIONS, TITLE


def make_text(path: Path) -> Path:
    """Writes the policy as UTF-8 text, a line a paragraph."""
    blocks = [TITLE]
    for heading, paragraphs, items in SECTIONS:
        blocks += [heading, *paragraphs]
        if items:
            blocks.append("\n".join(f"- {item}" for item in items))
    blocks.append("\n".join("\t".join(row) for row in ROWS))
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return path


def make_markdown(path: Path) -> Path:
    """Writes the policy as Markdown."""
    blocks = [f"# {TITLE}"]
    for heading, paragraphs, items in SECTIONS:
        blocks += [f"## {heading}", *paragraphs]
        if items:
            blocks.append("\n".join(f"* {item}" for item in items))
    header, *rows = ["| " + " | ".join(row) + " |" for row in ROWS]
    blocks.append("\n".join([header, "|---|---|---|", *rows]))
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return path


def make_html(path: Path) -> Path:
    """Writes the policy as a page of a municipal site, with what stands around it there."""
    body = [f"<h1>{TITLE}</h1>"]
    for heading, paragraphs, items in SECTIONS:
        body += [f"<h2>{heading}</h2>", *(f"<p>{words}</p>" for words in paragraphs)]
        if items:
            body.append("<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>")
    rows = ["<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS]
    body.append("<table>" + "".join(rows) + "</table>")
    path.write_text(
        "<!doctype html><html lang='sv'><head><meta charset='utf-8'>"
        f"<title>{TITLE} - Kommunen</title><style>p {{}}</style></head><body>"
        "<header><a href='/'>Kommunen</a></header><nav><ul><li>Start</li></ul></nav>"
        f"<main>{''.join(body)}</main><footer>Kontakta oss</footer></body></html>",
        encoding="utf-8",
    )
    return path
