"""Ordering: items are moved up and down until each is on its place; each right place counts.

The player gives points × items on their right place ÷ all items.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, ClassVar, Literal

from pydantic import ConfigDict, Field

from builder.fields import Letter
from builder.questions.arranged import ArrangedQuestion, ExplainedPart
from builder.questions.base import DemandedText, Item, Path, Problem, Question, Texts

LEAST_ITEMS = 3
"""Of two, one order is the one to start with and the other is right."""


class OrderedItem(ExplainedPart):
    """One item of an order."""

    model_config = ConfigDict(
        title="Onderdeel van een volgorde",
        json_schema_extra={
            "description": "Een tekst, met uitleg waarom die op deze plek hoort.",
            "required": ["text", "feedback"],
        },
    )

    text: DemandedText = Field(default=None, description="Het onderdeel zelf.")


def _ask_three(schema: dict[str, Any]) -> None:
    schema["minProperties"] = LEAST_ITEMS


class Ordering(ArrangedQuestion):
    """Part of the points for part of the places."""

    model_config = ConfigDict(
        title="Volgorde",
        json_schema_extra={"description": "Vraag waarbij je onderdelen op volgorde zet."},
    )

    LINES: ClassVar[tuple[Path, ...]] = (*Question.LINES, ("items", "*", "text"))
    TEXTS: ClassVar[tuple[Path, ...]] = (*Question.TEXTS, ("items", "*", "feedback"))

    type: Literal["ordering"] = Field(description="Soort vraag: op volgorde zetten.")
    items: dict[Letter, OrderedItem] = Field(
        description="De onderdelen in de goede volgorde, elk onder een eigen letter. De cursist"
        " krijgt ze in een andere volgorde. Een letter hoort voor altijd bij zijn onderdeel.",
        json_schema_extra=_ask_three,
    )

    def slot_keys(self) -> Sequence[str]:
        """The letters."""
        return tuple(self.items)

    def page_items(self, texts: Texts) -> Sequence[Item]:
        """The items as a learner finds them."""
        del texts
        return [Item(key, self.items[key].text or "") for key in self._start()]

    def payload_data(self, texts: Texts, slots: Mapping[str, int]) -> dict[str, Any]:
        """``OrderingPayload`` of ``ordering.tsx``."""
        places = {key: place for place, key in enumerate(self.items)}
        return {
            "items": [
                {
                    "key": key,
                    "slot": slots[key],
                    "place": places[key],
                    "text": texts.plain(self.items[key].text or ""),
                    "feedback": texts.html(self.items[key].feedback or ""),
                }
                for key in self._start()
            ]
        }

    def problems(self) -> Iterator[Problem]:
        """Faults of the items."""
        yield from self.find_part_problems("items", self.items, "text", LEAST_ITEMS)

    def answer_width(self, slots: Mapping[str, int]) -> int:
        """The slot of each item, a character each."""
        return len(slots)

    def _start(self) -> list[str]:
        """The letters in an order of this question's own: always the same, and never right."""
        right = list(self.items)
        start = sorted(right, key=lambda key: sha256(f"{self.id}/{key}".encode()).digest())
        return start[1:] + start[:1] if start == right else start
