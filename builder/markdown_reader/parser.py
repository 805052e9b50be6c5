"""The set-up of markdown-it-py: GitHub's Markdown, one catch-all ``:::`` container, alerts.

Both ``::: tip`` and ``> [!TIP]`` become a pair of tokens ``container_block_open`` and
``container_block_close``; ``meta["head"]`` holds the first line, read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from builder.blocks import ALERTS, HeadError, find
from builder.blocks.head import Head
from builder.blocks.head import read as read_head
from builder.blocks.settings import LINES
from builder.markdown_reader import library_marks

OPEN = "container_block_open"
CLOSE = "container_block_close"
MAX_NESTING = 30
"""Deeper than this the parser leaves text out, so the reader reports it."""

_ALERT = re.compile(r"\[!([^\]\s]+)\][ \t]*([^\n]*)(?:\n|$)")


class _Markdown(MarkdownIt):
    """Takes every address as a link, so that the reader can report a bad one."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 (name of the library)
        return True


@cache
def _parser() -> MarkdownIt:
    options = {
        "alerts": False,
        "tasklists": False,
        "strikethrough_single_tilde": False,
        "xhtmlOut": False,
        "maxNesting": MAX_NESTING,
    }
    markdown = _Markdown("gfm-like2", options)
    if markdown.linkify is not None:
        markdown.linkify.set({"fuzzy_link": False, "fuzzy_email": False, "fuzzy_ip": False})
    container_plugin(markdown, "block", validate=lambda params, _: bool(params.strip()))
    markdown.core.ruler.after("block", "heads", _read_heads)
    library_marks.install(markdown)
    return markdown


@cache
def _title_parser() -> MarkdownIt:
    rules = ["text", "emphasis", "escape", "entity", "backticks"]
    markdown = MarkdownIt("zero").enable([rule for rule in rules if rule != "text"])
    return markdown


def parse(text: str) -> tuple[Token, ...]:
    """A text as tokens."""
    return tuple(_parser().parse(text))


def parse_title(text: str) -> tuple[Token, ...]:
    """One line as inline tokens: emphasis and code, no links, pictures or HTML."""
    return tuple(_title_parser().parseInline(text))


def _read_heads(state: StateCore) -> None:
    """Core rule between ``block`` and ``inline``: reads first lines, turns alerts into blocks."""
    for index, token in enumerate(state.tokens):
        if token.type == OPEN:
            _set_head(token)
            _set_lines(state.tokens, index)
        elif token.type == "blockquote_open":
            _read_alert(state.tokens, index)
    state.tokens[:] = [token for token in state.tokens if "dropped" not in token.meta]


def _set_head(token: Token) -> None:
    try:
        token.meta["head"] = read_head(token.info)
    except HeadError as error:
        token.meta["rest"] = error.rest


def _set_lines(tokens: list[Token], index: int) -> None:
    """Keeps the lines of a block that takes settings from being read as Markdown."""
    head = tokens[index].meta.get("head")
    block = find(head.name) if head else None
    if block and block.takes_settings:
        for token in tokens[index : closing(tokens, index)]:
            if token.type == "inline":
                token.type = LINES


def _read_alert(tokens: list[Token], index: int) -> None:
    """``> [!TIP] Title`` with the lines below it as a block; other quotations stay as they are."""
    if [token.type for token in tokens[index + 1 : index + 3]] != ["paragraph_open", "inline"]:
        return
    inline = tokens[index + 2]
    found = _ALERT.match(inline.content)
    if found is None:
        return
    opening, ending = tokens[index], tokens[closing(tokens, index)]
    opening.type, ending.type = OPEN, CLOSE
    opening.meta["alert"] = True
    kind = found[1]
    opening.meta["head"] = Head(ALERTS.get(kind.casefold(), kind), found[2].strip())
    inline.content = inline.content[found.end() :]
    if inline.content.strip():
        if inline.map:
            inline.map = [inline.map[0] + 1, inline.map[1]]
    else:
        for token in tokens[index + 1 : index + 4]:
            token.meta["dropped"] = True


def closing(tokens: Sequence[Token], index: int) -> int:
    """The index of the token that closes the one at ``index``."""
    depth = 0
    for position in range(index, len(tokens)):
        depth += tokens[position].nesting
        if depth == 0:
            return position
    raise ValueError("tokens are not balanced")
