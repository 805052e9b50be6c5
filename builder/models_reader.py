"""Plain values → a model of the author's file; every error of the model becomes a finding."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Generic, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from builder import fields, proposals
from builder.diagnostics import Diagnostic, Outcome
from builder.fields import Authored
from builder.yaml_reader import Document, Path, Value, YamlPositions

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
    "Y219": proposals.propose_address,
}
"""Codes → what could be written instead of a value."""
_LARGEST_SHOWN = 60
"""Characters of a value that a finding repeats."""
_LIKENESS = 0.65
"""From where on one word may be meant as another: ``tekst`` and ``text``, not ``options``."""


def read(model: type[M], document: Document) -> Outcome[M]:
    """The model, or the findings of all places at once."""
    try:
        return Outcome(model.model_validate(document.value, by_alias=True, by_name=False))
    except ValidationError as error:
        found = list(_diagnose(model, document, error))
    return Outcome(None, tuple(one for one in found if not _is_misspelt(one, found)))


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


def _find_bad_items(types: TypeAdapter[object], value: Value) -> set[int] | None:
    """Numbers of the items without which ``value`` is good; None when that does not help."""
    try:
        types.validate_python(value, by_alias=True, by_name=False)
    except ValidationError as error:
        steps = [one["loc"][0] if one["loc"] else None for one in error.errors()]
        numbers = {step for step in steps if isinstance(step, int)}
        return numbers if len(numbers) == len(set(steps)) and isinstance(value, list) else None
    return set()


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
        params = {"key": name, "parent": _name_parent(path)}
        return Diagnostic("Y201", positions.at(*path[:-1]), params)
    if kind == "extra_forbidden":
        return _unknown_key(model, document, loc, path)
    if kind in ("union_tag_not_found", "union_tag_invalid"):
        return _unknown_type(document, details, path)
    is_key = bool(loc) and loc[-1] == "[key]"
    where = positions.at(*path, key=is_key)
    value = document.get(*path)
    if value is None and not is_key:
        return Diagnostic("Y204", where, {"key": name})
    code = _KINDS.get(kind, "Y299")
    if kind == "string_pattern_mismatch":
        code = _PATTERNS.get(details["ctx"]["pattern"], "Y299")
    if code == "Y210" and isinstance(value, str) and re.match(r"[\w-]+:\S", value):
        return Diagnostic("Y103", where)
    shown = name if is_key else _shorten(value)
    params = {"key": name, "value": shown}
    params |= _limits(kind, details.get("ctx", {}))
    params |= _propose(code, name, name if is_key else value)
    if code == "Y299":
        params["reason"] = details["msg"]
    return Diagnostic(code, where, params)


def _propose(code: str, key: str, written: Value) -> dict[str, str | int]:
    """The exact words to write, when they can be known."""
    if not isinstance(written, str):
        return {}
    if code == "Y206":
        proposed = proposals.propose_number(written, key)
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


def _name_parent(path: Path) -> str:
    """Where a key stands, as in ``questions.2.options``; "" at the top of the file."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path[:-1])


def _shorten(value: Value) -> str:
    text = value if isinstance(value, str) else ""
    text = " ".join(text.split())
    return text if len(text) <= _LARGEST_SHOWN else text[: _LARGEST_SHOWN - 1] + "…"


def _unknown_key(
    model: type[BaseModel], document: Document, loc: tuple[str | int, ...], path: Path
) -> Diagnostic:
    key = str(path[-1])
    known = _find_keys(model, loc[:-1])
    present = document.get(*path[:-1])
    missing = [one for one in known if not (isinstance(present, dict) and one in present)]
    close = difflib.get_close_matches(key.lower().replace("_", "-"), missing or known, 1, _LIKENESS)
    meant = proposals.propose_key(key, missing) or (close[0] if close else "")
    params: dict[str, str | int] = {
        "key": key,
        "known": ", ".join(known),
        "parent": _name_parent(path),
    }
    where = document.positions.at(*path, key=True)
    if meant:
        return Diagnostic("Y202", where, {**params, "suggestion": meant})
    return Diagnostic("Y203", where, params)


def _unknown_type(document: Document, details: ErrorDetails, path: Path) -> Diagnostic:
    known = re.findall(r"'([a-z-]+)'", str(details["ctx"].get("expected_tags", "")))
    if details["type"] == "union_tag_not_found":
        return Diagnostic("Y223", document.positions.at(*path), {"key": "type"})
    written = _shorten(document.get(*path, "type"))
    ordered = sorted(known, key=lambda one: -difflib.SequenceMatcher(None, one, written).ratio())
    where = document.positions.at(*path, "type")
    return Diagnostic("Y224", where, {"value": written, "known": ", ".join(ordered)})


def _find_keys(annotation: Any, loc: tuple[str | int, ...]) -> list[str]:
    """The keys that an author may write at ``loc`` (pydantic's, types of questions included)."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        members = [one for one in arguments if one is not type(None)]
        if len(members) == 1:
            return _find_keys(members[0], loc)
        chosen = [one for one in members if loc and _literal(one) == loc[0]]
        return _find_keys(chosen[0], loc[1:]) if chosen else []
    if origin in (tuple, list):
        return _find_keys(arguments[0], loc[1:])
    if origin is dict:
        return _find_keys(arguments[1], loc[1:])
    if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return []
    keys = {field.alias or name: field for name, field in annotation.model_fields.items()}
    if not loc:
        return list(keys)
    return _find_keys(keys[str(loc[0])].annotation, loc[1:]) if loc[0] in keys else []


def _literal(model: type[BaseModel]) -> str | None:
    field = model.model_fields.get("type")
    if field and get_origin(field.annotation) is Literal:
        return str(get_args(field.annotation)[0])
    return None
