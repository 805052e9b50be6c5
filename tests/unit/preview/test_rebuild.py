"""What a build for the preview makes of the files of the moment, and of failures."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from builder import pipeline
from builder.diagnostics import LesbouwerError
from builder.preview import rebuild
from builder.preview.rebuild import Workshop
from builder.preview.site import Site
from tests.unit.command_line import CommandLine
from tests.unit.preview.apart import run_apart


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
        (OSError(errno.EIO, "Input/output error"), "the computer refuses: the disk gives an error"),
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


@pytest.mark.parametrize("guard", [False, True])
@pytest.mark.parametrize(
    "error",
    [
        OSError("OS file watch limit reached"),
        PermissionError("Permission denied"),
        RuntimeError("error in underlying watcher"),
        ExceptionGroup("unhandled", [RuntimeError("error in underlying watcher")]),
    ],
    ids=lambda error: type(error).__name__,
)
def test_it_looks_by_itself_where_the_system_does_not_tell(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch, error: Exception, guard: bool
) -> None:
    """The system refuses to watch the folders, or only the folder that they lie in."""

    async def refuse(*folders: Path, **options: Any) -> AsyncIterator[set[Any]]:
        if guard and run.project not in folders:
            await options["stop_event"].wait()
            return
        raise error
        yield

    async def follow() -> None:
        changes = rebuild.watch(run.project)
        for spoil in (run.spoil, lambda: (run.project / "quizzes" / "begin-toets.yaml").unlink()):
            change = asyncio.ensure_future(anext(changes))
            await asyncio.sleep(0.1)
            assert not change.done()
            spoil()
            await asyncio.wait_for(change, 20)

    monkeypatch.setattr(rebuild, "awatch", refuse)
    monkeypatch.setattr(rebuild, "LOOK_S", 0.01)
    run_apart(lambda: asyncio.run(follow()))


def test_courses_that_cannot_be_read_are_not_called_absent(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> list[str]:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    site = workshop_for(run).build()
    assert [finding.code for finding in site.courses["courses"].findings] == ["S106"] * 3
