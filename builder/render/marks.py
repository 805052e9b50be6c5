"""Marks in a text → what the library has for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from builder.library import Overview, address_of, words_of
from builder.markdown_reader.library_marks import Mark, MarkKind
from builder.render.sources import write_link, write_source

if TYPE_CHECKING:
    from builder.render.html import Scope

Line = Callable[[str], Markup]
"""Markdown of one paragraph as HTML."""


def write_mark(mark: Mark, scope: Scope, line: Line, *, is_in_link: bool) -> Markup:
    """A mark as HTML; inside a link only its words, for links do not stand in each other."""
    if mark.kind is MarkKind.CITE:
        return write_cite(mark.target, scope, line)
    if is_in_link or (mark.kind is MarkKind.TERM and mark.target in scope.explained):
        return escape(mark.words)
    if mark.kind is MarkKind.TERM:
        return _write_term(mark, scope, line)
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
    if kind == "web":
        return write_link(address, words, scope.words)
    return Markup('<a href="{}">{}</a>').format(address, words)


def write_cite(source: str, scope: Scope, line: Line) -> Markup:
    """The number of a source. In a lesson it leads to the list below, and the list back to it.

    A quiz shows one question at a time and has no list: there the number opens the source in place.
    """
    number = scope.cited[source]
    words = Markup('<span class="vh">{} </span>{}').format(scope.words["lesson.source"], number)
    if scope.has_source_list:
        is_first = source not in scope.met
        scope.met.add(source)
        own = Markup(' id="{}"').format(cite_id(scope.page, number)) if is_first else ""
        return Markup('<sup class="cite"><a{} href="#{}">{}</a></sup>').format(
            own, source_id(scope.page, number), words
        )
    own_id = scope.next_id("s")
    shown = write_source(scope.library.sources[source], scope.words, line)
    return Markup(
        '\N{WORD JOINER}<sup class="cite">'
        '<button type="button" popovertarget="{0}">{1}</button></sup>'
        '\N{WORD JOINER}<span class="remark" id="{0}" popover>{2}</span>'
    ).format(own_id, words, shown)


def _write_term(mark: Mark, scope: Scope, line: Line) -> Markup:
    """The first place of a page opens the explanation; a browser needs no script for that."""
    scope.explained.add(mark.target)
    term = scope.library.terms[mark.target]
    return Markup(
        '<button class="term" type="button" popovertarget="{0}">{1}</button>'
        '\N{WORD JOINER}<span class="remark" id="{0}" popover><b>{2}</b>: {3}</span>'
    ).format(scope.next_id("t"), mark.words, term.term, line(term.text))


def cite_id(page: str, number: int) -> str:
    """The id of the first place of a page that refers to a source."""
    return f"c-{page}_{number}"


def source_id(page: str, number: int) -> str:
    """The id of a source in the list of a page."""
    return f"b-{page}_{number}"
