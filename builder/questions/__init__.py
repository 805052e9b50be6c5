"""The question types, alphabetical. A new one is a file, an import and a member of the union."""

from __future__ import annotations

from typing import Annotated, get_args

from pydantic import Field

from builder.questions.base import Question
from builder.questions.branching import Branching
from builder.questions.categorise import Categorise
from builder.questions.gaps import Gaps
from builder.questions.judgement import Judgement
from builder.questions.matching import Matching
from builder.questions.multiple_choice import MultipleChoice
from builder.questions.numeric import Numeric
from builder.questions.ordering import Ordering
from builder.questions.rating import Rating
from builder.questions.reflection import Reflection
from builder.questions.short_text import ShortText
from builder.questions.single_choice import SingleChoice
from builder.questions.true_false import TrueFalse

_Types = (
    Branching
    | Categorise
    | Gaps
    | Judgement
    | Matching
    | MultipleChoice
    | Numeric
    | Ordering
    | Rating
    | Reflection
    | ShortText
    | SingleChoice
    | TrueFalse
)

AnyQuestion = Annotated[_Types, Field(discriminator="type")]
"""A question of any type, told apart by ``type``."""

QUESTION_TYPES: dict[str, type[Question]] = {
    get_args(question.model_fields["type"].annotation)[0]: question for question in get_args(_Types)
}
"""The word behind ``type`` → the class."""

__all__ = ["QUESTION_TYPES", "AnyQuestion", "Question"]
