"""The first line of a block in all its forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.blocks.head import Head, HeadError, read


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (" tip", Head("tip")),
        ("tip", Head("tip")),
        (" tip Begin klein", Head("tip", "Begin klein")),
        (" tip Begin klein :::", Head("tip", "Begin klein")),
        ("tip[Begin klein]", Head("tip", "Begin klein")),
        ("tip[Begin [heel] klein]{#a}", Head("tip", "Begin [heel] klein", "a")),
        (" {tip} Begin klein", Head("tip", "Begin klein")),
        (' {.tip title="Begin klein"}', Head("tip", "Begin klein")),
        (' {.tip titel="Begin" #a x=y}', Head("tip", "Begin", "a", {"x": "y"})),
        (" reflectie {#kijk-patroon}", Head("reflectie", "", "kijk-patroon")),
        (" reflectie Even stil {#kijk}", Head("reflectie", "Even stil", "kijk")),
        (" casus Noor {initialen=N}", Head("casus", "Noor", None, {"initialen": "N"})),
        (" casus Wat zegt {naam}? En nu?", Head("casus", "Wat zegt {naam}? En nu?")),
    ],
)
def test_reads(line: str, expected: Head) -> None:
    assert read(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        " tip[open",
        ' tip {title="open',
        " {#id}",
        " {.tip",
        " tip[a] b",
        " tip {a=}",
        " [titel]",
        ' tip Begin {title="Anders"}',
    ],
)
def test_refuses(line: str) -> None:
    with pytest.raises(HeadError) as caught:
        read(line)
    assert caught.value.rest
    assert caught.value.rest in line


@given(st.text(alphabet="tip {}[]#.=\"' :%a", max_size=30))
def test_any_line_is_read_or_refused(line: str) -> None:
    try:
        head = read(line)
    except HeadError:
        return
    assert head.name
