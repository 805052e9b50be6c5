"""Tables: captions, heads of rows, names."""

from __future__ import annotations

import pytest
from lxml import html
from lxml.html import HtmlElement

from builder import strings
from builder.markdown_reader import parse
from builder.render.assets import Assets
from builder.render.html import Scope, write

TABLE = "| a | b |\n|---|--:|\n| 1 | 2 |\n"


def make(markdown: str) -> HtmlElement:
    scope = Scope("les", strings.load("nl"), {}, Assets({}))
    return html.fragment_fromstring(str(write(parse(markdown), scope)), create_parent="main")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("word", ["Tabel", "Table"])
def test_a_line_above_a_table_is_its_caption(word: str, gap: str) -> None:
    made = make(f'Eerst.\n\n{word}: Cijfers *per* groep, "nieuw"{gap}{TABLE}\nDaarna.\n')
    (caption,) = made.xpath("div/table/caption")
    assert html.tostring(caption, encoding="unicode", with_tail=False) == (
        '<caption>Cijfers <em>per</em> groep, "nieuw"</caption>'
    )
    assert made.xpath("div/@aria-label") == ['Cijfers per groep, "nieuw"']
    assert [one.text for one in made.xpath("p")] == ["Eerst.", "Daarna."]
    assert caption.getprevious() is None


@pytest.mark.parametrize(
    "markdown",
    [
        f"Tabel: een zin die ergens anders over gaat.\n\nTussen.\n\n{TABLE}",
        f"Zie Tabel: cijfers\n\n{TABLE}",
        f"Tabel:\n\n{TABLE}",
        f"- Tabel: cijfers\n\n{TABLE}",
        f"*Tabel: cijfers*\n\n{TABLE}",
        TABLE,
    ],
)
def test_other_lines_stay_text(markdown: str) -> None:
    made = make(markdown)
    assert not made.xpath("//caption")
    assert made.xpath("//table")
    assert ("abel:" in markdown) == ("abel:" in made.text_content())


def test_two_tables_with_a_caption_each() -> None:
    made = make(f"Tabel: Een\n\n{TABLE}\nTabel: Twee\n\n{TABLE}")
    assert made.xpath("//caption/text()") == ["Een", "Twee"]
    assert not made.xpath("//p")


def test_heads_of_columns() -> None:
    made = make(TABLE)
    assert made.xpath("//th/@scope") == ["col", "col"]
    assert made.xpath("//tbody//td/text()") == ["1", "2"]
    assert made.xpath("//th[2]/@class") == ["align-right"]


def test_an_empty_corner_makes_heads_of_rows() -> None:
    made = make("|  | po | vo |\n|:-:|---|---|\n| jongens | 1 | 2 |\n| meisjes | 3 | |\n")
    assert [one.tag for one in made.xpath("//thead/tr/*")] == ["td", "th", "th"]
    assert made.xpath("//thead//th/@scope") == ["col", "col"]
    rows = made.xpath("//tbody/tr")
    assert [[cell.tag for cell in row] for row in rows] == [["th", "td", "td"]] * 2
    assert made.xpath("//tbody//th/text()") == ["jongens", "meisjes"]
    assert made.xpath("//tbody//th/@scope") == ["row", "row"]
    assert made.xpath("//tbody//th/@class") == ["align-center", "align-center"]
    assert made.xpath("div/@role") == ["region"]


def test_the_tokens_stay_as_they_are() -> None:
    tokens = parse(f"Tabel: Cijfers\n\n{TABLE}\n| | a |\n|---|---|\n| b | 1 |\n")
    before = [token.as_dict() for token in tokens]
    write(tokens, Scope("les", strings.load("nl"), {}, Assets({})))
    assert [token.as_dict() for token in tokens] == before
