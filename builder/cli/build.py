"""``lesbouwer build``: packages in a folder, with a report of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.console import show_progress, write_lines
from builder.cli.exit_codes import MACHINE_FAILS, judge
from builder.cli.figures import format_size
from builder.cli.findings import find_places, write_findings
from builder.cli.options import make_command, make_course_argument, make_format_option
from builder.cli.project import require_apart, require_courses, require_project
from builder.i18n import translate as _
from builder.i18n import translate_count
from builder.report import Line, make_failure_text, make_findings

if TYPE_CHECKING:
    from builder.build_report import PackageEntry

TARGETS = ("scorm12", "scorm2004", "scorm2004-3")
"""Written out, so that help needs none of the compiler; a test holds it against the registry."""
OUT = Path("dist")


def make() -> click.Command:
    """The command in the language in force."""
    target = click.Option(
        ["--target", "target_names"],
        type=click.Choice(TARGETS),
        multiple=True,
        help=_(
            "Kind of package; may be given several times. scorm2004 is the 4th edition. "
            "Without it: what the course names."
        ),
    )
    out = click.Option(
        ["--out"],
        type=click.Path(file_okay=False, path_type=Path, readable=False),
        metavar=_("FOLDER"),
        help=_("Where the packages go; without it the folder dist of the project."),
    )
    locked = click.Option(
        ["--locked", "is_locked"],
        is_flag=True,
        help=_("Fail when course.lock would change, and never write it. For CI."),
    )
    return make_command(
        "build",
        build,
        _("Make packages of courses, ready for an LMS."),
        [make_course_argument(), target, out, locked, make_format_option(("text", "json"))],
    )


def build(
    courses: Sequence[str],
    target_names: tuple[str, ...],
    out: Path | None,
    is_locked: bool,
    format_name: str,
) -> int:
    """Writes packages and findings; of a course with errors it writes nothing."""
    from builder import pipeline

    ctx = click.get_current_context()
    project = require_project(ctx)
    require_apart(ctx, out)
    tree, faults = pipeline.read_project(project)
    wanted = require_courses(ctx, project, courses, pipeline.find_courses(tree), faults)
    tasks = [pipeline.CourseTask(tree, course_id, target_names, is_locked) for course_id in wanted]
    with (
        show_progress(_("Building"), len(tasks)) as steps,
        pipeline.open_executor(len(tasks)) as executor,
    ):
        built = pipeline.build(
            project,
            out or project / OUT,
            tasks,
            faults,
            executor=executor,
            report_done=steps.finish_one,
        )
    findings = make_findings([*built.diagnostics, *(() if courses else faults)])
    write_findings(
        findings,
        find_places(project, format_name),
        format_name,
        {"packages": [asdict(entry) for entry in built.entries]},
    )
    if format_name == "text":
        write_lines(_make_lines(built.entries, _show_folder(project, out)), sys.stdout)
    for failure in built.failures:
        write_lines(make_failure_text(failure), sys.stderr)
    return MACHINE_FAILS if built.failures else judge(findings)


def _show_folder(project: Path, out: Path | None) -> str:
    """Where the packages are, as seen from here when that is short."""
    folder = Path(os.path.realpath(out or project / OUT))
    top, here = Path(os.path.realpath(project)), Path(os.path.realpath("."))
    if folder.is_relative_to(here) or (folder.is_relative_to(top) and here.is_relative_to(top)):
        return os.path.relpath(folder)
    return str(folder)


def _make_lines(entries: Iterable[PackageEntry], folder: str) -> Iterator[Line]:
    for entry in entries:
        state = translate_count(
            "state at most {count} character", "state at most {count} characters", entry.state
        )
        details = f"  {format_size(entry.size)}  {entry.sha256[:12]}  {state}"
        yield (os.path.join(folder, entry.path), "title"), (details, "")
