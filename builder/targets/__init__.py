"""One file per target; this is the list of them."""

from __future__ import annotations

from collections.abc import Mapping

from builder.course import Course
from builder.diagnostics import Diagnostic, Outcome
from builder.package import Package, RenderedCourse
from builder.targets.assembly import Target
from builder.targets.scorm12 import SCORM12_TARGET
from builder.targets.scorm2004 import SCORM2004_TARGET
from builder.targets.scorm2004_3 import SCORM2004_3_TARGET

TARGETS: Mapping[str, Target] = {
    "scorm12": SCORM12_TARGET,
    "scorm2004": SCORM2004_TARGET,
    "scorm2004-3": SCORM2004_3_TARGET,
}
"""Target as named on the command line and in ``course.yaml`` → what makes its packages."""


def check(target_name: str, course: Course, state_length: int | None) -> tuple[Diagnostic, ...]:
    """Why a course cannot become a package for a target; nothing for a target that is unknown.

    ``state_length`` is the worst case of the learner's state in characters, None when unknown.
    """
    target = TARGETS.get(target_name)
    return target.check(course, state_length) if target else ()


def plan(target_name: str, rendered: RenderedCourse) -> Outcome[Package]:
    """The package of a course for a target. Raises ``KeyError`` for a name not in ``TARGETS``."""
    return TARGETS[target_name].plan(rendered)


__all__ = ["TARGETS", "check", "plan"]
