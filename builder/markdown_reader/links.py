"""What the address of a link or picture means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from urllib.parse import unquote

from markdown_it.token import Token

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_PAGE_SCHEMES = frozenset({"les", "lesson"})


class LinkKind(Enum):
    """Where a link goes."""

    PAGE = "page"
    """A lesson or quiz of this course, by its id: ``les:twee-lijnen``."""
    HEADING = "heading"
    """A heading of the same lesson: ``#vier-situaties``."""
    FILE = "file"
    """A file of the project, by its path from the lesson."""
    OUTSIDE = "outside"
    """A page on the web."""
    CONTACT = "contact"
    """An e-mail address or telephone number."""
    REFUSED = "refused"
    """Anything else: ``javascript:``, ``file:``, ``data:``, ``//host``."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address, understood. ``target`` is the id, anchor or path without its decoration."""

    kind: LinkKind
    address: str
    target: str


def read_link(token: Token) -> Link:
    """The address of a ``link_open`` or ``image`` token."""
    address = str(token.attrGet("src" if token.type == "image" else "href") or "").strip()
    return understand(address)


def understand(address: str) -> Link:
    """An address as it stands in a token, percent-encoded."""
    scheme = _SCHEME.match(address)
    if scheme:
        name, rest = scheme[1].lower(), address[scheme.end() :]
        if name in _PAGE_SCHEMES:
            return Link(LinkKind.PAGE, address, unquote(rest))
        if name in ("http", "https") and rest.strip("/"):
            return Link(LinkKind.OUTSIDE, address, address)
        if name in ("mailto", "tel") and rest:
            return Link(LinkKind.CONTACT, address, address)
        return Link(LinkKind.REFUSED, address, address)
    if address.startswith(("//", "\\\\", "%5C%5C")):
        return Link(LinkKind.REFUSED, address, address)
    if address.startswith("#"):
        return Link(LinkKind.HEADING, address, unquote(address[1:]))
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    return Link(LinkKind.FILE, address, unquote(path))


def find_figure(inline: Token) -> Token | None:
    """The picture, when a paragraph holds nothing else and it has a title: then that is shown."""
    children = [child for child in inline.children or () if child.content or child.nesting]
    if len(children) == 1 and children[0].type == "image" and children[0].attrGet("title"):
        return children[0]
    return None
