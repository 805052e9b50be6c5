"""The author's files as JSON Schema, with which an editor completes and checks them.

Draft 7, because editors' YAML support completes that one best.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from builder.fields import Authored
from builder.schema.course import CourseFile
from builder.schema.lesson import LessonFront
from builder.schema.library import GlossaryFile, OverviewFile, SourcesFile
from builder.schema.module import ModuleFile
from builder.schema.quiz import QuizFile

DRAFT = "http://json-schema.org/draft-07/schema#"

_FILES: dict[str, type[Authored]] = {
    "course.schema.json": CourseFile,
    "glossary.schema.json": GlossaryFile,
    "lesson.schema.json": LessonFront,
    "module.schema.json": ModuleFile,
    "overview.schema.json": OverviewFile,
    "quiz.schema.json": QuizFile,
    "sources.schema.json": SourcesFile,
}


def json_schemas() -> dict[str, dict[str, Any]]:
    """File name → schema, for every kind of file that an author writes."""
    return {name: _export(model) for name, model in _FILES.items()}


def _export(model: type[Authored]) -> dict[str, Any]:
    schema = model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs", {})
    for part in (schema, *definitions.values()):
        _tidy(part)
    exported = {"$schema": DRAFT, "title": model.model_config["title"], **schema}
    if definitions:
        exported["definitions"] = dict(sorted(definitions.items()))
    return exported


def _tidy(part: dict[str, Any]) -> None:
    """Takes out what pydantic adds for itself: titles of keys, nulls, its own discriminator."""
    part.pop("discriminator", None)
    if part.get("default", part) in (None, [], {}):
        del part["default"]
    if "patternProperties" in part:
        part["additionalProperties"] = False
    if "oneOf" in part:
        part["anyOf"] = part.pop("oneOf")
    if "anyOf" in part:
        part["anyOf"] = [one for one in part["anyOf"] if one != {"type": "null"}]
        if len(part["anyOf"]) == 1:
            part.update({**part.pop("anyOf")[0], **part})
    for child in _children(part):
        child.pop("title", None)
        _tidy(child)


def _children(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for key in ("properties", "patternProperties"):
        yield from part.get(key, {}).values()
    for key in ("items", "additionalProperties", "propertyNames"):
        if isinstance(part.get(key), dict):
            yield part[key]
    yield from part.get("anyOf", [])
