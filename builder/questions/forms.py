"""The forms in which an answer may be typed, and the mistakes in them that are forgiven."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from builder.fields import Authored, Line
from builder.questions.base import DemandedText, Problem, Texts
from builder.questions.typed import (
    AnswerFeedback,
    find_feedback_problems,
    normalise,
    write_feedback,
)

LETTERS_PER_MISTAKE = 3
"""With fewer letters in an answer, a mistake would make another word of it."""


class ExpectedMistake(Authored):
    """A wrong answer that its author expects, with an explanation of its own."""

    model_config = ConfigDict(
        title="Verwachte fout",
        json_schema_extra={
            "description": "Een fout antwoord dat je verwacht, met eigen uitleg.",
            "required": ["answer", "feedback"],
        },
    )

    answer: Line = Field(description="Het foute antwoord.")
    feedback: DemandedText = Field(default=None, description="Uitleg bij dit antwoord.")


class Forms(Authored):
    """What is right to type, how exactly, and what is explained."""

    answers: tuple[Line, ...] = Field(
        description="De antwoorden die goed zijn. Het eerste is het voorbeeld dat de cursist"
        " na afloop ziet.",
        json_schema_extra={"minItems": 1},
    )
    spelling: Annotated[int, Field(ge=0, le=2)] = Field(
        default=0, description="Hoeveel typefouten een goed antwoord mag hebben: 0, 1 of 2."
    )
    strict: tuple[Literal["case", "accents"], ...] = Field(
        default=(),
        description="Waar je wel op let: case (hoofdletters), accents (accenten). Weglaten: op"
        " geen van beide.",
    )
    max_length: Annotated[int, Field(ge=1, le=100)] = Field(
        default=40, description="Hoeveel tekens de cursist kan typen."
    )
    mistakes: tuple[ExpectedMistake, ...] = Field(
        default=(), description="Foute antwoorden die je verwacht, elk met eigen uitleg."
    )
    feedback: AnswerFeedback = Field(
        default_factory=AnswerFeedback, description="Uitleg na een goed en na een fout antwoord."
    )

    def write_forms(self, texts: Texts) -> dict[str, Any]:
        """``FormsPayload`` of ``forms.ts``."""
        return {
            "answers": list(self.answers),
            "spelling": self.spelling,
            "strict": list(self.strict),
            "maxLength": self.max_length,
            "mistakes": [
                {"answer": one.answer, "feedback": texts.html(one.feedback or "")}
                for one in self.mistakes
            ],
            "feedback": write_feedback(self.feedback, texts),
        }

    def form_problems(self, id: str) -> Iterator[Problem]:
        """Faults of the answers, of the expected mistakes, then of the feedback.

        ``id`` is that of the question; paths are below this.
        """
        yield from self._answer_problems(id)
        yield from self._mistake_problems(id)
        yield from find_feedback_problems(id, self.feedback)

    def _answer_problems(self, id: str) -> Iterator[Problem]:
        if not self.answers:
            yield Problem("Q117", ("answers",), {"id": id})
        first_with: dict[str, int] = {}
        for number, answer in enumerate(self.answers):
            where = ("answers", number)
            params: dict[str, str | int] = {"id": id, "answer": answer}
            form = normalise(answer, self.strict)
            first = first_with.setdefault(form, number)
            if not form:
                yield Problem("Q122", where, params)
            elif len(answer) > self.max_length:
                yield Problem("Q118", where, {**params, "limit": self.max_length})
            elif first != number:
                yield Problem("Q119", where, {**params, "first": self.answers[first]})
            elif len(form) < LETTERS_PER_MISTAKE * self.spelling:
                yield Problem("Q120", where, {**params, "spelling": self.spelling})

    def _mistake_problems(self, id: str) -> Iterator[Problem]:
        accepted = {normalise(answer, self.strict) for answer in self.answers}
        first_with: dict[str, int] = {}
        for number, mistake in enumerate(self.mistakes):
            where = ("mistakes", number, "answer")
            params: dict[str, str | int] = {"id": id, "answer": mistake.answer}
            form = normalise(mistake.answer, self.strict)
            first = first_with.setdefault(form, number)
            if form in accepted:
                yield Problem("Q121", where, params)
            elif first != number:
                yield Problem("Q119", where, {**params, "first": self.mistakes[first].answer})
            if not mistake.feedback:
                yield Problem("Q123", ("mistakes", number, "feedback"), params)
