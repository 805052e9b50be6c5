"""Faults of links and pictures, and of text that was meant as one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches

from markdown_it.token import Token

from builder.diagnostics import Diagnostic
from builder.markdown_reader.links import LinkKind, find_figure, read_link
from builder.markdown_reader.plain import inline_text
from builder.markdown_reader.source import Source, diagnose
from builder.markdown_reader.spots import Spot

_LEFTOVER = re.compile(r"^\{[^{}\n]*\}")
_HEADING_LEFTOVER = re.compile(r"\{[#.][^{}\n]*\}$")
_ATTRIBUTES = re.compile(r"\{[.:][^{}\n]*\}$|^\{:[^{}\n]*\}")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_ADDRESS = r"(?:les:|lesson:|https?:|www\.|mailto:|tel:|\.{0,2}/|media/)"
_NEARLY_LINK = re.compile(
    rf"\[[^\[\]]+\]\s+\((?:$|{_ADDRESS})[^)\s]*\)?"
    r"|\[[^\[\]]+\]\[[^\[\]]*\]"
    rf"|\([^()\n]+\)\[(?:$|{_ADDRESS})[^\]\s]*\]?"
    rf"|\[[^\[\]]+\]\((?:$|{_ADDRESS})[^)\s]*$"
)
_SPACED_ADDRESS = re.compile(
    rf"!?\[[^\[\]]*\]\(\s*((?:{_ADDRESS}|[^\[\]\n]*\.[a-z0-9]{{2,4}}\b)[^\[\]\n]*)\)", re.IGNORECASE
)
_TITLED = re.compile(r"(\S+)\s+[“”‘’'\"].*")
_BARE = re.compile(
    r"(?<![\w@/.:])(?:www\.[^\s<>()\[\]]+\.[^\s<>()\[\],;]{2,}|(?:les|lesson|tel):[a-z0-9+][\w-]*)"
)
_PICTURE_ENDING = re.compile(r"\.(?:gif|jpe?g|png|svg|webp)$", re.IGNORECASE)
_NO_PICTURE = frozenset({LinkKind.HEADING, LinkKind.PAGE, LinkKind.CONTACT})


def link_faults(
    tokens: Sequence[Token],
    inside: Sequence[Spot],
    source: Source,
    anchors: Collection[str],
    *,
    has_captions: bool = True,
) -> Iterator[Diagnostic]:
    """All faults of links; ``anchors`` are the headings that ``#…`` links may go to.

    ``has_captions`` is false where a page shows one line without a frame around it.
    """
    figures = {
        id(find_figure(tokens[index + 1]))
        for index, token in enumerate(tokens)
        if has_captions and token.type == "paragraph_open" and not token.hidden
    }
    for spot in inside:
        token = spot.token
        if token.type in ("link_open", "image"):
            yield from _link_faults(spot, source, anchors)
            yield from _title_faults(spot, source, is_figure=id(token) in figures)
        elif token.type == "text":
            yield from _text_faults(spot, source)


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
        params: dict[str, str | int] = {
            "target": link.target,
            "suggestion": f" (did you mean #{close[0]}?)" if close else "",
        }
        if anchors:
            params["known"] = ", ".join(f"#{anchor}" for anchor in anchors)
        yield found("M506", **params)
    if not is_picture and not _has_words(spot):
        yield found("M503")


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


def _title_faults(spot: Spot, source: Source, *, is_figure: bool) -> Iterator[Diagnostic]:
    """Words behind an address are shown as the caption of a picture that stands alone."""
    title = str(spot.token.attrGet("title") or "")
    if title and not is_figure:
        yield diagnose(source, "M523", spot.line, spot.column, {"text": _short(title)})


def _text_faults(spot: Spot, source: Source) -> Iterator[Diagnostic]:
    text = spot.token.content
    escaped = spot.token.meta.get("escaped", frozenset())

    def found(code: str, offset: int, **params: str | int) -> Diagnostic:
        return diagnose(source, code, spot.line, spot.column_of(offset), params)

    leftover = _find_leftover(spot)
    if leftover and leftover.start() not in escaped:
        yield found("M504", leftover.start(), text=leftover[0])
    for footnote in _FOOTNOTE.finditer(text):
        if footnote.start() not in escaped:
            yield found("M508", footnote.start(), text=footnote[0])
    known: list[re.Match[str]] = []
    for one in _SPACED_ADDRESS.finditer(text):
        if one.start() not in escaped:
            known.append(one)
            yield found("M514", one.start(), **_propose_address(one))
    for nearly in _NEARLY_LINK.finditer(text):
        is_note = nearly[0].startswith("[^")
        is_cut_off = nearly[0][-1] in "([" and not _precedes_bare_address(spot)
        if is_note or is_cut_off:
            continue
        if nearly.start() not in escaped and not _is_within(nearly, known):
            known.append(nearly)
            yield _nearly_fault(spot, source, nearly)
    for bare in _BARE.finditer(text):
        if not (spot.is_in_link or _is_within(bare, known)):
            yield found("M515", bare.start(), **_propose_link(bare[0].rstrip(".")))
    if _is_nearly_picture(spot):
        yield found("M510", len(text.rstrip()) - 1, text="! [")


def _precedes_bare_address(spot: Spot) -> bool:
    following = spot.children[spot.index + 1 : spot.index + 2]
    return bool(following) and following[0].markup == "linkify"


def _is_within(found: re.Match[str], others: Sequence[re.Match[str]]) -> bool:
    return any(one.start() <= found.start() < one.end() for one in others)


def _nearly_fault(spot: Spot, source: Source, nearly: re.Match[str]) -> Diagnostic:
    """A text ends where a whole address in it became a link; the line itself shows all of it."""
    column = spot.column_of(nearly.start())
    line = source.lines[spot.line][column:] if spot.line < len(source.lines) else ""
    is_cut = nearly[0].endswith(("(", "["))
    spaced = _SPACED_ADDRESS.match(line) if is_cut else None
    if spaced and " " in spaced[1].strip():
        return diagnose(source, "M514", spot.line, column, _propose_address(spaced))
    whole = re.match(r".*?[(\[]\S*", line) if is_cut else None
    text = _short(whole[0] if whole else nearly[0])
    return diagnose(source, "M510", spot.line, column, {"text": text})


def _find_leftover(spot: Spot) -> re.Match[str] | None:
    """Braces of other programs: behind a picture or link, a heading or a paragraph."""
    text = spot.token.content
    if spot.before in ("image", "link_close") and (found := _LEFTOVER.match(text)):
        return found
    if spot.parent_type == "heading_open":
        return _HEADING_LEFTOVER.search(text)
    is_last = spot.index == len(spot.children) - 1
    return _ATTRIBUTES.search(text) if is_last else None


def _propose_address(found: re.Match[str]) -> dict[str, str | int]:
    address = found[1].strip()
    titled = _TITLED.fullmatch(address)
    write = f'({titled[1]} "…")' if titled else f"(<{address}>)"
    if re.match(r"\w+:", address):
        scheme, _, rest = address.partition(":")
        write = f"({scheme}:{rest.strip().replace(' ', '%20')})"
    return {"text": _short(found[0]), "write": write}


def _propose_link(text: str) -> dict[str, str | int]:
    address = f"https://{text}" if text.startswith("www.") else text
    return {"text": text, "write": f"[…]({address})"}


def _is_nearly_picture(spot: Spot) -> bool:
    """``! [words](picture.png)``: a space makes a link of the picture."""
    following = spot.children[spot.index + 1 : spot.index + 2]
    if not following or following[0].type != "link_open":
        return False
    is_picture = _PICTURE_ENDING.search(read_link(following[0]).target) is not None
    return is_picture and re.search(r"(?:^|\s)! ?$", spot.token.content) is not None


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
