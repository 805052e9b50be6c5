"""The JSON Schemas: what an editor is told is what the compiler takes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.questions import QUESTION_TYPES
from builder.schema.export import DRAFT, json_schemas

ROOT = Path(__file__).parents[3]
SCHEMAS = json_schemas()
OF_PYDANTIC = {"discriminator", "oneOf", "prefixItems", "propertyNames", "$defs"}
ENGLISH = re.compile(r"\b(the|and|that|this|with|which|for|when|must)\b")


def parts(part: object) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
        for child in part.values():
            yield from parts(child)
    elif isinstance(part, list):
        for child in part:
            yield from parts(child)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_files_are_up_to_date(name: str) -> None:
    committed = (ROOT / "schemas" / name).read_text(encoding="utf-8")
    assert json.loads(committed) == SCHEMAS[name], "run: lesbouwer schema"


def test_no_schema_is_left_from_before() -> None:
    assert {path.name for path in (ROOT / "schemas").glob("*.json")} == set(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_says_what_it_is(name: str) -> None:
    schema = SCHEMAS[name]
    assert schema["$schema"] == DRAFT
    assert schema["title"]
    assert schema["description"]
    assert schema["type"] == "object"
    assert schema["additionalProperties"] is False
    assert set(schema["required"]) <= set(schema["properties"])


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_explained_in_dutch(name: str) -> None:
    for part in parts(SCHEMAS[name]):
        for key, value in part.get("properties", {}).items():
            if isinstance(value, dict):
                words = value.get("description") or definition(name, value)["description"]
                assert words.endswith((".", "?")), key
                assert not ENGLISH.search(words), words


def definition(name: str, part: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = SCHEMAS[name]["definitions"][part["$ref"].rpartition("/")[2]]
    return found


@pytest.mark.parametrize("name", SCHEMAS)
def test_nothing_but_draft_7_and_no_loose_ends(name: str) -> None:
    text = json.dumps(SCHEMAS[name])
    assert "$defs" not in text
    assert "null" not in text
    for part in parts(SCHEMAS[name]):
        if "type" in part and isinstance(part["type"], str):
            assert not set(part) & OF_PYDANTIC
        if part.get("type") == "object" and "properties" in part:
            has_own_keys = part.get("title") == "Rij"
            assert part["additionalProperties"] is False or has_own_keys
        if "$ref" in part:
            assert definition(name, part)


@pytest.mark.parametrize("name", SCHEMAS)
def test_parts_are_called_by_dutch_names_and_not_by_ours(name: str) -> None:
    definitions = SCHEMAS[name].get("definitions", {})
    for ours, part in definitions.items():
        assert part["title"] not in {"", ours}
        assert all("title" not in one for one in part["properties"].values())


def test_keys_have_hyphens_and_defaults_show() -> None:
    quiz = SCHEMAS["quiz.schema.json"]["properties"]
    assert quiz["question-attempts"]["default"] == 2
    assert "default" not in quiz["quiz-attempts"]
    assert "mastery-score" in SCHEMAS["course.schema.json"]["properties"]
    assert "_" not in "".join(
        key for schema in SCHEMAS.values() for part in parts(schema) for key in part
    ).replace("$schema", "")


def test_plain_true_and_false_are_keys() -> None:
    """Editors take an unquoted ``true`` for a truth value; only a pattern matches that too."""
    feedback = SCHEMAS["quiz.schema.json"]["definitions"]["Feedback"]
    assert set(feedback["properties"]) == set(feedback["required"]) == {"true", "false"}
    assert list(feedback["patternProperties"]) == ["^(true|false)$"]


def test_questions_are_told_apart_by_their_type() -> None:
    schema = SCHEMAS["quiz.schema.json"]
    members = schema["properties"]["questions"]["items"]["anyOf"]
    words = [definition("quiz.schema.json", one)["properties"]["type"]["const"] for one in members]
    assert words == list(QUESTION_TYPES)


def test_what_the_compiler_demands_is_demanded_here() -> None:
    definitions = SCHEMAS["quiz.schema.json"]["definitions"]
    assert definitions["Option"]["required"] == ["text", "feedback"]
    assert definitions["GradedOption"]["required"] == ["text", "grade", "feedback"]
    assert "feedback" in definitions["TrueFalse"]["required"]
    assert definitions["SingleChoice"]["properties"]["options"]["minProperties"] == 2
    assert SCHEMAS["course.schema.json"]["properties"]["format"]["const"] == 1
