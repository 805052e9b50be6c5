"""What a standard asks of a course."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.codes import CODES
from builder.course import Media
from builder.targets import check, plan
from tests.packages.sample import render_sample


@pytest.mark.conformance(12)
@pytest.mark.parametrize("target", ["scorm12", "scorm2004", "scorm2004-3"])
def test_title_of_zero(target: str) -> None:
    outcome = plan(target, render_sample(title="0"))
    (found,) = outcome.diagnostics
    assert outcome.value is None
    assert (found.code, str(found.location)) == ("P101", "courses/kort-en-goed/course.yaml:3")


@pytest.mark.conformance(45)
@pytest.mark.parametrize(
    ("target", "length", "fits"),
    [
        ("scorm12", 4000, True),
        ("scorm12", 4001, False),
        ("scorm2004", 20_000, True),
        ("scorm2004", 20_001, False),
        ("scorm2004-3", 20_001, False),
    ],
)
def test_state_that_does_not_fit(target: str, length: int, *, fits: bool) -> None:
    outcome = plan(target, render_sample(state_bound=length))
    assert (outcome.value is not None) == fits
    assert [each.code for each in outcome.diagnostics] == ([] if fits else ["P102"])


@pytest.mark.parametrize(
    ("sizes_mb", "code"), [([60, 40], None), ([60, 40, 1], "P103"), ([200, 51], "P104")]
)
def test_recordings_that_are_too_large_together(sizes_mb: list[int], code: str | None) -> None:
    rendered = render_sample()
    course = rendered.course.course
    media = {
        f"media/{number}.mp3": Media(f"modules/eerste/media/{number}.mp3", bytes(size * 1000**2))
        for number, size in enumerate(sizes_mb)
    }
    (module,) = course.modules
    lessons = tuple(replace(lesson, media=media) for lesson in module.lessons)
    large = replace(course, modules=(replace(module, lessons=lessons),))
    found = check("scorm12", large, 400)
    assert [one.code for one in found] == ([code] if code else [])
    if code:
        assert found[0].params["size_mb"] == sum(sizes_mb)
        assert found[0].params["largest"] == "modules/eerste/media/0.mp3"
    outcome = plan("scorm12", replace(rendered, course=replace(rendered.course, course=large)))
    assert (outcome.value is None) == (code == "P104")


def test_a_picture_counts_as_what_is_made_of_it() -> None:
    course = render_sample().course.course
    (module,) = course.modules
    media = {"media/groot.jpg": Media("modules/eerste/media/groot.jpg", bytes(260 * 1000**2))}
    lessons = tuple(replace(lesson, media=media) for lesson in module.lessons)
    large = replace(course, modules=(replace(module, lessons=lessons),))
    assert check("scorm12", large, 400) == ()


def test_an_unknown_target_asks_nothing() -> None:
    assert check("scorm2000", render_sample(title="0").course.course, None) == ()


def test_without_a_length_the_rest_is_still_asked() -> None:
    found = check("scorm12", render_sample(title="0").course.course, None)
    assert [one.code for one in found] == ["P101"]


def test_sentences_can_be_filled() -> None:
    outcome = plan("scorm12", render_sample(state_bound=9000, title="0"))
    sentences = [CODES[each.code].sentence.format(**each.params) for each in outcome.diagnostics]
    assert sentences == [
        'the course title "0" shows up empty in some learning environments',
        "the learner's progress can take 9000 characters, and SCORM 1.2 has room for 4000",
    ]
