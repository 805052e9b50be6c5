"""Faults of blocks: not closed, not known, in the wrong place, without a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from markdown_it.token import Token

from builder.blocks import ALERTS, Block, TitleRule, Use, find, names
from builder.blocks.head import Head
from builder.diagnostics import Diagnostic
from builder.markdown_reader import raw_html
from builder.markdown_reader.mark_faults import left_marks
from builder.markdown_reader.parser import OPEN, closing, parse_title
from builder.markdown_reader.source import Source, diagnose

_FENCE = re.compile(r"\s*(:{3,})\s*")
_NO_TITLE = re.compile(
    rf"!?\[[^\]]*\]\([^)]*\)|{raw_html.WRITTEN_IN_WORDS}|https?://\S+", re.IGNORECASE
)
"""What a title cannot hold: links, pictures and HTML."""
_END = re.compile(r"/|(?:einde?|end|sluiten?|stop)\b", re.IGNORECASE)
_ID = re.compile(r"[a-z][a-z0-9-]{1,47}")


@dataclass(frozen=True, slots=True)
class Opened:
    """A block as it stands in the text. ``outer`` is the block around it."""

    index: int
    token: Token
    head: Head | None
    outer: Opened | None
    in_container: bool
    """Stands in a list item or a quotation."""
    end_line: int

    @property
    def line(self) -> int:
        """Zero-based line on which it starts."""
        return self.token.map[0] if self.token.map else 0

    @property
    def name(self) -> str:
        """The name as the author wrote it."""
        return self.head.name if self.head else self.token.info.strip()

    @property
    def block(self) -> Block | None:
        """The kind of block; none when the name is unknown."""
        return find(self.head.name) if self.head else None

    @property
    def is_meant_as_end(self) -> bool:
        """Words behind the colons of a line that was to close a block."""
        return self.block is None and _END.match(self.name) is not None

    @property
    def is_fenced(self) -> bool:
        """Written with colons, not as an alert."""
        return "alert" not in self.token.meta

    @property
    def colons(self) -> int:
        """Number of colons on its first line."""
        return len(self.token.markup)


def opened_blocks(tokens: Sequence[Token]) -> tuple[Opened, ...]:
    """All blocks of a text in the order in which they start."""
    result: list[Opened] = []
    around: list[Opened | None] = []
    for index, token in enumerate(tokens):
        if token.nesting == 1:
            opened = None
            if token.type == OPEN:
                outer = next((item for item in reversed(around) if item), None)
                depth = next((n for n, item in enumerate(reversed(around)) if item), len(around))
                end_line = token.map[1] if token.map else 0
                head = token.meta.get("head")
                opened = Opened(index, token, head, outer, depth > 0, end_line)
                result.append(opened)
            around.append(opened)
        elif token.nesting == -1:
            around.pop()
    return tuple(result)


@dataclass(frozen=True, slots=True)
class BlockUse:
    """A block of a known kind and what stands in it."""

    block: Block
    use: Use


def block_uses(tokens: Sequence[Token]) -> Iterator[BlockUse]:
    """All blocks of a text that can be read, in the order in which they start."""
    for item in opened_blocks(tokens):
        if item.head and item.block:
            inner = tuple(tokens[item.index + 1 : closing(tokens, item.index)])
            yield BlockUse(item.block, Use(item.head, inner, item.line))


def block_faults(tokens: Sequence[Token], source: Source) -> Iterator[Diagnostic]:
    """All faults of the blocks in a text."""
    opened = opened_blocks(tokens)
    strays = list(_stray_lines(tokens))
    ended = {id(item.outer) for item in opened if item.is_meant_as_end}
    crossed: set[int] = set()
    starts = [item.line for item in opened]
    for item in opened:
        if item.is_meant_as_end:
            yield diagnose(source, "M220", item.line, params={"fence": ":" * item.colons})
        elif id(item) not in ended:
            yield from _fence_faults(item, source, strays, starts, crossed)
    for line in strays:
        yield diagnose(source, "M202", line)
    ids: dict[str, int] = {}
    for item in opened:
        if item.is_meant_as_end:
            continue
        yield from _head_faults(item, source, ids)
        yield from _place_faults(item, source, item.index in crossed)
        block = item.block
        if block is None:
            continue
        inner = tuple(tokens[item.index + 1 : closing(tokens, item.index)])
        if not inner and not (block.takes_settings or block.may_be_empty):
            title = item.head.title if item.head else ""
            write = {"write": title if item.is_fenced else f"> {title}"} if title else {}
            yield diagnose(source, "M209", item.line, params={"name": item.name, **write})
        elif item.head:
            for fault in block.faults(Use(item.head, inner, item.line)):
                yield diagnose(source, fault.code, fault.line, params=fault.params)


def _fence_faults(
    item: Opened, source: Source, strays: list[int], starts: Sequence[int], crossed: set[int]
) -> Iterator[Diagnostic]:
    """Not closed, or closed by the wrong line; ``strays`` loses what one fault explains.

    A line left over before the next block ``starts`` tells that the inner block took the end of
    the outer one; without it the outer block has no end.
    """
    if not item.is_fenced or _is_closed(item, source):
        return
    outer = item.outer
    if outer is None or item.colons < outer.colons or not _is_closed(outer, source):
        params: dict[str, str | int] = {"name": item.name, "fence": ":" * item.colons}
        yield diagnose(source, "M201", item.line, params=params)
        return
    crossed.add(item.index)
    following = min((line for line in starts if line > outer.end_line), default=len(source.lines))
    stray = next((line for line in strays if outer.end_line < line < following), None)
    if stray is None:
        params = {"name": outer.name, "fence": ":" * outer.colons}
        yield diagnose(source, "M201", outer.line, params=params)
    else:
        strays.remove(stray)
        params = {"inner": item.name, "outer": outer.name, "fence": ":" * (item.colons + 1)}
        yield diagnose(source, "M204", item.line, params=params)


def _is_closed(item: Opened, source: Source) -> bool:
    """The line after the block is a fence of its own, not that of the block around it."""
    if item.outer is not None and item.outer.is_fenced and item.outer.end_line == item.end_line:
        return False
    text = source.lines[item.end_line] if item.end_line < len(source.lines) else ""
    found = _FENCE.fullmatch(text.lstrip("> \t"))
    return found is not None and len(found[1]) >= item.colons


def _stray_lines(tokens: Sequence[Token]) -> Iterator[int]:
    for token in tokens:
        if token.type == "inline" and token.map:
            for number, text in enumerate(token.content.split("\n")):
                if _FENCE.fullmatch(text):
                    yield token.map[0] + number


def _head_faults(item: Opened, source: Source, ids: dict[str, int]) -> Iterator[Diagnostic]:
    head, block = item.head, item.block
    if head is None:
        yield diagnose(source, "M206", item.line, params={"rest": item.token.meta["rest"]})
        return
    if block is None:
        written = source.lines[item.line] if item.line < len(source.lines) else ""
        known = names() if item.is_fenced else (*names(), *ALERTS)
        close = get_close_matches(head.name.casefold(), known, n=1, cutoff=0.6)
        column = written.find(head.name)
        params: dict[str, str | int] = {
            "name": head.name,
            "suggestion": f" (did you mean {close[0]}?)" if close else "",
            "known": ", ".join(sorted(set(known))),
        }
        yield diagnose(source, "M203", item.line, column if column >= 0 else None, params)
        return
    if block.title is TitleRule.REQUIRED and not head.title:
        yield diagnose(source, "M205", item.line, params={"name": head.name})
    if not block.takes_settings:
        yield from _title_faults(item, head, source)
    yield from _extra_faults(item, head, block, source)
    if head.id and block.takes_id:
        if not _ID.fullmatch(head.id):
            yield diagnose(source, "M213", item.line, params={"id": head.id})
        elif head.id in ids:
            params = {"id": head.id, "first_line": ids[head.id]}
            yield diagnose(source, "M214", item.line, params=params)
        else:
            ids[head.id] = source.place(item.line).line


def _title_faults(item: Opened, head: Head, source: Source) -> Iterator[Diagnostic]:
    """What a title shows as it stands; where lines are settings it is no title but a name."""
    column = max(source.lines[item.line].find(head.title), 0)
    found = _NO_TITLE.search(head.title)
    if found:
        params = {"text": found[0]}
        yield diagnose(source, "M218", item.line, column + found.start(), params)
        return
    for token in parse_title(head.title):
        for child in token.children or ():
            if child.type == "text":
                for mark in left_marks(child.content):
                    at = column + max(head.title.find(mark[1]), 0)
                    yield diagnose(source, "M516", item.line, at, {"mark": mark[1]})


def _extra_faults(item: Opened, head: Head, block: Block, source: Source) -> Iterator[Diagnostic]:
    known = sorted({"title", *block.extras, *(["#id"] if block.takes_id else [])})
    unknown = [extra for extra in head.extras if extra not in block.extras]
    if head.id and not block.takes_id:
        unknown.append(f"#{head.id}")
    for extra in unknown:
        close = get_close_matches(extra, known, n=1, cutoff=0.6)
        params: dict[str, str | int] = {
            "name": head.name,
            "extra": extra,
            "suggestion": f" (did you mean {close[0]}?)" if close else "",
            "known": ", ".join(known),
        }
        yield diagnose(source, "M208", item.line, params=params)


def _place_faults(item: Opened, source: Source, is_crossed: bool) -> Iterator[Diagnostic]:
    if item.in_container:
        yield diagnose(source, "M207", item.line, params={"name": item.name})
        return
    outer = item.outer.block if item.outer else None
    if is_crossed or item.outer is None or outer is None or item.block is None:
        return
    if item.block.name not in outer.holds:
        params: dict[str, str | int] = {
            "inner": item.name,
            "outer": item.outer.name,
        }
        if outer.holds:
            params["allowed"] = ", ".join(sorted(outer.holds))
        yield diagnose(source, "M210", item.line, params=params)
