"""Plain values → a model of the author's file; every error of the model becomes a finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from builder import fields, proposals, yaml_reader
from builder.diagnostics import Diagnostic, Outcome, Severity
from builder.fields import Authored
from builder.models_reader.unknown_words import (
    diagnose_key,
    diagnose_type,
    find_keys,
    is_certain,
    name_parent,
    shorten,
)
from builder.yaml_reader import Correction, Document, Path, Value, YamlPositions

M = TypeVar("M", bound=Authored)
T = TypeVar("T")

_PATTERNS = {
    fields.ID_PATTERN: "Y214",
    fields.VERSION_PATTERN: "Y215",
    fields.NAMESPACE_PATTERN: "Y216",
    fields.LETTER_PATTERN: "Y217",
    fields.ROW_PATTERN: "Y214",
    fields.STATE_ID_PATTERN: "Y218",
    fields.WEB_ADDRESS_PATTERN: "Y219",
    fields.FACT_PATTERN: "Y220",
}
_KINDS = {
    "string_type": "Y205",
    "int_type": "Y206",
    "int_parsing": "Y206",
    "int_parsing_size": "Y206",
    "int_from_float": "Y206",
    "bool_type": "Y207",
    "not_true_or_false": "Y207",
    "not_a_date": "Y208",
    "not_a_number": "Y227",
    "date_type": "Y208",
    "date_parsing": "Y208",
    "date_from_datetime_parsing": "Y208",
    "date_from_datetime_inexact": "Y208",
    "tuple_type": "Y209",
    "list_type": "Y209",
    "dict_type": "Y210",
    "model_type": "Y210",
    "model_attributes_type": "Y210",
    "greater_than_equal": "Y211",
    "less_than_equal": "Y212",
    "string_too_short": "Y213",
    "string_too_long": "Y221",
    "literal_error": "Y222",
    "union_tag_not_found": "Y223",
    "union_tag_invalid": "Y224",
    "several_lines": "Y225",
    "invisible_character": "Y124",
    "unknown_format": "Y226",
}
_PROPOSALS: dict[str, Callable[[str], str | None]] = {
    "Y207": proposals.propose_boolean,
    "Y208": proposals.propose_date,
    "Y214": proposals.propose_id,
    "Y215": proposals.propose_version,
    "Y216": proposals.propose_namespace,
    "Y217": proposals.propose_letter,
    "Y219": proposals.propose_address,
}
"""Codes → what could be written instead of a value."""
_ONLY_VALUES = {"format": 1}
"""Keys with one value that is right."""


def read(model: type[M], document: Document) -> Outcome[M]:
    """The model, or the findings of all places at once."""
    try:
        return Outcome(model.model_validate(document.value, by_alias=True, by_name=False))
    except ValidationError as error:
        found = list(_diagnose(model, document, error))
    return Outcome(
        None,
        tuple(one for one in found if not (_is_misspelt(one, found) or _is_owner(one, found))),
    )


def find_corrections(
    model: type[Authored], document: Document
) -> Iterator[tuple[Correction, Diagnostic]]:
    """The words that were misspelt, as far as it is clear what was meant, each with its finding."""
    try:
        model.model_validate(document.value, by_alias=True, by_name=False)
    except ValidationError as error:
        for details in error.errors(include_url=False):
            path = _place(document, details["loc"])
            if document.was_refused(*path):
                continue
            finding = _make_diagnostic(model, document, details, path)
            is_of_type = details["type"] != "extra_forbidden"
            if finding.code == "Y202" and is_certain(finding):
                at = (*path, str(finding.params["key"])) if is_of_type else path
                yield Correction(at, str(finding.params["suggestion"]), is_key=True), finding
            elif finding.code == "Y224" and "write" in finding.params:
                at = (*path, "type")
                yield Correction(at, str(finding.params["write"]), is_key=False), finding


@dataclass(frozen=True, slots=True)
class Reading(Generic[M]):
    """A model with the places of what is in it."""

    model: M
    positions: YamlPositions


def read_part(types: TypeAdapter[T], document: Document, *path: str | int) -> T | None:
    """The value at ``path``; None when it has errors, which ``read`` reports."""
    try:
        return types.validate_python(document.get(*path), by_alias=True, by_name=False)
    except ValidationError:
        return None


def salvage(
    model: type[M], document: Document, stand_in: Mapping[str, object]
) -> Reading[M] | None:
    """What is good of a document with errors, so that later stages can check the rest.

    A field that is bad gets the value of ``stand_in``, else the field's own example, so that
    nothing seems to be missing. Nothing of this is ever built: the errors were reported.
    """
    good: dict[str, object] = {}
    positions = document.positions
    for name, field in model.model_fields.items():
        key = field.alias or name
        value = document.get(key)
        bad = _find_bad_items(TypeAdapter(field.rebuild_annotation()), value)
        if bad is not None and value is not None:
            items = enumerate(value) if isinstance(value, list) else ()
            good[key] = [item for number, item in items if number not in bad] if bad else value
            positions = positions.without(key, bad)
        elif field.is_required() or (value is not None and field.examples):
            good[key] = stand_in.get(key, (field.examples or [()])[0])
    try:
        return Reading(model.model_validate(good, by_alias=True, by_name=False), positions)
    except ValidationError:
        return None


def make_up(model: type[M], path: str, stand_in: Mapping[str, object]) -> Reading[M]:
    """A model of the schema's own examples, for a file of which nothing could be read.

    Optional keys are there too, so that none seems to have been forgotten.
    """
    made_up = {
        field.alias or name: (field.examples or [()])[0]
        for name, field in model.model_fields.items()
        if field.examples or field.is_required()
    }
    value = model.model_validate({**made_up, **stand_in}, by_alias=True, by_name=False)
    nothing = yaml_reader.read("{}", path).value
    assert nothing
    return Reading(value, nothing.positions)


def _find_bad_items(types: TypeAdapter[object], value: Value) -> set[int] | None:
    """Numbers of the items without which ``value`` is good; None when that does not help."""
    try:
        types.validate_python(value, by_alias=True, by_name=False)
    except ValidationError as error:
        steps = [one["loc"][0] if one["loc"] else None for one in error.errors()]
        numbers = {step for step in steps if isinstance(step, int)}
        return numbers if len(numbers) == len(set(steps)) and isinstance(value, list) else None
    return set()


def find_empty(document: Document, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Keys without a value that may be left out: they are as good as left out.

    A warning, because that may be meant: the line waits for a value. What is in ``found`` is not
    told twice.
    """
    found = tuple(found)
    told = {one.location for one in found}
    for path in _list_empty(document.value, ()):
        where = document.positions.at(*path)
        above = [path[:length] for length in range(1, len(path) + 1)]
        is_told = any(
            {document.positions.at(*one), document.positions.at(*one, key=True)} & told
            for one in above
        )
        is_told |= any(one.params.get("owner") == path[-1] for one in found)
        if not is_told and not document.was_refused(*path):
            yield Diagnostic("Y204", where, {"key": str(path[-1])}, severity=Severity.WARNING)


