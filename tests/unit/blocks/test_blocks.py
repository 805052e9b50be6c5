"""Runs tests/cases/blocks: Markdown of a lesson → HTML of the page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from builder import markdown_reader, strings
from builder.blocks import ALERTS, BLOCKS, find, names
from builder.course import Media, Quiz, Transcript
from builder.render.assets import Asset, Assets
from builder.render.html import Scope
from builder.render.page import load_templates
from builder.render.writer import PageWriter
from builder.schema.quiz import QuizFile
from tests.unit.sample_course import NoPositions, make_library

SIZES = {".jpg": (1200, 675), ".mp4": (640, 360)}
FOLDER = Path(__file__).parents[2] / "cases" / "blocks"


def read_cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted(FOLDER.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


OVERVIEW = """\
id: lijnen
title: Lijnen & adressen
columns:
  naam: {title: Naam}
  telefoon: {title: Telefoon, type: phone}
  voor: {title: Voor wie, filter: true}
rows:
  "113": {naam: "*113*", telefoon: ["113", 0800-0113], voor: [a, b], checked: 2026-11-22}
  leeg: {naam: Niets, voor: b, checked: 2026-11-02}
"""


def make_check() -> Quiz:
    """A quiz for practice with one question."""
    question = {
        "id": "een-vraag",
        "type": "true-false",
        "prompt": "Klopt dit?",
        "answer": True,
        "feedback": {"true": "Ja.", "false": "Nee."},
    }
    written = {"id": "mijn-oefening", "title": "Oefenen", "minutes": 1, "questions": [question]}
    return Quiz(QuizFile.model_validate(written), "quizzes/mijn-oefening.yaml", NoPositions(), ())


def make_writer(language: str = "nl", targets: Iterable[str] = ()) -> PageWriter:
    """A writer for a lesson of which every transcript says *hallo* and every film is 640 wide."""
    media = {target: Media(target, b"") for target in targets}
    assets = {
        target: Asset(target.replace(".jpg", ".webp"), b"", *SIZES.get(target[-4:], (0, 0)))
        for target in media
    }
    transcript = Transcript("a.md", markdown_reader.parse("**Noor:** Hallo."), ())
    transcripts = {target: transcript for target in media if target.endswith(".md")}
    words = strings.load(language)
    scope = Scope("les", words, media, Assets(assets), transcripts, language)
    scope.library = make_library(OVERVIEW)
    scope.checks = {"mijn-oefening": make_check()}
    return PageWriter(scope, load_templates())


@pytest.mark.parametrize("case", read_cases())
def test_html(case: dict[str, str]) -> None:
    outcome = markdown_reader.read("---\nid: les\n---\n" + case["text"], "a.md")
    assert outcome.value is not None
    assert not outcome.diagnostics
    targets = [reference.target for reference in outcome.value.references]
    made = make_writer(case.get("language", "nl"), targets).lesson(outcome.value.tokens)
    assert str(made).strip() == case["html"].strip()


def test_every_block_has_a_case_file() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == {block.name for block in BLOCKS}


def test_blocks_are_in_order_and_have_names_of_their_own() -> None:
    assert [block.name for block in BLOCKS] == sorted(block.name for block in BLOCKS)
    assert len(names()) == sum(1 + len(block.aliases) for block in BLOCKS)


def test_names_are_found_in_any_case() -> None:
    assert find("Casus") is find("CASE") is find("case") is not None
    assert find("onbekend") is None


def test_alerts_lead_to_blocks() -> None:
    assert {alert: name for alert, name in ALERTS.items() if not find(name)} == {}


def test_what_a_block_holds_exists() -> None:
    for block in BLOCKS:
        assert all(find(inner) for inner in block.holds)
