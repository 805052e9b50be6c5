"""What ``lesbouwer build`` writes, and what it leaves alone."""

import hashlib
import json
from pathlib import Path

import pytest

from builder.build_report import PackageEntry
from builder.cli import build
from builder.targets import TARGETS
from tests.unit.command_line import CommandLine

ZIP = "voorbeeld-1.0.0-scorm12.zip"
LOCK = Path("courses/voorbeeld/course.lock")


def report_of(run: CommandLine) -> list[PackageEntry]:
    report = json.loads((run.project / "dist" / "report.json").read_text(encoding="utf-8"))
    return [PackageEntry(**entry) for entry in report["packages"]]


def test_the_help_names_every_target() -> None:
    assert tuple(TARGETS) == build.TARGETS


def test_a_package_a_lock_and_a_report_are_written(run: CommandLine) -> None:
    result = run("build")
    assert result.exit_code == 0, result.stderr
    assert sorted(run.contents("dist")) == ["report.json", ZIP]
    data = (run.project / "dist" / ZIP).read_bytes()
    [entry] = report_of(run)
    sha256 = hashlib.sha256(data).hexdigest()
    assert entry == PackageEntry(
        course="voorbeeld",
        version="1.0.0",
        target="scorm12",
        path=ZIP,
        size=len(data),
        sha256=sha256,
        lessons=1,
        questions=2,
        state=entry.state,
        build=entry.build,
    )
    assert 20 < entry.state < 4000
    assert (run.project / LOCK).is_file()
    size_kb = -(-len(data) // 1000)
    said = f"dist/{ZIP}  {size_kb} kB  {sha256[:12]}  state at most {entry.state} characters\n"
    assert result.stdout == said
    assert result.stderr == ""


def test_building_again_changes_nothing(run: CommandLine) -> None:
    run("build")
    before = run.contents("dist"), (run.project / LOCK).read_bytes()
    assert run("build", "--locked").exit_code == 0
    assert (run.contents("dist"), (run.project / LOCK).read_bytes()) == before


def test_targets_of_the_line_go_before_those_of_the_course(run: CommandLine) -> None:
    result = run("build", "--target", "scorm2004-3", "--target", "scorm2004")
    assert result.exit_code == 0, result.stderr
    assert sorted(run.contents("dist")) == [
        "report.json",
        "voorbeeld-1.0.0-scorm2004-3.zip",
        "voorbeeld-1.0.0-scorm2004.zip",
    ]


def test_another_folder_may_take_the_packages(run: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    assert run("build", "--out", str(out)).exit_code == 0
    assert sorted(file.name for file in out.iterdir()) == ["report.json", ZIP]
    assert not (run.project / "dist").exists()
    assert str(tmp_path) not in (out / "report.json").read_text(encoding="utf-8")


def test_packages_are_named_from_where_the_reader_is(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    far = tmp_path / "far"
    assert run("build", "--out", str(far)).stdout.startswith(f"{far}/{ZIP}  ")
    assert run("build", "--out", "uit").stdout.startswith(f"uit/{ZIP}  ")
    monkeypatch.chdir(run.project / "courses")
    assert run("build").stdout.startswith(f"../dist/{ZIP}  ")
    monkeypatch.chdir(tmp_path)
    assert run("build", "--project", "project").stdout.startswith(f"project/dist/{ZIP}  ")


def test_json_names_the_packages_of_this_run(run: CommandLine) -> None:
    report = run.json("build")
    assert [entry["path"] for entry in report["packages"]] == [ZIP]
    assert report["diagnostics"] == []


def test_a_failed_build_leaves_everything_as_it_was(run: CommandLine) -> None:
    run("build")
    before = run.contents("dist"), (run.project / LOCK).read_bytes()
    run.spoil()
    run.replace("quizzes/begin-toets.yaml", "id: twee-lijnen", "id: drie-lijnen")
    result = run("build")
    assert result.exit_code == 1
    assert "error Q101" in result.stderr
    assert result.stdout == ""
    assert (run.contents("dist"), (run.project / LOCK).read_bytes()) == before


def test_a_fault_that_only_one_target_has_stops_the_other_too(run: CommandLine) -> None:
    run("build")
    before = run.contents("dist")
    run.replace("courses/voorbeeld/course.yaml", "title: Voorbeeldcursus", 'title: "0"')
    assert run("build", "--target", "scorm12", "--target", "scorm2004").exit_code == 1
    assert run.contents("dist") == before


def test_a_fault_of_verification_stops_the_write(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from builder import pipeline
    from builder.diagnostics import Diagnostic, Location
    from builder.verify import Verification

    def find_fault(data: bytes, name: str) -> Verification:
        return Verification(name, None, (Diagnostic("V101", Location(name)),))

    monkeypatch.setattr(pipeline, "verify", find_fault)
    result = run("build")
    assert result.exit_code == 1
    assert f"{ZIP}: error V101" in result.stderr
    assert not (run.project / "dist").exists()
    assert not (run.project / LOCK).exists()


def test_a_good_course_is_built_beside_a_bad_one(run: CommandLine) -> None:
    run.add_course("tweede")
    run.replace("courses/tweede/course.yaml", "title:", "titel:")
    result = run("build")
    assert result.exit_code == 1
    assert sorted(run.contents("dist")) == ["report.json", ZIP]
    assert result.stdout.startswith(f"dist/{ZIP}")
    assert not (run.project / "courses" / "tweede" / "course.lock").exists()


def test_the_report_keeps_other_courses_that_are_still_there(run: CommandLine) -> None:
    run.add_course("tweede")
    run("build")
    first, second = report_of(run)
    run.replace("courses/tweede/course.yaml", "version: 1.0.0", "version: 1.1.0")
    run("build", "tweede")
    entries = report_of(run)
    assert first in entries
    assert [(one.course, one.version) for one in entries] == [
        ("tweede", "1.0.0"),
        ("tweede", "1.1.0"),
        ("voorbeeld", "1.0.0"),
    ]
    assert second in entries
    (run.project / "dist" / ZIP).unlink()
    run("build", "tweede")
    assert [one.course for one in report_of(run)] == ["tweede", "tweede"]


def test_the_report_forgets_a_package_that_is_another_file_by_now(run: CommandLine) -> None:
    run.add_course("tweede")
    run("build")
    package = run.project / "dist" / ZIP
    data = bytearray(package.read_bytes())
    data[-1] ^= 1
    package.write_bytes(data)
    run("build", "tweede")
    assert [one.course for one in report_of(run)] == ["tweede"]


def test_a_report_that_cannot_be_read_is_made_anew(run: CommandLine) -> None:
    (run.project / "dist").mkdir()
    (run.project / "dist" / "report.json").write_bytes(b"\xff{")
    assert run("build").exit_code == 0
    assert [one.path for one in report_of(run)] == [ZIP]


def test_locked_fails_without_a_lock_and_writes_nothing(run: CommandLine) -> None:
    result = run("build", "--locked")
    assert result.exit_code == 1
    assert f"{LOCK.as_posix()}: error P201: " in result.stderr
    assert not (run.project / LOCK).exists()
    assert not (run.project / "dist").exists()


def test_locked_fails_when_something_is_new(run: CommandLine) -> None:
    run("build")
    lock = (run.project / LOCK).read_bytes()
    before = run.contents("dist")
    lesson = (run.project / "modules/begin/01-eerste-les.md").read_text(encoding="utf-8")
    new = lesson.replace("id: eerste-les", "id: tweede-les")
    (run.project / "modules/begin/02-tweede-les.md").write_text(new, encoding="utf-8")
    result = run("build", "--locked")
    assert result.exit_code == 1
    assert "error P201" in result.stderr
    assert (run.project / LOCK).read_bytes() == lock
    assert run.contents("dist") == before
    assert run("build").exit_code == 0
    assert run("build", "--locked").exit_code == 0


def test_a_damaged_lock_is_never_replaced(run: CommandLine) -> None:
    run("build")
    damaged = (run.project / LOCK).read_bytes() + b"# caf\xe9\n"
    (run.project / LOCK).write_bytes(damaged)
    assert run("build").exit_code == 1
    assert (run.project / LOCK).read_bytes() == damaged


def test_a_full_disk_is_one_sentence_and_changes_nothing(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno
    import os

    run("build")
    before = run.contents("dist")
    run.replace("courses/voorbeeld/course.yaml", "version: 1.0.0", "version: 1.0.1")

    def refuse(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    result = run("build")
    assert result.exit_code == 3
    place = run.project / "dist" / "voorbeeld-1.0.1-scorm12.zip"
    assert result.stderr == (
        f"lesbouwer: {place} could not be written: the disk is full\n"
        "   fix: make room on the disk, or choose a folder on another disk\n"
    )
    assert run.contents("dist") == before
