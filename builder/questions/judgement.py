"""Judgement: several answers can do; each is good, defensible or risky, with its reason.

The player gives points × score of the chosen option.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from builder.fields import Letter
from builder.questions.base import OptionView, Problem, count_digits
from builder.questions.choice import Choice, WordedOption, ask_two, find_option_problems

Grade = Literal["good", "defensible", "risky"]
Share = Annotated[int, Field(ge=0, le=100)]
"""Whole percentage, from 0."""

SCORES: dict[Grade, int] = {"good": 100, "defensible": 50, "risky": 0}
"""Percentage of the points per grade, best first, where the option has no score of its own."""


class GradedOption(WordedOption):
    """One option of a judgement: how good it is, and why."""

    model_config = ConfigDict(
        title="Antwoord met oordeel",
        json_schema_extra={
            "description": "Eén antwoord met zijn oordeel en zijn eigen uitleg.",
            "required": ["text", "grade", "feedback"],
        },
    )

    grade: Grade = Field(
        description="Het oordeel: good (goed), defensible (verdedigbaar) of risky (riskant)."
    )
    score: Share | None = Field(
        default=None,
        description="Deel van de punten in procenten. Weglaten: good 100, defensible 50, risky 0.",
    )

    @property
    def percentage(self) -> int:
        """Percentage of the points that this option gives."""
        return SCORES[self.grade] if self.score is None else self.score


class Judgement(Choice):
    """All points for a good option, part of them for a defensible one, none for a risky one."""

    model_config = ConfigDict(
        title="Oordeel",
        json_schema_extra={
            "description": "Vraag waarbij elk antwoord goed, verdedigbaar of riskant is."
        },
    )

    KEPT_AS: ClassVar[str] = "one-option"

    type: Literal["judgement"] = Field(
        description="Soort vraag: elk antwoord is goed, verdedigbaar of riskant."
    )
    options: dict[Letter, GradedOption] = Field(
        description="De antwoorden, elk onder een eigen letter: a, b, c. Een letter hoort voor"
        " altijd bij zijn antwoord.",
        json_schema_extra=ask_two,
    )
    panel: dict[Letter, Share] | None = Field(
        default=None,
        description="Hoeveel procent van de experts elk antwoord koos, samen 100. De cursist ziet"
        " dit na de laatste poging.",
    )

    def options_view(self) -> tuple[OptionView, ...]:
        """The options in the author's order; a good one is a correct one."""
        return tuple(
            OptionView(
                key,
                option.text or "",
                option.grade == "good",
                option.feedback or "",
                {"grade": option.grade, "share": option.percentage / 100}
                | ({"panel": self.panel.get(key, 0)} if self.panel else {}),
            )
            for key, option in self.options.items()
        )

    def problems(self) -> Iterator[Problem]:
        """Faults of the options, then of their grades and scores, then of the panel."""
        yield from find_option_problems(self.id, self.options)
        yield from self._grade_problems()
        if self.panel is not None:
            yield from self._panel_problems(self.panel)

    def answer_width(self, slots: Mapping[str, int]) -> int:
        """The bit of the option with the highest slot."""
        return count_digits(1 << max(slots.values(), default=0))

    def _grade_problems(self) -> Iterator[Problem]:
        params: dict[str, str | int]
        by_grade = {
            grade: {key: one for key, one in self.options.items() if one.grade == grade}
            for grade in SCORES
        }
        good = by_grade["good"]
        if not good:
            yield Problem("Q110", ("options",), {"id": self.id})
        elif max(one.percentage for one in good.values()) < 100:
            key = max(good, key=lambda one: good[one].percentage)
            params = {"id": self.id, "option": key}
            yield Problem("Q111", ("options", key, "score"), params)
        present = [options for options in by_grade.values() if options]
        for better, worse in pairwise(present):
            lowest = min(better, key=lambda one: better[one].percentage)
            limit = better[lowest].percentage
            for key, option in worse.items():
                if option.percentage >= limit:
                    # The finding points at a score that the author wrote: defaults are in order.
                    place = lowest if option.score is None else key
                    params = {
                        "option": key,
                        "grade": option.grade,
                        "score": option.percentage,
                        "better": lowest,
                        "better_grade": better[lowest].grade,
                        "limit": limit,
                    }
                    yield Problem("Q112", ("options", place, "score"), params)

    def _panel_problems(self, panel: Mapping[str, int]) -> Iterator[Problem]:
        missing = [key for key in self.options if key not in panel]
        unknown = [key for key in panel if key not in self.options]
        if missing:
            yield Problem("Q113", ("panel",), {"id": self.id, "options": ", ".join(missing)})
        for key in unknown:
            yield Problem("Q114", ("panel", key), {"id": self.id, "option": key})
        total = sum(panel.values())
        if not missing and not unknown and total != 100:
            yield Problem("Q115", ("panel",), {"id": self.id, "total": total})
