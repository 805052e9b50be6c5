"""Captions: what a browser would show, and everything that it would drop or nobody could read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.media.captions import Cue, read_captions, share_of_words
from tests.media_samples import CAPTIONS


def faults(text: str) -> dict[str, tuple[int, ...]]:
    return {fault.code: fault.lines for fault in read_captions(text).faults}


def test_cues() -> None:
    read = read_captions(CAPTIONS)
    assert read.cues == (
        Cue(3, 0, 2000, "Dag Noor."),
        Cue(6, 2500, 5000, "Fijn dat je er bent."),
    )
    assert read.faults == ()


def test_everything_that_the_format_allows() -> None:
    text = (
        "\ufeffWEBVTT - Gesprek\nKind: captions\nLanguage: nl\n\n\nSTYLE\n::cue { color: red }\n\n"
        "NOTE een\ntwee\n\n1\n100:00:00.000 --> 100:00:04.500 align:start line:0\n"
        "<v Noor>Hallo &amp; <i>dag</i></v>\ntweede regel"
    )
    read = read_captions(text)
    assert read.faults == ()
    hour = 100 * 3600 * 1000
    assert read.cues == (Cue(13, hour, hour + 4500, "Hallo & dag tweede regel"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {"A311": (1,), "A318": (1,)}),
        ("WEBVTT", {"A318": (1,)}),
        ("WEBVTT\n\nNOTE niets\n", {"A318": (1,)}),
        ("webvtt\n\n00:01.000 --> 00:02.000\na\n", {"A311": (1,)}),
        ("1\n00:00:01,000 --> 00:00:02,000\na\n", {"A311": (1,), "A312": (2,)}),
        ("WEBVTT\n\n0:01.000 --> 00:02.000\na\n", {"A312": (3,)}),
        ("WEBVTT\n\n00:01.000 -->\na\n", {"A312": (3,)}),
        ("WEBVTT\n\n00:61.000 --> 00:62.000\na\n", {"A312": (3,)}),
        ("WEBVTT\n\n00:02.000 --> 00:02.000\na\n", {"A313": (3,)}),
        ("WEBVTT\n\n00:03.000 --> 00:02.000\na\n", {"A313": (3,)}),
        (
            "WEBVTT\n\n00:03.000 --> 00:04.000\na\n\n00:01.000 --> 00:02.000\nb\n",
            {"A314": (6,)},
        ),
        (
            "WEBVTT\n\n00:01.000 --> 00:04.000\na\n\n00:03.999 --> 00:05.000\nb\n\n"
            "00:04.500 --> 00:06.000\nc\n",
            {"A315": (6, 9)},
        ),
        ("WEBVTT\n\n00:01.000 --> 00:04.000\n\n", {"A316": (3,)}),
        ("WEBVTT\n\n00:01.000 --> 00:04.000\n<i> </i>&nbsp;\n", {"A316": (3,)}),
        ("WEBVTT\n\n00:01.000 --> 00:04.000\na\n\nverdwaald\n", {"A319": (6,)}),
        (
            "WEBVTT\n\n00:01.000 --> 00:02.000\na\n00:03.000 --> 00:04.000\nb\n",
            {"A318": (1,), "A320": (5,)},
        ),
        ("WEBVTT\n\na\nb\n00:01.000 --> 00:02.000\nc\n", {"A318": (1,), "A320": (5,)}),
    ],
)
def test_faults(text: str, expected: dict[str, tuple[int, ...]]) -> None:
    assert faults(text) == expected


def test_one_caption_right_after_another_is_fine() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\na\n\n00:02.000 --> 00:03.000\nb\n"
    assert faults(text) == {}


def test_reading_speed() -> None:
    assert not Cue(1, 0, 1000, "a" * 20).is_too_fast
    assert Cue(1, 0, 1000, "a" * 21).is_too_fast
    assert Cue(1, 500, 1000, "a" * 11).is_too_fast


@pytest.mark.parametrize(
    ("told", "share"),
    [
        ("dag NOOR, fijn dat je er bent!", 1.0),
        ("Dag.", 1 / 6),
        ("", 0.0),
        ("dag dag dag dag dag dag", 1 / 6),
    ],
)
def test_words_that_come_back(told: str, share: float) -> None:
    spoken = ["Dag Noor.", "Fijn dat je er…"]
    assert share_of_words(spoken, told) == pytest.approx(share)


def test_no_words_are_all_there() -> None:
    assert share_of_words([], "") == 1.0


@given(st.text(alphabet="WEBVTT 0123456789:.->\n<i>&", max_size=120))
def test_no_text_leads_to_an_exception(text: str) -> None:
    read = read_captions(text)
    assert read.cues or read.faults
