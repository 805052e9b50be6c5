"""What a build for the preview makes of the files of the moment, and of failures."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from builder import pipeline
from builder.diagnostics import LesbouwerError
from builder.preview.rebuild import Workshop
from builder.preview.site import Site
from tests.unit.command_line import CommandLine


def workshop_for(run: CommandLine, *wanted: str, told: list[Site] | None = None) -> Workshop:
    tell = told.append if told is not None else lambda site: None
    return Workshop(run.project, wanted, "en", "start", tell)


def test_every_build_is_told_and_has_a_generation_of_its_own(run: CommandLine) -> None:
    told: list[Site] = []
    workshop = workshop_for(run, told=told)
    first, second = workshop.build(), workshop.build()
    assert told == [first, second]
    assert [site.generation for site in told] == ["start-1", "start-2"]
    assert list(first.courses) == ["voorbeeld"]


def test_a_good_course_has_its_files_and_the_player_without_an_lms(run: CommandLine) -> None:
    files = workshop_for(run).build().courses["voorbeeld"].files
    assert files is not None
    assert {"index.html", "course.js", "player.js", "player.css"} <= set(files)
    assert b"LMSInitialize" not in files["player.js"]


def test_warnings_do_not_hide_the_course(run: CommandLine) -> None:
    run.replace("modules/begin/01-eerste-les.md", "goals:\n  - de eerste stap noemen\n", "")
    view = workshop_for(run).build().courses["voorbeeld"]
    assert view.files is not None
    assert [finding.code for finding in view.findings] == ["L202"]


def test_errors_take_the_place_of_the_course(run: CommandLine) -> None:
    run.spoil()
    view = workshop_for(run).build().courses["voorbeeld"]
    assert view.files is None
    assert [finding.code for finding in view.findings] == ["Q101"]
    assert view.note == "1 error in 1 file"


def test_only_the_wanted_course_is_built(run: CommandLine) -> None:
    run.add_course("tweede")
    assert list(workshop_for(run, "tweede").build().courses) == ["tweede"]
    assert list(workshop_for(run).build().courses) == ["tweede", "voorbeeld"]


@pytest.mark.parametrize("stage", ["read_project", "render_course"])
@pytest.mark.parametrize(
    ("error", "said"),
    [
        (LesbouwerError("{path} is gone", path="x"), "x is gone"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
        (ZeroDivisionError(), "lesbouwer itself failed"),
    ],
)
def test_a_failure_is_shown_and_the_next_build_tries_again(
    run: CommandLine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    stage: str,
    error: Exception,
    said: str,
) -> None:
    def fail(*_details: object) -> None:
        raise error

    workshop = workshop_for(run, "voorbeeld")
    with monkeypatch.context() as broken:
        broken.setattr(pipeline, stage, fail)
        view = workshop.build().courses["voorbeeld"]
    assert view.files is None
    assert said in view.failure
    assert ("ZeroDivisionError" in capsys.readouterr().err) == isinstance(error, ZeroDivisionError)
    assert workshop.build().courses["voorbeeld"].files is not None


def test_a_course_that_is_gone_is_an_error_in_its_page(run: CommandLine, tmp_path: Path) -> None:
    (run.project / "courses" / "voorbeeld").rename(tmp_path / "weg")
    view = workshop_for(run, "voorbeeld").build().courses["voorbeeld"]
    assert view.files is None
    assert view.findings
