"""Writes docs/reference/ from the code: ``python -m tools.reference``."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click

from builder import i18n
from builder.build_report import PackageEntry
from builder.cli.group import make_group
from builder.cli.options import HELP_NAMES
from builder.codes import CODES
from builder.codes.code import Code
from builder.diagnostics import Diagnostic, Location
from builder.report import Places, join_plain, make_findings, make_json, make_text

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "reference"
WIDTH = 100
NOTE = "<!-- Written by `make docs` from the code. -->"

FAMILIES = {
    "A": "Pictures and other files",
    "C": "Courses and how their files hang together",
    "L": "Content that could be better for the learner",
    "M": "Markdown of lessons",
    "P": "Packages",
    "Q": "Questions",
    "S": "Files as files",
    "V": "Finished packages, also of others",
    "Y": "YAML",
}

_INTRODUCTION = """\
The command is `lesbouwer`. It works on a *project*: a folder with `courses/`, `modules/` and
`quizzes/`. Every command takes `--project` and `--lang`, before or after its name.
"""

_EXIT_CODES = (
    (0, "fine; warnings are fine too"),
    (1, "the content has errors, or the inspected package has"),
    (2, "wrong use: an unknown command, option, course or code, or no project here"),
    (3, "the machine: a full disk, a file that may not be read, a part that is not installed"),
    (70, "a fault of lesbouwer itself; please report it"),
    (130, "broken off with Ctrl-C (`preview` ends with 0)"),
)

_PRECEDENCE = """\
The machine goes before the content. With a file that cannot be read and a mistake in a text the
code is 3, because nobody knows yet what is wrong in the rest; all findings are written all the
same. In short: 1 is for who writes the course, 3 for who looks after the computer, 70 for us.

