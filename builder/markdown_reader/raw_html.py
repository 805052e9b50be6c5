"""The few HTML elements that an author may write in Markdown, and faults of all others."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

ALLOWED = {
    "abbr": frozenset({"title"}),
    "b": frozenset[str](),
    "bdi": frozenset[str](),
    "br": frozenset[str](),
    "cite": frozenset[str](),
    "dfn": frozenset[str](),
    "em": frozenset[str](),
    "i": frozenset[str](),
    "kbd": frozenset[str](),
    "mark": frozenset[str](),
    "q": frozenset[str](),
    "s": frozenset[str](),
    "small": frozenset[str](),
    "span": frozenset[str](),
    "strong": frozenset[str](),
    "sub": frozenset[str](),
    "sup": frozenset[str](),
    "u": frozenset[str](),
    "var": frozenset[str](),
    "wbr": frozenset[str](),
}
"""Element → its attributes, next to those of ``EVERYWHERE``."""

WRITTEN_IN_WORDS = rf"</?(?:{'|'.join(sorted({*ALLOWED, 'a', 'font', 'img', 'p'}))})\b[^<>]*>"
"""Pattern of HTML where none is read; other words between < and > are words."""

EVERYWHERE = frozenset({"dir", "lang"})
VOID = frozenset({"br", "wbr"})

_MARKUP = re.compile(
    r"<!--(?P<comment>.*?)(?P<comment_end>-->|\Z)"
    r"|<(?P<slash>/?)(?P<name>[A-Za-z][\w:.-]*)"
    r"(?P<attributes>(?:\s+[^\s\"'<>/=]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?)*)"
    r"\s*/?(?P<end>>?)"
    r"|<(?P<other>[!?])[^>]*>?",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"\s+([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of raw HTML: an element's start or end, a comment, or something else (``<!…>``).

    ``at`` is the position in the text; ``is_complete`` is false when its end is missing, or when a
    comment runs on to the end of the next one.
    """

    kind: str
    at: int
    name: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    is_complete: bool = True


@dataclass(frozen=True, slots=True)
class HtmlFault:
    """A fault in raw HTML: ``at`` is the position in the text."""

    code: str
    at: int
    params: dict[str, str | int]


def scan(text: str) -> Iterator[Markup]:
    """All markup in a text, in order."""
    for found in _MARKUP.finditer(text):
        if found["comment"] is not None:
            is_complete = bool(found["comment_end"]) and "<!--" not in found["comment"]
            yield Markup("comment", found.start(), is_complete=is_complete)
        elif found["other"]:
            yield Markup("other", found.start(), name=found["other"])
        else:
            attributes = tuple(
                (name.lower(), html.unescape(double or single or bare))
                for name, double, single, bare in _ATTRIBUTE.findall(found["attributes"])
            )
            kind = "end" if found["slash"] else "start"
            name, is_complete = found["name"].lower(), bool(found["end"])
            yield Markup(kind, found.start(), name, attributes, is_complete)


def faults(markup: Markup, refused: set[str]) -> Iterator[HtmlFault]:
    """What is wrong with one piece by itself.

    ``refused`` collects elements that are not allowed, so that their end is not reported again.
    """
    if markup.kind == "comment":
        if not markup.is_complete:
            yield HtmlFault("M404", markup.at, {})
        return
    if markup.kind == "other" or markup.name not in ALLOWED:
        if markup.kind == "end" and markup.name in refused:
            return
        refused.add(markup.name)
        params: dict[str, str | int] = {
            "element": markup.name,
            "allowed": ", ".join(sorted(ALLOWED)),
        }
        yield HtmlFault("M401", markup.at, params)
        return
    if not markup.is_complete:
        yield HtmlFault("M403", markup.at, {"element": markup.name})
    allowed = ALLOWED[markup.name] | EVERYWHERE
    for attribute, _ in markup.attributes:
        if attribute not in allowed:
            names = ", ".join(sorted(allowed))
            yield HtmlFault(
                "M402",
                markup.at,
                {"attribute": attribute, "element": markup.name, "allowed": names},
            )


def emit(markup: Markup) -> str:
    """An allowed piece as clean HTML; comments and everything else become nothing."""
    if markup.kind not in ("start", "end") or markup.name not in ALLOWED:
        return ""
    if markup.kind == "end":
        return "" if markup.name in VOID else f"</{markup.name}>"
    allowed = ALLOWED[markup.name] | EVERYWHERE
    attributes = "".join(
        f' {name}="{html.escape(value)}"' for name, value in markup.attributes if name in allowed
    )
    return f"<{markup.name}{attributes}>"
