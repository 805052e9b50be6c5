"""Faults inside paragraphs: links, pictures, raw HTML, marks that stay behind as text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches

from markdown_it.token import Token

from builder.diagnostics import Diagnostic
from builder.markdown_reader import raw_html
from builder.markdown_reader.links import LinkKind, read_link
from builder.markdown_reader.plain import inline_text
from builder.markdown_reader.source import Source, diagnose
from builder.markdown_reader.spots import Spot, spots

_LEFTOVER = re.compile(r"^\{[^{}\n]*\}")
_HEADING_LEFTOVER = re.compile(r"\{[#.][^{}\n]*\}$")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CHECKBOX = re.compile(r"^\[[ xX]\]\s")
_NEARLY_LINK = re.compile(
    r"\[[^\[\]]+\]\s+\((?:$|les:|lesson:|https?:|\.{0,2}/|media/)[^)\s]*\)?"
    r"|\[[^\[\]]+\]\[[^\[\]]*\]"
)


_BULLET = re.compile(r"\s*([•◦▪▫‣⁃●○■□·])\s")  # noqa: RUF001


def inline_faults(
    tokens: Sequence[Token], source: Source, anchors: Collection[str]
) -> Iterator[Diagnostic]:
    """All faults inside paragraphs; ``anchors`` are the headings that ``#…`` links may go to."""
    list_items = _first_paragraphs_of_items(tokens)
    for spot in spots(tokens, source):
        token = spot.token
        if token.type in ("link_open", "image"):
            yield from _link_faults(spot, source, anchors)
        elif token.type == "text":
            yield from _text_faults(spot, source, id(spot.children) in list_items)
    yield from _html_faults(tokens, source)


def _link_faults(spot: Spot, source: Source, anchors: Collection[str]) -> Iterator[Diagnostic]:
    is_picture = spot.token.type == "image"
    link = read_link(spot.token)

    def found(code: str, **params: str | int) -> Diagnostic:
        return diagnose(source, code, spot.line, spot.column, params)

    if not link.address:
        yield found("M502")
    elif link.kind is LinkKind.REFUSED or (is_picture and link.kind in _NO_PICTURE):
        yield found("M501", target=_short(link.address))
    elif "\\" in link.target:
        yield found("M509", target=link.target, right=link.target.replace("\\", "/"))
    elif link.kind is LinkKind.FILE and link.target.casefold().endswith((".md", ".markdown")):
        example = re.sub(r"^\d+-", "", link.target.rpartition("/")[2].rpartition(".")[0])
        yield found("M505", target=link.target, example=example)
    elif link.kind is LinkKind.HEADING and link.target not in anchors:
        close = get_close_matches(link.target, list(anchors), n=1, cutoff=0.6)
        yield found(
            "M506",
            target=link.target,
            suggestion=f" (did you mean #{close[0]}?)" if close else "",
            known=", ".join(f"#{anchor}" for anchor in anchors) or "-",
        )
    if not is_picture and not _has_words(spot):
        yield found("M503")


_NO_PICTURE = frozenset({LinkKind.HEADING, LinkKind.PAGE, LinkKind.CONTACT})


def _has_words(spot: Spot) -> bool:
    depth = 0
    for position in range(spot.index, len(spot.children)):
        child = spot.children[position]
        depth += child.nesting
        if depth == 0:
            return False
        if child.content.strip() or (child.type == "image" and inline_text(child)):
            return True
    return False


def _text_faults(spot: Spot, source: Source, in_item: bool) -> Iterator[Diagnostic]:
    text = spot.token.content
    before = spot.children[spot.index - 1].type if spot.index else ""
    leftover = _LEFTOVER.match(text) if before in ("image", "link_close") else None
    if spot.parent_type == "heading_open":
        leftover = leftover or _HEADING_LEFTOVER.search(text)
    if leftover:
        column = spot.column + leftover.start()
        yield diagnose(source, "M504", spot.line, column, {"text": leftover[0]})
    bullet = _BULLET.match(text) if before in ("", "softbreak", "hardbreak") else None
    if bullet:
        column = spot.column + bullet.start(1)
        yield diagnose(source, "M511", spot.line, column, {"sign": bullet[1]})
    for footnote in _FOOTNOTE.finditer(text):
        column = spot.column + footnote.start()
        yield diagnose(source, "M508", spot.line, column, {"text": footnote[0]})
    if in_item and spot.index == 0 and _CHECKBOX.match(text):
        yield diagnose(source, "M507", spot.line, spot.column)
    for nearly in _NEARLY_LINK.finditer(text):
        if not nearly[0].startswith("[^"):
            column = spot.column + nearly.start()
            yield diagnose(source, "M510", spot.line, column, {"text": _short(nearly[0])})


def _first_paragraphs_of_items(tokens: Sequence[Token]) -> frozenset[int]:
    """Identities of the inline children that start a list item."""
    return frozenset(
        id(tokens[index + 2].children)
        for index, token in enumerate(tokens[:-2])
        if token.type == "list_item_open" and tokens[index + 2].type == "inline"
    )


def _html_faults(tokens: Sequence[Token], source: Source) -> Iterator[Diagnostic]:
    for token in tokens:
        if token.type == "html_block":
            yield from _html_block_faults(token, source)
    open_elements: list[Spot] = []
    children: Sequence[Token] | None = None
    refused: set[str] = set()
    for spot in spots(tokens, source):
        if spot.children is not children:
            yield from _left_open(open_elements, source)
            open_elements, children, refused = [], spot.children, set()
        if spot.token.type != "html_inline":
            continue
        for markup in raw_html.scan(spot.token.content):
            for fault in raw_html.faults(markup, refused):
                yield diagnose(source, fault.code, spot.line, spot.column, fault.params)
            if markup.name not in raw_html.ALLOWED or markup.name in raw_html.VOID:
                continue
            if markup.kind == "start":
                open_elements.append(spot)
            elif open_elements and _element(open_elements[-1]) == markup.name:
                open_elements.pop()
            else:
                params: dict[str, str | int] = {"element": markup.name}
                yield diagnose(source, "M403", spot.line, spot.column, params)
    yield from _left_open(open_elements, source)


def _left_open(open_elements: Sequence[Spot], source: Source) -> Iterator[Diagnostic]:
    for spot in open_elements:
        params: dict[str, str | int] = {"element": _element(spot)}
        yield diagnose(source, "M403", spot.line, spot.column, params)


def _element(spot: Spot) -> str:
    return next((markup.name for markup in raw_html.scan(spot.token.content)), "")


def _html_block_faults(token: Token, source: Source) -> Iterator[Diagnostic]:
    """A block of raw HTML may hold comments only: Markdown inside it would not be read."""
    first_line = token.map[0] if token.map else 0
    is_reported = False
    refused: set[str] = set()
    for markup in raw_html.scan(token.content):
        line, column = _position(token.content, markup.at)
        for fault in raw_html.faults(markup, refused):
            is_reported = True
            yield diagnose(source, fault.code, first_line + line, column, fault.params)
    rest = _COMMENT.sub(lambda found: re.sub(r"\S", " ", found[0]), token.content)
    if rest.strip() and not is_reported:
        line, column = _position(rest, len(rest) - len(rest.lstrip()))
        yield diagnose(source, "M405", first_line + line, column)


def _position(text: str, at: int) -> tuple[int, int]:
    before = text[:at]
    return before.count("\n"), at - (before.rfind("\n") + 1)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
