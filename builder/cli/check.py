"""``lesbouwer check``: everything that is wrong, in one run, without building anything."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from builder.cli.console import show_progress, write_lines
from builder.cli.exit_codes import judge
from builder.cli.figures import format_contents
from builder.cli.findings import find_places, write_findings
from builder.cli.options import (
    find_today,
    make_command,
    make_course_argument,
    make_format_option,
)
from builder.cli.project import require_courses, require_project
from builder.i18n import translate as _
from builder.report import FORMATS, Line, make_findings

if TYPE_CHECKING:
    from builder.pipeline import CheckResult


def make() -> click.Command:
    """The command in the language in force."""
    return make_command(
        "check",
        check,
        _("Look for mistakes in courses, all of them in one run."),
        [make_course_argument(), make_format_option(FORMATS)],
    )


def check(courses: Sequence[str], format_name: str) -> int:
    """Writes the findings."""
    from builder import pipeline

    ctx = click.get_current_context()
    project = require_project(ctx)
    tree, faults = pipeline.read_project(project)
    wanted = require_courses(ctx, project, courses, pipeline.find_courses(tree), faults)
    results: list[CheckResult] = []
    with show_progress(_("Checking"), len(wanted)) as steps:
        for course_id in wanted:
            results.append(pipeline.check_course(tree, faults, course_id))
            steps.finish_one()
    found = [one for result in results for one in result.diagnostics]
    if not courses:
        found += (*faults, *pipeline.find_unused(tree, results))
    found += pipeline.find_overdue(tree, results, find_today(ctx))
    findings = make_findings(found)
    write_findings(
        findings,
        find_places(project, format_name),
        format_name,
        {"courses": [_make_entry(result) for result in results]},
    )
    if format_name == "text":
        write_lines(_make_lines(results), sys.stdout)
    return judge(findings)


def _make_entry(result: CheckResult) -> dict[str, Any]:
    return {
        "course": result.course_id,
        "fine": result.checked is not None,
        "lessons": result.lessons,
        "questions": result.questions,
    }


def _make_lines(results: Iterable[CheckResult]) -> Iterator[Line]:
    for result in results:
        if result.checked is not None:
            contents = format_contents(result.lessons, result.questions)
            yield (f"{result.course_id}: ", "title"), (_("fine"), "good"), (f" ({contents})", "")
