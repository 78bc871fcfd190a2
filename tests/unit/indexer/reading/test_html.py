from __future__ import annotations

from indexer.reading.block import SourceText
from indexer.reading.html import read_html


def page(body: str) -> SourceText:
    return read_html(f"<html><body>{body}</body></html>".encode())


def found(source: SourceText) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(source.text)) for block in source.blocks]


def test_what_stands_around_the_text_is_dropped() -> None:
    source = page(
        "<header><h1>Kommunen</h1></header><nav>Meny</nav><script>x()</script>"
        "<p>Policyn gäller alla nämnder.</p><aside>Nyheter</aside><footer>Kontakt</footer>"
    )
    assert source.text == "Policyn gäller alla nämnder."


def test_main_is_preferred_only_if_it_holds_the_bulk() -> None:
    text = "Policyn gäller för alla nämnder och bolag."
    assert page(f"<div>Kakor</div><main><p>{text}</p></main>").text == text
    assert text in page(f"<main><p>Kort</p></main><div><p>{text}</p></div>").text


def test_line_breaks_part_lines() -> None:
    source = page("<p>Ansvarig: Samordnare<br>Tidpunkt: 2017</p>")
    assert found(source) == [("line", "Ansvarig: Samordnare"), ("line", "Tidpunkt: 2017")]


def test_inline_markup_does_not_part_words() -> None:
    source = page("<p>Ut<b>veckling</b>\n av&nbsp;<i>vänorts</i>\u00adarbetet ska ske.</p>")
    assert source.text == "Utveckling av vänortsarbetet ska ske."


def test_definition_lists_become_rows() -> None:
    source = page("<dl><dt>Vänort<dd>En ort <p>i ett annat land</p><dt>EU<dd>Union</dl>")
    assert found(source) == [
        ("table_row", "Vänort\tEn ort i ett annat land"),
        ("table_row", "EU\tUnion"),
    ]


def test_cells_are_one_line_each() -> None:
    source = page("<table><tr><th>A<th>B<tr><td>1<br>2<td><p>x</p><p>y</p></table>")
    assert found(source) == [("table_row", "A\tB"), ("table_row", "1 2\tx y")]


def test_a_table_that_only_lays_out_the_page_is_no_table() -> None:
    source = page("<table><tr><td><h2>Syfte</h2><p>Policyn gäller alla.</p></td></tr></table>")
    assert found(source) == [("heading", "Syfte"), ("paragraph", "Policyn gäller alla.")]


def test_nested_lists_keep_their_depth() -> None:
    source = page("<ol start=2><li><p>ett</p><p>mer text.</p><ul><li>inre</ul><li>två</ol>")
    assert [(b.span.of(source.text), b.level) for b in source.blocks] == [
        ("2. ett", 1),
        ("mer text.", None),
        ("- inre", 2),
        ("3. två", 1),
    ]


def test_links_into_the_page_are_contents() -> None:
    source = page("<ul><li><a href='#a'>Syfte</a><li><a href='#b'>Mål</a></ul><h2>Syfte</h2>")
    assert [kind for kind, _ in found(source)] == ["contents", "contents", "heading"]


def test_the_declared_encoding_is_used() -> None:
    data = "<meta charset='iso-8859-15'><p>Pris 5 € för mål.</p>".encode("iso-8859-15")
    assert read_html(data).text == "Pris 5 € för mål."


def test_the_pages_title_is_the_title_where_no_heading_is() -> None:
    source = read_html("<title>Policy för mål</title><p>Text som slutar.</p>".encode())
    assert source.title == "Policy för mål"


def test_an_entity_bomb_does_not_go_off() -> None:
    bomb = (
        '<!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        "<p>&b;&b; Policyn gäller.</p>"
    )
    assert len(read_html(bomb.encode()).text) < 200
