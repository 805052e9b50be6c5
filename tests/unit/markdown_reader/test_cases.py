"""Runs tests/cases/markdown: every fault has its code and its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from builder import markdown_reader
from builder.codes import CODES
from builder.diagnostics import Diagnostic

MARKDOWN_CODES = [code for number, code in CODES.items() if number.startswith("M")]
FOLDER = Path(__file__).parents[2] / "cases" / "markdown"
FRONT = "---\nid: les\n---\n"
ELSEWHERE = frozenset({"M101", "M102", "M601", "M602", "M603", "M611"})
"""Front matter, values of YAML files and transcripts have tests of their own."""


def read_cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted(FOLDER.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def show(finding: Diagnostic, first_line: int) -> str:
    line = finding.location.line - first_line + 1
    column = f":{finding.location.column}" if finding.location.column else ""
    return f"{finding.code} {line}{column}"


@pytest.mark.parametrize("case", read_cases())
def test_finds_what_the_case_says(case: dict[str, Any]) -> None:
    outcome = markdown_reader.read(FRONT + case["text"], "modules/m/01-les.md")
    lines = (FRONT + case["text"]).split("\n")
    assert outcome.value is not None
    found = sorted(show(finding, outcome.value.offset) for finding in outcome.diagnostics)
    assert found == sorted(case["expect"])
    for finding in outcome.diagnostics:
        code = CODES[finding.code]
        code.sentence.format(**finding.params)
        code.fix.format(**finding.params)
        assert finding.source_line == lines[finding.location.line - 1]


def test_every_code_has_a_case() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.yaml"))
    missing = [code.number for code in MARKDOWN_CODES if code.number not in texts]
    assert set(missing) == ELSEWHERE


@pytest.mark.parametrize(
    "code", [code for code in MARKDOWN_CODES if code.wrong and code.number not in ELSEWHERE]
)
def test_examples_of_the_manual_are_true(code: Any) -> None:
    wrong = markdown_reader.read(FRONT + "\n" + code.wrong, "a.md").diagnostics
    assert code.number in {finding.code for finding in wrong}
    right = markdown_reader.read(FRONT + "\n" + code.right, "a.md").diagnostics
    assert code.number not in {finding.code for finding in right}
