"""Marks for the library: what is one, what is not, and what is read of it."""

from __future__ import annotations

import pytest

from builder.markdown_reader import parse, plain
from builder.markdown_reader.library_marks import (
    Mark,
    MarkKind,
    is_readable,
    mark_of,
    may_hold_marks,
    replace_marks,
)


def marks(text: str) -> list[Mark]:
    children = (child for token in parse(text) for child in token.children or ())
    return [mark for child in children if (mark := mark_of(child))]


@pytest.mark.parametrize(
    ("text", "kind", "target", "words"),
    [
        ("{{a-b.113.c-d}}", MarkKind.CELL, "a-b.113.c-d", ""),
        ("[@rivm-2024]", MarkKind.CITE, "rivm-2024", ""),
        ("[[ welbevinden ]]", MarkKind.TERM, "welbevinden", ""),
        ("[[welbevinden|hoe je\nje voelt]]", MarkKind.TERM, "welbevinden", "hoe je je voelt"),
    ],
)
def test_a_mark_is_read(text: str, kind: MarkKind, target: str, words: str) -> None:
    (mark,) = marks(f"Eerst *dit* {text}, dan dat.")
    assert (mark.kind, mark.target, mark.words) == (kind, target, words)
    assert mark.written == text
    assert is_readable(mark)
    assert may_hold_marks(text)


@pytest.mark.parametrize(
    "text",
    [
        "`{{a.b.c}}` en ``[@a]`` en `[[b]]`",
        r"\{{aa.b.cc}} en \[@aa] en \[[bb]]",
        "[[woord](https://voorbeeld.nl)]",
        "[[TOC]]",
        "een {accolade} en [haak]",
    ],
)
def test_what_is_code_or_escaped_or_something_else_is_no_mark(text: str) -> None:
    assert marks(text) == []


@pytest.mark.parametrize("text", ["{{lijnen.113", "[@rivm en", "[[welbevinden] en", "{{a}b}}"])
def test_an_opening_that_nothing_closes_is_known(text: str) -> None:
    (mark,) = marks(text)
    assert mark.target == ""
    assert not is_readable(mark)


def test_plain_text_has_the_words_of_a_term_and_no_sources() -> None:
    text = "Dit is [[welbevinden|je welbevinden]] [@rivm-2024]. Bel {{a.b.c|0800-0113}}."
    assert plain(parse(text)) == "Dit is je welbevinden. Bel 0800-0113."


def test_marks_are_replaced_but_not_in_code() -> None:
    text = r"{{aa.b.cc}} `{{aa.b.cc}}` \{{aa.b.cc}} [@bron] ``x`{{aa.b.cc}}`` [[term]]"
    written = {"{{aa.b.cc}}": "113", "[[term]]": "[[term|een term]]"}
    assert replace_marks(text, written) == (
        r"113 `{{aa.b.cc}}` \{{aa.b.cc}} [@bron] ``x`{{aa.b.cc}}`` [[term|een term]]"
    )
