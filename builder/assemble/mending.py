"""A question with wrong values, without them: so that its other faults come to light at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError

from builder.models_reader import read_part
from builder.questions import QUESTION_TYPES
from builder.yaml_reader import Document, Path, Value

T = TypeVar("T")

_MOST_ROUNDS = 3
"""What is left out in the first round may be missed in the second."""
_STAND_INS: dict[str, Value] = {"grade": "good", "options": {}}
"""Keys that a question cannot do without and that have no example → a value that is right."""


class Mended(NamedTuple, Generic[T]):
    """A model of what is good, and the paths of what was not."""

    value: T
    bad: frozenset[Path]

    def concerns(self, path: Path) -> bool:
        """Whether something bad stood at a path, below it or above it: then it tells nothing."""
        return any(one[: len(path)] == path[: len(one)] for one in self.bad)


def mend(types: TypeAdapter[T], document: Document, *at: str | int) -> Mended[T] | None:
    """The value at a path as a model, as far as it is good; None when too little of it is."""
    good = read_part(types, document, *at)
    if good is not None:
        return Mended(good, frozenset())
    value = document.get(*at)
    bad: set[Path] = set()
    for _ in range(_MOST_ROUNDS):
        try:
            model = types.validate_python(value, by_alias=True, by_name=False)
        except ValidationError as error:
            for details in error.errors(include_url=False):
                path = _find_path(value, details["loc"])
                if not path:
                    return None
                bad.add(path)
                stand_in = _find_stand_in(value, path) if details["type"] == "missing" else None
                value = _without(value, path, stand_in)
        else:
            return Mended(model, frozenset(bad))
    return None


def _find_stand_in(value: Value, path: Path) -> Value:
    """What a key can hold that is not there: the example of the schema, where there is one."""
    kind = value.get("type") if isinstance(value, dict) else None
    known = QUESTION_TYPES.get(kind) if isinstance(kind, str) else None
    for name, field in known.model_fields.items() if known and len(path) == 1 else ():
        if path[0] == (field.alias or name) and field.examples:
            example: Value = field.examples[0]
            return example
    return _STAND_INS.get(str(path[-1]))


def _find_path(value: Value, loc: Iterable[str | int]) -> Path:
    """The steps of ``loc`` that are in the value, and a last one that is missing.

    Between them pydantic puts steps of its own: the type of the question, a mark for keys. A list
    with something bad in it is bad as a whole.
    """
    steps = [step for step in loc if step != "[key]"]
    path: Path = ()
    within = value
    for number, step in enumerate(steps):
        if isinstance(within, list):
            return path
        if isinstance(within, dict) and step in within:
            within = within[str(step)]
        elif number < len(steps) - 1:
            continue
        path = (*path, step)
    return path


def _without(value: Value, path: Path, stand_in: Value) -> Value:
    """``value`` without what stands at ``path``, or with something else there."""
    if not isinstance(value, dict):
        return value
    step, rest = path[0], path[1:]
    if rest:
        return {
            key: _without(inner, rest, stand_in) if key == step else inner
            for key, inner in value.items()
        }
    kept = {key: inner for key, inner in value.items() if key != step}
    return kept if stand_in is None else {**kept, str(step): stand_in}
