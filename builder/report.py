"""Diagnostics in words: text for people, JSON, GitHub annotations and SARIF for programs.

Nothing here prints. Texts come in the language in force (see ``i18n``); in every language the
first line of a finding keeps the English words ``error``, ``warning`` and ``info``, so that
editors and scripts can match on ``file:line:column: error CODE: sentence``.
"""

from __future__ import annotations

import hashlib
import json
import os
import posixpath
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from builder import __version__
from builder.codes import CODES
from builder.diagnostics import Diagnostic, LesbouwerError, Location, Severity, in_order, refusal
from builder.i18n import mark, translate, translate_count
from builder.reasons.system import say_refusal
from builder.reasons.xml import say_fault

JSON_FORMAT = 1
"""Version of the JSON report; goes up when a key changes its meaning or disappears."""
FORMATS = ("text", "json", "github", "sarif")
LONGEST_LINE = 100
"""Characters of an offending line that are shown; a longer one is cut around the column."""

Span = tuple[str, str]
"""A piece of text and the name of its style ("" for none)."""
Line = tuple[Span, ...]

_SUGGESTION = mark(" (did you mean {name}?)")
"""What a finding may add to its sentence, as the value of a parameter."""

_GITHUB_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SARIF_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic with its sentence and fix in the language in force."""

    code: str
    slug: str
    severity: Severity
    location: Location
    sentence: str
    fix: str
    source_line: str
    params: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Places:
    """How a path of the project is shown: ``prefix`` goes before it, then ``..`` is worked out."""

    prefix: str = ""

    def show(self, path: str) -> str:
        """``path`` as seen from where the reader is; places in a package stay as they are."""
        if not path or path.partition("!")[0].endswith(".zip"):
            return path
        return posixpath.normpath(posixpath.join(self.prefix, path))


class _Params(dict[str, str | int]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def make_visible(text: str) -> str:
    """``text`` on one line, with control characters as their Unicode pictures.

    What an author typed is echoed to a terminal; escape sequences must not act there.
    """
    pieces = []
    for character in text:
        point = ord(character)
        if point < 0x20:
            pieces.append(" " if character in "\t\n\r" else chr(0x2400 + point))
        elif unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp"):
            pieces.append("\N{REPLACEMENT CHARACTER}")
        else:
            pieces.append(character)
    return "".join(pieces)


def _show_param(value: str | int) -> str | int:
    """A value as it stands in a sentence. One that holds our own words is translated too."""
    if not isinstance(value, str):
        return value
    before, after = _SUGGESTION.split("{name}")
    if value.startswith(before) and value.endswith(after):
        name = value[len(before) : -len(after)]
        return translate(_SUGGESTION).format(name=make_visible(name))
    return make_visible(value)


def _fill(template: str, params: Mapping[str, str | int]) -> str:
    shown = {key: _show_param(value) for key, value in params.items()}
    if isinstance(number := params.get("errno"), int):
        shown["reason"] = say_refusal(number, str(shown.get("reason", ""))).reason
    if isinstance(number := params.get("libxml2"), int):
        shown["detail"] = say_fault(number, str(shown.get("detail", "")))
    return translate(template).format_map(_Params(shown))


def _say_fix(params: Mapping[str, str | int]) -> str:
    """What to do about a refusal of the operating system; "" when there was none."""
    number = params.get("errno")
    return say_refusal(number, "").fix if isinstance(number, int) else ""


def make_finding(diagnostic: Diagnostic) -> Finding:
    """The words for one diagnostic. Raises ``KeyError`` for a code that no family lists."""
    code = CODES[diagnostic.code]
    fix = _fill(code.choose_fix(diagnostic.params), diagnostic.params)
    return Finding(
        code=code.number,
        slug=code.slug,
        severity=diagnostic.severity or code.severity,
        location=diagnostic.location,
        sentence=_fill(code.sentence, diagnostic.params),
        fix=_say_fix(diagnostic.params) or fix,
        source_line=diagnostic.source_line.rstrip("\r\n"),
        params=dict(diagnostic.params),
    )


def make_findings(diagnostics: Iterable[Diagnostic]) -> tuple[Finding, ...]:
    """All findings sorted by place, equal ones once."""
    return tuple(make_finding(diagnostic) for diagnostic in in_order(diagnostics))


def count_severities(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity, zeroes included."""
    counted = Counter(finding.severity for finding in findings)
    return {severity.value: counted[severity] for severity in Severity}