What one course meets does not stop another: `build` still writes the courses that are fine. A
reader that goes away (`lesbouwer check | head`) or a stream that was closed (`>&-`) changes no
exit code; output that cannot be written, as on a full disk, is 3. A missing folder or file that
the line itself names is wrong use (2); one that exists but is kept back is the machine (3). Two
builds at the same time wait for each other while they write.
"""

_VARIABLES = (
    ("LESBOUWER_LANG", "language of the messages, `nl` or `en`; `--lang` goes first"),
    ("LESBOUWER_TODAY", "another day for `check`, as 2026-01-31; without it that of the calendar"),
    (
        "LC_ALL, LC_MESSAGES, LANG",
        "the locale, when nothing else names a language; without any (or with `C`) it is Dutch",
    ),
    ("NO_COLOR", "when set to anything, no colour"),
    ("GITHUB_WORKSPACE", "top of the repository for the paths of `--format github` and `sarif`"),
)

_STREAMS = """\
With `--format text` the findings go to standard error and the results to standard output. The
other formats go to standard output as a whole, in UTF-8. Colour and progress appear only on a
terminal.
"""

_FINDING_KEYS = (
    ("code", "number of the code, see [codes](codes.md)"),
    ("slug", "what should be true, in a few words; stable"),
    ("severity", "`error`, `warning` or `info`"),
    ("path", "file in the project with forward slashes; `package.zip!file` inside a package"),
    ("line", "from 1; 0 for the file as a whole"),
    ("column", "in characters from 1; 0 for the line as a whole"),
    ("sentence", "what is wrong, in the language in force"),
    ("fix", "what to do about it, in the language in force"),
    ("source_line", "the line as the author wrote it, or empty"),
    ("params", "the values in the sentence and the fix, as strings and numbers"),
)

_ENTRY_MEANINGS = {
    "course": "id of the course",
    "version": "version of the course",
    "target": "`scorm12`, `scorm2004` or `scorm2004-3`",
    "path": "file name, seen from `report.json`",
    "size": "bytes",
    "sha256": "of the file, in lower-case hexadecimal",
    "lessons": "number of lessons",
    "questions": "number of questions",
    "state": "characters of the longest state that an LMS may have to keep for one learner",
    "build": "six characters that change when anything a learner can see changes",
}


def write_commands() -> str:
    """The text of commands.md."""
    return "\n".join([NOTE, "", "# Commands", "", _INTRODUCTION, *_commands(), *_agreements()])


def _commands() -> Iterator[str]:
    group = make_group()
    ctx = click.Context(group, info_name="lesbouwer", help_option_names=list(HELP_NAMES))
    yield from ["## lesbouwer", "", group.help or "", ""]
    yield from _parameters(group, ctx)
    for name, command in sorted(group.commands.items()):
        inner = click.Context(command, info_name=name, parent=ctx)
        pieces = " ".join(command.collect_usage_pieces(inner))
        yield from [f"## lesbouwer {name}", "", command.help or "", ""]
        yield from ["```text", f"lesbouwer {name} {pieces}", "```", ""]
        yield from _parameters(command, inner)


def _parameters(command: click.Command, ctx: click.Context) -> Iterator[str]:
    yield from ["| argument or option | what |", "| --- | --- |"]
    for parameter in command.get_params(ctx):
        if isinstance(parameter, click.Argument):
            yield _row(f"`{parameter.make_metavar(ctx)}`", parameter.help or "")
        elif isinstance(parameter, click.Option):
            named = ", ".join(f"`{name}`" for name in parameter.opts)
            if not parameter.is_flag:
                named += f" `{parameter.make_metavar(ctx)}`"
            default = f" (default: `{parameter.default}`)" if parameter.show_default else ""
            yield _row(named, (parameter.help or "") + default)
    yield ""


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _table(*rows: tuple[str, str], head: tuple[str, str]) -> Iterator[str]:
    yield from [_row(*head), "| --- | --- |", *(_row(*row) for row in rows), ""]


def _agreements() -> Iterator[str]:
    yield from ["## Exit codes", ""]
    yield from _table(*((str(code), text) for code, text in _EXIT_CODES), head=("code", "meaning"))
    yield _PRECEDENCE
    yield from ["## Environment", ""]
    yield from _table(*((f"`{a}`", b) for a, b in _VARIABLES), head=("variable", "what"))
    example = Diagnostic(
        "Q107",
        Location("quizzes/luisteren-toets.yaml", 14, 7),
        {"id": "eerste-reactie", "option": "b"},
        "      b:",
    )
    findings = make_findings([example])
    yield from ["## Output", "", _STREAMS]
    yield from ["### Text", "", "```text", join_plain(make_text(findings, Places())) + "```", ""]
    yield "The word after the place is `error`, `warning` or `info` in every language.\n"
    yield from ["### JSON", "", "```json", make_json(findings) + "```", ""]
    yield from _table(*((f"`{a}`", b) for a, b in _FINDING_KEYS), head=("key", "meaning"))
    yield textwrap.fill(
        "`format` goes up when a key changes its meaning or disappears; new keys may come at any "
        "time. `check` adds `courses` (per course `course`, `fine`, `lessons`, `questions`), "
        "`build` adds `packages` (as in `report.json`, those of this run), `inspect` adds "
        "`package`.",
        WIDTH,
    )
    yield from ["", "### GitHub and SARIF", ""]
    yield textwrap.fill(
        "`--format github` writes workflow commands, which GitHub shows beside the lines. "
        "`--format sarif` writes a log in SARIF 2.1.0 with the explanation of every code in it; "
        "its fingerprints stay equal when lines move.",
        WIDTH,
    )
    yield from ["", "## report.json", ""]
    yield textwrap.fill(
        "`build` writes it beside the packages: `format` (1) and `packages`, sorted, one object "
        "per package. Packages of other courses that are still there keep their object. Equal "
        "packages give an equal file.",
        WIDTH,
    )
    yield ""
    rows = ((f"`{one.name}`", _ENTRY_MEANINGS[one.name]) for one in fields(PackageEntry))
    yield from _table(*rows, head=("key", "meaning"))


def write_codes() -> str:
    """The text of codes.md."""
    lines = [NOTE, "", "# Codes", ""]
    lines += [
        textwrap.fill(
            "Every message has a code, which never gets another meaning. `lesbouwer explain CODE` "
            "shows the same page on the terminal, in Dutch too. Only errors stop a build.",
            WIDTH,
        ),
        "",
    ]
    for letter, title in FAMILIES.items():
        codes = [code for number, code in sorted(CODES.items()) if number.startswith(letter)]
        lines += [f"## {letter}: {title}", ""] if codes else []
        for code in codes:
            lines += _code(code)
    return "\n".join(lines)


def _code(code: Code) -> Iterator[str]:
    yield from [f"### {code.number} {code.slug}", ""]
    yield from [textwrap.fill(f"*{code.severity.value}*: `{code.sentence}`", WIDTH), ""]
    for paragraph in code.explanation.split("\n\n"):
        yield from [textwrap.fill(_escape(" ".join(paragraph.split())), WIDTH), ""]
    for heading, example in (("Wrong", code.wrong), ("Right", code.right)):
        if example:
            yield from [f"{heading}:", "", "````text"]
            yield from [textwrap.dedent(example).strip("\n"), "````", ""]


def _escape(text: str) -> str:
    """Prose as Markdown: what stands between backticks is code, a tag elsewhere is not HTML."""
    pieces = text.split("`")
    pieces[::2] = [piece.replace("<", "\\<").replace("*", "\\*") for piece in pieces[::2]]
    return "`".join(pieces)


def write_all() -> dict[str, str]:
    """File name in docs/reference/ → its text."""
    i18n.speak("en")
    made = {"codes.md": write_codes(), "commands.md": write_commands()}
    return {name: text.rstrip("\n") + "\n" for name, text in made.items()}


def main() -> int:
    """Writes every document that is not current."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in write_all().items():
        path = FOLDER / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            sys.stdout.write(f"written: docs/reference/{name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
