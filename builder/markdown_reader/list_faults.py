"""Lists that come out in another way than they were written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from builder.diagnostics import Diagnostic
from builder.markdown_reader.parser import closing
from builder.markdown_reader.source import Source, diagnose

_CHECKBOX = re.compile(r"\[[ xX]?\](?:\s|$)")
_MARKER = re.compile(r"([ >]*)(?:[-*+]|\d{1,9}[.)])( *)")
_NUMBER = re.compile(r"\d[^\n]{0,40}")
_LISTS = ("bullet_list_open", "ordered_list_open")
_SENTENCE_END = (".", "!", "?", ":", ";")
_SHORTEST_WRAPPED = 60
"""A shorter line was ended by its author, not by an editor that wraps long lines."""
_FARTHEST = 3
"""Spaces by which an item can stand too far in without being part of the item above."""


def list_faults(tokens: Sequence[Token], source: Source) -> Iterator[Diagnostic]:
    """All faults of lists, and of what stands directly under a list or a quotation."""
    for index, token in enumerate(tokens):
        if token.type == "ordered_list_open":
            yield from _number_faults(tokens, index, source)
        if token.type in _LISTS:
            yield from _indent_faults(tokens, index, source)
        if token.type == "list_item_open":
            yield from _item_faults(tokens, index, source)
        if token.type == "paragraph_open":
            yield from _continued_faults(tokens, index, source)
        if token.type in ("bullet_list_open", "blockquote_open"):
            yield from _sign_faults(tokens, index, source)
    yield from _lazy_faults(tokens, source)


def _items(tokens: Sequence[Token], index: int) -> Iterator[Token]:
    level = tokens[index].level
    for token in tokens[index + 1 :]:
        if token.level == level:
            return
        if token.level == level + 1 and token.type == "list_item_open":
            yield token


def _number_faults(tokens: Sequence[Token], index: int, source: Source) -> Iterator[Diagnostic]:
    """A page counts on from the first number, whatever the others are."""
    items = list(_items(tokens, index))
    written = [int(item.info) for item in items]
    if len(set(written)) == 1:
        return
    for place, item in enumerate(items):
        shown = written[0] + place
        if item.map and written[place] != shown:
            params: dict[str, str | int] = {"written": item.info, "shown": shown}
            column = _text(source, item.map[0]).find(item.info)
            yield diagnose(source, "M519", item.map[0], max(column, 0), params)
            return


def _indent_faults(tokens: Sequence[Token], index: int, source: Source) -> Iterator[Diagnostic]:
    """Items a little further in than the one above, which makes them no part of it."""
    if index and tokens[index - 1].type == "list_item_open" and _share_line(tokens, index):
        return
    items = [item.map[0] for item in _items(tokens, index) if item.map]
    first = _marker(source, items[0]) if items else None
    if first is None:
        return
    before = _list_before(tokens, index)
    above = _marker(source, before) if before is not None else None
    if above and above[0] < first[0] < above[1]:
        yield _too_little(source, items[0], first[0] - above[0], above[1] - above[0])
    for line in items[1:]:
        marker = _marker(source, line)
        if marker and 0 < marker[0] - first[0] <= _FARTHEST:
            yield _too_little(source, line, marker[0] - first[0], first[1] - first[0])


def _share_line(tokens: Sequence[Token], index: int) -> bool:
    """A list that starts on the line of the item around it."""
    own, outer = tokens[index].map, tokens[index - 1].map
    return own is not None and outer is not None and own[0] == outer[0]


def _continued_faults(tokens: Sequence[Token], index: int, source: Source) -> Iterator[Diagnostic]:
    """A paragraph a little further in than the item above, which makes it no part of it."""
    before, place = _list_before(tokens, index), tokens[index].map
    above = _marker(source, before) if before is not None else None
    if above and place:
        text = _text(source, place[0]).expandtabs(4)
        indent = len(text) - len(text.lstrip("> "))
        if above[0] < indent < above[1]:
            yield _too_little(source, place[0], indent - above[0], above[1] - above[0])


def _sign_faults(tokens: Sequence[Token], index: int, source: Source) -> Iterator[Diagnostic]:
    """A sign before a number, and pluses with minuses: marks here, that a page does not show."""
    place, end = tokens[index].map, closing(tokens, index)
    inner = [token for token in tokens[index:end] if token.type == "inline"]
    has_number = len(inner) == 1 and _NUMBER.fullmatch(inner[0].content) is not None
    is_list = tokens[index].type == "bullet_list_open"
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    is_pair = (
        is_list
        and following is not None
        and following.type == "bullet_list_open"
        and {tokens[index].markup, following.markup} == {"+", "-"}
    )
    if place and (is_pair or has_number):
        sign = tokens[index].markup if is_list else ">"
        column = _text(source, place[0]).find(sign)
        yield diagnose(source, "M529", place[0], max(column, 0), {"sign": sign})


def _too_little(source: Source, line: int, spaces: int, needed: int) -> Diagnostic:
    params: dict[str, str | int] = {"spaces": spaces, "needed": needed}
    return diagnose(source, "M520", line, params=params)


def _list_before(tokens: Sequence[Token], index: int) -> int | None:
    """Line of the last item of the list that ends where this one starts."""
    if not index or not tokens[index - 1].type.endswith("list_close"):
        return None
    level = tokens[index].level + 1
    earlier = reversed(tokens[:index])
    item = next(
        (one for one in earlier if one.type == "list_item_open" and one.level == level), None
    )
    return item.map[0] if item and item.map else None


def _marker(source: Source, line: int) -> tuple[int, int] | None:
    """Columns of an item's marker and of its text."""
    found = _MARKER.match(_text(source, line).expandtabs(4))
    return (found.end(1), found.end() if found[2] else found.end() + 1) if found else None


