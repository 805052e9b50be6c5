"""Signs that stay behind as text, or that vanish where the author meant them: stars, backticks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from builder.diagnostics import Diagnostic
from builder.markdown_reader.plain import inline_text
from builder.markdown_reader.source import Source, diagnose
from builder.markdown_reader.spots import Spot

_MARKS = (
    (re.compile(r"(?<!\*)(\*\*)\*?(?!\*)"), 2),
    (re.compile(r"(?<![\w*])(\*)(?=[^\W\d_])"), 1),
    (re.compile(r"(?<![\w_])(__)(?=[^\W\d_])"), 2),
    (re.compile(r"(?<![\w_/.:@])(_)(?=[^\W\d_])"), 1),
    (re.compile(r"(?<!~)(~~)(?!~)"), 2),
    (re.compile(r"(?<!`)(`+)(?!`)"), 2),
)
"""Marks that opened or closed nothing, and how many of them one mistake leaves behind."""
_NOTE_SIGN = re.compile(r"[\w)]\*(?![\w*])")
"""A star behind a word refers to a note that starts with one."""
_SPACED = re.compile(r"(\*\*|__|~~)\s*(\S[^*_~\n]*?)\s*\1")
_OTHER_SIGNS = (
    (re.compile(r"(?<!=)==(?=\w)([^=\n]+)(?<=[\w.!?])==(?!=)"), "<mark>{}</mark>"),
    (re.compile(r"(?<=\w)~(\w{1,8})~"), "<sub>{}</sub>"),
    (re.compile(r"(?<=\w)\^(\w{1,8})\^"), "<sup>{}</sup>"),
    (re.compile(r"(?<![\w:]):([a-z][a-z0-9_+-]*[a-z0-9]):(?![\w:])"), ""),
    (re.compile(r"\$\$([^$\n]+)\$\$"), ""),
    (re.compile(r"(\\n)(?=\s|$)"), ""),
    (re.compile(r"^(\[\[?_?TOC_?\]?\])$", re.IGNORECASE), ""),
)
"""Signs that other programs know, and what to write instead."""
_LAST_BACKSLASH = re.compile(r"(?<!\\)(?:\\\\)*\\$")


def mark_faults(
    tokens: Sequence[Token], inside: Sequence[Spot], source: Source
) -> Iterator[Diagnostic]:
    """All signs that do not do what they were written for; ``inside`` are the inline tokens."""
    has_note_signs = any(
        token.type == "inline" and _NOTE_SIGN.search(token.content) for token in tokens
    )
    for spot in inside:
        if spot.token.type == "text":
            yield from _left_faults(spot, source, has_note_signs=has_note_signs)
            yield from _other_faults(spot, source)
        elif spot.token.type in ("em_open", "strong_open"):
            yield from _swallowed_faults(spot, source)
        elif spot.token.type == "code_inline":
            yield from _apostrophe_faults(spot, source)
    yield from _backslash_faults(tokens, source)


def left_marks(text: str, escaped: frozenset[int] = frozenset()) -> Iterator[re.Match[str]]:
    """The marks in a text, one for each mistake; ``escaped`` are places that an author meant."""
    for pattern, step in _MARKS:
        found = [one for one in pattern.finditer(text) if one.start(1) not in escaped]
        yield from found[::step]


def _left_faults(spot: Spot, source: Source, *, has_note_signs: bool) -> Iterator[Diagnostic]:
    text = spot.token.content
    escaped = spot.token.meta.get("escaped", frozenset())
    if len(spot.children) == 1 and not re.search(r"\w", text):
        return
    for found in (*left_marks(text, escaped), *_beside_marks(spot, escaped)):
        is_note = found[1] == "*" and found.start() == 0 and spot.index == 0
        if is_note and has_note_signs:
            continue
        spaced = _SPACED.match(text, found.start(1))
        params: dict[str, str | int] = {"mark": found[1]}
        if spaced:
            params["write"] = _mend(spaced, text)
        yield diagnose(source, "M516", spot.line, spot.column_of(found.start(1)), params)


def _mend(spaced: re.Match[str], text: str) -> str:
    """Marks that touch the words between them, and no word outside."""
    right = spaced[1] + spaced[2] + spaced[1]
    if right != spaced[0]:
        return right
    following = re.match(r"\S+", text[spaced.end() :])
    return f"{right} {following[0]}" if following else f" {right}"


def _beside_marks(spot: Spot, escaped: frozenset[int]) -> Iterator[re.Match[str]]:
    """``**vet*``: one mark too many before or behind words that are marked."""
    text = spot.token.content
    following = spot.children[spot.index + 1 : spot.index + 2]
    if following and following[0].type in ("em_open", "strong_open"):
        found = re.search(r"(?<![*_])([*_])$", text)
        if found and found.start() not in escaped:
            yield found
    if spot.before in ("em_close", "strong_close"):
        found = re.match(r"([*_])(?![*_])", text)
        if found and found.start() not in escaped:
            yield found


def _other_faults(spot: Spot, source: Source) -> Iterator[Diagnostic]:
    text = spot.token.content
    escaped = spot.token.meta.get("escaped", frozenset())
    for pattern, write in _OTHER_SIGNS:
        for found in pattern.finditer(text):
            if found.start() in escaped:
                continue
            params: dict[str, str | int] = {"text": found[0]}
            if write:
                params["write"] = write.format(found[1])
            yield diagnose(source, "M517", spot.line, spot.column_of(found.start()), params)


def _swallowed_faults(spot: Spot, source: Source) -> Iterator[Diagnostic]:
    """``2*3*4`` and ``leraar*es en student*es``: two stars that were no marks are not shown."""
    end = next(
        place
        for place in range(spot.index, len(spot.children))
        if spot.children[place].level == spot.token.level and spot.children[place].nesting == -1
    )
    before = spot.children[spot.index - 1].content if spot.index else ""
    after = spot.children[end + 1].content if end + 1 < len(spot.children) else ""
    if not (before[-1:].isalnum() and after[:1].isalnum()):
        return
    inner = inline_text(Token("inline", "", 0, children=list(spot.children[spot.index : end])))
    if before[-1].isdigit() or " " in inner:
        mark = spot.token.markup
        params: dict[str, str | int] = {"mark": mark, "text": f"{mark}{inner}{mark}"}
        yield diagnose(source, "M525", spot.line, spot.column, params)


def _apostrophe_faults(spot: Spot, source: Source) -> Iterator[Diagnostic]:
    """``foto`s en video`s``: two grave accents that were no marks make code of the words."""
    around = [*spot.children[: spot.index][-1:], *spot.children[spot.index + 1 :][:1]]
    texts = [token.content for token in around if token.type == "text"]
    if len(texts) == 2 and texts[0][-1:].isalpha() and texts[1][:1].isalpha():
        yield diagnose(source, "M522", spot.line, spot.column, {"text": spot.token.content})


def _backslash_faults(tokens: Sequence[Token], source: Source) -> Iterator[Diagnostic]:
    """A backslash breaks a line, but not the last one of a paragraph."""
    for token in tokens:
        is_last = token.content.endswith("\\") and _LAST_BACKSLASH.search(token.content)
        if token.type == "inline" and token.map and is_last:
            line = token.map[0] + token.content.count("\n")
            column = source.lines[line].rstrip().rfind("\\") if line < len(source.lines) else 0
            yield diagnose(source, "M517", line, max(column, 0), {"text": "\\"})
