"""Marks in texts, and blocks with an overview: what they name exists, and gets its words.

After this a mark carries the words that a reader sees, so that a text can be read as plain text
without the library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from builder.assemble.bench import Bench, Collected
from builder.assemble.library import find_source, find_term
from builder.assemble.names import is_id, propose, texts_of
from builder.blocks import Head, Use
from builder.blocks.overview import OPTIONS, OVERZICHT, read_selection
from builder.diagnostics import Location
from builder.library import Overview, rows_where, words_of
from builder.markdown_reader import Spot, closing, opened_blocks, parse, plain, spots
from builder.markdown_reader.block_faults import Opened
from builder.markdown_reader.library_marks import (
    Mark,
    MarkKind,
    is_readable,
    mark_of,
    may_hold_marks,
    replace_marks,
)
from builder.markdown_reader.source import Source
from builder.yaml_reader import Document, Path, Value

_TEXTS = frozenset(("case", "feedback", "hint", "intro", "lead", "model", "reply"))
"""Keys of YAML under which a text may refer to sources."""
_LINES = frozenset(("description", "goals"))
"""Keys under which it may hold other links; elsewhere a value becomes its plain words."""
_TOLD = frozenset(("endings", "result-feedback", "steps"))
"""Lists and mappings of which each item tells the learner something under ``text``."""
_NO_MARKDOWN = frozenset({"title"})
_LINK = "link_"
_LINK_END = re.compile(r"[^\[]*\]\(")
_SPECIAL = frozenset("\\`*_{}[]<>()#+-.!|~&")


@dataclass(slots=True)
class Linker:
    """Links the texts of one page, and notes what they use."""

    bench: Bench
    takes_sources: bool = False
    """Whether the page can show sources: a lesson and a quiz can."""
    takes_terms: bool = False
    """Whether the page can explain terms: a lesson can."""
    used: Collected = field(default_factory=Collected)

    def link_document(self, document: Document) -> Document:
        """The document with words in all its marks."""
        value = {
            key: self._link_value(document, (key,), one) for key, one in document.value.items()
        }
        return replace(document, value=value)

    def link_sources(self, document: Document) -> None:
        """Checks the sources that the front matter names, besides those that the text refers to."""
        for number, name in texts_of(document.get("sources")):
            if is_id(name):
                find_source(self.bench, name, document.positions.at("sources", number))
                self.bench.used_of_library.sources[name] = None

    def link_lesson(self, tokens: Sequence[Token], source: Source) -> None:
        """Puts words into the marks of a lesson's tokens, and checks its overviews.

        In the order of the text: it is the order of the numbers of the sources.
        """
        blocks = [item for item in opened_blocks(tokens) if item.head]
        for spot in spots(tokens, source):
            while blocks and blocks[0].line <= spot.line:
                self._check_block(blocks.pop(0), tokens, source)
            self._link_spot(spot, source)
        for item in blocks:
            self._check_block(item, tokens, source)

    def _link_spot(self, spot: Spot, source: Source) -> None:
        where = source.place(spot.line, spot.column)
        is_text = spot.parent_type != "heading_open" and not _is_in_link(spot.children, spot.index)
        for leaf in _leaves([spot.token]):
            mark = mark_of(leaf)
            if mark:
                words = self._fill(mark, where, is_text=is_text and leaf is spot.token)
                # What leads nowhere keeps its own words, so that no rule misses any.
                shown = mark.written if words is None else words
                leaf.meta["mark"] = replace(mark, words=shown)

    def _link_value(self, document: Document, path: Path, value: Value) -> Value:
        if isinstance(value, dict):
            return {
                key: self._link_value(document, (*path, key), one) for key, one in value.items()
            }
        if isinstance(value, list):
            return [self._link_value(document, (*path, at), one) for at, one in enumerate(value)]
        if not isinstance(value, str) or not may_hold_marks(value):
            return value
        where = document.positions.at(*path)
        return self._link_text(value, path, where)

    def _link_text(self, text: str, path: Path, where: Location) -> str:
        written: dict[str, str] = {}
        is_plain = path[-1] in _NO_MARKDOWN
        may_link = self.takes_sources and _is_within(path, _TEXTS)
        for child, is_linked in _children_of(parse(text)):
            mark = mark_of(child)
            is_text = may_link and not is_linked
            words = self._fill(mark, where, is_text=is_text) if mark else None
            if mark and mark.kind is MarkKind.TERM and words is not None:
                written[child.content] = f"[[{mark.target}|{words}]]"
            if mark and mark.kind is MarkKind.CELL and words is not None:
                shown = words if is_plain else _escape(words)
                is_rich = _is_within(path, _TEXTS | _LINES)
                written[child.content] = f"{{{{{mark.target}|{words}}}}}" if is_rich else shown
        return replace_marks(text, written)

    def _fill(self, mark: Mark, where: Location, *, is_text: bool) -> str | None:
        """The words of a mark; None when it leads nowhere, which is a finding.

        ``is_text`` says that it stands where there can be a number that leads to a source.
        """
        if not is_readable(mark) or (mark.words and mark.kind is not MarkKind.TERM):
            self.bench.report("C701", where, mark=mark.written, form=mark.kind.value)
        elif mark.kind is MarkKind.CELL:
            return self._find_cell(mark, where)
        elif not is_text or (mark.kind is MarkKind.TERM and not self.takes_terms):
            self.bench.report("C702", where, mark=mark.written)
        elif mark.kind is MarkKind.TERM:
            term = find_term(self.bench, mark.target, where)
            self._note(terms=mark.target)
            return (mark.words or term.term) if term else None
        elif find_source(self.bench, mark.target, where):
            self._note(sources=mark.target)
            return ""
        return None

    def _note(self, **names: str) -> None:
        """Notes the use of something, under the kind of thing that it is."""
        for used in (self.used, self.bench.used_of_library):
            for kind, name in names.items():
                getattr(used, kind)[name] = None

    def _find_cell(self, mark: Mark, where: Location) -> str | None:
        name, row, column = mark.target.split(".")
        overview = self._find_overview(name, where)
        if overview is None:
            return None
        content = overview.file.rows.get(row)
        if content is None:
            self._doubt("C705", name, where, row=row, **propose(row, overview.file.rows))
        elif column not in overview.file.columns:
            self._doubt(
                "C706", name, where, column=column, **propose(column, overview.file.columns)
            )
        elif not content.cells.get(column):
            self._doubt("C707", name, where, row=row, column=column)
        else:
            kind = overview.type_of(column)
            return ", ".join(plain(parse(words_of(kind, one))) for one in content.cells[column])
        return None

    def _find_overview(self, name: str, where: Location) -> Overview | None:
        known = self.bench.library.overviews
        self._note(overviews=name)
        if name not in known and name not in self.bench.doubtful:
            self.bench.report("C704", where, name=name, **propose(name, known))
        return known.get(name)

    def _doubt(self, code: str, name: str, where: Location, **params: str | int) -> None:
        """A finding about an overview, unless something is wrong with the overview itself."""
        if name not in self.bench.doubtful:
            self.bench.report(code, where, overview=name, **params)

    def _check_block(self, item: Opened, tokens: Sequence[Token], source: Source) -> None:
        title = item.head.title if item.head else ""
        where = source.place(item.line)
        if may_hold_marks(title):
            self.bench.report("C702", where, mark=title)
        if item.block is OVERZICHT:
            inner = tuple(tokens[item.index + 1 : closing(tokens, item.index)])
            use = Use(item.head or Head(item.name), inner, item.line)
            self._check_overview(use, where, source)

    def _check_overview(self, use: Use, where: Location, source: Source) -> None:
        name, selection = use.head.title, read_selection(use)
        for number, text in selection.unread:
            self.bench.report(
                "C709", source.place(number), text=text[:60], form=" / ".join(OPTIONS)
            )
        if not name:
            self.bench.report("C708", where, known=", ".join(self.bench.library.overviews) or "–")
            return
        overview = self._find_overview(name, where)
        if overview is None:
            return
        columns = overview.file.columns
        unknown = [key for key in selection.lines if key not in columns]
        for key in unknown:
            place = source.place(selection.lines[key])
            self._doubt("C706", name, place, column=key, **propose(key, columns))
        rows = {} if unknown else rows_where(overview.file, selection.only)
        for row in rows.values():
            if row.source:
                self._note(sources=row.source)
        if not unknown and selection.only and not rows:
            column, value = next(iter(selection.only.items()))
            there = {
                one for row in overview.file.rows.values() for one in row.cells.get(column, ())
            }
            place = source.place(selection.lines[column])
            self._doubt("C710", name, place, value=value, **propose(value, there))


def _is_within(path: Path, keys: frozenset[str]) -> bool:
    """Whether a text belongs to one of the keys, or is what an item of ``_TOLD`` tells."""
    is_told = path[-1] == "text" and len(path) > 2 and path[-3] in _TOLD
    return is_told or not keys.isdisjoint(map(str, path))


def _is_in_link(children: Sequence[Token], index: int) -> bool:
    """Whether a mark stands in the words of a link, or of what would be one without the mark."""
    before, after = children[:index], children[index + 1 :]
    opened = "".join(child.content for child in before if child.type == "text")
    closed = "".join(child.content for child in after if child.type == "text")
    is_broken_link = opened.rfind("[") > opened.rfind("]") and _LINK_END.match(closed)
    return bool(is_broken_link) or sum(one.nesting for one in before if _LINK in one.type) > 0


def _children_of(tokens: Sequence[Token]) -> Iterator[tuple[Token, bool]]:
    """The inline tokens of a text, and whether each stands in a link or picture."""
    for token in tokens:
        for index, child in enumerate(token.children or ()):
            for leaf in _leaves([child]):
                yield leaf, leaf is not child or _is_in_link(token.children or (), index)


def _leaves(children: Sequence[Token]) -> Iterator[Token]:
    """Inline tokens, also those of the words of a picture."""
    for child in children:
        yield child
        yield from _leaves(child.children or ())


def _escape(words: str) -> str:
    """Words as Markdown that shows exactly them."""
    return "".join(f"\\{letter}" if letter in _SPECIAL else letter for letter in words)
