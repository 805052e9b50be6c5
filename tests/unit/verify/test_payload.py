"""Reading course.js back."""

from __future__ import annotations

import pytest

from builder.verify.payload import read_payload
from tests.packages.sample import course_script, render_sample


def test_payload_of_ours() -> None:
    payload = read_payload(course_script(render_sample().course.course.file).encode())
    assert payload is not None
    assert (payload.course_id, payload.title, payload.version) == (
        "kort-en-goed",
        "Kort & één",
        "1.2.0",
    )
    assert (payload.mastery_score, payload.lessons, payload.questions) == (75, 2, 1)
    assert payload.html == ("<p>Ja.</p>", "<p>Ja.</p>")


@pytest.mark.parametrize(
    "script",
    [
        None,
        b"",
        b"var x = 1;",
        b"window.LESBOUWER_COURSE = ",
        b"window.LESBOUWER_COURSE = null;",
        b"window.LESBOUWER_COURSE = [];",
        b'window.LESBOUWER_COURSE = {"course": {}};',
        b"window.LESBOUWER_COURSE = " + b"[" * 100_000,
        b'window.LESBOUWER_COURSE = {"course": {"id": 1, "title": 1, "version": 1}, "pages": 3,'
        b' "masteryScore": "x", "questions": 4};',
        b"\xff\xfe",
    ],
)
def test_script_that_is_not_ours(script: bytes | None) -> None:
    assert read_payload(script) is None
