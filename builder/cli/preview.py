"""``lesbouwer preview``: the course in a browser, built again at every save."""

from __future__ import annotations

import secrets
import sys
import webbrowser
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from builder.cli.console import write_lines
from builder.cli.findings import find_language, find_places, write_findings
from builder.cli.options import make_command
from builder.cli.project import require_courses, require_project
from builder.i18n import translate as _
from builder.report import Line

if TYPE_CHECKING:
    from builder.preview.site import Site

HIGHEST_PORT = 65535


class _Port(click.ParamType[int]):
    """Click has a type for numbers too, but it speaks of an "integer range"."""

    name = "port"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        text = str(value)
        if text.isascii() and text.isdigit() and 1 <= int(text) <= HIGHEST_PORT:
            return int(text)
        sentence = _("'{value}' is no port. Give a number from 1 to {highest}.")
        self.fail(sentence.format(value=text, highest=HIGHEST_PORT), param, ctx)


def make() -> click.Command:
    """The command in the language in force."""
    course = click.Argument(
        ["course"],
        required=False,
        metavar=_("[COURSE]"),
        help=_("Name of the course to show. Without a name: all courses."),
    )
    port = click.Option(
        ["--port"],
        type=_Port(),
        metavar=_("NUMBER"),
        help=_("Port to listen on; without it the first free one from 8000."),
    )
    opens = click.Option(
        ["--open", "opens_browser"],
        is_flag=True,
        help=_("Open the page in the browser."),
    )
    return make_command(
        "preview",
        preview,
        _("Show a course in the browser. It follows every save."),
        [course, port, opens],
    )


def preview(course: str | None, port: int | None, opens_browser: bool) -> None:
    """Serves until Ctrl-C. Mistakes are shown in the page and on the terminal."""
    from builder import pipeline
    from builder.preview.network import ADDRESS, listen
    from builder.preview.rebuild import Workshop
    from builder.preview.server import serve

    ctx = click.get_current_context()
    project = require_project(ctx)
    wanted: tuple[str, ...] = ()
    if course is not None:
        tree, faults = pipeline.read_project(project)
        wanted = require_courses(ctx, project, (course,), pipeline.find_courses(tree), faults)
    places = find_places(project, "text")

    def tell(site: Site) -> None:
        for view in site.courses.values():
            write_findings(view.findings, places, "text")
        write_lines(_make_lines(site), sys.stdout)

    with listen(port) as listener:
        address = f"http://{ADDRESS}:{listener.getsockname()[1]}/"
        workshop = Workshop(project, wanted, find_language(), secrets.token_hex(4), tell)
        site = workshop.build()
        told = _("Preview at {address} (Ctrl-C ends it)").format(address=address)
        write_lines([((told, "title"),)], sys.stdout)
        if opens_browser and not webbrowser.open(address):
            said = _("No browser could be started. Open the address above in one yourself.")
            write_lines([((said, ""),)], sys.stderr)
        serve(site, workshop.follow, listener)
    write_lines([((_("Preview ended."), ""),)], sys.stdout)


def _make_lines(site: Site) -> Iterator[Line]:
    for view in site.courses.values():
        if view.files is not None:
            yield (f"{view.id}: ", "title"), (_("shown"), "good")
        else:
            yield (f"{view.id}: ", "title"), (view.note, "error")
