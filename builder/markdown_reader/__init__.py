"""Markdown text → front matter, tokens and findings.

``read`` is for a lesson, ``read_value`` for a Markdown text inside a YAML file, ``read_transcript``
for what is said in a recording. All use one parser, and everything that a learner would not see,
or would see wrongly, is a finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markdown_it.token import Token

from builder import yaml_reader
from builder.diagnostics import Diagnostic, Location, Outcome, in_order
from builder.markdown_reader.block_faults import block_faults, block_uses, opened_blocks
from builder.markdown_reader.front_matter import split
from builder.markdown_reader.heading_faults import heading_faults
from builder.markdown_reader.inline_faults import inline_faults
from builder.markdown_reader.links import Link, LinkKind, read_link
from builder.markdown_reader.parser import CLOSE, MAX_NESTING, OPEN, closing, parse, parse_title
from builder.markdown_reader.plain import Heading, headings, inline_text, plain, slug
from builder.markdown_reader.source import FileSource, Source, ValueSource, diagnose
from builder.markdown_reader.spots import Spot, spots
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
    findings: list[Diagnostic] = []
    if parts.code:
        findings.append(Diagnostic(parts.code, Location(path, 1, 1), {}, lines[0]))
    else:
        front = yaml_reader.read(parts.front, path, line_offset=1)
        findings += front.diagnostics
    body = lines[parts.body_line :]
    source = FileSource(path, body, parts.body_line + 1)
    tokens = parse("\n".join(body))
    anchors = [heading.anchor for heading in headings(tokens)]
    findings += _nesting_faults(tokens, source)
    findings += block_faults(tokens, source)
    findings += heading_faults(tokens, source)
    findings += inline_faults(tokens, source, anchors)
    references = tuple(_references(tokens, source))
    file = MarkdownFile(front.value, tokens, lines, source.offset, references)
    return Outcome(file, in_order(findings))


def read_value(
    text: str, location: Location, source_line: str = "", *, is_line: bool = False
) -> Outcome[MarkdownValue]:
    """Reads a Markdown text that stands in a YAML file at ``location``.

    ``is_line`` is for a question, an answer, a goal: those fit in one paragraph.
    """
    lines = _split_lines(text)
    source = ValueSource(lines, location, source_line)
    tokens = parse("\n".join(lines))
    findings = [
        *_nesting_faults(tokens, source),
        *inline_faults(tokens, source, ()),
        *(diagnose(source, "M602", item.line) for item in headings(tokens)),
        *(
            diagnose(source, "M601", item.line, params={"name": item.name})
            for item in opened_blocks(tokens)
        ),
    ]
    is_paragraph = [token.type for token in tokens] == [
        "paragraph_open",
        "inline",
        "paragraph_close",
    ]
    if is_line and not findings and not is_paragraph:
        findings.append(diagnose(source, "M603", 0))
    value = MarkdownValue(tokens, tuple(_references(tokens, source)))
    return Outcome(value, in_order(findings))


def read_transcript(text: str, path: str) -> Outcome[MarkdownFile]:
    """Reads what is said in a recording: plain paragraphs and lists in a file of their own."""
    lines = _split_lines(text)
    source = FileSource(path, lines)
    tokens = parse("\n".join(lines))
    findings = [
        *_nesting_faults(tokens, source),
        *inline_faults(tokens, source, ()),
        *(diagnose(source, "M611", item.line) for item in headings(tokens)),
        *(diagnose(source, "M611", item.line) for item in opened_blocks(tokens)),
    ]
    return Outcome(MarkdownFile(None, tokens, lines, source.offset), in_order(findings))


def _split_lines(text: str) -> tuple[str, ...]:
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def _references(tokens: Sequence[Token], source: Source) -> Iterator[Reference]:
    """The project's files that a text shows or links to."""
    for spot in spots(tokens, source):
        if spot.token.type in ("image", "link_open"):
            link = read_link(spot.token)
            is_usable = "\\" not in link.target and not link.target.casefold().endswith(
                (".md", ".markdown")
            )
            if link.kind is LinkKind.FILE and link.target and is_usable:
                yield Reference(
                    link.target,
                    "picture" if spot.token.type == "image" else "file",
                    source.place(spot.line, spot.column),
                    source.written(spot.line),
                )
    for use in block_uses(tokens):
        for file in use.block.files(use.use):
            column = source.written(file.line).find(file.target)
            yield Reference(
                file.target,
                file.kind,
                source.place(file.line, column if column >= 0 else None),
                source.written(file.line),
            )


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
    "headings",
    "inline_text",
    "opened_blocks",
    "parse",
    "parse_title",
    "plain",
    "raw_html",
    "read",
    "read_link",
    "read_transcript",
    "read_value",
    "slug",
    "spots",
]
