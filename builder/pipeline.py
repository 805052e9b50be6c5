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

from builder import archive, lint, lock, sources, targets
from builder.assemble import assemble, course_ids
from builder.build_report import PackageEntry
from builder.course import CheckedCourse, Course, Slots
from builder.delivery import BuiltPackage, LockChange, deliver
from builder.diagnostics import Diagnostic, LesbouwerError, Location, Outcome, Severity, in_order
from builder.lock import LockPlan
from builder.package import RenderedCourse
from builder.render import render
from builder.sources import SourceTree, add_source_lines, find_project, is_folder
from builder.state_bound import check_state_bound
from builder.verify import verify

FEWEST_FOR_POOL = 4
"""Courses from which on starting more processes takes less time than it saves."""

_STATE_IS_SHORT_IN = "scorm12"
_NEED_WHOLE_COURSE = frozenset({"L206", "L601", "L602"})
"""Rules that would call something missing that only could not be read."""

find_courses = course_ids
SOURCE_FOLDERS = sources.FOLDERS


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
        quizzes |= course.quiz_paths
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
    courses = [result.course for result in results if result.course]
    is_known = len(courses) == len(results) and all(course.is_whole for course in courses)
    if not is_known or tree.is_refused("courses"):
        return ()
    modules = [module for course in courses for module in course.modules]
    used = {module.path.rpartition("/")[0] for module in modules}
    used |= {f"quizzes/{module.file.quiz}.yaml" for module in modules}
    used |= {path for course in courses for path in course.quiz_paths}
    folders = (folder.split("/")[:2] for folder in tree.folders)
    found = {"/".join(one) for one in folders if one[0] == "modules" and len(one) == 2}
    quizzes = (file.path for file in tree.under("quizzes") if file.path.count("/") == 1)
    found |= {path for path in quizzes if path.endswith(".yaml")}
    unused = [
        Diagnostic("C307", Location(path), {"name": PurePosixPath(path).stem})
        for path in sorted(found - used)
    ]
    return add_source_lines(tree, [*unused, *lint.unused(courses)])


def find_overdue(
    tree: SourceTree, results: Iterable[CheckResult], today: date
) -> tuple[Diagnostic, ...]:
    """Rows of the library to check again. Only ``check`` asks: a build knows no calendar."""
    overdue = lint.overdue([one.course for one in results if one.course], today)
    return add_source_lines(tree, in_order(overdue))


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
    before then stays as it was. Where the machine refuses to write one course, the others are
    still built. Without an executor everything runs in this process.
    Raises ``LesbouwerError`` when lesbouwer itself cannot work on this machine.
    """
    entries: dict[str, tuple[PackageEntry, ...]] = {}
    failures: dict[str, LesbouwerError] = {}
    findings: list[Diagnostic] = []
    for result in _compile_all(tasks, found, executor):
        findings += result.diagnostics
        if result.packages:
            try:
                deliver(out, result.packages, _make_lock_change(project, result))
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
