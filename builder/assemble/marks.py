"""Marks in texts, and blocks with an overview: what they name exists, and gets its words.

After this a mark carries the words that a reader sees, so that a text can be read as plain text
without the library.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from builder.assemble.bench import Bench, Collected
from builder.assemble.names import propose
from builder.blocks.overview import OPTIONS, OVERZICHT, read_selection
from builder.diagnostics import Location
from builder.library import Overview, rows_where, words_of
from builder.markdown_reader import closing, opened_blocks, parse, plain, spots
from builder.markdown_reader.library_marks import (
    Mark,
    is_readable,
    mark_of,
    may_hold_marks,
    replace_marks,
)
from builder.markdown_reader.source import Source
from builder.yaml_reader import Document, Path, Value

_RICH = frozenset(
    ("case", "description", "feedback", "goals", "hint", "intro", "lead", "model", "reply")
)
"""Keys of YAML under which a text may hold links; elsewhere a mark becomes its plain words."""
_NO_MARKDOWN = frozenset({"title"})
_SPECIAL = frozenset("\\`*_{}[]<>()#+-.!|~&")


@dataclass(slots=True)
class Linker:
    """Links the texts of one page, and notes what they use."""

    bench: Bench
    used: Collected = field(default_factory=Collected)

    def link_document(self, document: Document) -> Document:
        """The document with words in all its marks."""
        value = {
            key: self._link_value(document, (key,), one) for key, one in document.value.items()
        }
        return replace(document, value=value)

    def link_lesson(self, tokens: Sequence[Token], source: Source) -> None:
        """Puts words into the marks of a lesson's tokens, and checks its overviews."""
        for item in opened_blocks(tokens):
            if item.block is OVERZICHT and item.head:
                inner = tokens[item.index + 1 : closing(tokens, item.index)]
                self._check_block(item.head.title, inner, item.line, source)
            if item.head and may_hold_marks(item.head.title):
                self.bench.report("C702", source.place(item.line), mark=item.head.title)
        for spot in spots(tokens, source):
            where = source.place(spot.line, spot.column)
            for leaf in _leaves([spot.token]):
                mark = mark_of(leaf)
                if mark:
                    words = self._fill(mark, where)
                    # What leads nowhere keeps its own words, so that no rule misses any.
                    leaf.meta["mark"] = replace(mark, words=words or mark.written)

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
        inline = [child for token in parse(text) for child in token.children or ()]
        for child in _leaves(inline):
            mark = mark_of(child)
            words = self._fill(mark, where) if mark else None
            if mark and words is not None:
                rich = _RICH.intersection(str(step) for step in path)
                shown = words if is_plain else _escape(words)
                written[child.content] = f"{{{{{mark.target}|{words}}}}}" if rich else shown
        return replace_marks(text, written)

    def _fill(self, mark: Mark, where: Location) -> str | None:
        """The words of a mark; None when it leads nowhere, which is a finding."""
        if not is_readable(mark) or mark.words:
            self.bench.report("C701", where, mark=mark.written, form=mark.kind.value)
            return None
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
        for used in (self.used, self.bench.used_of_library):
            used.overviews[name] = None
        if name not in known and name not in self.bench.doubtful:
            self.bench.report("C704", where, name=name, **propose(name, known))
        return known.get(name)

    def _doubt(self, code: str, name: str, where: Location, **params: str | int) -> None:
        """A finding about an overview, unless something is wrong with the overview itself."""
        if name not in self.bench.doubtful:
            self.bench.report(code, where, overview=name, **params)

    def _check_block(self, name: str, tokens: Sequence[Token], line: int, source: Source) -> None:
        selection = read_selection(tokens)
        for number, text in selection.unread:
            self.bench.report(
                "C709", source.place(number), text=text[:60], form=" / ".join(OPTIONS)
            )
        where = source.place(line)
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
        if not unknown and selection.only and not rows_where(overview.file, selection.only):
            column, value = next(iter(selection.only.items()))
            there = {
                one for row in overview.file.rows.values() for one in row.cells.get(column, ())
            }
            place = source.place(selection.lines[column])
            self._doubt("C710", name, place, value=value, **propose(value, there))


def _leaves(children: Sequence[Token]) -> Iterator[Token]:
    """Inline tokens, also those of the words of a picture."""
    for child in children:
        yield child
        yield from _leaves(child.children or ())


def _escape(words: str) -> str:
    """Words as Markdown that shows exactly them."""
    return "".join(f"\\{letter}" if letter in _SPECIAL else letter for letter in words)
