"""The order of the stages; nothing else knows it.

``compile_course`` is pure and picklable: everything that costs time runs through a
``concurrent.futures.Executor``, whichever that is. Only ``build`` writes.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path, PurePosixPath

from builder import archive, lint, lock, sources, targets
from builder.assemble import assemble, course_ids
from builder.build_report import FILE_NAME as REPORT_NAME
from builder.build_report import PackageEntry, make_report, merge_entries, read_entries
from builder.course import CheckedCourse, Course, Slots
from builder.diagnostics import Diagnostic, Location, Outcome, Severity, in_order
from builder.lock import LockPlan
from builder.output import OutputFile, replace_files
from builder.package import RenderedCourse
from builder.render import render
from builder.sources import SourceTree, add_source_lines, find_project
from builder.state_bound import check_state_bound
from builder.verify import verify

FEWEST_FOR_POOL = 4
"""Courses from which on starting more processes takes less time than it saves."""

_STATE_IS_SHORT_IN = "scorm12"
_NEED_WHOLE_COURSE = frozenset({"L206"})
"""Rules that would call something missing that only could not be read."""

find_courses = course_ids


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A course as far as it could be checked; ``checked`` and ``plan`` only without errors."""

    course_id: str
    course: Course | None
    checked: CheckedCourse | None
    plan: LockPlan | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def lessons(self) -> int:
        """Number of lessons that could be read."""
        return len(self.course.lessons) if self.course else 0

    @property
    def questions(self) -> int:
        """Number of questions that could be read."""
        return self.course.question_count if self.course else 0


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
    findings = [*_concerning(course_id, course, found), *assembled.diagnostics]
    plan: LockPlan | None = None
    checked: CheckedCourse | None = None
    if course is not None:
        planned = lock.plan_lock(course, tree.text(lock.lock_path(course)))
        plan = planned.value
        findings += planned.diagnostics
        slots = plan.slots if plan else _make_provisional_slots(course)
        linted = lint.check(course, slots)
        findings += (
            one
            for one in linted.diagnostics
            if course.is_whole or one.code not in _NEED_WHOLE_COURSE
        )
        if plan and _STATE_IS_SHORT_IN in (target_names or course.file.targets):
            findings += check_state_bound(course, slots)
        checked = linted.value
    complete = in_order(add_source_lines(tree, findings))
    if has_errors(complete):
        checked = plan = None
    return CheckResult(course_id, course, checked, plan, complete)


def _concerning(
    course_id: str, course: Course | None, found: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """The findings about files that this course is made of, or that could be part of it.

    Of a course that cannot be read as a whole nobody knows all its files: any could be one.
    """
    is_guess = course is None or not course.is_whole
    own = {f"courses/{course_id}"}
    quizzes: set[str] = set()
    if course is not None:
        own |= {module.path.rpartition("/")[0] for module in course.modules}
        own |= {f"modules/{name}" for name in course.file.modules}
        quizzes = {f"quizzes/{module.file.quiz}.yaml" for module in course.modules}
    for one in found:
        parts = PurePosixPath(one.location.path).parts
        is_elsewhere = len(parts) < 2 or parts[0] not in ("courses", "modules", "quizzes")
        if is_elsewhere or (is_guess and parts[0] != "courses"):
            yield one
        elif parts[0] == "quizzes":
            is_other_quiz = len(parts) == 2 and parts[1].endswith(".yaml")
            if not is_other_quiz or one.location.path in quizzes:
                yield one
        elif "/".join(parts[:2]) in own:
            yield one


def find_unused(tree: SourceTree, results: Sequence[CheckResult]) -> tuple[Diagnostic, ...]:
    """Modules and quizzes that no course names; ``results`` are those of all courses.

    Nothing is said while a course could not be read as a whole: it may name them.
    """
    courses = [result.course for result in results]
    if not all(course is not None and course.is_whole for course in courses):
        return ()
    modules = [module for course in courses if course for module in course.modules]
    used = {module.path.rpartition("/")[0] for module in modules}
    used |= {f"quizzes/{module.file.quiz}.yaml" for module in modules}
    written = {"/".join(folder.split("/")[:2]) for folder in tree.folders if "/" in folder}
    found = {path for path in written if path.startswith("modules/")}
    found |= {file.path for file in tree.under("quizzes") if _is_quiz(file.path)}
    return tuple(
        Diagnostic("C307", Location(path), {"name": PurePosixPath(path).stem})
        for path in sorted(found - used)
    )


def _is_quiz(path: str) -> bool:
    """Whether a file in ``quizzes/`` is a quiz, and not one of its pictures."""
    return path.count("/") == 1 and path.endswith(".yaml")


def _make_provisional_slots(course: Course) -> Slots:
    """Slots for a course that gets none for now, so that the rest of it can be checked.

    An id may stand there twice: then its options are those of both.
    """
    pages = [lesson.id for lesson in course.lessons] + [quiz.id for quiz in course.quizzes]
    options: dict[str, dict[str, int]] = {}
    for question in course.askable:
        own = options.setdefault(question.id, {})
        for key in question.slot_keys():
            own.setdefault(key, len(own))
    return Slots(
        pages={page: slot for slot, page in enumerate(pages)},
        questions={question.id: slot for slot, question in enumerate(course.askable)},
        options=options,
    )


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
    lock_path = lock.lock_path(result.course) if result.course else ""
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
        findings += verify(zipped.data, file_name).diagnostics
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
    findings: list[Diagnostic] = []
    for result in _compile_all(tasks, found, executor):
        findings += result.diagnostics
        if result.packages:
            _write(project, out, result)
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


def _write(project: Path, out: Path, result: CourseResult) -> None:
    """Packages first, then the lock that they were made with, then the report that names them."""
    files = [OutputFile(out / package.entry.path, package.data) for package in result.packages]
    if result.lock_text is not None:
        files.append(OutputFile(project / result.lock_path, result.lock_text.encode()))
    report = out / REPORT_NAME
    entries = merge_entries(
        earlier=_read_report(report),
        built=[package.entry for package in result.packages],
        still_there=lambda entry: _has_size(out / entry.path, entry.size),
    )
    files.append(OutputFile(report, make_report(entries)))
    replace_files(files)


def _read_report(path: Path) -> tuple[PackageEntry, ...]:
    try:
        return read_entries(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return ()


def _has_size(path: Path, size_bytes: int) -> bool:
    try:
        return path.is_file() and path.stat().st_size == size_bytes
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
