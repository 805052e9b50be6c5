"""Runs tests/cases/lint: one file per rule, with content that passes and content that does not."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from builder import lint
from builder.codes import CODES
from tests.media_samples import make_file
from tests.unit.sample_course import COURSE, MODULE, QUIZ, make_course, make_library

FOLDER = Path(__file__).parents[2] / "cases" / "lint"
FRONT = "---\nid: les-een\ntitle: Les een\nminutes: 5\ngoals: [zien wat je ziet]\n---\n"
SHORT = {
    "modules/eerste/01-les.md": "les",
    "modules/eerste/02-les.md": "les2",
    "modules/eerste/module.yaml": "module",
    "courses/proef/course.yaml": "cursus",
    "modules/eerste/media/a.md": "tekst",
    "modules/eerste/media/a.vtt": "vtt",
    "quizzes/toets-een.yaml": "toets",
    "modules/eerste/media/a.svg": "tekening",
    "quizzes/media/a.svg": "tekening",
}


def read_cases() -> list[Any]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")
        for path in sorted(FOLDER.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("rule", "case"), read_cases())
def test_finds_what_the_case_says(rule: str, case: dict[str, Any]) -> None:
    lessons = case.get("lessons") or [FRONT + case.get("body", "Dit is de tekst.\n")]
    course = make_course(
        *lessons,
        quiz=case.get("quiz", QUIZ),
        course=COURSE + case.get("course", ""),
        module=MODULE + case.get("module", ""),
        files={name: make_file(content) for name, content in case.get("files", {}).items()},
        library=make_library(*case.get("overviews", ())),
    )
    findings = lint.find(course)
    found = []
    for finding in findings:
        where = str(finding.location)
        path = finding.location.path
        found.append(f"{finding.code} {where.replace(path, SHORT[path], 1)}")
        code = CODES[finding.code]
        code.sentence.format(**finding.params)
        code.fix.format(**finding.params)
        assert finding.source_line or path.endswith("module.yaml")
    assert sorted(found) == sorted(case["expect"])
    for name, value in case.get("params", {}).items():
        assert findings[0].params[name] == value


def test_every_rule_has_a_case_that_passes_and_one_that_fails() -> None:
    rules = {rule.__module__.rpartition(".")[2] for rule in lint.RULES}
    assert {path.stem for path in FOLDER.glob("*.yaml")} == rules | {"silence"}
    for path in FOLDER.glob("*.yaml"):
        cases = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert any(case["expect"] for case in cases), path
        assert any(not case["expect"] for case in cases), path


def test_every_code_of_a_rule_has_a_case_and_a_manual() -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.yaml")}
    everything = "".join(texts.values())
    by_assembling = {"A101", "A102"}
    for number in CODES:
        if number[0] in "LA" and number not in by_assembling:
            assert f'"{number} ' in everything, number
    for rule in lint.RULES:
        module = rule.__module__.rpartition(".")[2]
        manual = import_module(rule.__module__).__doc__ or ""
        first_line = manual.partition("\n")[0]
        assert re.match(r"[AL]\d{3}", first_line), module
        assert "Wrong:" in manual, module
        assert "Right:" in manual, module


def test_rules_are_in_alphabetical_order() -> None:
    names = [rule.__module__ for rule in lint.RULES]
    assert names == sorted(names)
