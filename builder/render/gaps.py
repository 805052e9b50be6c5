"""The gaps in the text of a question: letters between brackets become tokens of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from markdown_it.token import Token

_MARK = re.compile(r"\[([a-z])\]")


def mark_gaps(tokens: Sequence[Token], names: Mapping[str, str]) -> Sequence[Token]:
    """``[a]`` becomes a token ``gap`` that holds its name; other letters stay as they are.

    Changes the tokens in place, as they are read anew for every page.
    """
    for token in tokens if names else ():
        token.children = list(_split(token.children, names)) if token.children else token.children
    return tokens


def _split(children: Sequence[Token], names: Mapping[str, str]) -> Iterator[Token]:
    links = 0
    for child in children:
        links += child.nesting if child.type in ("link_open", "link_close") else 0
        if child.type != "text" or links:
            yield child
            continue
        end = 0
        for mark in _MARK.finditer(child.content):
            if mark[1] in names:
                yield Token("text", "", 0, content=child.content[end : mark.start()])
                yield Token("gap", "", 0, info=mark[1], content=names[mark[1]])
                end = mark.end()
        yield Token("text", "", 0, content=child.content[end:])
