"""Why a text is no YAML, in terms of what an author sees: the parser's own words are not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from builder.diagnostics import Diagnostic, Location

GLUED_COLON = re.compile(r"^\s*(?:- +)?[\w-]+:(?=[^\s:/])")
"""A key whose colon has no space behind it; not the start of a web address."""
_WIDE = "[\u00a0\u2000-\u200a\u202f\u205f\u3000]"
NO_SPACE = re.compile(rf"^ *(?:{_WIDE}|(?:- +)*-{_WIDE}|(?:- +)*[\w-]+:{_WIDE})")
"""A sign that only looks like a space where YAML needs one: an indent, after a hyphen or colon."""
GLUED_HYPHEN = re.compile(r"^ *-(?=[^\s-])")
"""An item of a list whose hyphen has no space behind it."""
STARTS_SOMETHING = re.compile(r" *(?:- |[\w-]+:(?: |$))")
"""A line that is no more text of the value above it."""
_VALUE = re.compile(r"\s*(?:- +)*(?:[\w-]+: +)?(?=\S)")
"""What stands before the words of a value."""
_APOSTROPHE = re.compile(r"(\s*(?:- +)*(?:[\w-]+: +)?)('[a-z]\s.*)")
"""A value that starts with a word such as ``'s`` or ``'t``, and not with a quotation mark."""
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( |$)")


@dataclass(frozen=True, slots=True)
class Fault:
    """What makes the text unreadable; line and column count from 1 within the text."""

    code: str
    line: int
    column: int
    params: dict[str, str | int] = field(default_factory=dict)

    def diagnose(self, path: str, line_offset: int) -> Diagnostic:
        """The finding, in a file with ``line_offset`` lines above the text."""
        where = Location(path, self.line + line_offset, self.column)
        return Diagnostic(self.code, where, self.params)


def explain(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Fault:
    """The most likely cause, in terms of what an author sees; the parser's words are not."""
    line, column = position(error.problem_mark or error.context_mark)
    start_line, start_column = position(error.context_mark or error.problem_mark)
    problem = f"{error.context or ''} {error.problem or ''}"
    for number in range(len(lines)):
        if _CONFLICT.match(lines[number]):
            return Fault("Y123", number + 1, 1)
    for number in (line, line - 1):
        indent = re.match(r"[ \t]*", line_at(lines, number))
        if indent and "\t" in indent[0]:
            return Fault("Y102", number + 1, indent[0].index("\t") + 1)
    if "quoted scalar" in problem and ("end of stream" in problem or "document" in problem):
        apostrophe = _explain_apostrophe(lines, start_line)
        return apostrophe or Fault("Y114", start_line + 1, start_column + 1)
    if "escape" in problem or "hexadecimal" in problem:
        backslash = line_at(lines, line).rfind("\\", 0, column + 1)
        return Fault("Y120", line + 1, max(backslash, 0) + 1)
    if "block scalar" in problem:
        return Fault("Y121", line + 1, column + 1)
    if "flow" in problem:
        return Fault("Y119", *_find_bracket(lines, start_line, start_column))
    if "sequence entries are not allowed" in problem:
        return Fault("Y118", line + 1, column + 1, {"sign": "-"})
    if "cannot start any token" in problem or "alias" in problem or "anchor" in problem:
        shown = line_at(lines, start_line)[start_column : start_column + 1]
        return Fault("Y118", start_line + 1, start_column + 1, {"sign": shown})
    return _explain_structure(problem, lines, (line, column), start_line)


def _find_open_quote(lines: Sequence[str], line: int) -> Fault | None:
    """A quotation mark on a line above that is not closed before the next key or item starts.

    The text runs on to the next mark, however far below, and only there the parser notices.
    """
    for number in range(line):
        text = line_at(lines, number)
        start = _VALUE.match(text)
        mark = text[start.end()] if start else ""
        if start and mark in ("'", '"') and text.count(mark) == 1:
            following = next((one for one in lines[number + 1 :] if one.strip()), "")
            if STARTS_SOMETHING.match(following):
                return Fault("Y114", number + 1, start.end() + 1)
    return None


def _find_bracket(lines: Sequence[str], line: int, column: int) -> tuple[int, int]:
    """Line and column, from 1, of the last bracket that opens before a place, or at it."""
    for number in range(line, -1, -1):
        text = line_at(lines, number)
        text = text[: column + 1] if number == line else text
        found = max(text.rfind("["), text.rfind("{"))
        if found >= 0:
            return number + 1, found + 1
    return line + 1, column + 1


