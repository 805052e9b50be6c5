"""``lesbouwer schema``: the format of the author's files as JSON Schema."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from builder.cli.console import write_lines
from builder.cli.options import make_command
from builder.cli.project import require_apart, require_project
from builder.i18n import translate as _


def make() -> click.Command:
    """The command in the language in force."""
    out = click.Option(
        ["--out"],
        type=click.Path(file_okay=False, path_type=Path, readable=False),
        metavar=_("FOLDER"),
        help=_("Where to write them; without it the folder schemas of the project."),
    )
    return make_command(
        "schema",
        schema,
        _("Write the format as JSON Schema. With it an editor completes and checks YAML."),
        [out],
    )


def schema(out: Path | None) -> None:
    """Writes one file per kind of file that an author writes, and names each."""
    from builder.output import OutputFile, replace_files
    from builder.schema.export import json_schemas

    ctx = click.get_current_context()
    require_apart(ctx, out)
    folder = out or require_project(ctx) / "schemas"
    files = [
        OutputFile(folder / name, (json.dumps(each, ensure_ascii=False, indent=2) + "\n").encode())
        for name, each in sorted(json_schemas().items())
    ]
    replace_files(files)
    write_lines([((str(file.path), ""),) for file in files], sys.stdout)
