"""Marks in a text → what the library has for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from builder.library import Overview, address_of, words_of
from builder.markdown_reader.library_marks import Mark

if TYPE_CHECKING:
    from builder.render.html import Scope

Line = Callable[[str], Markup]
"""Markdown of one paragraph as HTML."""


def write_mark(mark: Mark, scope: Scope, line: Line, *, is_in_link: bool) -> Markup:
    """A mark as HTML; inside a link only its words, for links do not stand in each other."""
    if is_in_link:
        return escape(mark.words)
    overview_id, row, column = mark.target.split(".")
    overview = scope.library.overviews[overview_id]
    values = overview.file.rows[row].cells[column]
    return Markup(", ").join(write_value(overview, column, one, scope, line) for one in values)


def write_value(overview: Overview, column: str, value: str, scope: Scope, line: Line) -> Markup:
    """One value. A telephone number is read out as it is written: the link has no other name."""
    kind = overview.type_of(column)
    if kind == "text":
        return line(value)
    address, words = address_of(kind, value), words_of(kind, value)
    if kind != "web":
        return Markup('<a href="{}">{}</a>').format(address, words)
    return Markup(
        '<a href="{}" target="_blank" rel="noopener noreferrer">{}<span class="vh"> ({})</span></a>'
    ).format(address, words, scope.words["nav.outside"])