def _item_faults(tokens: Sequence[Token], index: int, source: Source) -> Iterator[Diagnostic]:
    inner = tokens[index + 1 : index + 4]
    kinds = [token.type for token in inner]
    line = tokens[index].map
    if kinds[1:2] == ["inline"] and line and _CHECKBOX.match(inner[1].content):
        column = _text(source, line[0]).find("[")
        yield diagnose(source, "M507", line[0], max(column, 0))


def _lazy_faults(tokens: Sequence[Token], source: Source) -> Iterator[Diagnostic]:
    """Lines under a list or quotation, without an empty line, are drawn as part of it."""
    around: list[Token] = []
    for index, token in enumerate(tokens):
        if token.type == "inline" and token.map and tokens[index - 1].type == "paragraph_open":
            yield from _lazy_lines(token, around, source)
        if token.nesting == 1:
            around.append(token)
        elif token.nesting == -1:
            around.pop()


def _lazy_lines(inline: Token, around: Sequence[Token], source: Source) -> Iterator[Diagnostic]:
    quotes = sum(one.type == "blockquote_open" or "alert" in one.meta for one in around)
    item = next((one for one in reversed(around) if one.type == "list_item_open"), None)
    start, end = inline.map or (0, 0)
    for line in range(start + 1, min(end, len(source.lines))):
        text, above = _text(source, line), _text(source, line - 1)
        if _count_quotes(text) < quotes:
            yield diagnose(source, "M521", line)
            return
        marker = _marker(source, item.map[0]) if item and item.map else None
        words = text.lstrip("> \t")
        is_outside = marker is not None and len(text) - len(words) <= marker[0]
        is_short = len(above) < _SHORTEST_WRAPPED
        is_new = words[:1].isupper() and (is_short or above.rstrip().endswith(_SENTENCE_END))
        if is_outside and is_new:
            yield diagnose(source, "M521", line)
            return


def _count_quotes(text: str) -> int:
    found = re.match(r"[ \t]*(?:>[ \t]*)*", text)
    return found[0].count(">") if found else 0


def _text(source: Source, line: int) -> str:
    return source.lines[line] if 0 <= line < len(source.lines) else ""
