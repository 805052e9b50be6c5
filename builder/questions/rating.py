"""Rating: how much a statement fits the learner, on a scale; perhaps beside an earlier answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field

from builder.fields import Authored, Id, Markdown
from builder.questions.base import Item, Path, Question, Texts
from builder.questions.unscored import UnscoredQuestion, leave_points_out

MOST_STEPS = 10


class Ends(Authored):
    """Words at both ends of the scale."""

    model_config = ConfigDict(
        title="Uiteinden", json_schema_extra={"description": "Woorden bij het begin en het einde."}
    )

    low: Markdown = Field(description="Woorden bij 1.", examples=["helemaal niet"])
    high: Markdown = Field(description="Woorden bij de hoogste stap.", examples=["helemaal wel"])


def _describe(schema: dict[str, Any]) -> None:
    schema["description"] = "Vraag waarbij je jezelf een plek op een schaal geeft; telt nooit mee."
    leave_points_out(schema)


class Rating(UnscoredQuestion):
    """A step on a scale."""

    model_config = ConfigDict(title="Schaal", json_schema_extra=_describe)

    LINES: ClassVar[tuple[Path, ...]] = (*Question.LINES, ("labels", "*"))

    type: Literal["rating"] = Field(description="Soort vraag: een plek op een schaal.")
    steps: Annotated[int, Field(ge=3, le=MOST_STEPS)] = Field(
        default=5, description="Hoeveel stappen de schaal heeft, van 3 tot en met 10."
    )
    labels: Ends = Field(description="Woorden bij het begin en het einde van de schaal.")
    before: Id | None = Field(
        default=None,
        description="Id van een eerdere schaalvraag in deze cursus. Na het antwoord staan de twee"
        " naast elkaar.",
    )

    def earlier(self) -> Mapping[Path, str]:
        """The rating that this one stands beside."""
        return {("before",): self.before} if self.before else {}

    def compares_with(self, other: Question) -> bool:
        """Whether the other is a rating with as many steps."""
        return isinstance(other, Rating) and other.steps == self.steps

    def page_items(self, texts: Texts) -> Sequence[Item]:
        """The words at both ends."""
        heading = texts.word("rating.scale").format(n=self.steps)
        return [Item("low", self.labels.low, heading=heading), Item("high", self.labels.high)]

    def payload_data(self, texts: Texts, slots: Mapping[str, int]) -> dict[str, Any]:
        """``RatingPayload`` of ``rating.tsx``."""
        del slots
        return {
            "steps": self.steps,
            "low": texts.plain(self.labels.low),
            "high": texts.plain(self.labels.high),
            "before": self.before,
        }

    def answer_width(self, slots: Mapping[str, int]) -> int:
        """One digit."""
        del slots
        return 1