# Failures of the machine


def make_failure(error: OSError) -> LesbouwerError:
    """The failure for a refusal of the operating system that no stage has put into words."""
    if not isinstance(error.filename, str | bytes):
        return refusal("the computer refuses: {reason}", error)
    return refusal("{path} cannot be used: {reason}", error, path=os.fsdecode(error.filename))


def say_failure(error: LesbouwerError) -> str:
    """The sentence of a failure of the machine in the language in force."""
    return _fill(error.sentence, error.params) if error.params else translate(error.sentence)


def make_failure_text(error: LesbouwerError) -> Iterator[Line]:
    """The sentence, and the fix on a line of its own where the sentence does not hold one."""
    yield ("lesbouwer: ", "place"), (say_failure(error), "sentence")
    if fix := _say_fix(error.params):
        yield ("   " + translate("fix") + ": ", "label"), (fix, "")


# Text


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _indent(before: str) -> str:
    """Blank of the same width on a terminal as ``before``."""
    cells = sum(
        0 if unicodedata.combining(character) else 2 if _is_wide(character) else 1
        for character in before
    )
    return " " * cells


def _cut(line: str, column: int) -> tuple[str, int]:
    """``line`` cut to what fits around ``column`` (from 1), and the column in the cut line."""
    if len(line) <= LONGEST_LINE:
        return line, column
    start = min(max(0, column - 1 - LONGEST_LINE // 2), len(line) - LONGEST_LINE)
    before, after = "…" if start else "", "…" if start + LONGEST_LINE < len(line) else ""
    cut = before + line[start : start + LONGEST_LINE] + after
    return cut, max(0, column - start + len(before)) if column else 0


def make_excerpt(finding: Finding) -> Iterator[Line]:
    """The offending line with its number, and a caret under the column when it is known."""
    where = finding.location
    if not where.line or not finding.source_line.strip():
        return
    shown, column = _cut(make_visible(finding.source_line), where.column)
    yield (f"{where.line:>5} | ", "gutter"), (shown.rstrip(), "")
    if 0 < column <= len(shown) + 1:
        yield (" " * 5 + " | ", "gutter"), (_indent(shown[: column - 1]) + "^", "caret")


def make_text_of(finding: Finding, places: Places, *, with_hint: bool) -> Iterator[Line]:
    """The lines of one finding: place and sentence, the line with a caret, the fix, the hint."""
    where = finding.location
    place = str(Location(places.show(where.path), where.line, where.column))
    severity = finding.severity.value
    yield (
        (f"{place or 'lesbouwer'}: ", "place"),
        (f"{severity} {finding.code}: ", severity),
        (finding.sentence, "sentence"),
    )
    yield from make_excerpt(finding)
    if finding.fix:
        yield ("   " + translate("fix") + ": ", "label"), (finding.fix, "")
    if with_hint:
        yield ("   " + translate("more") + ": ", "label"), (f"lesbouwer explain {finding.code}", "")


def make_text(findings: Sequence[Finding], places: Places) -> tuple[Line, ...]:
    """The whole report; the hint to the explanation stands once per code, the counts last."""
    lines: list[Line] = []
    seen: set[str] = set()
    for finding in findings:
        lines += make_text_of(finding, places, with_hint=finding.code not in seen)
        lines.append(())
        seen.add(finding.code)
    if findings:
        lines.append(((make_count_line(findings), "count"),))
    return tuple(lines)


def make_count_line(findings: Sequence[Finding]) -> str:
    """Like ``3 errors, 1 warning in 2 files``; empty without findings."""
    if not findings:
        return ""
    counts = count_severities(findings)
    words = [
        translate_count("{count} error", "{count} errors", counts["error"]),
        translate_count("{count} warning", "{count} warnings", counts["warning"]),
        translate_count("{count} remark", "{count} remarks", counts["info"]),
    ]
    said = [word for word, count in zip(words, counts.values(), strict=True) if count]
    files = len({finding.location.path for finding in findings})
    return translate_count(
        "{findings} in {count} file",
        "{findings} in {count} files",
        files,
        findings=", ".join(said),
    )


def join_plain(lines: Iterable[Line]) -> str:
    """The lines without their styles, each closed by a newline."""
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)


# For programs


def make_entry(finding: Finding) -> dict[str, Any]:
    """One finding as plain values; described in docs/reference/commands.md."""
    return {
        "code": finding.code,
        "slug": finding.slug,
        "severity": finding.severity.value,
        "path": finding.location.path,
        "line": finding.location.line,
        "column": finding.location.column,
        "sentence": finding.sentence,
        "fix": finding.fix,
        "source_line": finding.source_line,
        "params": dict(sorted(finding.params.items())),
    }


def make_json(findings: Sequence[Finding], extra: Mapping[str, Any] | None = None) -> str:
    """The report as one JSON object; ``extra`` adds what a command has to tell besides."""
    report: dict[str, Any] = {
        "format": JSON_FORMAT,
        "version": __version__,
        "counts": count_severities(findings),
        "diagnostics": [make_entry(finding) for finding in findings],
    }
    return json.dumps(report | dict(extra or {}), ensure_ascii=False, indent=2) + "\n"


def _join_sentences(finding: Finding) -> str:
    return "\n".join(
        [finding.sentence, *([translate("fix") + ": " + finding.fix] if finding.fix else [])]
    )


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")


def make_github(findings: Sequence[Finding], places: Places) -> str:
    """Workflow commands, one line per finding, that GitHub shows beside the changed lines."""
    lines = []
    for finding in findings:
        where = finding.location
        properties = {
            "file": places.show(where.path),
            "line": str(where.line or ""),
            "col": str(where.column or ""),
            "title": f"{finding.code} {finding.slug}",
        }
        joined = ",".join(
            f"{name}={_escape_property(value)}" for name, value in properties.items() if value
        )
        message = _escape_data(_join_sentences(finding))
        lines.append(f"::{_GITHUB_LEVEL[finding.severity]} {joined}::{message}\n")
    return "".join(lines)


def _sarif_rule(number: str) -> dict[str, Any]:
    code = CODES[number]
    explanation = translate(code.explanation)
    help_text = explanation
    for heading, example in ((translate("wrong"), code.wrong), (translate("right"), code.right)):
        if example:
            help_text += f"\n\n{heading}:\n{example}"
    return {
        "id": number,
        "name": "".join(word.capitalize() for word in code.slug.split("-")),
        "shortDescription": {"text": code.slug},
        "fullDescription": {"text": explanation},
        "help": {"text": help_text},
        "defaultConfiguration": {"level": _SARIF_LEVEL[code.severity]},
    }


def _fingerprint(finding: Finding) -> str:
    """Equal for the same finding after lines moved, so that a service knows it again."""
    seed = [finding.code, finding.location.path, sorted(finding.params.items())]
    return hashlib.sha256(json.dumps(seed).encode()).hexdigest()[:32]


def _sarif_result(finding: Finding, rules: Sequence[str], places: Places) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rules.index(finding.code),
        "level": _SARIF_LEVEL[finding.severity],
        "message": {"text": _join_sentences(finding)},
        "partialFingerprints": {"lesbouwer/v1": _fingerprint(finding)},
    }
    where = finding.location
    if where.path:
        physical: dict[str, Any] = {"artifactLocation": {"uri": quote(places.show(where.path))}}
        if where.line:
            region: dict[str, Any] = {"startLine": where.line}
            if where.column:
                region["startColumn"] = where.column
            if finding.source_line:
                region["snippet"] = {"text": finding.source_line}
            physical["region"] = region
        result["locations"] = [{"physicalLocation": physical}]
    return result


def make_sarif(findings: Sequence[Finding], places: Places, language: str) -> str:
    """The report as SARIF 2.1.0 (OASIS), with the explanation of every code that occurs."""
    rules = sorted({finding.code for finding in findings})
    run = {
        "tool": {
            "driver": {
                "name": "lesbouwer",
                "version": __version__,
                "language": language,
                "rules": [_sarif_rule(number) for number in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(finding, rules, places) for finding in findings],
    }
    log = {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
        "sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"
