"""What every question type shares. One file per type beside this one; ``__init__`` lists them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from builder.diagnostics import Diagnostic
from builder.fields import Id, Markdown, Points


@dataclass(frozen=True, slots=True)
class OptionView:
    """One answer as the player and the page need it: Markdown still in the author's words."""

    key: str
    text: str
    correct: bool
    feedback: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of one question: code, path of the value inside the question, params for the sentence."""

    code: str
    path: tuple[str | int, ...]
    params: dict[str, str | int]


class Question(BaseModel):
    """Fields that every question has. Subclasses add their own and a ``type`` literal."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    id: Id
    type: str
    prompt: Markdown = Field(description="De vraag zelf, in één zin.")
    case: Markdown | None = Field(default=None, description="Tekst boven de vraag: de situatie.")
    points: Points = 1
    lesson: Id | None = Field(default=None, description="Les om terug te lezen.")
    facts: tuple[str, ...] = Field(default=(), description="Feiten waarop de vraag steunt, zoals F2.")

    @abstractmethod
    def options_view(self) -> Sequence[OptionView]:
        """The options in the author's order."""

    @abstractmethod
    def problems(self) -> Iterator[Problem]:
        """Faults that the schema cannot say: no right answer, an option without feedback."""

    def answer_width(self) -> int:
        """Characters that the longest answer takes in the state (see docs/state.md)."""
        raise NotImplementedError


Kind = Literal["radio", "checkbox"]

__all__ = ["Diagnostic", "Kind", "OptionView", "Problem", "Question"]
