"""What ``lesbouwer check`` says and how it ends."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.unit.command_line import CommandLine


def test_a_course_without_faults_is_fine(run: CommandLine) -> None:
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout == "voorbeeld: fine (1 lesson, 2 questions)\n"
    assert result.stderr == ""


def test_faults_go_to_standard_error_with_place_line_fix_and_code(run: CommandLine) -> None:
    run.spoil()
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert lines[0].startswith("quizzes/begin-toets.yaml:")
    assert ": error Q101: " in lines[0]
    assert any(line.startswith("   fix: ") for line in lines)
    assert "   more: lesbouwer explain Q101" in lines
    assert lines[-1] == "1 error in 1 file"


def test_all_faults_come_in_one_run(run: CommandLine) -> None:
    run.spoil()
    run.replace("courses/voorbeeld/course.yaml", "title:", "titel:")
    run.replace("modules/begin/01-eerste-les.md", "![Een groen vierkant]", "![]")
    codes = {one["code"] for one in run.json("check")["diagnostics"]}
    assert {"Q101", "Y202", "L101"} <= codes


def test_a_warning_is_no_error(run: CommandLine) -> None:
    run.replace("modules/begin/01-eerste-les.md", "goals:\n  - de eerste stap noemen\n", "")
    result = run("check")
    assert result.exit_code == 0
    assert "warning L202" in result.stderr
    assert result.stderr.endswith("\n1 warning in 1 file\n")
    assert result.stdout == "voorbeeld: fine (1 lesson, 2 questions)\n"


def test_a_fault_in_the_lock_does_not_hide_other_faults(run: CommandLine) -> None:
    lock = run.project / "courses" / "voorbeeld" / "course.lock"
    lock.write_text("format: 9\n", encoding="utf-8")
    run.replace("modules/begin/01-eerste-les.md", "![Een groen vierkant]", "![]")
    codes = {one["code"] for one in run.json("check")["diagnostics"]}
    assert {"C505", "L101"} <= codes


def test_what_could_not_be_read_is_not_called_missing(run: CommandLine) -> None:
    lesson = run.project / "modules" / "begin" / "02-tweede-les.md"
    lesson.write_text("Zonder front matter.\n", encoding="utf-8")
    run.replace(
        "modules/begin/01-eerste-les.md", "Dit is de tekst", "[Verder](les:tweede-les). Dit is"
    )
    codes = {one["code"] for one in run.json("check")["diagnostics"]}
    assert "M101" in codes
    assert "L206" not in codes


def test_json_tells_the_courses(run: CommandLine) -> None:
    report = run.json("check")
    assert report["courses"] == [
        {"course": "voorbeeld", "fine": True, "lessons": 1, "questions": 2}
    ]
    assert report["diagnostics"] == []
    run.spoil()
    assert run.json("check")["courses"][0]["fine"] is False


@pytest.mark.parametrize("format_name", ["github", "sarif"])
def test_formats_for_programs_go_to_standard_output(run: CommandLine, format_name: str) -> None:
    run.spoil()
    result = run("check", "--format", format_name)
    assert result.exit_code == 1
    assert result.stderr == ""
    if format_name == "github":
        assert result.stdout.startswith("::error file=quizzes/begin-toets.yaml,line=")
    else:
        assert json.loads(result.stdout)["runs"][0]["results"][0]["ruleId"] == "Q101"


def test_paths_for_github_start_at_the_top_of_the_repository(run: CommandLine) -> None:
    run.spoil()
    top = {"GITHUB_WORKSPACE": str(run.project.parent)}
    result = run("check", "--format", "github", env=top)
    assert result.stdout.startswith("::error file=project/quizzes/begin-toets.yaml,")


def test_paths_are_seen_from_here(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run.spoil()
    monkeypatch.chdir(run.project / "quizzes")
    assert run("check").stderr.startswith("../quizzes/begin-toets.yaml:")
    monkeypatch.chdir(tmp_path)
    assert run("check", "--project", "project").stderr.startswith("project/quizzes/")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    full = str(run.project / "quizzes" / "begin-toets.yaml")
    assert run("--project", str(run.project), "check").stderr.startswith(full)


def test_only_the_named_course_is_checked(run: CommandLine) -> None:
    run.add_course("tweede")
    run.replace("courses/tweede/course.yaml", "title:", "titel:")
    assert run("check", "voorbeeld").exit_code == 0
    assert run("check", "tweede").exit_code == 1
    assert run("check").exit_code == 1
    assert run("check").stdout == "voorbeeld: fine (1 lesson, 2 questions)\n"


def test_a_damaged_file_of_another_course_is_no_concern(run: CommandLine) -> None:
    run.add_course("tweede")
    (run.project / "courses" / "tweede" / "course.yaml").write_bytes(b"title: caf\xe9\n")
    assert run("check", "voorbeeld").exit_code == 0
    result = run("check")
    assert result.exit_code == 1
    assert "courses/tweede/course.yaml:1:11: error S101" in result.stderr


@pytest.mark.parametrize(
    "path",
    ["quizzes/begin-toets.yaml", "modules/begin/01-eerste-les.md", "modules/begin/module.yaml"],
)
def test_a_damaged_file_of_the_course_itself_is(run: CommandLine, path: str) -> None:
    file = run.project / path
    file.write_bytes(file.read_bytes() + b"\n# caf\xe9\n")
    result = run("check", "voorbeeld")
    assert result.exit_code == 1
    assert f"{path}:" in result.stderr
    assert "error S101" in result.stderr


def test_a_project_without_courses_says_so(run: CommandLine) -> None:
    for file in (run.project / "courses" / "voorbeeld").iterdir():
        file.unlink()
    (run.project / "courses" / "voorbeeld").rmdir()
    result = run("check")
    assert result.exit_code == 1
    assert "error S110" in result.stderr


def test_what_no_course_uses_is_named_and_is_no_error(run: CommandLine) -> None:
    draft = run.project / "modules" / "ontwerp"
    draft.mkdir()
    (draft / "module.yaml").write_text("id: ontwerp\ntitl: Nog niet af\n", encoding="utf-8")
    (run.project / "quizzes" / "losse-toets.yaml").write_text("id: losse-toets\n")
    result = run("check")
    assert result.exit_code == 0
    assert "modules/ontwerp: info C307: " in result.stderr
    assert "modules/ontwerp/module.yaml:2:1: warning Y202: " in result.stderr
    assert "quizzes/losse-toets.yaml: info C307: " in result.stderr
    assert "error" not in result.stderr
    assert run("check", "voorbeeld").stderr == ""


def test_nothing_is_called_unused_while_a_name_leads_nowhere(run: CommandLine) -> None:
    (run.project / "modules" / "ontwerp").mkdir()
    run.replace("courses/voorbeeld/course.yaml", "- begin", "- hoofdstuk-twee")
    run.spoil()
    for words in (("check",), ("check", "voorbeeld"), ("build",)):
        said = run(*words).stderr
        assert "C307" not in said
        assert "quizzes/begin-toets.yaml:9:5: error Q101: " in said
        assert "modules/ontwerp: error C301: " in said


def test_a_name_that_leads_nowhere_does_not_spoil_what_other_courses_use(run: CommandLine) -> None:
    run.add_course("tweede")
    run.replace("courses/tweede/course.yaml", "- begin", "- hoofdstuk-twee")
    run.spoil()
    assert run("check").stderr.count("Q101: ") == 1
    assert "Q101" not in run("check", "tweede").stderr


def test_a_course_that_names_nothing_is_told_once(run: CommandLine) -> None:
    (run.project / "courses" / "leeg").mkdir()
    run.spoil()
    codes = [one["code"] for one in run.json("check", "leeg")["diagnostics"]]
    assert codes == ["C101"]


def test_check_says_all_that_build_says_about_the_title(run: CommandLine) -> None:
    run.replace("courses/voorbeeld/course.yaml", "title: Voorbeeldcursus", "title: 0")
    assert "course.yaml:3:8: error P101: " in run("check").stderr
    assert run("check").stderr == run("build").stderr


@pytest.mark.parametrize("words", ["2026", "010", "1.10", "2026-01-31", "12:30", "yes", "true"])
def test_a_title_that_looks_like_something_else_is_text_as_written(
    run: CommandLine, words: str
) -> None:
    run.replace("courses/voorbeeld/course.yaml", "title: Voorbeeldcursus", f"title: {words}")
    run.replace("quizzes/begin-toets.yaml", "text: Je wacht af.", f"text: {words}")
    assert run("check").stderr == ""
    assert run("build").exit_code == 0
    package = run.project / "dist" / "voorbeeld-1.0.0-scorm12.zip"
    assert (
        json.loads(run("inspect", str(package), "--format", "json").stdout)["package"]["title"]
        == words
    )
    with zipfile.ZipFile(package) as archive:
        page = archive.read("index.html").decode()
    assert page.count(f">{words}<") >= 2
    run.replace("courses/voorbeeld/course.yaml", "title:", "titel:")
    assert "C307" not in run("check").stderr


OVERVIEW = """\
id: lijnen
title: Lijnen
columns: {naam: {title: Naam}}
rows:
  een: {naam: Een, review-by: 2026-12-31}
  twee: {naam: Twee, review-by: 2027-12-31}
