"""Source tree → linked course: references resolved, ids unique, media found.

Nothing stops at the first fault. A part that cannot be read is left out (or stood in for, so that
the rest of it is checked) and then the course is marked as not whole.
"""

from __future__ import annotations

from collections.abc import Collection

from builder.assemble.bench import Assembled, Bench
from builder.assemble.courses import read_course
from builder.assemble.loose import assemble_loose
from builder.assemble.reach import find_unnamed
from builder.sources import SourceTree


def course_ids(tree: SourceTree) -> tuple[str, ...]:
    """The courses of a project: the folders in ``courses/``."""
    names = {folder.split("/")[1] for folder in tree.folders if folder.startswith("courses/")}
    return tuple(sorted(names))


def assemble(tree: SourceTree, course_id: str, known_targets: Collection[str]) -> Assembled:
    """The course in ``courses/<course_id>/`` with all that it names, and everything wrong with it.

    ``known_targets`` are the names that ``targets`` in the course may hold.
    """
    bench = Bench(tree)
    return bench.finish(read_course(bench, course_id, known_targets))


__all__ = ["Assembled", "assemble", "assemble_loose", "course_ids", "find_unnamed"]
