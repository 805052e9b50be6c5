"""One file per target; this is the list of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from builder.diagnostics import Outcome
from builder.package import Package, RenderedCourse
from builder.targets.scorm12 import SCORM12_TARGET
from builder.targets.scorm2004 import SCORM2004_TARGET
from builder.targets.scorm2004_3 import SCORM2004_3_TARGET

Planner = Callable[[RenderedCourse], Outcome[Package]]

TARGETS: Mapping[str, Planner] = {
    "scorm12": SCORM12_TARGET.plan,
    "scorm2004": SCORM2004_TARGET.plan,
    "scorm2004-3": SCORM2004_3_TARGET.plan,
}
"""Target as named on the command line and in ``course.yaml`` → what plans its packages."""


def plan(target_name: str, rendered: RenderedCourse) -> Outcome[Package]:
    """The package of a course for a target. Raises ``KeyError`` for a name not in ``TARGETS``."""
    return TARGETS[target_name](rendered)


__all__ = ["TARGETS", "Planner", "plan"]
