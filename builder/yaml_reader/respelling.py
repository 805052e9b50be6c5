"""A document as its author most likely meant it, so that one wrong word hides nothing else."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from builder.yaml_reader.values import Document, Path, Value


@dataclass(frozen=True, slots=True)
class Correction:
    """The word that should stand at a path: as key when ``is_key``, else as value."""

    path: Path
    word: str
    is_key: bool


def respell(document: Document, corrections: Collection[Correction]) -> Document:
    """The document with other words at some paths; every place stays where it is in the file.

    No path may lie in another one. A key that is there already is not given a second time.
    """
    value: Value = document.value
    renamed: dict[Path, str] = {}
    for one in corrections:
        *parent, old = one.path
        siblings = _get(value, tuple(parent))
        if not one.is_key:
            value = _put(value, one.path, one.word)
        elif isinstance(siblings, dict) and old in siblings and one.word not in siblings:
            words = {one.word if key == old else key: inner for key, inner in siblings.items()}
            value = _put(value, tuple(parent), words)
            renamed[one.path] = one.word
    assert isinstance(value, dict)
    places = {_follow(path, renamed): place for path, place in document.positions.places.items()}
    return replace(
        document,
        value=value,
        positions=replace(document.positions, places=places),
        unreliable=frozenset(_follow(path, renamed) for path in document.unreliable),
        doubled=frozenset(_follow(path, renamed) for path in document.doubled),
    )


def _follow(path: Path, renamed: Mapping[Path, str]) -> Path:
    """Where something lies after one of the keys above it, or its own, got another name."""
    for length in range(1, len(path) + 1):
        word = renamed.get(path[:length])
        if word is not None:
            return (*path[: length - 1], word, *path[length:])
    return path


def _get(within: Value, path: Path) -> Value:
    for step in path:
        if isinstance(within, dict) and isinstance(step, str):
            within = within.get(step)
        elif isinstance(within, list) and isinstance(step, int):
            within = within[step]
    return within


def _put(within: Value, path: Path, value: Value) -> Value:
    """``within`` with another value at ``path``; what was given is not touched."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(within, dict):
        return {
            key: _put(inner, rest, value) if key == step else inner for key, inner in within.items()
        }
    if isinstance(within, list):
        return [
            _put(inner, rest, value) if number == step else inner
            for number, inner in enumerate(within)
        ]
    return within
