"""Codes of the V family about the pictures, films, sound and captions in a package."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

CODES = (
    Code(
        number="V141",
        slug="files-are-what-their-names-say",
        severity=Severity.ERROR,
        sentence='"{member}" holds something else than its name says',
        fix="build the package again; do not change files inside it",
        explanation=(
            "A learning environment tells the browser the kind of a file by its name. When name "
            "and contents differ, a strict server makes the browser refuse the file."
        ),
    ),
    Code(
        number="V142",
        slug="pictures-tell-nothing-else",
        severity=Severity.ERROR,
        sentence='the picture "{member}" says more than it shows',
        fix="build the package again; do not put pictures into it by hand",
        explanation=(
            "A photo may carry the place where it was taken, the time and the name of the camera. "
            "Learners do not need that, and it can tell where somebody lives. lesbouwer leaves it "
            "out of every picture."
        ),
    ),
    Code(
        number="V610",
        slug="what-is-fetched-is-there",
        severity=Severity.ERROR,
        sentence='the page uses "{address}", which is not in the package ({count} in all)',
        fix="build the package again; do not take files out of it",
        explanation=(
            "A picture, film, script or style that the page names and that is not there gives an "
            "empty box, or a course that does not start."
        ),
    ),
)
