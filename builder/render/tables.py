"""Tables of Markdown made accessible: a line above one is its caption, an empty corner names rows.

``Tabel: …`` (or ``Table: …``) alone in the paragraph right above a table becomes its caption. When
the first cell of the head is empty, the first cell of each row is the head of that row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from builder.markdown_reader import closing, inline_text

_CAPTION = re.compile(r"(?:Tabel|Table):\s+(?=\S)")
_PARAGRAPH = ["paragraph_open", "inline", "paragraph_close"]


def arrange(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with every table as it is written; those that are given stay as they are.

    ``meta`` of a table holds ``caption`` (its words or ""), that of a head of a row ``scope``.
    """
    made: list[Token] = []
    index = 0
    while index < len(tokens):
        if tokens[index].type != "table_open":
            made.append(tokens[index])
            index += 1
            continue
        end = closing(tokens, index)
        caption = _take_caption(made)
        words = inline_text(caption[1]) if caption else ""
        made.append(tokens[index].copy(meta={"caption": words}))
        made += caption
        made += _name_rows(tokens[index + 1 : end])
        made.append(tokens[end])
        index = end + 1
    return made


def _take_caption(before: list[Token]) -> list[Token]:
    """Removes a caption from the end of what stands before a table, and returns it as one."""
    last = before[-3:]
    if [token.type for token in last] != _PARAGRAPH:
        return []
    children = last[1].children or []
    found = _CAPTION.match(children[0].content) if children and children[0].type == "text" else None
    if found is None:
        return []
    first = children[0].copy(content=children[0].content[found.end() :])
    del before[-3:]
    return [
        Token("caption_open", "caption", 1),
        last[1].copy(children=[first, *children[1:]]),
        Token("caption_close", "caption", -1),
    ]


def _name_rows(inner: Sequence[Token]) -> list[Token]:
    corner = next((index for index, one in enumerate(inner) if one.type == "th_open"), None)
    if corner is None or inner[corner + 1].content.strip():
        return list(inner)
    made: list[Token] = []
    is_first = False
    for index, token in enumerate(inner):
        if token.type == "tr_open":
            is_first = True
        if is_first and token.type in ("th_open", "th_close") and index in (corner, corner + 2):
            made.append(token.copy(type=token.type.replace("th", "td"), tag="td"))
        elif is_first and token.type in ("td_open", "td_close"):
            kind = token.type.replace("td", "th")
            made.append(token.copy(type=kind, tag="th", meta={"scope": "row"}))
        else:
            made.append(token)
        if token.type in ("th_close", "td_close"):
            is_first = False
    return made
