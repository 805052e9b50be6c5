"""Keys and types of questions that do not exist, and what their author may have meant."""

from __future__ import annotations

import difflib
import re
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from builder import proposals, yaml_reader
from builder.diagnostics import Diagnostic
from builder.yaml_reader import Document, Path, Value

_LARGEST_SHOWN = 60
"""Characters of a value that a finding repeats."""
_LIKENESS = 0.65
"""From where on one word may be meant as another: ``tekst`` and ``text``, not ``options``."""
_CERTAIN = 0.75
"""From where on it is read as the other one."""


def name_parent(path: Path) -> str:
    """Where a key stands, as in ``questions.2.options``; "" at the top of the file."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path[:-1])


def shorten(value: Value) -> str:
    """A text on one line, cut to what a finding can repeat; "" for anything else."""
    text = value if isinstance(value, str) else ""
    text = " ".join(text.split())
    return text if len(text) <= _LARGEST_SHOWN else text[: _LARGEST_SHOWN - 1] + "…"


def is_certain(finding: Diagnostic) -> bool:
    """Whether a word is so close to another one, or its translation, that it can stand for it."""
    key, meant = str(finding.params["key"]), str(finding.params["suggestion"])
    likeness = difflib.SequenceMatcher(None, key.lower().replace("_", "-"), meant).ratio()
    return proposals.propose_key(key, (meant,)) is not None or likeness >= _CERTAIN


def diagnose_key(
    model: type[BaseModel], document: Document, loc: tuple[str | int, ...], path: Path
) -> Diagnostic:
    """The finding about a key that the model does not have."""
    key = str(path[-1])
    known = find_keys(model, loc[:-1])
    present = document.get(*path[:-1])
    missing = [one for one in known if not (isinstance(present, dict) and one in present)]
    close = difflib.get_close_matches(key.lower().replace("_", "-"), missing or known, 1, _LIKENESS)
    meant = proposals.propose_key(key, missing) or (close[0] if close else "")
    params: dict[str, str | int] = {
        "key": key,
        "known": ", ".join(known),
        "parent": name_parent(path),
    }
    where = document.positions.at(*path, key=True)
    if yaml_reader.NO_SPACE.match(key):
        return Diagnostic("Y126", where)
    owner = _find_owner(model, loc, present)
    if owner:
        return Diagnostic("Y203", where, {**params, "owner": owner})
    if meant:
        return Diagnostic("Y202", where, {**params, "suggestion": meant})
    return Diagnostic("Y203", where, params)


def _find_owner(model: type[BaseModel], loc: tuple[str | int, ...], present: Value) -> str | None:
    """The empty key above to which a key belongs that was not indented."""
    siblings = present if isinstance(present, dict) else {}
    empty = (one for one, value in siblings.items() if value is None)
    return next((one for one in empty if loc[-1] in find_keys(model, (*loc[:-1], one))), None)


def diagnose_type(document: Document, details: ErrorDetails, path: Path) -> Diagnostic:
    """The finding about a question without a type, or with one that does not exist."""
    known = re.findall(r"'([a-z-]+)'", str(details["ctx"].get("expected_tags", "")))
    if details["type"] == "union_tag_not_found":
        key = _find_key_like_type(document.get(*path))
        if key is None:
            return Diagnostic("Y223", document.positions.at(*path), {"key": "type"})
        params: dict[str, str | int] = {"key": key, "parent": name_parent((*path, key))}
        where = document.positions.at(*path, key, key=True)
        return Diagnostic("Y202", where, {**params, "suggestion": "type", "known": "type"})
    value = document.get(*path, "type")
    written = shorten(value)
    ordered = sorted(known, key=lambda one: -difflib.SequenceMatcher(None, one, written).ratio())
    where = document.positions.at(*path, "type")
    if value is None:
        return Diagnostic("Y204", where, {"key": "type"})
    params = {"value": written, "known": ", ".join(ordered)}
    meant = proposals.propose_type(written, known)
    return Diagnostic("Y224", where, {**params, "write": meant} if meant else params)


def _find_key_like_type(question: Value) -> str | None:
    """The key of a question that has no type under which its type may stand after all."""
    keys = [*question] if isinstance(question, dict) else []
    translated = (key for key in keys if proposals.propose_key(key, ("type",)))
    close = difflib.get_close_matches("type", [key.lower() for key in keys], 1, _LIKENESS)
    return next(translated, next((key for key in keys if key.lower() in close), None))


def find_keys(annotation: Any, loc: tuple[str | int, ...]) -> list[str]:
    """The keys that an author may write at ``loc`` (pydantic's, types of questions included)."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        members = [one for one in arguments if one is not type(None)]
        if len(members) == 1:
            return find_keys(members[0], loc)
        chosen = [one for one in members if loc and _literal(one) == loc[0]]
        return find_keys(chosen[0], loc[1:]) if chosen else []
    if origin in (tuple, list):
        return find_keys(arguments[0], loc[1:])
    if origin is dict:
        return find_keys(arguments[1], loc[1:])
    if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return []
    keys = {field.alias or name: field for name, field in annotation.model_fields.items()}
    if not loc:
        return list(keys)
    return find_keys(keys[str(loc[0])].annotation, loc[1:]) if loc[0] in keys else []


def _literal(model: type[BaseModel]) -> str | None:
    field = model.model_fields.get("type")
    if field and get_origin(field.annotation) is Literal:
        return str(get_args(field.annotation)[0])
    return None
