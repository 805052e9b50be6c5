"""The order of the stages, in this process and in others."""

import errno
import pickle
from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from builder import pipeline
from builder.codes import CODES
from builder.diagnostics import Diagnostic, LesbouwerError
from builder.pipeline import CourseTask
from tests.unit.command_line import CommandLine
from tests.unit.mutilated import make_tree, mutilated

NAMES = ("derde", "tweede", "voorbeeld")


@pytest.fixture
def three_courses(run: CommandLine) -> Path:
    """A project of three courses, of which one has a fault."""
    for name in NAMES[:2]:
        run.add_course(name)
    run.replace("courses/tweede/course.yaml", "title:", "titel:")
    return run.project


def tasks_of(project: Path) -> tuple[list[CourseTask], tuple[Diagnostic, ...]]:
    tree, found = pipeline.read_project(project)
    return [CourseTask(tree, name) for name in pipeline.find_courses(tree)], found


def build_in(project: Path, out: Path, **more: Any) -> pipeline.BuildResult:
    tasks, found = tasks_of(project)
    return pipeline.build(project, out, tasks, found, **more)


def files_in(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_compiling_is_the_same_wherever_it_happens(three_courses: Path, tmp_path: Path) -> None:
    here = build_in(three_courses, tmp_path / "here")
    for lock in three_courses.glob("courses/*/course.lock"):
        lock.unlink()
    with pipeline.open_executor(pipeline.FEWEST_FOR_POOL) as executor:
        there = build_in(three_courses, tmp_path / "there", executor=executor)
    assert here == there
    assert [entry.course for entry in here.entries] == ["derde", "voorbeeld"]
    assert files_in(tmp_path / "here") == files_in(tmp_path / "there")


def test_a_task_and_its_result_travel_between_processes(three_courses: Path) -> None:
    tasks, found = tasks_of(three_courses)
    travelled = pickle.loads(pickle.dumps(tasks[0]))
    result = pipeline.compile_course(travelled, found)
    assert pickle.loads(pickle.dumps(result)) == result == pipeline.compile_course(tasks[0], found)
    assert result.packages


def test_a_few_courses_need_no_other_processes() -> None:
    with pipeline.open_executor(pipeline.FEWEST_FOR_POOL - 1) as executor:
        assert executor is None


def test_compiling_writes_nothing(three_courses: Path) -> None:
    before = sorted(three_courses.rglob("*"))
    tasks, found = tasks_of(three_courses)
    results = [pipeline.compile_course(task, found) for task in tasks]
    assert [bool(result.packages) for result in results] == [True, False, True]
    assert [result.lock_text is not None for result in results] == [True, False, True]
    assert sorted(three_courses.rglob("*")) == before


def test_every_finished_course_is_told(three_courses: Path, tmp_path: Path) -> None:
    told: list[None] = []
    build_in(three_courses, tmp_path / "out", report_done=lambda: told.append(None))
    assert len(told) == len(NAMES)


def test_a_failure_in_one_process_ends_the_rest(three_courses: Path, tmp_path: Path) -> None:
    class Broken(ThreadPoolExecutor):
        def submit(self, *_args: Any, **_more: Any) -> Future[Any]:
            future: Future[Any] = Future()
            if not self.__dict__.setdefault("given", []):
                future.set_exception(ZeroDivisionError())
            self.__dict__["given"].append(future)
            return future

    with Broken(1) as executor:
        with pytest.raises(ZeroDivisionError):
            build_in(three_courses, tmp_path / "out", executor=executor)
        rest = executor.__dict__["given"][1:]
    assert len(rest) == len(NAMES) - 1
    assert all(future.cancelled() for future in rest)


def test_a_course_is_rendered_for_no_target(three_courses: Path) -> None:
    tree, found = pipeline.read_project(three_courses)
    good = pipeline.render_course(tree, found, "voorbeeld")
    assert good.value is not None
    assert {"index.html", "course.js"} <= {file.path for file in good.value.files}
    bad = pipeline.render_course(tree, found, "tweede")
    assert bad.value is None
    assert pipeline.has_errors(bad.diagnostics)


def test_a_course_too_large_for_its_target_is_found_by_check(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builder.pipeline.state_bound", lambda course, slots: 4001)
    tree, found = pipeline.read_project(run.project)
    codes = [one.code for one in pipeline.check_course(tree, found, "voorbeeld").diagnostics]
    assert codes == ["P102"]
    roomy = pipeline.check_course(tree, found, "voorbeeld", ("scorm2004",))
    assert roomy.diagnostics == ()


def test_a_course_that_cannot_be_read_hides_no_fault_of_another_file(run: CommandLine) -> None:
    (course,) = run.project.glob("courses/*")
    (course / "course.yaml").write_bytes(b"title: \xff\n")
    (quiz,) = run.project.glob("quizzes/*.yaml")
    quiz.write_bytes(b"id: \xff\n")
    tree, found = pipeline.read_project(run.project)
    result = pipeline.check_course(tree, found, course.name)
    named = {one.location.path for one in result.diagnostics}
    assert {f"courses/{course.name}/course.yaml", f"quizzes/{quiz.name}"} <= named


@pytest.mark.parametrize("locked", [True, False])
def test_a_copied_question_with_the_same_id_is_named_and_nothing_else(
    run: CommandLine, locked: bool
) -> None:
    if locked:
        assert run("build").exit_code == 0
    (quiz,) = run.project.glob("quizzes/*.yaml")
    text = quiz.read_text(encoding="utf-8")
    first = text.split("  - id: ")[1]
    name = first.splitlines()[0]
    copy = f"""  - id: {name}
    type: true-false
    prompt: Een stelling.
    answer: true
    feedback:
      true: Zo is het.
      false: Zo is het niet.
"""
    quiz.write_text(text.rstrip("\n") + "\n" + copy, encoding="utf-8")
    tree, found = pipeline.read_project(run.project)
    (course,) = pipeline.find_courses(tree)
    result = pipeline.check_course(tree, found, course)
    assert [one.code for one in result.diagnostics] == ["C201"]


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("modules/*/module.yaml", "id: ", "id: niet-", "C104"),
        ("courses/*/course.yaml", "modules:\n  - ", "modules:\n  - niet-", "C203"),
    ],
)
def test_what_a_wrong_id_hides_is_not_called_unused(
    run: CommandLine, path: str, old: str, new: str, code: str
) -> None:
    (file,) = run.project.glob(path)
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    tree, found = pipeline.read_project(run.project)
    results = [pipeline.check_course(tree, found, name) for name in pipeline.find_courses(tree)]
    assert code in {one.code for result in results for one in result.diagnostics}
    assert pipeline.find_unused(tree, results) == ()


