"""The order of the stages; nothing else knows it.

``compile_course`` is pure and picklable: everything that costs time runs through a
``concurrent.futures.Executor``, whichever that is. Only ``build`` writes.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path, PurePosixPath

from builder import archive, lint, lock, loose, sources, targets
from builder.assemble import assemble, course_ids
from builder.build_report import PackageEntry
from builder.course import CheckedCourse, Course
from builder.delivery import BuiltPackage, LockChange, deliver
from builder.diagnostics import Diagnostic, LesbouwerError, Location, Outcome, Severity, in_order
from builder.lock import LockPlan
from builder.package import RenderedCourse
from builder.render import render
from builder.sources import SourceTree, add_source_lines, find_project, is_folder
from builder.state_bound import state_bound
from builder.verify import verify

FEWEST_FOR_POOL = 4
"""Courses from which on starting more processes takes less time than it saves."""

find_courses = course_ids
SOURCE_FOLDERS = sources.FOLDERS


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A course as far as it could be checked; ``checked`` and ``plan`` only without errors."""

    course_id: str
    course: Course
    checked: CheckedCourse | None
    plan: LockPlan | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def lessons(self) -> int:
        """Number of lessons that could be read."""
        return len(self.course.lessons)

    @property
    def questions(self) -> int:
        """Number of questions that could be read."""
        return self.course.question_count


@dataclass(frozen=True, slots=True)
class CourseTask:
    """All that compiling one course depends on. Without targets: those that the course names."""

    tree: SourceTree
    course_id: str
    target_names: tuple[str, ...] = ()
    is_locked: bool = False


@dataclass(frozen=True, slots=True)
class CourseResult:
    """What came of one course: all of its packages, or none and the reason among the findings."""

    course_id: str
    packages: tuple[BuiltPackage, ...]
    lock_path: str
    lock_text: str | None
    """The new lock when it differs from the old one."""
    former_lock_text: str | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build wrote, in the order of the courses, and everything that was found."""

    entries: tuple[PackageEntry, ...]
    diagnostics: tuple[Diagnostic, ...]
    failures: tuple[LesbouwerError, ...] = ()
    """One for each course without faults whose packages the machine would not keep."""


def read_project(project: Path) -> tuple[SourceTree, tuple[Diagnostic, ...]]:
    """The author's files as they are now, and what is wrong with them as files."""
    reading = sources.read(project)
    return reading.value or SourceTree({}), reading.diagnostics


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether there is a finding that stops a build."""
    return any(lint.severity(one) is Severity.ERROR for one in diagnostics)


# --- one course ----------------------------------------------------------------------------------


def check_course(
    tree: SourceTree,
    found: Sequence[Diagnostic],
    course_id: str,
    target_names: Sequence[str] = (),
) -> CheckResult:
    """Everything wrong with one course. ``found`` are the findings of reading the project."""
    assembled = assemble(tree, course_id, targets.TARGETS)
    course = assembled.value
    findings = [*_concerning(course, found), *assembled.diagnostics]
    planned = lock.plan_lock(course, tree.text(lock.lock_path(course)))
    plan = planned.value
    findings += planned.diagnostics
    slots = plan.slots if plan else lock.make_provisional_slots(course)
    linted = lint.check(course, slots)
    findings += (one for one in linted.diagnostics if loose.can_tell(course, one))
    findings += loose.check_lost(tree, course)
    state_length = state_bound(course, slots) if plan else None
    for name in target_names or course.file.targets:
        findings += targets.check(name, course, state_length)
    complete = in_order(add_source_lines(tree, findings))
    checked = linted.value
    if has_errors(complete):
        checked = plan = None
    return CheckResult(course_id, course, checked, plan, complete)


def _concerning(course: Course, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings about files that this course is made of, or that could be part of it.

    Of a course that cannot be read as a whole nobody knows all its files: any could be one.
    """
    own = {course.path.rpartition("/")[0], *course.reached}
    own |= {f"modules/{name}" for name in course.file.modules}
    for one in found:
        parts = PurePosixPath(one.location.path).parts
        is_elsewhere = len(parts) < 2 or parts[0] not in ("courses", "modules", "quizzes")
        if is_elsewhere or (not course.is_whole and parts[0] != "courses"):
            yield one
        elif parts[0] == "quizzes":
            is_other_quiz = len(parts) == 2 and parts[1].endswith(".yaml")
            if not is_other_quiz or one.location.path in own:
                yield one
        elif "/".join(parts[:2]) in own:
            yield one


def find_unused(tree: SourceTree, results: Sequence[CheckResult]) -> tuple[Diagnostic, ...]:
    """Modules and quizzes that no course reaches, with their faults; of all courses together.

    Of the library too, but only when all courses could be read: what is missing may use it.
    """
    if tree.is_refused("courses"):
        return ()
    courses = [result.course for result in results]
    found = list(loose.find_unused(tree, courses))
    if all(course.is_whole for course in courses):
        found += lint.unused(courses)
    return add_source_lines(tree, found)


def find_overdue(
    tree: SourceTree, results: Iterable[CheckResult], today: date
) -> tuple[Diagnostic, ...]:
    """Rows of the library to check again. Only ``check`` asks: a build knows no calendar."""
    overdue = lint.overdue([one.course for one in results], today)
    return add_source_lines(tree, in_order(overdue))


def render_course(
    tree: SourceTree, found: Sequence[Diagnostic], course_id: str
) -> Outcome[RenderedCourse]:
    """One course as pages, for no target in particular; the lock stays as it is."""
    result = check_course(tree, found, course_id)
    if result.checked is None:
        return Outcome(None, result.diagnostics)
    rendered = render(result.checked)
    return Outcome(rendered.value, in_order((*result.diagnostics, *rendered.diagnostics)))


