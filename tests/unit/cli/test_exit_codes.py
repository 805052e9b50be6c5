"""What goes before what in the exit code."""

import pytest

from builder.cli.exit_codes import judge
from builder.codes import CODES
from builder.diagnostics import Diagnostic, Location, Severity
from builder.report import make_findings

FAULT = Diagnostic("Q101", Location("a.yaml", 1), {"id": "x"})
WARNING = Diagnostic("L202", Location("a.md"), {})
REFUSED = Diagnostic("S106", Location("b.md"), {"errno": 13, "reason": "Permission denied"})


@pytest.mark.parametrize(
    ("found", "code"),
    [
        ([], 0),
        ([WARNING], 0),
        ([WARNING, FAULT], 1),
        ([REFUSED], 3),
        ([FAULT, REFUSED, WARNING], 3),
    ],
)
def test_the_machine_goes_before_the_content(found: list[Diagnostic], code: int) -> None:
    assert judge(make_findings(found)) == code


def test_what_the_machine_refuses_is_an_error() -> None:
    machine = [code for code in CODES.values() if code.is_machine]
    assert machine
    assert all(code.severity is Severity.ERROR for code in machine)
