"""Categorise: each item goes into one of a few categories; each right one counts.

The player gives points × items in their category ÷ all items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field, WithJsonSchema

from builder.fields import Letter, Line, Markdown
from builder.questions.arranged import (
    ArrangedQuestion,
    ExplainedPart,
    count_places,
    find_equal_texts,
)
from builder.questions.base import DemandedText, Item, Path, Problem, Question, Texts
from builder.questions.choice import ask_two

_DIGIT = re.compile("[1-9]")
_MOST_CATEGORIES = 9
_CategoryName = Annotated[Line | None, WithJsonSchema({"type": ["integer", "string"]})]
"""Unquoted, an editor reads the number of a category as a whole number."""


def _ask_numbers(schema: dict[str, Any]) -> None:
    """Tells the author's editor what the keys are."""
    schema["patternProperties"] = {f"^{_DIGIT.pattern}$": schema.pop("additionalProperties")}
    ask_two(schema)


class CategorisedItem(ExplainedPart):
    """An item and the category that it belongs to."""

    model_config = ConfigDict(
        title="Onderdeel van een categorie",
        json_schema_extra={
            "description": "Een tekst, het nummer van zijn categorie en uitleg.",
            "required": ["text", "category", "feedback"],
        },
    )

    text: DemandedText = Field(default=None, description="Het onderdeel zelf.")
    category: _CategoryName = Field(
        default=None, description="Het nummer van de categorie waar dit in hoort.", examples=[1]
    )


class Categorise(ArrangedQuestion):
    """Part of the points for part of the items."""

    model_config = ConfigDict(
        title="Indelen",
        json_schema_extra={"description": "Vraag waarbij je elk onderdeel in een categorie zet."},
    )

    LINES: ClassVar[tuple[Path, ...]] = (
        *Question.LINES,
        ("categories", "*"),
        ("items", "*", "text"),
    )
    TEXTS: ClassVar[tuple[Path, ...]] = (*Question.TEXTS, ("items", "*", "feedback"))

    type: Literal["categorise"] = Field(
        description="Soort vraag: elk onderdeel in een categorie zetten."
    )
    categories: dict[str, Markdown] = Field(
        description="De categorieën, elk onder een eigen cijfer: 1, 2, 3. Een cijfer hoort voor"
        " altijd bij zijn categorie.",
        json_schema_extra=_ask_numbers,
    )
    items: dict[Letter, CategorisedItem] = Field(
        description="De onderdelen, elk onder een eigen letter: a, b, c. Een letter hoort voor"
        " altijd bij zijn onderdeel.",
        json_schema_extra=ask_two,
    )

    def slot_keys(self) -> Sequence[str]:
        """The letters of the items, then the digits of the categories."""
        return (*self.items, *self.categories)

    def page_items(self, texts: Texts) -> Sequence[Item]:
        """The items, then the categories."""
        items = [Item(key, item.text or "") for key, item in self.items.items()]
        headings = [texts.word("quiz.choose_from")] + [""] * len(self.categories)
        categories = zip(self.categories.items(), headings, strict=False)
        return [
            *items,
            *(Item(f"to-{key}", text, heading=head) for (key, text), head in categories),
        ]

    def payload_data(self, texts: Texts, slots: Mapping[str, int]) -> dict[str, Any]:
        """``PairsPayload`` of ``pairs.tsx``."""
        return {
            "items": [
                {
                    "key": key,
                    "slot": slots[key],
                    "to": item.category or "",
                    "text": texts.plain(item.text or ""),
                    "feedback": texts.html(item.feedback or ""),
                }
                for key, item in self.items.items()
            ],
            "choices": [
                {"key": key, "slot": slots[key], "text": texts.plain(text)}
                for key, text in self.categories.items()
            ],
        }

    def problems(self) -> Iterator[Problem]:
        """Faults of the categories, of the items, then of what belongs where."""
        yield from self.find_count_problems("categories", len(self.categories), 2)
        free = [
            str(one) for one in range(1, _MOST_CATEGORIES + 1) if str(one) not in self.categories
        ]
        for key in self.categories:
            if not _DIGIT.fullmatch(key):
                write = {"write": free.pop(0)} if free else {}
                params: dict[str, str | int] = {"id": self.id, "category": key, **write}
                yield Problem("Q157", ("categories", key), params)
        texts = ((("categories", key), text) for key, text in self.categories.items())
        yield from find_equal_texts("Q153", texts)
        yield from self.find_part_problems("items", self.items, "text", 2)
        yield from self._place_problems()

    def answer_width(self, slots: Mapping[str, int]) -> int:
        """A character for each slot of an item: the slot of the category that was chosen."""
        return count_places(self.items, slots)

    def _place_problems(self) -> Iterator[Problem]:
        by_words = {" ".join(text.split()).casefold(): key for key, text in self.categories.items()}
        for key, item in self.items.items():
            where = ("items", key, "category")
            params: dict[str, str | int] = {"id": self.id, "part": key}
            if not item.category:
                yield Problem("Q152", where, {**params, "key": "category"})
            elif item.category not in self.categories:
                meant = by_words.get(item.category.casefold())
                known = ", ".join(self.categories)
                params |= {"category": item.category, "known": known}
                yield Problem("Q158", where, {**params, "write": meant} if meant else params)
        used = {item.category for item in self.items.values()}
        if len(self.items) > 1 and len(used) == 1 and used <= self.categories.keys():
            category = next(iter(self.items.values())).category or ""
            yield Problem("Q159", ("items",), {"id": self.id, "category": category})