LOCK = """\
format: 1
pages: {eerste-les: 0, begin-toets: 1}
questions: {eerste-stap: 0, twee-lijnen: 1}
options:
  eerste-stap: {a: 0, b: 1}
types: {eerste-stap: single-choice, twee-lijnen: true-false}
homes: {eerste-les: begin, eerste-stap: begin-toets}
renamed: {}
"""


@settings(deadline=None, max_examples=150)
@given(mutilated({"courses/voorbeeld/course.lock": LOCK}))
def test_a_build_finds_nothing_that_a_check_does_not(files: dict[str, str]) -> None:
    tree = make_tree(files)
    checked = pipeline.check_course(tree, (), "voorbeeld")
    for finding in checked.diagnostics:
        code = CODES[finding.code]
        assert code.sentence.format(**finding.params)
        assert code.choose_fix(finding.params).format(**finding.params)
    pipeline.find_unused(tree, [checked])
    built = pipeline.compile_course(CourseTask(tree, "voorbeeld"))
    assert built.diagnostics == checked.diagnostics
    assert bool(built.packages) == (checked.checked is not None)


def test_a_process_that_the_system_ended_is_the_machine(
    three_courses: Path, tmp_path: Path
) -> None:
    class Killed(ThreadPoolExecutor):
        def submit(self, *_args: Any, **_more: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_exception(BrokenExecutor("a child process terminated abruptly"))
            return future

    with Killed(1) as executor, pytest.raises(LesbouwerError, match="perhaps because memory"):
        build_in(three_courses, tmp_path / "out", executor=executor)


def test_a_course_that_cannot_be_written_does_not_stop_another(
    three_courses: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    (out / "derde-1.0.0-scorm12.zip").mkdir(parents=True)
    result = build_in(three_courses, out)
    assert [entry.course for entry in result.entries] == ["voorbeeld"]
    assert [failure.params["errno"] for failure in result.failures] == [errno.EISDIR]
    assert {one.code for one in result.diagnostics} == {"Y202"}
