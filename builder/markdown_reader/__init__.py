"""Markdown text → front matter, tokens and findings.

``read`` is for a lesson, ``read_value`` for a Markdown text inside a YAML file, ``read_transcript``
for what is said in a recording. All use one parser, and everything that a learner would not see,
or would see wrongly, is a finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from markdown_it.token import Token

from builder import yaml_reader
from builder.diagnostics import Diagnostic, Location, Outcome, Written, in_order
from builder.markdown_reader.block_faults import block_faults, block_uses, opened_blocks
from builder.markdown_reader.code_faults import code_faults
from builder.markdown_reader.definition_faults import definition_faults
from builder.markdown_reader.front_matter import split
from builder.markdown_reader.heading_faults import heading_faults
from builder.markdown_reader.html_faults import html_faults
from builder.markdown_reader.line_faults import line_faults
from builder.markdown_reader.link_faults import link_faults
from builder.markdown_reader.links import Link, LinkKind, find_figure, read_link
from builder.markdown_reader.list_faults import list_faults
from builder.markdown_reader.mark_faults import mark_faults
from builder.markdown_reader.parser import (
    CLOSE,
    MAX_NESTING,
    OPEN,
    Definition,
    closing,
    parse,
    parse_all,
    parse_title,
)
from builder.markdown_reader.plain import Heading, headings, inline_text, plain, slug
from builder.markdown_reader.source import FileSource, Source, ValueSource, diagnose
from builder.markdown_reader.spots import Spot, spots
from builder.markdown_reader.table_faults import table_faults
from builder.markdown_reader.value_faults import title_faults, value_faults
from builder.yaml_reader import Document


@dataclass(frozen=True, slots=True)
class Reference:
    """A file of the project that a text uses. ``target`` is the path as seen from the text's file.

    Media are kept under ``target``: the path as written, without percent-encoding, ``?`` and ``#``.
    """

    target: str
    kind: Literal["picture", "file", "quiz", "transcript"]
    location: Location
    source_line: str = ""


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """A lesson file, read. A token's zero-based line plus ``offset`` is the line in the file."""

    front: Document | None
    """The YAML at the top; None when it is absent or cannot be read."""
    tokens: tuple[Token, ...]
    lines: tuple[str, ...]
    """The whole file, line by line."""
    offset: int
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkdownValue:
    """A Markdown text of a YAML file, read."""

    tokens: tuple[Token, ...]
    references: tuple[Reference, ...] = ()


def read(text: str, path: str) -> Outcome[MarkdownFile]:
    """Reads a lesson. The text is checked even when the front matter cannot be used."""
    lines = _split_lines(text)
    parts = split(lines)
    front: Outcome[Document] = Outcome(None)
    whole = FileSource(path, lines)
    findings = [diagnose(whole, one.code, one.line, 0, one.params) for one in parts.faults]
    if parts.front is not None:
        front = yaml_reader.read(parts.front, path, line_offset=parts.front_line)
        findings += front.diagnostics
    body = lines[parts.body_line :]
    source = FileSource(path, body, parts.body_line + 1)
    tokens, definitions = parse_all("\n".join(body))
    anchors = [heading.anchor for heading in headings(tokens)]
    findings += block_faults(tokens, source)
    findings += heading_faults(tokens, source)
    inside = tuple(spots(tokens, source))
    findings += link_faults(tokens, inside, source, anchors)
    findings += _shared_faults(tokens, inside, definitions, source, is_lesson=True)
    references = tuple(_references(tokens, inside, source))
    file = MarkdownFile(front.value, tokens, lines, source.offset, references)
    return Outcome(file, in_order(_without_echoes(findings)))


def read_value(text: str, written: Written, *, is_line: bool = False) -> Outcome[MarkdownValue]:
    """Reads a Markdown text that stands in a YAML file, without white space around it.

    ``is_line`` is for a question, an answer, a goal: those fit in one paragraph.
    """
    source = ValueSource(text, written)
    tokens, definitions = parse_all(text)
    inside = tuple(spots(tokens, source))
    findings = [
        *value_faults(tokens, source, is_line=is_line),
        *link_faults(tokens, inside, source, (), has_captions=not is_line),
        *_shared_faults(tokens, inside, definitions, source, is_lesson=False),
    ]
    value = MarkdownValue(tokens, tuple(_references(tokens, inside, source)))
    return Outcome(value, in_order(_without_echoes(findings)))


