"""What the questions share whose answer is typed: one explanation for right and one for wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from typing import Any, ClassVar

from pydantic import ConfigDict, Field

from builder.fields import Authored
from builder.questions.base import DemandedText, Path, Problem, Question, Texts

CHARACTER_WIDTH = 4
"""Characters that one typed character takes at most in the state (docs/state.md)."""

_SPACES = re.compile(r"\s+")
_LAST = re.compile(r"[\s.!?]+$")
_QUOTES = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'}
"""Quotation marks that keyboards write by themselves."""


class AnswerFeedback(Authored):
    """An explanation for a right answer and one for any other."""

    model_config = ConfigDict(
        title="Uitleg bij het antwoord",
        json_schema_extra={
            "description": "Uitleg na een goed en na een fout antwoord.",
            "required": ["right", "wrong"],
        },
    )

    right: DemandedText = Field(default=None, description="Uitleg na een goed antwoord.")
    wrong: DemandedText = Field(default=None, description="Uitleg na een ander antwoord.")


def demand_feedback(schema: dict[str, Any]) -> None:
    """Tells the author's editor that a question cannot do without feedback."""
    schema["required"].append("feedback")


def find_feedback_problems(id: str, feedback: AnswerFeedback) -> Iterator[Problem]:
    """An answer without an explanation."""
    for word in ("right", "wrong"):
        if not getattr(feedback, word):
            yield Problem("Q116", ("feedback", word), {"id": id, "answer": word})


def write_feedback(feedback: AnswerFeedback, texts: Texts) -> dict[str, str]:
    """Word → ready HTML, for each explanation that its author wrote."""
    written = feedback.model_dump(exclude_none=True)
    return {word: texts.html(markdown) for word, markdown in written.items()}


def normalise(text: str, strict: Collection[str] = ()) -> str:
    """A typed answer as it is compared: the same steps as ``text-match.ts``.

    Spaces, shapes of quotes and a stop at the end never matter; capitals and accents only when
    ``strict`` says ``case`` or ``accents``.
    """
    plain = _LAST.sub("", _SPACES.sub(" ", text.translate(_QUOTES)).strip())
    if "case" not in strict:
        plain = plain.lower()
    if "accents" in strict:
        return unicodedata.normalize("NFC", plain)
    split = unicodedata.normalize("NFD", plain)
    return "".join(sign for sign in split if not unicodedata.category(sign).startswith("M"))


class TypedQuestion(Question):
    """A question whose answer is a text: nothing of it needs a slot."""

    FIXED_SLOTS: ClassVar[Mapping[str, int] | None] = {}
    TEXTS: ClassVar[tuple[Path, ...]] = (*Question.TEXTS, ("feedback", "*"))