def _list_empty(within: Value, path: Path) -> Iterator[Path]:
    if isinstance(within, list):
        for number, value in enumerate(within):
            yield from _list_empty(value, (*path, number))
    elif isinstance(within, dict):
        for key, value in within.items():
            if value is None:
                yield (*path, key)
            yield from _list_empty(value, (*path, key))


def _diagnose(
    model: type[BaseModel], document: Document, error: ValidationError
) -> Iterator[Diagnostic]:
    for details in error.errors(include_url=False):
        path = _place(document, details["loc"])
        if not document.was_refused(*path):
            yield _make_diagnostic(model, document, details, path)


def _is_misspelt(missing: Diagnostic, found: Iterable[Diagnostic]) -> bool:
    """Whether a missing key is there under an almost right name, which is a finding of its own."""
    return missing.code == "Y201" and any(
        other.code == "Y202"
        and other.params["parent"] == missing.params["parent"]
        and other.params["suggestion"] == missing.params["key"]
        for other in found
    )


def _place(document: Document, loc: Iterable[str | int]) -> Path:
    """The steps of ``loc`` that the author wrote, plus a last one that is missing.

    Between them pydantic puts steps of its own: the type of a question, a mark for keys.
    """
    steps = [step for step in loc if step != "[key]"]
    path: Path = ()
    for number, step in enumerate(steps):
        if document.positions.knows(*path, step) or number == len(steps) - 1:
            path = (*path, step)
    return path


