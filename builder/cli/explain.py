"""``lesbouwer explain``: the manual page of a code."""

from __future__ import annotations

import difflib
import sys
import textwrap
from collections.abc import Iterator

import click

from builder.cli.console import write_lines
from builder.cli.options import make_command
from builder.codes import CODES
from builder.codes.code import Code
from builder.i18n import translate as _
from builder.report import Line

WIDTH = 80


def make() -> click.Command:
    """The command in the language in force."""
    code = click.Argument(
        ["number"],
        required=False,
        metavar=_("[CODE]"),
        help=_("Code of a message, such as Q101. Without a code: the list of all."),
    )
    return make_command("explain", explain, _("Explain the code of a message."), [code])


def explain(number: str | None) -> None:
    """Writes one manual page, or the list of codes."""
    if number is None:
        write_lines(_list_codes(), sys.stdout)
        return
    code = CODES.get(number.upper()) or _find_by_slug(number)
    if code is None:
        raise click.UsageError(_suggest(number), click.get_current_context())
    write_lines(make_page(code), sys.stdout)


def _find_by_slug(slug: str) -> Code | None:
    return next((code for code in CODES.values() if code.slug == slug.lower()), None)


def _suggest(number: str) -> str:
    words = [*CODES, *(code.slug for code in CODES.values())]
    close = [code for code in CODES if number and code.startswith(number.upper())][:3]
    close += difflib.get_close_matches(number.upper(), CODES, 3, 0.7)
    close += difflib.get_close_matches(number.lower(), words, 3, 0.7)
    sentence = _("There is no code '{code}'.").format(code=number)
    if close:
        possibilities = ", ".join([*dict.fromkeys(close)][:3])
        return sentence + " " + _("Did you mean {codes}?").format(codes=possibilities)
    return sentence + " " + _("'lesbouwer explain' lists all codes.")


def _list_codes() -> Iterator[Line]:
    for number, code in sorted(CODES.items()):
        severity = code.severity.value
        yield (number, "title"), ("  ", ""), (f"{severity:<8}", severity), (code.slug, "")


def make_page(code: Code) -> Iterator[Line]:
    """The page as lines: what should be true, why, and an example of wrong and right."""
    severity = code.severity.value
    yield (f"{code.number} {code.slug} ", "title"), (f"({severity})", severity)
    yield ()
    for paragraph in _(code.explanation).split("\n\n"):
        for line in textwrap.wrap(" ".join(paragraph.split()), WIDTH):
            yield ((line, ""),)
        yield ()
    for heading, style, example in (
        (_("wrong"), "error", code.wrong),
        (_("right"), "good", code.right),
    ):
        if example:
            yield ((f"{heading}:", style),)
            for line in textwrap.dedent(example).strip("\n").splitlines():
                yield (("    " + line, ""),)
            yield ()
