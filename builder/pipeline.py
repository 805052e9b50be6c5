"""The order of the stages; nothing else knows it.

``compile_course`` is pure and picklable: everything that costs time runs through a
``concurrent.futures.Executor``, whichever that is. Only ``build`` writes.
"""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path, PurePosixPath

from builder import archive, lint, lock, loose, sources, targets
from builder.assemble import assemble, course_ids
from builder.build_report import FILE_NAME as REPORT_NAME
from builder.build_report import PackageEntry, make_report, merge_entries, read_entries
from builder.course import CheckedCourse, Course
from builder.diagnostics import Diagnostic, Location, Outcome, Severity, in_order
from builder.lock import LockPlan
from builder.loose import NEED_PAGES
from builder.output import OutputFile, replace_files
from builder.package import RenderedCourse
from builder.render import render
from builder.sources import SourceTree, add_source_lines, find_project
from builder.state_bound import state_bound
from builder.verify import verify

FEWEST_FOR_POOL = 4
"""Courses from which on starting more processes takes less time than it saves."""


find_courses = course_ids


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
        return len(self.course.questions)


@dataclass(frozen=True, slots=True)
class CourseTask:
    """All that compiling one course depends on. Without targets: those that the course names."""

    tree: SourceTree
    course_id: str
    target_names: tuple[str, ...] = ()
    is_locked: bool = False


@dataclass(frozen=True, slots=True)
class BuiltPackage:
    """A finished and verified zip that is not on the disk yet."""

    entry: PackageEntry
    data: bytes


@dataclass(frozen=True, slots=True)
class CourseResult:
    """What came of one course: all of its packages, or none and the reason among the findings."""

    course_id: str
    packages: tuple[BuiltPackage, ...]
    lock_path: str
    lock_text: str | None
    """The new lock when it differs from the old one."""
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build wrote, in the order of the courses, and everything that was found."""

    entries: tuple[PackageEntry, ...]
    diagnostics: tuple[Diagnostic, ...]


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
    findings += (
        one for one in linted.diagnostics if course.knows_pages or one.code not in NEED_PAGES
    )
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
    """Modules and quizzes that no course reaches, with their faults; of all courses together."""
    found = loose.find_unused(tree, [result.course for result in results])
    return add_source_lines(tree, found)


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
    return CourseResult(task.course_id, packages, lock_path, lock_text, in_order(findings))


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
            questions=len(course.questions),
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
    before then stays as it was. Without an executor everything runs in this process.
    Raises ``LesbouwerError`` when the machine refuses to write.
    """
    entries: dict[str, tuple[PackageEntry, ...]] = {}
    known: dict[PackageEntry, bool] = {}
    findings: list[Diagnostic] = []
    for result in _compile_all(tasks, found, executor):
        findings += result.diagnostics
        if result.packages:
            _write(project, out, result, known)
        entries[result.course_id] = tuple(package.entry for package in result.packages)
        report_done()
    ordered = [entry for task in tasks for entry in entries.get(task.course_id, ())]
    return BuildResult(tuple(ordered), in_order(findings))


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
    finally:
        for future in futures:
            future.cancel()


def _write(project: Path, out: Path, result: CourseResult, known: dict[PackageEntry, bool]) -> None:
    """Packages first, then the lock that they were made with, then the report that names them.

    ``known`` grows: which packages are on the disk as the report has them, each looked at once.
    """

    def is_there(entry: PackageEntry) -> bool:
        if entry not in known:
            known[entry] = _is_same(out / entry.path, entry)
        return known[entry]

    files = [OutputFile(out / package.entry.path, package.data) for package in result.packages]
    if result.lock_text is not None:
        files.append(OutputFile(project / result.lock_path, result.lock_text.encode()))
    report = out / REPORT_NAME
    entries = merge_entries(
        earlier=_read_report(report),
        built=[package.entry for package in result.packages],
        still_there=is_there,
    )
    files.append(OutputFile(report, make_report(entries)))
    replace_files(files)
    known.update((package.entry, True) for package in result.packages)


def _read_report(path: Path) -> tuple[PackageEntry, ...]:
    try:
        return read_entries(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return ()


def _is_same(path: Path, entry: PackageEntry) -> bool:
    """Whether a file still is the package that the report tells of; reads it only when it may be.

    A file of another size is another one for certain.
    """
    try:
        if not path.is_file() or path.stat().st_size != entry.size:
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == entry.sha256
    except (OSError, ValueError):
        return False


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
    "BuildResult",
    "BuiltPackage",
    "CheckResult",
    "CourseResult",
    "CourseTask",
    "build",
    "check_course",
    "compile_course",
    "find_courses",
    "find_project",
    "find_unused",
    "has_errors",
    "open_executor",
    "read_project",
    "render_course",
]
