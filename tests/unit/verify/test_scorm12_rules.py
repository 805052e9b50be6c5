"""SCORM 1.2: the mastery score and the time limit."""

from __future__ import annotations

from typing import Any

import pytest

from tests.packages.faults import codes, findings
from tests.packages.sample import course_script, render_sample

MASTERY = "<adlcp:masteryscore>75</adlcp:masteryscore>"


@pytest.mark.conformance(13)
@pytest.mark.parametrize("value", ["800", "0", "101", "-5", "75.5", "75%", "", "zes"])
def test_mastery_score_out_of_range(value: str) -> None:
    found = codes("scorm12", (">75<", f">{value}<"))
    assert found == {"V401", "V403"}


@pytest.mark.conformance(13)
def test_mastery_score_on_a_page_that_reports_nothing() -> None:
    edits = (('scormtype="sco"', 'scormtype="asset"'),)
    assert "V402" in codes("scorm12", *edits)


@pytest.mark.conformance(13)
def test_mastery_score_that_is_not_the_players() -> None:
    (found,) = findings("scorm12", (">75<", ">80<"))
    assert (found.code, found.params) == ("V403", {"manifest": "80", "player": "75"})


@pytest.mark.conformance(13)
def test_mastery_score_of_a_course_that_is_not_graded() -> None:
    ungraded: dict[str, Any] = {"mastery-score": None}
    file = render_sample(**ungraded).course.course.file
    (found,) = findings("scorm12", files={"course.js": course_script(file).encode()})
    assert (found.code, found.params) == ("V403", {"manifest": "75", "player": "–"})


@pytest.mark.conformance(13)
def test_graded_course_without_mastery_score() -> None:
    (found,) = findings("scorm12", (MASTERY, ""))
    assert (found.code, found.params) == ("V403", {"manifest": "–", "player": "75"})


@pytest.mark.conformance(1)
@pytest.mark.parametrize(
    ("value", "is_legal"),
    [("0001:30:00.00", True), ("01:30:00", True), ("90 min", False), ("1:30:00", False)],
)
def test_time_limit(value: str, *, is_legal: bool) -> None:
    limit = f"<adlcp:maxtimeallowed>{value}</adlcp:maxtimeallowed>"
    assert ("V404" in codes("scorm12", (MASTERY, limit + MASTERY))) != is_legal


@pytest.mark.conformance(53)
@pytest.mark.parametrize("target", ["scorm12", "scorm2004", "scorm2004-3"])
def test_player_that_does_not_name_the_status(target: str) -> None:
    (found,) = findings(target, files={"player.js": b"(()=>{})();\n"})
    name = "lesson_status" if target == "scorm12" else "completion_status"
    assert (found.code, found.params["name"]) == ("V609", name)
    assert found.location.path == "kort.zip!player.js"
