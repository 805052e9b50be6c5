"""Modules and quizzes that no course reaches: they are checked as well, each by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from builder import lint
from builder.assemble import assemble_loose, find_unnamed
from builder.course import Course
from builder.diagnostics import Diagnostic, Location, Severity
from builder.sources import SourceTree

_NEED_PAGES = frozenset({"L206"})
"""Rules for which all pages of a course have to be known."""
_NEED_ALL = frozenset({"L601", "L602"})
"""Rules that would call something missing that only could not be read."""


def can_tell(course: Course, finding: Diagnostic) -> bool:
    """Whether enough of a course is known for a rule to be right about it."""
    if finding.code in _NEED_PAGES:
        return course.knows_pages
    return course.is_whole or finding.code not in _NEED_ALL


def check_loose(tree: SourceTree, path: str) -> tuple[Course, tuple[Diagnostic, ...]]:
    """What is wrong with a module (its folder) or a quiz (its file), apart from any course."""
    assembled = assemble_loose(tree, path)
    linted = (one for one in lint.find(assembled.value) if can_tell(assembled.value, one))
    return assembled.value, (*assembled.diagnostics, *linted)


def check_lost(tree: SourceTree, course: Course) -> Iterator[Diagnostic]:
    """What is wrong with all that a course may mean by a name that leads nowhere.

    That is whatever nothing in the project names. Without this, faults in it would come to light
    only when the name is right.
    """
    if course.has_lost_names:
        unnamed = find_unnamed(tree)
        paths = [f"modules/{name}" for name in unnamed.modules]
        paths += [f"quizzes/{name}.yaml" for name in unnamed.quizzes]
        for path in sorted(set(paths) - course.reached):
            yield from _unless_told(course.reached, check_loose(tree, path)[1])


def find_unused(tree: SourceTree, courses: Sequence[Course]) -> Iterator[Diagnostic]:
    """Modules and quizzes that no course reaches, and what is wrong with them.

    Somebody may still be writing them: their faults stop nothing, so they are warnings.
    ``courses`` are all there are. Nothing is said while one of them has a name that leads nowhere,
    because then it may mean these; ``check_lost`` has looked into them.
    """
    if any(course.has_lost_names for course in courses):
        return
    told = frozenset(path for course in courses for path in course.reached)
    reached = set(told)
    folders = {folder for folder in tree.folders if folder.count("/") == 1}
    modules = {folder for folder in folders if folder.startswith("modules/")}
    for path in sorted(modules - reached):
        loose, found = check_loose(tree, path)
        reached |= loose.reached
        yield from _tell(path, _unless_told(told, found))
    quizzes = {file.path for file in tree.under("quizzes") if _is_quiz(file.path)}
    for path in sorted(quizzes - reached):
        yield from _tell(path, _unless_told(told, check_loose(tree, path)[1]))


def _unless_told(reached: Collection[str], found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings, less those about what a course reaches, such as a quiz to draw from."""
    for one in found:
        parts = one.location.path.split("/")
        if parts[0] != "library" and not {one.location.path, "/".join(parts[:2])} & {*reached}:
            yield one


def _tell(path: str, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    yield Diagnostic("C307", Location(path), {"name": PurePosixPath(path).stem})
    for one in found:
        is_error = lint.severity(one) is Severity.ERROR
        yield replace(one, severity=Severity.WARNING) if is_error else one


def _is_quiz(path: str) -> bool:
    """Whether a file in ``quizzes/`` is a quiz, and not one of its pictures."""
    return path.count("/") == 1 and path.endswith(".yaml")
