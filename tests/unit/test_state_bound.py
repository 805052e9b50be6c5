"""The bound of the learner's state, and the cases that the player's own codec runs too."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.course import Course, Lesson, Module, Quiz, Slots
from builder.schema.course import CourseFile
from builder.schema.lesson import LessonFront
from builder.schema.module import ModuleFile
from builder.schema.quiz import QuizFile
from builder.state_bound import SCORM12_LIMIT, state_bound
from builder.targets import check
from tests.unit.sample_course import NoPositions

CASES_FILE = Path(__file__).parents[1] / "cases" / "state" / "state.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(CASES_FILE.read_text(encoding="utf-8"))
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
SIX_BITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
WIDEST = "\u4e2d"
"""A character that takes as much room as any."""


def base36(number: int) -> str:
    text = ""
    while number:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
    return text or "0"


def fnv1a(text: str) -> int:
    value = 2166136261
    for byte in text.encode("ascii"):
        value = ((value ^ byte) * 16777619) % 2**32
    return value


def write(question: dict[str, Any], answer: list[str]) -> str:
    """An answer as its type keeps it."""
    if question["type"] == "gaps":
        return "~~".join(map(write_gap, question["gaps"], answer))
    if question["type"] == "reflection":
        return "1"
    if question["type"] == "rating":
        return base36(int(answer[0]))
    if "options" in question:
        slots = {option["key"]: option["slot"] for option in question["options"]}
        return base36(sum(2 ** slots[key] for key in answer))
    if "start" in question:
        return "".join(write_move(question, token) for token in answer)
    if "choices" in question:
        chosen = dict(pair.split(".") for pair in answer)
        taken = {one["key"]: base36(one["slot"]) for one in question["choices"]}
        row = {
            one["slot"]: taken[chosen[one["key"]]]
            for one in question["items"]
            if one["key"] in chosen
        }
        return "".join(row.get(slot, "-") for slot in range(max(row) + 1))
    if "items" in question:
        places = {one["key"]: base36(one["slot"]) for one in question["items"]}
        return "".join(places[key] for key in answer)
    (text,) = answer
    if question["type"] == "numeric" and re.fullmatch(r"-?\d*[.,]?\d+", text):
        return text.replace(",", "_")
    return ("!" if question["type"] == "numeric" else "") + write_text(text)


def write_gap(gap: dict[str, Any], given: str) -> str:
    if "options" in gap:
        return base36(next(one["slot"] for one in gap["options"] if one["key"] == given))
    return f"{base36(gap['slot'])}-{write_text(given)}"


def write_text(text: str) -> str:
    units = text.encode("utf-16-be")
    codes = [int.from_bytes(units[at : at + 2], "big") for at in range(0, len(units), 2)]
    return "".join(map(write_unit, codes))


def write_move(question: dict[str, Any], token: str) -> str:
    """A choice by its slot: a digit of base 64, from 64 on with a mark before it."""
    wide, low = divmod(slots_of(question)[token.lstrip("!")], 64)
    return "." * token.startswith("!") + "!" * wide + SIX_BITS[low]


def write_unit(code: int) -> str:
    sign = chr(code)
    if sign == " ":
        return "."
    if re.fullmatch(r"[0-9A-Za-z_-]", sign):
        return sign
    places = (6, 0) if code < 0x1000 else (12, 6, 0)
    return ("~" if code < 0x1000 else "!") + "".join(SIX_BITS[code >> at & 63] for at in places)


def encode(payload: dict[str, Any], state: dict[str, Any]) -> str:
    """The format of docs/state.md, written from its words alone."""
    pages = {page["id"]: page["slot"] for page in payload["pages"]}
    questions = {question["id"]: question for question in payload["questions"]}
    done = [pages[page] for page in state["done"]]
    bits = "".join("1" if slot in done else "0" for slot in range(max(done, default=-1) + 1))
    padded = bits.ljust(-(-len(bits) // 24) * 24, "0")
    octets = bytes(int(padded[at : at + 8], 2) for at in range(0, len(padded), 8))
    quizzes = sorted((pages[name], quiz) for name, quiz in state["quizzes"].items())
    answers = []
    for name, record in state["answers"].items():
        flags = f"{base36(record['tries'])}{int(record['revealed'])}"
        answers.append((questions[name]["slot"], flags + write(questions[name], record["answer"])))
    draft = ""
    if state.get("draft"):
        question = questions[state["draft"]["question"]]
        draft = f"{base36(question['slot'])}.{write(question, state['draft']['answer'])}"
    best = "" if state["best"] is None else base36(round(state["best"] * 10_000))
    body = ";".join(
        (
            "P" + base64.urlsafe_b64encode(octets).decode().rstrip("=").rstrip("A"),
            "L" + ("" if state["page"] is None else base36(pages[state["page"]])),
            "Z"
            + ",".join(
                f"{base36(slot)}.{base36(quiz['attempt'])}.{base36(round(quiz['best'] * 100))}"
                for slot, quiz in quizzes
            ),
            f"S{best}.{state['flags']}",
            "J" + base36(state["interactions"]),
            "Q" + ",".join(f"{base36(slot)}.{rest}" for slot, rest in sorted(answers)),
            "D" + draft,
        )
    )
    total = base36(fnv1a(body) % 36**4).rjust(4, "0")
    return f"1;{payload['build']};{total};{body}"


def make_question(written: dict[str, Any]) -> dict[str, Any]:
    question = {key: written[key] for key in ("id", "type")} | {"prompt": "Wat?"}
    if written["type"] == "rating":
        return question | {"steps": written["steps"], "labels": {"low": "0", "high": "1"}}
    if written["type"] == "reflection":
        return question
    question["points"] = written["points"]
    if written["type"] in ("short-text", "numeric"):
        feedback = {"feedback": {"right": ".", "wrong": "."}}
        if written["type"] == "numeric":
            return question | feedback | {"answer": written["answer"]}
        own = {"answers": written["answers"], "max-length": written["maxLength"]}
        return question | feedback | own
    if written["type"] == "branching":
        steps: dict[str, Any] = {}
        for one in written["choices"]:
            step = steps.setdefault(one["step"], {"text": ".", "choices": {}})
            choice = {"text": one["key"], "reply": ".", "to": one["to"] or None}
            step["choices"][one["key"].rpartition("/")[2]] = choice
        endings = {one["key"]: {"text": ".", "score": one["score"]} for one in written["endings"]}
        return question | {"steps": steps, "endings": endings}
    if written["type"] == "matching":
        keys = [one["key"] for one in written["items"]]
        others = {one["key"] for one in written["choices"]} - {*keys}
        pairs = {key: {"item": key, "match": key, "feedback": "."} for key in keys}
        return question | {"pairs": pairs, "distractors": {key: key for key in sorted(others)}}
    if written["type"] == "categorise":
        names = {one["key"]: one["key"] for one in written["choices"]}
        items = {
            one["key"]: {"text": one["key"], "category": one["to"], "feedback": "."}
            for one in written["items"]
        }
        return question | {"categories": names, "items": items}
    if written["type"] == "ordering":
        ordered = sorted(written["items"], key=lambda one: int(one["place"]))
        texts = {one["key"]: {"text": one["key"], "feedback": "."} for one in ordered}
        return question | {"items": texts}
    if written["type"] == "gaps":
        gaps = {
            gap["key"]: make_options(gap)
            if "options" in gap
            else {"answers": gap["answers"], "max-length": gap["maxLength"]}
            for gap in written["gaps"]
        }
        return question | {"text": " ".join(f"[{gap}]" for gap in gaps), "gaps": gaps}
    if written["type"] == "true-false":
        return question | {"answer": written["options"][0]["correct"]}
    return question | make_options(written)


def make_options(written: dict[str, Any]) -> dict[str, Any]:
    return {
        "options": {
            option["key"]: {"text": option["key"], "correct": option["correct"], "feedback": "."}
            for option in written["options"]
        }
    }


def slots_of(question: dict[str, Any]) -> dict[str, int]:
    """Slots by what answers name by them."""
    slots = {
        part["key"]: part["slot"]
        for parts in ("options", "items", "choices")
        for part in question.get(parts, ())
    }
    for gap in question.get("gaps", ()):
        slots[gap["key"]] = gap["slot"]
        slots |= {
            f"{gap['key']}/{key}": slot for key, slot in slots_of({**gap, "gaps": ()}).items()
        }
    return slots


def make_course(payload: dict[str, Any]) -> tuple[Course, Slots]:
    positions = NoPositions()
    questions = {question["id"]: question for question in payload["questions"]}
    modules = []
    for number, page in enumerate(payload["pages"]):
        lessons: tuple[Lesson, ...] = ()
        quiz = None
        if page["kind"] == "lesson":
            front = LessonFront.model_validate({"id": page["id"], "title": "Les", "minutes": 1})
            lessons = (Lesson(front, "les.md", positions, (), (), 0),)
        else:
            written = payload["quizzes"][page["id"]]
            file = QuizFile.model_validate(
                {
                    "id": page["id"],
                    "title": "Toets",
                    "minutes": 1,
                    "question-attempts": written["questionAttempts"],
                    "quiz-attempts": written["quizAttempts"],
                    "questions": [make_question(questions[name]) for name in written["questions"]],
                }
            )
            quiz = Quiz(file, "toets.yaml", positions, ())
        module = ModuleFile.model_validate({"id": f"module-{number}", "title": "Module"})
        modules.append(Module(module, "module.yaml", positions, lessons, quiz))
    course = CourseFile.model_validate(
        {
            "format": 1,
            "id": "proef",
            "title": "Proef",
            "version": "1.0.0",
            "language": "nl",
            "publisher": {"name": "Voorbeeld", "namespace": "nl.voorbeeld"},
            "modules": [module.id for module in modules],
        }
    )
    slots = Slots(
        pages={page["id"]: page["slot"] for page in payload["pages"]},
        questions={name: question["slot"] for name, question in questions.items()},
        options={name: slots_of(question) for name, question in questions.items()},
    )
    return Course(course, "course.yaml", positions, tuple(modules)), slots


def find_longest(payload: dict[str, Any]) -> str:
    """The state of a learner who did everything, in the way that takes the most room."""
    points = {question["id"]: question["points"] for question in payload["questions"]}
    last = max(payload["pages"], key=lambda page: page["slot"])
    longest = {one["id"]: longest_answer(one) for one in payload["questions"]}
    drafts = [
        {
            "question": one["id"],
            "answer": [WIDEST * one["maxLength"]] if "maxLength" in one else longest[one["id"]],
        }
        for one in payload["questions"]
    ]
    state = {
        "done": [page["id"] for page in payload["pages"]],
        "page": last["id"],
        "quizzes": {
            name: {"attempt": 1295, "best": sum(points[one] for one in quiz["questions"])}
            for name, quiz in payload["quizzes"].items()
        },
        "best": 1,
        "flags": "cp",
        "interactions": 36**3 - 1,
        "answers": {
            name: {"tries": 35, "revealed": True, "answer": answer}
            for name, answer in longest.items()
        },
    }
    return max((encode(payload, state | {"draft": one}) for one in drafts or [{}]), key=len)


def longest_answer(question: dict[str, Any]) -> list[str]:
    if question["type"] == "numeric":
        return ["-1." + (question["maxLength"] - 3) * "5"]
    if question["type"] == "short-text":
        return [WIDEST * question["maxLength"]]
    if question["type"] == "branching":
        return longest_walk(question)
    if "choices" in question:
        return [f"{one['key']}.{question['choices'][0]['key']}" for one in question["items"]]
    if question["type"] == "ordering":
        return [one["key"] for one in question["items"]]
    if question["type"] == "gaps":
        return [
            WIDEST * gap["maxLength"] if "maxLength" in gap else longest_choice(gap)
            for gap in question["gaps"]
        ]
    if question["type"] == "rating":
        return [str(question["steps"])]
    if question["type"] == "reflection":
        return ["done"]
    if question["type"] == "multiple-choice":
        return [option["key"] for option in question["options"]]
    return [longest_choice(question)]


def longest_choice(question: dict[str, Any]) -> str:
    return str(max(question["options"], key=lambda option: int(option["slot"]))["key"])


def longest_walk(question: dict[str, Any]) -> list[str]:
    """All that costs points, and of all ways to an ending the one that takes the most room."""
    steps = {one["step"] for one in question["choices"]}
    spent = [one["key"] for one in question["choices"] if not one["to"]]
    spent += ["!" + one["key"] for one in question["choices"] if one["to"] in steps]

    def ways(step: str) -> list[list[str]]:
        return [
            [one["key"], *rest]
            for one in question["choices"]
            if one["step"] == step and one["to"]
            for rest in (ways(one["to"]) if one["to"] in steps else [[]])
        ]

    return spent + max(ways(question["start"]), key=lambda way: len(write(question, way)))


@pytest.mark.conformance(45)
@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    assert encode(case["payload"], case["state"]) == case["encoded"]
    course, slots = make_course(case["payload"])
    bound = state_bound(course, slots)
    assert bound == case["bound"]
    assert len(case["encoded"]) <= bound
    assert len(find_longest(case["payload"])) == bound


def make_payload(questions: int, options: int) -> dict[str, Any]:
    """A course with one quiz of many multiple-choice questions."""
    names = [f"vraag-{number}" for number in range(questions)]
    letters = "abcdefghijklmnopqrstuvwxyz"[:options]
    return {
        "build": "abc123",
        "pages": [{"id": "toets", "slot": 0, "kind": "quiz"}],
        "quizzes": {"toets": {"questions": names, "questionAttempts": 2, "quizAttempts": None}},
        "questions": [
            {
                "id": name,
                "slot": slot,
                "type": "multiple-choice",
                "points": 1,
                "options": [
                    {"key": letter, "slot": place, "correct": place == 0}
                    for place, letter in enumerate(letters)
                ],
            }
            for slot, name in enumerate(names)
        ],
    }


@pytest.mark.conformance(45)
def test_a_course_that_fits_has_no_finding() -> None:
    course, slots = make_course(make_payload(300, 26))
    assert state_bound(course, slots) <= SCORM12_LIMIT
    assert check("scorm12", course, state_bound(course, slots)) == ()


@pytest.mark.conformance(45)
def test_a_course_that_does_not_fit_is_refused_with_both_numbers() -> None:
    payload = make_payload(400, 26)
    course, slots = make_course(payload)
    (finding,) = check("scorm12", course, state_bound(course, slots))
    assert finding.code == "P102"
    assert finding.params["length"] == len(find_longest(payload))
    assert finding.params["limit"] == SCORM12_LIMIT
    assert check("scorm2004", course, state_bound(course, slots)) == ()


def test_an_empty_course_has_a_bound_too() -> None:
    payload = make_payload(0, 0) | {"pages": [], "quizzes": {}}
    course, slots = make_course(payload)
    assert state_bound(course, slots) == len("1;abc123;ssss;P;L;Z;S7ps.cp;Jzzz;Q;D")
