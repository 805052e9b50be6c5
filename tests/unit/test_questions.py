"""The question types: the cases that the player runs too, and what the cases cannot say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from pydantic import TypeAdapter

from builder import models_reader, yaml_reader
from builder.diagnostics import Diagnostic
from builder.fields import Authored
from builder.questions import QUESTION_TYPES, AnyQuestion, Question
from builder.questions.base import count_digits, find_paths
from builder.questions.short_text import ShortText
from builder.schema.quiz import QuizFile

FOLDER = Path(__file__).parents[1] / "cases" / "questions"
CASES: dict[str, dict[str, Any]] = {
    f"{path.stem}: {case['name']}": case
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
}
GOOD = {name: case for name, case in CASES.items() if "payload" in case}
BAD = {name: case for name, case in CASES.items() if "problems" in case}
TYPES: TypeAdapter[Question] = TypeAdapter(AnyQuestion)
HEAD = "id: toets\ntitle: Toets\nminutes: 1\nquestions:\n"


def read(text: str) -> tuple[Question | None, list[str]]:
    """A question in a quiz: the question and the codes of its faults."""
    indented = "".join(f"    {line}\n" for line in text.splitlines())
    document = yaml_reader.read(HEAD + "  -\n" + indented, "toets.yaml").value
    assert document is not None
    found: tuple[Diagnostic, ...] = models_reader.read(QuizFile, document).diagnostics
    question = models_reader.read_part(TYPES, document, "questions", 0)
    problems = list(question.problems()) if question else []
    for problem in problems:
        assert document.positions.at("questions", 0, *problem.path).line > len(HEAD.splitlines())
    return question, sorted([one.code for one in found] + [one.code for one in problems])


class PlainTexts:
    """The author's words as they are."""

    def html(self, markdown: str) -> str:
        return markdown

    line = plain = html

    def word(self, key: str) -> str:
        return key


def slots_of(question: Question) -> dict[str, int]:
    fixed = question.FIXED_SLOTS
    return dict(fixed) if fixed is not None else {k: n for n, k in enumerate(question.slot_keys())}


def holds(found: object, told: object) -> bool:
    """Whether all that a case tells is in the payload; a case leaves out words it does not need."""
    if isinstance(told, dict):
        return isinstance(found, dict) and all(
            key in found and holds(found[key], one) for key, one in told.items()
        )
    if isinstance(told, list):
        return isinstance(found, list) and len(found) == len(told) and all(map(holds, found, told))
    return found == told


@pytest.mark.parametrize("name", GOOD)
def test_a_good_question_gives_its_payload(name: str) -> None:
    question, faults = read(GOOD[name]["question"])
    assert faults == []
    assert question is not None
    slots = slots_of(question)
    data = question.payload_data(PlainTexts(), slots)
    made = {"id": question.id, "type": question.type, "points": question.worth, **data}
    assert holds(made, GOOD[name]["payload"]), made
    assert json.loads(json.dumps(data)) == data
    assert set(question.slot_keys()) == set(slots)


@pytest.mark.parametrize("name", [name for name in GOOD if "kept" in GOOD[name]])
def test_no_answer_in_the_state_is_wider_than_its_type_says(name: str) -> None:
    case = GOOD[name]
    question, _ = read(case["question"])
    assert question is not None
    slots = slots_of(question)
    assert question.answer_width(slots) == case["widths"]["answer"]
    assert question.draft_width(slots) == case["widths"]["draft"]
    assert all(len(one["text"]) <= case["widths"]["draft"] for one in case["kept"])


def test_every_text_of_a_question_is_read_as_markdown() -> None:
    """What the page shows as HTML is what the compiler checks for links and pictures."""
    for name, case in GOOD.items():
        question, _ = read(case["question"])
        assert question is not None
        used: list[str] = []

        class Spy(PlainTexts):
            def html(self, markdown: str, used: list[str] = used) -> str:
                used.append(markdown)
                return markdown

            line = plain = html

        spy = Spy()
        question.payload_data(spy, slots_of(question))
        used += [one.text for one in question.page_items(spy) if not one.picture]
        written = question.model_dump(by_alias=True, exclude_none=True)
        texts = {
            reach(written, path)
            for pattern in (*question.TEXTS, *question.LINES)
            for path in find_paths(written, pattern)
        }
        assert {one for one in used if not one.startswith("quiz.")} <= texts, name


def reach(value: Any, path: tuple[str | int, ...]) -> str:
    for step in path:
        value = value[step]
    return str(value)


