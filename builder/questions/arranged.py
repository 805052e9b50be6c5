"""What the questions share whose parts are put where they belong: pairs, categories, an order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar, Protocol

from pydantic import Field

from builder.fields import Authored
from builder.questions.base import DIGITS, DemandedText, Problem, Question


class ExplainedPart(Authored):
    """One part of a question, with an explanation of where it belongs."""

    feedback: DemandedText = Field(
        default=None,
        description="Uitleg: waarom hoort dit hier? De cursist leest dit zodra het goed is, en"
        " anders na de laatste poging.",
    )


class _Explained(Protocol):
    @property
    def feedback(self) -> str | None: ...


class ArrangedQuestion(Question):
    """A question of which each part counts; an answer names a part by one digit in the state."""

    HIGHEST_SLOT: ClassVar[int] = len(DIGITS) - 1

    def find_part_problems(
        self, key: str, parts: Mapping[str, _Explained], field: str, least: int
    ) -> Iterator[Problem]:
        """Faults that parts of every kind can have: too few, no words, the same, no feedback.

        ``key`` is where the parts stand, ``field`` what a learner reads of each, ``least`` how
        many there have to be.
        """
        yield from self.find_count_problems(key, len(parts), least)
        texts = [((key, letter, field), getattr(part, field)) for letter, part in parts.items()]
        for path, text in texts:
            if not text:
                yield Problem("Q152", path, {"id": self.id, "part": path[1], "key": field})
        yield from find_equal_texts("Q153", texts)
        for letter, part in parts.items():
            if not part.feedback:
                yield Problem("Q154", (key, letter, "feedback"), {"id": self.id, "part": letter})

    def find_count_problems(self, key: str, count: int, least: int) -> Iterator[Problem]:
        """Too few parts under ``key`` to make a question of."""
        if count < least:
            yield Problem("Q151", (key,), {"id": self.id, "key": key, "limit": least})


def find_equal_texts(
    code: str, texts: Iterable[tuple[tuple[str, ...], str | None]]
) -> Iterator[Problem]:
    """Texts that a learner cannot tell apart; a path has its letter or digit at the second step."""
    first_with: dict[str, str] = {}
    for path, text in texts:
        if text:
            first = first_with.setdefault(" ".join(text.split()).casefold(), path[1])
            if first != path[1]:
                yield Problem(code, path, {"part": path[1], "first": first})


def count_places(keys: Iterable[str], slots: Mapping[str, int]) -> int:
    """Characters of a row with a place for each slot, up to the highest of ``keys``."""
    return max((slots[key] for key in keys), default=-1) + 1