def read_title(text: str, written: Written) -> Outcome[None]:
    """Checks a line that is shown as it stands, such as the title of a lesson."""
    return Outcome(None, tuple(title_faults(text, ValueSource(text, written))))


def read_transcript(text: str, path: str) -> Outcome[MarkdownFile]:
    """Reads what is said in a recording: plain paragraphs and lists in a file of their own."""
    lines = _split_lines(text)
    source = FileSource(path, lines)
    tokens, definitions = parse_all("\n".join(lines))
    inside = tuple(spots(tokens, source))
    findings = [
        *(diagnose(source, "M611", item.line) for item in headings(tokens)),
        *(diagnose(source, "M611", item.line) for item in opened_blocks(tokens)),
        *link_faults(tokens, inside, source, ()),
    ]
    for one in _shared_faults(tokens, inside, definitions, source, is_lesson=False):
        is_other = one.code in _NOT_IN_QUIZZES
        findings.append(replace(one, code="M611") if is_other else one)
    file = MarkdownFile(None, tokens, lines, source.offset)
    return Outcome(file, in_order(_without_echoes(findings)))


def _split_lines(text: str) -> tuple[str, ...]:
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def _shared_faults(
    tokens: Sequence[Token],
    inside: Sequence[Spot],
    definitions: Sequence[Definition],
    source: Source,
    *,
    is_lesson: bool,
) -> Iterator[Diagnostic]:
    """What can be wrong in a lesson as well as in a text of a YAML file."""
    yield from _nesting_faults(tokens, source)
    yield from html_faults(tokens, inside, source)
    yield from table_faults(tokens, source)
    yield from mark_faults(tokens, inside, source)
    yield from line_faults(tokens, source, is_lesson=is_lesson)
    yield from list_faults(tokens, source)
    yield from code_faults(tokens, source)
    yield from definition_faults(definitions, tokens, source)


_NOT_IN_QUIZZES = frozenset({"M601", "M602"})
"""Lines meant as a block or a heading, which a transcript does not hold either."""
_ECHOES = {"M516": "M701", "M529": "M605"}
"""What another finding on the same line explains: a mark that was cut, a sign at the start."""


def _without_echoes(findings: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings without those that another one explains. Lines that run on are named last."""
    found = {(one.code, one.location.line) for one in findings}
    others = {line for code, line in found if code != "M528"}
    for finding in findings:
        line = finding.location.line
        is_echo = (_ECHOES.get(finding.code), line) in found
        if not (is_echo or (finding.code == "M528" and others & {line - 1, line})):
            yield finding


def _references(
    tokens: Sequence[Token], inside: Sequence[Spot], source: Source
) -> Iterator[Reference]:
    """The project's files that a text shows or links to."""
    for spot in inside:
        if spot.token.type in ("image", "link_open"):
            link = read_link(spot.token)
            is_usable = "\\" not in link.target and not link.target.casefold().endswith(
                (".md", ".markdown")
            )
            if link.kind is LinkKind.FILE and link.target and is_usable:
                place = source.place(spot.line, spot.column)
                kind: Literal["picture", "file"] = (
                    "picture" if spot.token.type == "image" else "file"
                )
                yield Reference(link.target, kind, place, source.line_at(place))
    for use in block_uses(tokens):
        for file in use.block.files(use.use):
            column = source.lines[file.line].find(file.target)
            place = source.place(file.line, column if column >= 0 else None)
            yield Reference(file.target, file.kind, place, source.line_at(place))


def _nesting_faults(tokens: Sequence[Token], source: Source) -> Iterator[Diagnostic]:
    deepest = MAX_NESTING - 1
    for token in tokens:
        if token.level >= deepest and token.map:
            yield diagnose(source, "M305", token.map[0], params={"deepest": deepest})
            return


__all__ = [
    "CLOSE",
    "OPEN",
    "Heading",
    "Link",
    "LinkKind",
    "MarkdownFile",
    "MarkdownValue",
    "Reference",
    "Spot",
    "block_uses",
    "closing",
    "find_figure",
    "headings",
    "inline_text",
    "opened_blocks",
    "parse",
    "parse_title",
    "plain",
    "raw_html",
    "read",
    "read_link",
    "read_title",
    "read_transcript",
    "read_value",
    "slug",
    "spots",
]
