"""Reading a page as tags."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builder.verify.page import Tag, read_page


def test_tags_with_lines_and_text() -> None:
    page = read_page("a.html", "<p ID=x>\n<script src=a.js>var a = '<b>';</script>\n<br/>")
    assert page.tags == (
        Tag("p", {"id": "x"}, 1),
        Tag("script", {"src": "a.js"}, 2, "var a = '<b>';"),
        Tag("br", {}, 3),
    )


def test_first_of_two_equal_attributes_counts() -> None:
    (tag,) = read_page("a.html", "<a href=x href=y>").tags
    assert tag.attributes == {"href": "x"}


@given(st.text(alphabet="<>!-[]?/=\"' aCDT&;#x", max_size=60))
def test_any_text_can_be_read(html: str) -> None:
    assert read_page("a.html", html).path == "a.html"
