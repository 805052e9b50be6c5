"""The first line of a block: the name, a title and extras between braces, in any of these forms.

``tip Title``, ``tip[Title]{#id}``, ``{tip} Title``, ``{.tip title="Title"}``
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from mdit_py_plugins.attrs.parse import ParseError, parse

_NAME = re.compile(r"[^\s\[\]{}]+")
_BRACED_NAME = re.compile(r"\{\s*([A-Za-z][\w-]*)\s*\}")
_TRAILING_COLONS = re.compile(r"\s+:{3,}\s*$")
_TRAILING_EXTRAS = re.compile(r"(?:^|\s)(\{[^{}]*\}?)$|(\{[#.][^{}]*\}?|\{[\w-]+=[^{}]*\}?)$")
_TITLE_KEYS = ("title", "titel")


@dataclass(frozen=True, slots=True)
class Head:
    """A first line, read: ``name`` as the author wrote it, ``title`` as Markdown (or "")."""

    name: str
    title: str = ""
    id: str | None = None
    extras: Mapping[str, str] = field(default_factory=dict)


class HeadError(ValueError):
    """The line cannot be read; ``rest`` is the part where reading stopped."""

    def __init__(self, rest: str) -> None:
        super().__init__(rest)
        self.rest = rest


def read(line: str) -> Head:
    """Reads what follows the colons.

    Raises ``HeadError`` when braces or brackets do not match, or when there are two titles.
    """
    text = _TRAILING_COLONS.sub("", line).strip()
    braced = _BRACED_NAME.match(text)
    if braced:
        return _finish(braced[1], text[braced.end() :].strip(), {})
    if text.startswith("{"):
        attributes, rest = _attributes(text)
        name, _, others = attributes.pop("class", "").partition(" ")
        if not name:
            raise HeadError(text)
        if others:
            attributes["class"] = others
        return _finish(name, rest, attributes)
    name_match = _NAME.match(text)
    if name_match is None:
        raise HeadError(text)
    return _finish(name_match[0], text[name_match.end() :].strip(), {})


def _finish(name: str, rest: str, attributes: dict[str, str]) -> Head:
    title = rest
    if rest.startswith("["):
        end = rest.rfind("]")
        if end < 0:
            raise HeadError(rest)
        title, rest = rest[1:end].strip(), rest[end + 1 :].strip()
        if rest:
            more, leftover = _attributes(rest)
            if leftover:
                raise HeadError(leftover)
            attributes = {**attributes, **more}
    else:
        found = _TRAILING_EXTRAS.search(rest)
        if found:
            start = found.start(1) if found[1] else found.start(2)
            more, leftover = _attributes(rest[start:])
            if leftover:
                raise HeadError(rest[start:])
            attributes = {**attributes, **more}
            title = rest[:start].strip()
    for key in _TITLE_KEYS:
        if title and key in attributes:
            raise HeadError(f"{key}=")
        title = title or attributes.pop(key, "")
    own_id = attributes.pop("id", None)
    return Head(name=name, title=title, id=own_id, extras=attributes)


def _attributes(text: str) -> tuple[dict[str, str], str]:
    if not text.startswith("{"):
        raise HeadError(text)
    try:
        end, attributes = parse(text)
    except ParseError as error:
        raise HeadError(text[error.pos :] or text) from error
    return attributes, text[end + 1 :].strip()
