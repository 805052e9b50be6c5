"""``lesbouwer inspect``: what is inside a package, also one that another program made."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from builder.cli.console import write_lines
from builder.cli.exit_codes import judge
from builder.cli.figures import format_size
from builder.cli.findings import write_findings
from builder.cli.options import make_command, make_format_option
from builder.diagnostics import refusal
from builder.i18n import translate as _
from builder.i18n import translate_count
from builder.report import Line, Places, make_findings, make_visible

if TYPE_CHECKING:
    from builder.verify import Inspection

NO_ZIP = "V101"
"""The code of a file of which nothing more can be told than its size."""


def make() -> click.Command:
    """The command in the language in force."""
    package = click.Argument(
        ["package"],
        type=click.Path(path_type=Path, readable=False),
        metavar="ZIP",
        help=_("The package: a zip for an LMS."),
    )
    return make_command(
        "inspect",
        inspect,
        _("Tell what is inside a package. And what is wrong with it, whoever made it."),
        [package, make_format_option(("text", "json"))],
    )


def inspect(package: Path, format_name: str) -> int:
    """Writes the overview and the findings, errors where an LMS would have trouble with it.

    Raises ``click.UsageError`` when there is no such file.
    """
    from builder.verify import inspect as look_into

    inspection = look_into(_read(package), package.name)
    findings = make_findings(inspection.diagnostics)
    if format_name == "text":
        write_lines(_make_overview(inspection), sys.stdout)
    write_findings(findings, Places(), format_name, {"package": _make_entry(inspection)})
    return judge(findings)


def _read(package: Path) -> bytes:
    try:
        return package.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        sentence = _("There is no file '{path}'.").format(path=package)
    except IsADirectoryError:
        sentence = _("'{path}' is a folder. Name the zip itself.").format(path=package)
    except OSError as error:
        raise refusal("{path} could not be read: {reason}", error, path=str(package)) from error
    raise click.UsageError(sentence, click.get_current_context())


def _make_entry(inspection: Inspection) -> dict[str, Any]:
    entry = asdict(inspection)
    del entry["diagnostics"]
    return entry


def _make_rows(inspection: Inspection) -> Iterator[tuple[str, str]]:
    if any(one.code == NO_ZIP for one in inspection.diagnostics):
        yield _("size"), format_size(inspection.size_bytes)
        yield "sha256", inspection.sha256
        return
    score = inspection.mastery_score
    unpacked = sum(file.size_bytes for file in inspection.files)
    count = len(inspection.files)
    yield _("standard"), inspection.standard or _("not recognised")
    yield _("made by"), "lesbouwer" if inspection.is_own else _("another program")
    yield _("title"), inspection.title or ""
    yield _("version"), inspection.version or ""
    yield _("manifest"), inspection.manifest_id or ""
    yield _("organization"), inspection.organization_id or ""
    yield _("items"), ", ".join(inspection.item_ids)
    yield _("starts with"), inspection.launch or ""
    yield _("lessons"), "" if inspection.lessons is None else str(inspection.lessons)
    yield _("questions"), "" if inspection.questions is None else str(inspection.questions)
    yield _("mastery score"), "" if score is None else f"{score:g} %"
    yield (
        _("size"),
        translate_count(
            "{packed} ({count} file, {unpacked} unpacked)",
            "{packed} ({count} files, {unpacked} unpacked)",
            count,
            packed=format_size(inspection.size_bytes),
            unpacked=format_size(unpacked),
        ),
    )
    yield "sha256", inspection.sha256


def _make_overview(inspection: Inspection) -> Iterator[Line]:
    """The names in one column, the values in another; then the files by size."""
    yield ((make_visible(inspection.name), "title"),)
    rows = list(_make_rows(inspection))
    width = max(len(name) for name, _value in rows)
    for name, value in rows:
        yield (f"  {name:<{width}}  ", "label"), (make_visible(value) or "–", "")
    if inspection.files:
        yield ()
        columns = (_("unpacked"), _("packed"), _("file"))
        yield (("  {:>12}  {:>12}  {}".format(*columns), "label"),)
        for file in inspection.files:
            sizes = f"  {file.size_bytes:>12}  {file.packed_bytes:>12}  "
            yield (sizes, ""), (make_visible(file.path), "")
    yield ()
