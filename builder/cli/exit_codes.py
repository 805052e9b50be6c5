"""How a command ends, as a number for scripts and CI.

The machine goes before the content: as long as a part cannot be read or written, nobody knows all
that is wrong with the content, and mending texts does not help. The findings are shown anyway.
"""

from __future__ import annotations

from collections.abc import Iterable

from builder.codes import CODES
from builder.diagnostics import Severity
from builder.report import Finding

FINE, CONTENT_HAS_ERRORS, WRONG_USE, MACHINE_FAILS, OUR_FAULT, BROKEN_OFF = 0, 1, 2, 3, 70, 130


def judge(findings: Iterable[Finding]) -> int:
    """The exit code of a command that found this and could do its work apart from it."""
    errors = [one for one in findings if one.severity is Severity.ERROR]
    if any(CODES[one.code].is_machine for one in errors):
        return MACHINE_FAILS
    return CONTENT_HAS_ERRORS if errors else FINE
