"""A page of a package as a list of tags with their lines: enough to judge it, nothing is run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag. Names are lower case; an attribute without a value has ""."""

    name: str
    attributes: Mapping[str, str]
    line: int
    text: str = ""
    """What stands inside, for ``script`` and ``style`` only."""


@dataclass(frozen=True, slots=True)
class Page:
    """The tags of a page or of a piece of HTML, in their order."""

    path: str
    tags: tuple[Tag, ...]


class _Collector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes: dict[str, str] = {}
        for name, value in attrs:  # of two equal attributes browsers keep the first
            attributes.setdefault(name, value or "")
        self.tags.append(Tag(tag, attributes, self.getpos()[0]))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem and self.tags:
            last = self.tags[-1]
            self.tags[-1] = Tag(last.name, last.attributes, last.line, last.text + data)


def read_page(path: str, html: str) -> Page:
    """The tags of a page; broken HTML gives what can be made of it."""
    collector = _Collector()
    try:
        collector.feed(html)
        collector.close()
    except (AssertionError, ValueError):  # a malformed declaration: what came before still counts
        pass
    return Page(path, tuple(collector.tags))
