"""What a standard asks of a course."""

from __future__ import annotations

import pytest

from builder.codes import CODES
from builder.targets import plan
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


def test_sentences_can_be_filled() -> None:
    outcome = plan("scorm12", render_sample(state_bound=9000, title="0"))
    sentences = [CODES[each.code].sentence.format(**each.params) for each in outcome.diagnostics]
    assert sentences == [
        'the course title "0" shows up empty in some learning environments',
        "the learner's progress can take 9000 characters, and SCORM 1.2 has room for 4000",
    ]
