"""Lines that start as something that they do not become: a heading, an item, a row, a block."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markdown_it.token import Token

from builder.blocks import ALERTS, find
from builder.diagnostics import Diagnostic, Severity
from builder.markdown_reader.paragraphs import Line, Paragraph, paragraphs
from builder.markdown_reader.source import Source, diagnose

_HEADING = re.compile(r"(#{2,})(?=[^#\s])\s*(.+)|(#{7,})\s+(.+)")
_TITLE = re.compile(r"#([^\W\d_][^#]*[^#.!?,;:])")
_LONGEST_TITLE_WORDS = 8
_NEARLY_BLOCK = re.compile(r"(?:::?|!!!|\?\?\?\+?)\s*([^\W\d_]+)\b|\[!([^\W\d_]+)\]", re.IGNORECASE)
_UNSEEN = r"[\u00a0\u2007\u200b\u202f\u2060]"
_MARK = r"(?:#{1,6}|[-*+]|\d{1,2}[.)])"
_HIDES = re.compile(rf"{_UNSEEN}+\s*(?:{_MARK}|[>|]|:::|```)|{_MARK}{_UNSEEN}")
_MARKDOWN = re.compile(r"([-*+]|\d{1,9}[.)]|#{1,6})\s+\S|(>|:{3,}|`{3,})|(\|).*\|")
"""What starts something else than a paragraph, when nothing keeps it from doing so."""
_RULE = re.compile(r"--|[–—]+-?|_{2}|={2,}|\*{2}")
"""What a word processor, or a hurried hand, makes of the three hyphens of a line."""
_LONGEST_SHORT = 45
"""A line that an editor wrapped is longer."""
_NEW_ENTRY = re.compile(r"[*_]*[A-ZÀ-Þ][^\W\d_]*:|\d+(?:\.\d+)+\.?\s")
"""The start of an entry, such as ``Vraag:`` and ``1.2``, which belongs on a line of its own."""
_NEW_LINE = re.compile(r"[“‘\"(*_\[]*[A-ZÀ-Þ]")
_DEFINED = re.compile(r":\s+(\S.*)")

_ADDRESS = re.compile(r"\[([^\[\]^][^\[\]]*)\]:\s+<?(?:https?:|www\.|les:|media/|mailto:)\S")


@dataclass(frozen=True, slots=True)
class _Start:
    """A way to begin an item of a list that Markdown does not know.

    One line of it may be chance. It is ``certain``, or takes the first line of a paragraph
    (``first``), or a line with a colon above it, or another such line close by.
    """

    pattern: re.Pattern[str]
    write: str = "- "
    is_certain: bool = False
    is_first_enough: bool = False


_STARTS = (
    _Start(
        re.compile(
            r"([•◦▪▫‣⁃●■□➢➤►▶❖✦\uf0a7\uf0b7\uf0d8]|[○·](?=\s)|[o§](?=\t|\u00a0| {2}))\s*(.+)"  # noqa: RUF001
        ),
        is_certain=True,
    ),
    _Start(re.compile(r"([✓✔✗✘☐☑☒→⇒➔])\s*(.+)")),
    _Start(re.compile(r"([–—−])\s+(.+)")),  # noqa: RUF001
    _Start(re.compile(r"(-)((?:\*\*|[^\W\d_]|[“\"‘']).*)"), is_first_enough=True),
    _Start(re.compile(r"(\+)([^\W\d_].*)")),
    _Start(re.compile(r"(\d{1,2}[.)])((?:\*\*|[^\W\d_]{2}).*)"), write="1. ", is_first_enough=True),
    _Start(re.compile(r"(\(\d{1,2}\))\s+(.+)"), write="1. "),
    _Start(re.compile(r"(\(?[a-z][.)])\s+(.+)"), write="1. "),
)
_LATE = re.compile(r"(\d{1,2}[.)])\s+\S")
_CODE_INDENT = 4
"""From so many spaces on a line is no start of anything."""
_CLOSE_LINES = 2
"""Lines from one item to the next: under each other, or with one empty line between them."""


def line_faults(
    tokens: Sequence[Token], source: Source, *, is_lesson: bool
) -> Iterator[Diagnostic]:
    """All lines of paragraphs that look like something else. Headings belong to a lesson only."""
    found = list(paragraphs(tokens, source))
    starts = _find_starts(found)
    for paragraph in found:
        findings = list(_paragraph_faults(paragraph, starts, source, is_lesson=is_lesson))
        yield from findings or _run_on_faults(paragraph, source)


def _paragraph_faults(
    paragraph: Paragraph,
    starts: Mapping[_Start, set[int]],
    source: Source,
    *,
    is_lesson: bool,
) -> Iterator[Diagnostic]:
    for line in paragraph.lines:
        hidden = _hidden_fault(line, source)
        if hidden:
            yield hidden
            continue
        yield from _heading_faults(paragraph, line, source, is_lesson=is_lesson)
        yield from _item_faults(paragraph, line, starts, source)
        yield from _other_faults(line, source, is_lesson=is_lesson)


def _hidden_fault(line: Line, source: Source) -> Diagnostic | None:
    """A sign that would count at the start of a line, but for what stands before it."""
    before = source.lines[line.number][: line.column].expandtabs(4)
    sign = _MARKDOWN.match(line.text)
    if _HIDES.match(line.text) or (sign and re.search(_UNSEEN, before)):
        return diagnose(source, "M524", line.number)
    if sign and line.index and before.endswith(" " * _CODE_INDENT):
        params = {"sign": sign[1] or sign[2] or sign[3]}
        return diagnose(source, "M526", line.number, line.column, params)
    return None


def _heading_faults(
    paragraph: Paragraph, line: Line, source: Source, *, is_lesson: bool
) -> Iterator[Diagnostic]:
    glued = _HEADING.match(line.text)
    title = _TITLE.fullmatch(line.text)
    hashes, words, severity = "#", "", None
    if glued:
        hashes, words = glued[1] or glued[3], glued[2] or glued[4]
    elif title and line.index == 0 and _is_like_title(title[1]):
        words, severity = title[1], Severity.WARNING
    if words and not is_lesson:
        yield diagnose(source, "M602", line.number, line.column)
    elif words:
        level = "#" * min(max(len(hashes), 2), 6) if len(hashes) < 7 else "##"
        params = {"hashes": hashes, "write": f"{level} {words}"}
        yield diagnose(source, "M307", line.number, line.column, params, severity)


def _is_like_title(words: str) -> bool:
    """Not the one word of a hashtag, and not a sentence that starts with one."""
    return words[0].isupper() and len(words.split()) <= _LONGEST_TITLE_WORDS


def _find_starts(found: Sequence[Paragraph]) -> Mapping[_Start, set[int]]:
    lines: defaultdict[_Start, set[int]] = defaultdict(set)
    for paragraph in found:
        for line in paragraph.lines:
            for start in _STARTS:
                if start.pattern.fullmatch(line.text):
                    lines[start].add(line.number)
    return lines


def _item_faults(
    paragraph: Paragraph, line: Line, starts: Mapping[_Start, set[int]], source: Source
) -> Iterator[Diagnostic]:
    is_in_item = paragraph.is_item and not line.index
    for start in _STARTS:
        item = start.pattern.fullmatch(line.text)
        if item is None or (is_in_item and not start.is_certain):
            continue
        others = starts[start] - {line.number}
        is_meant = (
            start.is_certain
            or any(abs(line.number - other) <= _CLOSE_LINES for other in others)
            or line.above.endswith(":")
            or (start.is_first_enough and not line.index)
        )
        if is_meant:
            rest = line.written[item.start(2) :]
            params = {"sign": item[1], "write": start.write + _shorten(rest)}
            yield diagnose(source, "M511", line.number, line.column, params)
            return
    late = _LATE.match(line.text)
    if late and line.index and (line.above.endswith(":") or _follows_number(line, late[1])):
        yield diagnose(source, "M518", line.number, line.column, {"sign": late[1]})


def _follows_number(line: Line, sign: str) -> bool:
    """The line above starts with the number before this one."""
    before = re.match(r"[\s>]*(\d{1,2})[.)]\s", line.above)
    return before is not None and int(before[1]) + 1 == int(sign[:-1])


def _other_faults(line: Line, source: Source, *, is_lesson: bool) -> Iterator[Diagnostic]:
    block = _NEARLY_BLOCK.match(line.text)
    name = (block[1] or block[2]).lower() if block else ""
    if block and block[2]:
        name = ALERTS.get(name, name)
    if find(name):
        code = "M215" if is_lesson else "M601"
        yield diagnose(source, code, line.number, line.column, {"name": name})
        return
    if line.is_alone and _RULE.fullmatch(line.text):
        yield diagnose(source, "M517", line.number, params={"text": line.text, "write": "---"})
    if block and block[2]:
        yield diagnose(source, "M517", line.number, line.column, {"text": block[0]})
    address = _ADDRESS.match(line.text) if line.index else None
    if address:
        yield diagnose(source, "M527", line.number, line.column, {"label": address[1]})
    meaning = _DEFINED.fullmatch(line.text)
    if meaning and line.index == 1:
        term = line.above.strip().strip("*_:")
        rest = line.written[meaning.start(1) :]
        params = {"text": _shorten(line.written), "write": f"**{term}:** {_shorten(rest)}"}
        yield diagnose(source, "M517", line.number, line.column, params)


def _run_on_faults(paragraph: Paragraph, source: Source) -> Iterator[Diagnostic]:
    """Short lines under each other, as in an address, that a page puts behind each other."""
    lines = paragraph.lines
    if paragraph.is_speech or any(len(line.written) > _LONGEST_SHORT for line in lines[:-1]):
        return
    for before, line in pairwise(lines):
        is_broken = before.has_break or "<br" in before.written
        is_sentence = before.written.endswith((".", "!", "?", "…"))
        is_new = _NEW_LINE.match(line.text) and not is_sentence
        if not is_broken and (is_new or _NEW_ENTRY.match(line.text)):
            yield diagnose(source, "M528", line.number, line.column)
            return


def _shorten(text: str) -> str:
    return text if len(text) <= 40 else text[:39].rstrip() + "…"