def _make_diagnostic(
    model: type[BaseModel], document: Document, details: ErrorDetails, path: Path
) -> Diagnostic:
    kind, loc = details["type"], details["loc"]
    positions = document.positions
    params: dict[str, str | int]
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    if kind == "missing":
        params = {"key": name, "parent": name_parent(path)}
        if name in _ONLY_VALUES:
            params["write"] = _ONLY_VALUES[name]
        return Diagnostic("Y201", positions.at(*path[:-1]), params)
    if kind == "extra_forbidden":
        return diagnose_key(model, document, loc, path)
    if kind in ("union_tag_not_found", "union_tag_invalid"):
        return diagnose_type(document, details, path)
    is_key = bool(loc) and loc[-1] == "[key]"
    where = positions.at(*path, key=is_key)
    value = document.get(*path)
    if value is None and not is_key:
        return Diagnostic("Y204", where, {"key": name})
    code = _KINDS.get(kind, "Y299")
    if kind == "string_pattern_mismatch":
        code = _PATTERNS.get(details["ctx"]["pattern"], "Y299")
    if code in ("Y209", "Y210") and isinstance(value, str):
        if yaml_reader.NO_SPACE.match(value):
            return Diagnostic("Y126", where)
        if code == "Y209" and yaml_reader.GLUED_HYPHEN.match(value):
            return Diagnostic("Y129", where)
        if code == "Y210" and re.match(r"[\w-]+:\S", value):
            return Diagnostic("Y103", where)
    shown = name if is_key else shorten(value)
    params = {"key": name, "value": shown}
    params |= _limits(kind, details.get("ctx", {}))
    params |= _propose(code, name, name if is_key else value, params)
    if kind in ("model_type", "model_attributes_type") and (keys := find_keys(model, loc)):
        params |= {"first": keys[0], "known": ", ".join(keys)}
    if code == "Y299":
        params["reason"] = details["msg"]
    return Diagnostic(code, where, params)


def _propose(
    code: str, key: str, written: Value, params: Mapping[str, str | int]
) -> dict[str, str | int]:
    """The exact words to write, when they can be known."""
    if not isinstance(written, str):
        return {}
    if code == "Y206":
        proposed = proposals.propose_number(written, key)
    elif code == "Y209":
        proposed = proposals.propose_list(written, key)
    elif code == "Y222":
        proposed = proposals.propose_word(written, key, str(params["known"]).split(", "))
    else:
        proposed = _PROPOSALS[code](written) if code in _PROPOSALS else None
    return {"write": proposed} if proposed else {}


def _limits(kind: str, context: Mapping[str, Any]) -> dict[str, str | int]:
    """What the sentence needs to know of the rule that was broken."""
    names = {"ge": "limit", "le": "limit", "max_length": "limit", "point": "point"}
    found = {name: context[key] for key, name in names.items() if key in context}
    if kind == "literal_error":
        found["known"] = str(context["expected"]).replace("'", "").replace(" or ", ", ")
    return found


def _is_owner(empty: Diagnostic, found: Iterable[Diagnostic]) -> bool:
    """Whether a key without a value is empty only because what belongs to it is not indented."""
    return empty.code == "Y204" and any(
        other.code == "Y203" and other.params.get("owner") == empty.params["key"] for other in found
    )
