"""Short text: the learner types a word or a few, and every accepted form gives all points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field

from builder.fields import Authored, Line
from builder.questions.base import DemandedText, Path, Problem, Texts
from builder.questions.typed import (
    CHARACTER_WIDTH,
    AnswerFeedback,
    TypedQuestion,
    demand_feedback,
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


def _describe(schema: dict[str, Any]) -> None:
    schema["description"] = "Vraag waarbij je één of enkele woorden typt."
    demand_feedback(schema)


class ShortText(TypedQuestion):
    """All points for an accepted form, also with a few typing mistakes when the author allows."""

    model_config = ConfigDict(title="Kort antwoord", json_schema_extra=_describe)

    TEXTS: ClassVar[tuple[Path, ...]] = (*TypedQuestion.TEXTS, ("mistakes", "*", "feedback"))

    type: Literal["short-text"] = Field(description="Soort vraag: een kort antwoord typen.")
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

    def payload_data(self, texts: Texts, slots: Mapping[str, int]) -> dict[str, Any]:
        """``ShortTextPayload`` of ``short-text.tsx``."""
        del slots
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

    def problems(self) -> Iterator[Problem]:
        """Faults of the answers, of the expected mistakes, then of the feedback."""
        yield from self._answer_problems()
        yield from self._mistake_problems()
        yield from find_feedback_problems(self.id, self.feedback)

    def answer_width(self, slots: Mapping[str, int]) -> int:
        """Every character of the widest kind."""
        del slots
        return CHARACTER_WIDTH * self.max_length

    def _answer_problems(self) -> Iterator[Problem]:
        if not self.answers:
            yield Problem("Q117", ("answers",), {"id": self.id})
        first_with: dict[str, int] = {}
        for number, answer in enumerate(self.answers):
            where = ("answers", number)
            params: dict[str, str | int] = {"id": self.id, "answer": answer}
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

    def _mistake_problems(self) -> Iterator[Problem]:
        accepted = {normalise(answer, self.strict) for answer in self.answers}
        first_with: dict[str, int] = {}
        for number, mistake in enumerate(self.mistakes):
            where = ("mistakes", number, "answer")
            params: dict[str, str | int] = {"id": self.id, "answer": mistake.answer}
            form = normalise(mistake.answer, self.strict)
            first = first_with.setdefault(form, number)
            if form in accepted:
                yield Problem("Q121", where, params)
            elif first != number:
                yield Problem("Q119", where, {**params, "first": self.mistakes[first].answer})
            if not mistake.feedback:
                yield Problem("Q123", ("mistakes", number, "feedback"), params)