"""


def add_overview(run: CommandLine) -> None:
    folder = run.project / "library" / "overviews"
    folder.mkdir(parents=True)
    (folder / "lijnen.yaml").write_text(OVERVIEW, encoding="utf-8")


@pytest.mark.parametrize(
    ("today", "found"),
    [
        ("2026-10-31", []),
        ("2026-11-01", [("C740", "warning")]),
        ("2026-12-31", [("C740", "warning")]),
        ("2027-01-01", [("C741", "error")]),
        ("2028-01-01", [("C741", "error"), ("C741", "error")]),
    ],
)
def test_rows_are_checked_again_in_time(
    run: CommandLine, today: str, found: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    add_overview(run)
    run.replace("modules/begin/01-eerste-les.md", "Dit is", "::: overzicht lijnen\n:::\n\nDit is")
    monkeypatch.setenv("LESBOUWER_TODAY", today)
    diagnostics = run.json("check")["diagnostics"]
    assert [(one["code"], one["severity"]) for one in diagnostics] == found
    assert [one["line"] for one in diagnostics] == [5, 6][: len(found)]
    assert run("check").exit_code == int("error" in dict(found).values())


def test_a_build_knows_no_calendar(run: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    add_overview(run)
    run.replace("modules/begin/01-eerste-les.md", "Dit is", "::: overzicht lijnen\n:::\n\nDit is")
    zips = []
    for today in ("2026-01-01", "2030-01-01"):
        monkeypatch.setenv("LESBOUWER_TODAY", today)
        assert run("build", "--out", today).exit_code == 0
        zips.append({name: data for name, data in run.contents(today).items() if "zip" in name})
    assert zips[0] == zips[1]
    assert zips[0]


def test_a_day_that_is_no_date_is_said(run: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LESBOUWER_TODAY", "morgen")
    result = run("check")
    assert result.exit_code == 2
    assert "LESBOUWER_TODAY is no date: morgen" in result.stderr


def test_what_no_course_takes_from_the_library_is_named(run: CommandLine) -> None:
    add_overview(run)
    (found,) = run.json("check")["diagnostics"]
    assert (found["code"], found["severity"], found["line"]) == ("C750", "info", 1)
