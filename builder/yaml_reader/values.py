"""Plain values out of YAML, each with its place in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from builder.diagnostics import Location
from builder.yaml_reader.written import YamlText

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Path: TypeAlias = "tuple[str | int, ...]"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands, and where its key when it is in a mapping.

    Of a mapping or list ``text`` is the place where it starts.
    """

    value: Location
    key: Location | None
    is_collection: bool
    text: YamlText


@dataclass(frozen=True, slots=True)
class YamlPositions:
    """The places of all values in one YAML text."""

    path: str
    places: Mapping[Path, Place]

    def at(self, *path: str | int, key: bool = False) -> Location:
        """The place of the value at ``path`` (or of its key); the nearest parent when it is absent.

        A mapping or list is shown at the key that introduces it.
        """
        for length in range(len(path), -1, -1):
            place = self.places.get(path[:length])
            if place:
                if place.key and (key or place.is_collection or length < len(path)):
                    return place.key
                return place.value
        return Location(self.path)

    def text(self, *path: str | int) -> YamlText:
        """The text at ``path`` as it is written; the nearest parent when it is absent."""
        lengths = range(len(path), -1, -1)
        found = (self.places[path[:one]].text for one in lengths if path[:one] in self.places)
        return next(found, YamlText(self.path, (), 0, "", (0, 0), (0, 0)))

    def last_line(self, line: int) -> int:
        """The last line of the texts that start on a line of the file."""
        places = self.places.values()
        ends = [one.text.last_line for one in places if one.value.line == line]
        return max((line, *ends))

    def without(self, key: str, numbers: set[int]) -> YamlPositions:
        """The places when some items of the list at ``key`` are left out."""
        if not numbers:
            return self
        places: dict[Path, Place] = {}
        for path, place in self.places.items():
            number = path[1] if len(path) > 1 and path[0] == key else None
            if not isinstance(number, int):
                places[path] = place
            elif number not in numbers:
                earlier = sum(one < number for one in numbers)
                places[(key, number - earlier, *path[2:])] = place
        return YamlPositions(self.path, places)

    def knows(self, *path: str | int) -> bool:
        """Whether the author wrote something at ``path``."""
        return path in self.places


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML text as plain values.

    ``unreliable`` holds the paths of values that were refused and read as nothing, ``doubled``
    those of mappings from which a value was left out: no finding should blame that on
    the author once more.
    """

    path: str
    value: dict[str, Value]
    positions: YamlPositions
    unreliable: frozenset[Path] = frozenset()
    doubled: frozenset[Path] = frozenset()

    def was_refused(self, *path: str | int) -> bool:
        """Whether the value at ``path``, or one that it lies in, already has a finding."""
        return any(path[:length] in self.unreliable for length in range(len(path) + 1))

    def is_incomplete(self, *path: str | int) -> bool:
        """Whether something in the value at ``path`` was refused or left out."""
        return any(one[: len(path)] == path for one in self.unreliable | self.doubled)

    def get(self, *path: str | int) -> Value:
        """The value at ``path``, None when it is absent."""
        found: Value = self.value
        for step in path:
            if isinstance(found, dict) and isinstance(step, str):
                found = found.get(step)
            elif isinstance(found, list) and isinstance(step, int) and step < len(found):
                found = found[step]
            else:
                return None
        return found