@pytest.mark.parametrize("name", BAD)
def test_a_bad_question_gives_its_problems(name: str) -> None:
    _, faults = read(BAD[name]["question"])
    assert faults == sorted(BAD[name]["problems"])


@pytest.mark.parametrize("name", GOOD)
def test_what_the_case_says_of_scores_fits_its_question(name: str) -> None:
    """The player works scores out; here only that the cases cannot contradict the question."""
    case = GOOD[name]
    points = case["payload"]["points"]
    scored = [one for one in case["scores"] if "invalid" not in one]
    assert {one["possible"] for one in scored} == {points}
    assert all(0 <= one["earned"] <= points for one in scored)
    best = [sorted(one["answer"]) for one in scored if one["earned"] == points]
    assert best
    right = [one["key"] for one in case["payload"].get("options", ()) if one["correct"]]
    if case["payload"]["type"] == "judgement":
        assert all(len(answer) == 1 and answer[0] in right for answer in best)
    elif right:
        assert all(answer == sorted(right) for answer in best)


def test_every_type_has_a_case_file_with_good_and_bad() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(QUESTION_TYPES)
    for word in QUESTION_TYPES:
        assert any(case["payload"]["type"] == word for case in GOOD.values())
        assert any(name.startswith(f"{word}: ") for name in BAD)


def test_every_problem_of_a_question_has_a_case() -> None:
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in (Path(__file__).parents[2] / "builder" / "questions").glob("*.py")
    )
    shown = {code for case in BAD.values() for code in case["problems"]}
    known = set(re.findall(r'"(Q\d{3})"', source))
    assert {code for code in shown if code.startswith("Q")} == known


def test_types_are_told_apart_by_their_word() -> None:
    assert list(QUESTION_TYPES) == sorted(QUESTION_TYPES)
    for word, question in QUESTION_TYPES.items():
        assert issubclass(question, Question)
        assert issubclass(question, Authored)
        assert word.replace("-", "") == question.__name__.lower()


@pytest.mark.parametrize(
    ("number", "digits"),
    [(0, 1), (35, 1), (36, 2), (1295, 2), (1296, 3), (2**26 - 1, 6), (36**7 - 1, 7), (36**7, 8)],
)
def test_digits_in_base_36(number: int, digits: int) -> None:
    assert count_digits(number) == digits


def test_width_of_the_longest_answer() -> None:
    single, _ = read(CASES["single-choice: one right answer of three"]["question"])
    multiple, _ = read(CASES["multiple-choice: part of the points"]["question"])
    statement, _ = read(CASES["true-false: a statement that is false"]["question"])
    judgement, _ = read(CASES["judgement: each grade once, with a panel"]["question"])
    assert single is not None
    assert judgement is not None
    assert multiple is not None
    assert statement is not None
    assert single.answer_width({"a": 0, "b": 1, "c": 2}) == 1  # 4
    assert single.answer_width({"a": 0, "b": 6, "c": 2}) == 2  # 64 is "1s"
    assert judgement.answer_width({"a": 0, "b": 6, "c": 2}) == 2  # the mask of one option
    assert multiple.answer_width({"a": 0, "b": 1, "c": 2, "d": 3, "e": 4}) == 1  # 31 is "v"
    assert multiple.answer_width({"a": 0, "b": 1, "c": 2, "d": 3, "e": 5}) == 2  # 47 is "1b"
    assert statement.FIXED_SLOTS == {"true": 0, "false": 1}
    assert statement.answer_width(statement.FIXED_SLOTS) == 1


def test_a_question_that_is_not_scored_is_worth_nothing() -> None:
    class Opinion(ShortText):
        IS_SCORED: ClassVar[bool] = False

    written = {"id": "mening", "type": "short-text", "prompt": "Wat?", "answers": ["a"]}
    assert (Opinion.model_validate(written).points, Opinion.model_validate(written).worth) == (1, 0)
    assert ShortText.model_validate(written).worth == 1


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (("a",), [("a",)]),
        (("b",), []),
        (("a", "*"), [("a", "x"), ("a", "y")]),
        (("c", "*", "d"), [("c", 0, "d"), ("c", 2, "d")]),
        (("*",), [("a",), ("c",)]),
        (("a", "x", "*"), []),
    ],
)
def test_paths_of_a_pattern(
    pattern: tuple[str | int, ...], found: list[tuple[str | int, ...]]
) -> None:
    value = {"a": {"x": "1", "y": "2"}, "c": [{"d": "3"}, {}, {"d": "4"}]}
    assert list(find_paths(value, pattern)) == found
