"""A faulty line as its author most likely meant it, so that the rest of the text can be read.

Nothing of it is ever built: the fault is an error. Only faults of which the repair is as good as
certain are here; at any other the reading ends.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from builder.yaml_reader.faults import STARTS_SOMETHING, Fault, line_at

_VALUE = re.compile(r"( *(?:- +)*)((?:[\w-]+: +)?)(\S.*?)\s*")
"""What stands before the key, the key, and the value."""
_BEFORE_VALUE = re.compile(r"\s*(?:-\s+)*(?:[\w-]+:\s)?")


def repair(fault: Fault, lines: Sequence[str]) -> list[str] | None:
    """The lines with the fault put right; None when it is not clear how."""
    number = fault.line - 1
    text = line_at(lines, number)
    if fault.code in ("Y103", "Y129"):
        mended: str | None = text[: fault.column] + " " + text[fault.column :]
    elif fault.code == "Y120":
        mended = text[: fault.column - 1] + "\\" + text[fault.column - 1 :]
    elif fault.code == "Y126":
        before = _BEFORE_VALUE.match(text)
        end = before.end() if before else 0
        mended = re.sub(r"\s", " ", text[:end]) + text[end:]
    elif fault.code == "Y114":
        following = _find_next(lines, number)
        is_whole = following is None or STARTS_SOMETHING.match(following)
        mended = text.rstrip() + text[fault.column - 1] if is_whole else None
    elif fault.code in ("Y115", "Y116", "Y118"):
        mended = _quote(fault, lines)
    else:
        mended = None
    if mended is None:
        return None
    return [*lines[:number], mended, *lines[number + 1 :]]


def _quote(fault: Fault, lines: Sequence[str]) -> str | None:
    """The line with quotation marks around all of its value, when that ends on the line."""
    number = fault.line - 1
    found = _VALUE.fullmatch(line_at(lines, number))
    following = _find_next(lines, number)
    if found is None:
        return None
    before, key, value = found.groups()
    goes_on = following is not None and len(following) - len(following.lstrip(" ")) > len(before)
    is_flow = value[0] in "[{" and fault.code != "Y118"
    is_inside = fault.code == "Y118" and fault.column != found.start(3) + 1
    if goes_on or is_flow or is_inside:
        return None
    is_quoted = len(value) > 1 and value[0] in "'\"" and value[0] == value[-1]
    return before + key + json.dumps(value[1:-1] if is_quoted else value, ensure_ascii=False)


def _find_next(lines: Sequence[str], number: int) -> str | None:
    """The next line with something on it."""
    return next((one for one in lines[number + 1 :] if one.strip()), None)