def compile_course(task: CourseTask, found: tuple[Diagnostic, ...] = ()) -> CourseResult:
    """One course from sources to verified packages, without touching the disk."""
    result = check_course(task.tree, found, task.course_id, task.target_names)
    findings = list(result.diagnostics)
    lock_path = lock.lock_path(result.course)
    packages: tuple[BuiltPackage, ...] = ()
    lock_text: str | None = None
    if result.checked and result.plan:
        if result.plan.text != task.tree.text(lock_path):
            lock_text = result.plan.text
        if task.is_locked and lock_text is not None:
            findings.append(Diagnostic("P201", Location(lock_path), {"course": task.course_id}))
        else:
            packages = tuple(_make_packages(result.checked, task.target_names, findings))
    if has_errors(findings):
        packages, lock_text = (), None
    former = task.tree.text(lock_path)
    return CourseResult(task.course_id, packages, lock_path, lock_text, former, in_order(findings))


def _make_packages(
    checked: CheckedCourse, target_names: Sequence[str], findings: list[Diagnostic]
) -> Iterator[BuiltPackage]:
    """Every package of a course; findings, also those of the verification, are added."""
    rendered = render(checked)
    findings += rendered.diagnostics
    if rendered.value is None:
        return
    course = checked.course
    cache: dict[str, archive.Member] = {}
    for name in dict.fromkeys(target_names or course.file.targets):
        planned = targets.plan(name, rendered.value)
        findings += planned.diagnostics
        if planned.value is None:
            continue
        zipped = archive.pack(planned.value, cache)
        file_name = planned.value.file_name
        findings += _unless_said(verify(zipped.data, file_name).diagnostics, findings)
        entry = PackageEntry(
            course=course.id,
            version=course.file.version,
            target=name,
            path=file_name,
            size=len(zipped.data),
            sha256=zipped.sha256,
            lessons=len(course.lessons),
            questions=course.question_count,
            state=rendered.value.state_bound,
            build=rendered.value.build,
        )
        yield BuiltPackage(entry, zipped.data)


def _unless_said(
    verified: Iterable[Diagnostic], findings: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """What is found in the zip, less what was said of the course: how large it is."""
    is_said = any(one.code == "P103" for one in findings)
    return tuple(one for one in verified if not (is_said and one.code == "V116"))


# --- several courses -----------------------------------------------------------------------------


def build(
    project: Path,
    out: Path,
    tasks: Sequence[CourseTask],
    found: tuple[Diagnostic, ...],
    *,
    executor: Executor | None = None,
    report_done: Callable[[], None] = lambda: None,
) -> BuildResult:
    """Compiles the courses and writes the packages of each that is fine.

    Of one course all packages are written, its lock and the report, or nothing: what was there
    before then stays as it was. Where the machine refuses to write one course, the others are
    still built. Without an executor everything runs in this process.
    Raises ``LesbouwerError`` when lesbouwer itself cannot work on this machine.
    """
    entries: dict[str, tuple[PackageEntry, ...]] = {}
    failures: dict[str, LesbouwerError] = {}
    seen: dict[PackageEntry, bool] = {}
    findings: list[Diagnostic] = []
    for result in _compile_all(tasks, found, executor):
        findings += result.diagnostics
        if result.packages:
            try:
                deliver(out, result.packages, _make_lock_change(project, result), seen)
                entries[result.course_id] = tuple(package.entry for package in result.packages)
            except LesbouwerError as failure:
                failures[result.course_id] = failure
        report_done()
    names = [task.course_id for task in tasks]
    return BuildResult(
        tuple(entry for name in names for entry in entries.get(name, ())),
        in_order(findings),
        tuple(failures[name] for name in names if name in failures),
    )


def _compile_all(
    tasks: Sequence[CourseTask], found: tuple[Diagnostic, ...], executor: Executor | None
) -> Iterator[CourseResult]:
    if executor is None:
        yield from (compile_course(task, found) for task in tasks)
        return
    futures = [executor.submit(compile_course, task, found) for task in tasks]
    try:
        for future in as_completed(futures):
            yield future.result()
    except BrokenExecutor as error:
        raise LesbouwerError(
            "the computer ended a part of lesbouwer, perhaps because memory ran out: "
            "close other programs, or build fewer courses at a time"
        ) from error
    finally:
        for future in futures:
            future.cancel()


def _make_lock_change(project: Path, result: CourseResult) -> LockChange | None:
    if result.lock_text is None:
        return None
    return LockChange(project / result.lock_path, result.former_lock_text, result.lock_text)


@contextmanager
def open_executor(courses: int) -> Iterator[Executor | None]:
    """Processes for many courses, nothing for a few. They start afresh, on every system alike."""
    processors = os.cpu_count() or 1
    if courses < FEWEST_FOR_POOL or processors < 2:
        yield None
        return
    with ProcessPoolExecutor(
        max_workers=min(courses, processors),
        mp_context=get_context("spawn"),
        initializer=_leave_ending_to_parent,
    ) as executor:
        yield executor


def _leave_ending_to_parent() -> None:
    """Ctrl-C reaches every process of a terminal; only the first one has to act on it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


__all__ = [
    "SOURCE_FOLDERS",
    "BuildResult",
    "BuiltPackage",
    "CheckResult",
    "CourseResult",
    "CourseTask",
    "build",
    "check_course",
    "compile_course",
    "find_courses",
    "find_overdue",
    "find_project",
    "find_unused",
    "has_errors",
    "is_folder",
    "open_executor",
    "read_project",
    "render_course",
]
