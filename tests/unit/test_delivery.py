"""A built course is put in its place by one program at a time, and never over another's lock."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterable
from pathlib import Path

import pytest

from builder.build_report import PackageEntry, merge_entries
from builder.delivery import BuiltPackage, LockChange, deliver
from builder.diagnostics import LesbouwerError
from tests.unit.command_line import CommandLine

ROOT = Path(__file__).parents[2]


def package(course: str, data: bytes = b"zip") -> BuiltPackage:
    name = f"{course}-1.0.0-scorm12.zip"
    sha256 = hashlib.sha256(data).hexdigest()
    entry = PackageEntry(course, "1.0.0", "scorm12", name, len(data), sha256, 1, 1, 1, "abcdef")
    return BuiltPackage(entry, data)


def reported(out: Path) -> list[str]:
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return [one["course"] for one in report["packages"]]


def test_packages_lock_and_report_are_put_in_place(tmp_path: Path) -> None:
    lock = tmp_path / "courses" / "een" / "course.lock"
    deliver(tmp_path / "dist", [package("een")], LockChange(lock, None, "new\n"))
    assert lock.read_text() == "new\n"
    assert sorted(path.name for path in (tmp_path / "dist").iterdir()) == [
        "een-1.0.0-scorm12.zip",
        "report.json",
    ]
    assert reported(tmp_path / "dist") == ["een"]


@pytest.mark.parametrize("now", ["old\n", "old\r\n", "new\n"])
def test_a_lock_that_is_as_it_was_or_as_it_gets_is_written(tmp_path: Path, now: str) -> None:
    lock = tmp_path / "course.lock"
    lock.write_text(now, newline="")
    deliver(tmp_path / "dist", [package("een")], LockChange(lock, "old\n", "new\n"))
    assert lock.read_text() == "new\n"


@pytest.mark.parametrize("now", ["of another build\n", None])
def test_a_lock_that_another_build_changed_is_left_alone(tmp_path: Path, now: str | None) -> None:
    lock = tmp_path / "course.lock"
    if now is not None:
        lock.write_text(now)
    with pytest.raises(LesbouwerError, match="build once more"):
        deliver(tmp_path / "dist", [package("een")], LockChange(lock, "old\n", "new\n"))
    assert (lock.read_text() if now else not lock.exists()) == (now or True)
    assert list((tmp_path / "dist").iterdir()) == []


def test_two_that_write_the_same_report_wait_for_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second starts while the first has read the report and has yet to write it."""
    second = threading.Thread(target=deliver, args=(tmp_path, [package("twee")], None))

    def start_second(**more: Iterable[PackageEntry]) -> tuple[PackageEntry, ...]:
        monkeypatch.setattr("builder.delivery.merge_entries", merge_entries)
        second.start()
        second.join(timeout=1)
        assert second.is_alive()
        return merge_entries(**more)  # type: ignore[arg-type]

    monkeypatch.setattr("builder.delivery.merge_entries", start_second)
    deliver(tmp_path, [package("een")], None)
    second.join()
    assert reported(tmp_path) == ["een", "twee"]


def test_the_folder_of_the_course_may_take_the_packages_too(tmp_path: Path) -> None:
    change = LockChange(tmp_path / "course.lock", None, "new\n")
    (tmp_path / "again").symlink_to(tmp_path)
    deliver(tmp_path / "again", [package("een")], change)
    assert reported(tmp_path) == ["een"]


def test_many_builds_at_once_spoil_nothing(run: CommandLine) -> None:
    """Processes of their own: two for each of three courses, all into one folder."""
    for name in ("derde", "tweede"):
        run.add_course(name)
    names = ["derde", "tweede", "voorbeeld"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "builder", "build", name],
            cwd=run.project,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in names * 2
    ]
    ended = [(*one.communicate(), one.returncode) for one in started]
    assert [(stderr, code) for _, stderr, code in ended] == [("", 0)] * 6
    out = run.project / "dist"
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert [one["course"] for one in report["packages"]] == names
    for one in report["packages"]:
        assert hashlib.sha256((out / one["path"]).read_bytes()).hexdigest() == one["sha256"]
    assert len(list(out.iterdir())) == 4
    locks = [run.project / "courses" / name / "course.lock" for name in names]
    assert len({lock.read_text(encoding="utf-8") for lock in locks}) == 1
    assert run("build", "--locked").exit_code == 0