def _explain_structure(
    problem: str, lines: Sequence[str], at: tuple[int, int], start_line: int
) -> Fault:
    """The causes that libyaml calls by many names: colons, quotes, indentation."""
    line, column = at
    unclosed = _find_open_quote(lines, line)
    if unclosed:
        return unclosed
    before = line - 1
    while before > 0 and not line_at(lines, before).strip():
        before -= 1
    for number in dict.fromkeys((line, start_line, before)):
        lookalike = NO_SPACE.match(line_at(lines, number))
        if lookalike:
            return Fault("Y126", number + 1, lookalike.end())
    for number in dict.fromkeys((line, start_line, before)):
        glued = GLUED_COLON.match(line_at(lines, number))
        if glued:
            return Fault("Y103", number + 1, glued.end())
        hyphen = GLUED_HYPHEN.match(line_at(lines, number))
        if hyphen:
            return Fault("Y129", number + 1, hyphen.end())
    text = line_at(lines, line)
    if "not allowed" in problem and text[column : column + 1] in ("-", "?"):
        return Fault("Y118", line + 1, column + 1, {"sign": text[column]})
    value = _VALUE.match(text)
    if value and text[value.end()] in "[{" and text[:column].rstrip().endswith(("]", "}")):
        return Fault("Y118", line + 1, value.end() + 1, {"sign": text[value.end()]})
    if "mapping values" in problem:
        is_first_colon = not re.search(r":\s", text[:column])
        if is_first_colon and " " in text[:column].strip().removeprefix("- "):
            return Fault("Y116", line + 1, column + 1, _name_key_above(lines, line))
        if is_first_colon:
            return Fault("Y117", line + 1, _first(text, column), _propose_indent(lines, line))
        return Fault("Y116", line + 1, column + 1)
    if _lacks_hyphen(problem, lines, start_line if "expected ':'" in problem else line):
        at_line = start_line if "expected ':'" in problem else line
        return Fault("Y128", at_line + 1, _first(line_at(lines, at_line), 0))
    if "expected ':'" in problem:
        return Fault("Y104", start_line + 1, _first(line_at(lines, start_line), 0))
    if text[:column].rstrip().endswith(("'", '"')):
        return _explain_apostrophe(lines, line) or Fault("Y115", line + 1, column + 1)
    if "block" in problem:
        return Fault("Y117", line + 1, _first(text, column), _propose_indent(lines, line))
    return Fault("Y101", line + 1, column + 1)


def _explain_apostrophe(lines: Sequence[str], line: int) -> Fault | None:
    """The nearest value, on a line or above it, that starts with an apostrophe and has no other."""
    for number in range(line, -1, -1):
        found = _APOSTROPHE.fullmatch(line_at(lines, number))
        if found and found[2].count("'") == 1:
            escaped = found[2].rstrip().replace("\\", "\\\\").replace('"', '\\"')
            return Fault("Y114", number + 1, found.end(1) + 1, {"write": f'"{escaped}"'})
    return None


def _name_key_above(lines: Sequence[str], line: int) -> dict[str, str | int]:
    """The key whose text goes on, unmarked, on a line below it."""
    spaces = _count_spaces(line_at(lines, line))
    for number in range(line - 1, -1, -1):
        text = line_at(lines, number)
        found = re.match(r"( *(?:- +)?)([\w-]+): +\S", text)
        if found and len(found[1]) < spaces:
            return {"key": found[2]}
        if text.strip() and _count_spaces(text) < spaces:
            break
    return {}


def _lacks_hyphen(problem: str, lines: Sequence[str], number: int) -> bool:
    """Whether a line stands among the items of a list, right below a hyphen, without one."""
    if "expected ':'" not in problem and "block collection" not in problem:
        return False
    text = line_at(lines, number)
    spaces = _count_spaces(text)
    if text[spaces : spaces + 1] in ("", "-", "#"):
        return False
    for above in range(number - 1, -1, -1):
        other = line_at(lines, above)
        if other.strip() and _count_spaces(other) <= spaces:
            return re.match(rf" {{{spaces}}}- ", other) is not None
    return False


def _propose_indent(lines: Sequence[str], line: int) -> dict[str, str | int]:
    """How many spaces a line has and should have, when a column above it lies closest."""
    spaces = _count_spaces(line_at(lines, line))
    columns: list[int] = []
    for number in range(line - 1, -1, -1):
        text = line_at(lines, number)
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        columns += _find_columns(text)
        if _count_spaces(text) == 0 or _count_spaces(text) < spaces:
            break
    distances = {abs(column - spaces) for column in columns}
    nearest = {one for one in columns if abs(one - spaces) == min(distances)}
    if len(nearest) != 1 or spaces in nearest:
        return {}
    return {"spaces": spaces, "write": nearest.pop()}


def _find_columns(text: str) -> list[int]:
    """Where something may start that belongs with a line: before a hyphen, and behind it."""
    start = _count_spaces(text)
    hyphen = re.match(r" *- +(?=[\w-]+:)", text)
    return [start, hyphen.end()] if hyphen else [start]


def _count_spaces(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def position(mark: Any) -> tuple[int, int]:
    """Line and column, from 0, of a mark of either parser."""
    return (mark.line, mark.column) if mark else (0, 0)


def line_at(lines: Sequence[str], number: int) -> str:
    """A line by its number from 0; "" when there is none."""
    return lines[number] if 0 <= number < len(lines) else ""


def _first(text: str, column: int) -> int:
    """Column, from 1, where the text of a line begins; ``column`` (from 0) in an empty line."""
    return len(text) - len(text.lstrip()) + 1 if text.strip() else column + 1
