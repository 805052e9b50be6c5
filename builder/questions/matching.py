"""Matching: what belongs to what, chosen per item from a list; each right pair counts.

The player gives points × right pairs ÷ all pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Literal

from pydantic import ConfigDict, Field

from builder.fields import Letter, Markdown
from builder.questions.arranged import (
    ArrangedQuestion,
    ExplainedPart,
    count_places,
    find_equal_texts,
)
from builder.questions.base import DemandedText, Item, Path, Problem, Question, Texts
from builder.questions.choice import ask_two
from builder.questions.typed import normalise

_DIGITS = re.compile(r"\d+")
_LONGEST_NUMBER = 12
"""Digits of the longest number that is put in order as a number."""


class MatchingPair(ExplainedPart):
    """An item and what belongs to it."""

    model_config = ConfigDict(
        title="Paar",
        json_schema_extra={
            "description": "Twee teksten die bij elkaar horen, met uitleg.",
            "required": ["item", "match", "feedback"],
        },
    )

    item: DemandedText = Field(default=None, description="Het onderdeel zelf.")
    match: DemandedText = Field(
        default=None,
        description="Wat erbij hoort. Houd het kort: de cursist kiest het in een lijst.",
    )


class Matching(ArrangedQuestion):
    """Part of the points for part of the pairs."""

    model_config = ConfigDict(
        title="Koppelen",
        json_schema_extra={"description": "Vraag waarbij je kiest wat bij elkaar hoort."},
    )

    LINES: ClassVar[tuple[Path, ...]] = (
        *Question.LINES,
        ("pairs", "*", "item"),
        ("pairs", "*", "match"),
        ("distractors", "*"),
    )
    TEXTS: ClassVar[tuple[Path, ...]] = (*Question.TEXTS, ("pairs", "*", "feedback"))

    type: Literal["matching"] = Field(description="Soort vraag: kiezen wat bij elkaar hoort.")
    pairs: dict[Letter, MatchingPair] = Field(
        description="De paren, elk onder een eigen letter: a, b, c. Een letter hoort voor altijd"
        " bij zijn paar.",
        json_schema_extra=ask_two,
    )
    distractors: dict[Letter, Markdown] = Field(
        default_factory=dict,
        description="Teksten die nergens bij horen, onder letters die de paren niet hebben.",
    )

    def slot_keys(self) -> Sequence[str]:
        """The letters of the pairs, then those of the distractors."""
        return tuple(dict.fromkeys((*self.pairs, *self.distractors)))

    def page_items(self, texts: Texts) -> Sequence[Item]:
        """The items, then what there is to choose from."""
        items = [Item(key, pair.item or "") for key, pair in self.pairs.items()]
        heading = texts.word("quiz.choose_from")
        choices = self._choices(texts)
        items += [Item(f"to-{key}", text, heading=heading) for key, text in choices[:1]]
        return [*items, *(Item(f"to-{key}", text) for key, text in choices[1:])]

    def payload_data(self, texts: Texts, slots: Mapping[str, int]) -> dict[str, Any]:
        """``PairsPayload`` of ``pairs.tsx``."""
        return {
            "items": [
                {
                    "key": key,
                    "slot": slots[key],
                    "to": key,
                    "text": texts.plain(pair.item or ""),
                    "feedback": texts.html(pair.feedback or ""),
                }
                for key, pair in self.pairs.items()
            ],
            "choices": [
                {"key": key, "slot": slots[key], "text": texts.plain(text)}
                for key, text in self._choices(texts)
            ],
        }

    def problems(self) -> Iterator[Problem]:
        """Faults of the pairs, then of what can be chosen."""
        yield from self.find_part_problems("pairs", self.pairs, "item", 2)
        matches: list[tuple[tuple[str, ...], str | None]] = []
        for key, pair in self.pairs.items():
            where = ("pairs", key, "match")
            matches.append((where, pair.match))
            if not pair.match:
                yield Problem("Q152", where, {"id": self.id, "part": key, "key": "match"})
        for key, text in self.distractors.items():
            if key in self.pairs:
                yield Problem("Q155", ("distractors", key), {"id": self.id, "part": key})
            else:
                matches.append((("distractors", key), text))
        yield from find_equal_texts("Q156", matches)

    def answer_width(self, slots: Mapping[str, int]) -> int:
        """A character for each slot of an item: the slot of what was chosen for it."""
        return count_places(self.pairs, slots)

    def _choices(self, texts: Texts) -> list[tuple[str, str]]:
        """Letter and Markdown of all that can be chosen, by alphabet: that tells nothing."""
        choices = {key: pair.match or "" for key, pair in self.pairs.items()} | self.distractors
        return sorted(choices.items(), key=lambda one: (_rank(texts.plain(one[1])), one[0]))


def _rank(text: str) -> str:
    """What a text is sorted by: capitals and accents do not count, 9 comes before 10."""
    return _DIGITS.sub(lambda found: found[0].zfill(_LONGEST_NUMBER), normalise(text))
