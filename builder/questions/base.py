"""What every question type shares. One file per type beside this one; ``__init__`` lists them."""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, ConfigDict, Field

from builder.fields import Authored, Boolean, Fact, Id, Letter, Markdown, Points

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
"""Digits of the numbers in the learner's state: base 36."""


@dataclass(frozen=True, slots=True)
class OptionView:
    """One answer as the player and the page need it: Markdown still in the author's words.

    ``text`` is empty where the interface has its own word: true and false. ``extra`` is what only
    the type's own player file reads: optional fields of ``OptionPayload`` in ``payload.ts``.
    """

    key: str
    text: str
    correct: bool
    feedback: str
    extra: Mapping[str, str | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of one question: code, path of the value in the question, params for the sentence."""

    code: str
    path: tuple[str | int, ...]
    params: dict[str, str | int] = field(default_factory=dict)


class Question(Authored):
    """Fields that every question has. Subclasses add their own and a ``type`` literal."""

    FIXED_SLOTS: ClassVar[Mapping[str, int] | None] = None
    """Slots of the options where a type has the same ones in each question; else the lock's."""
    KEPT_AS: ClassVar[str] = ""
    """What a kept answer is, in a word, where another type keeps the same; else none can read it.
    """

    id: Id = Field(
        description="Vaste naam van de vraag. Verander hem nooit: de leeromgeving bewaart"
        " antwoorden onder deze naam.",
        examples=["eerste-stap"],
    )
    type: str = Field(description="Soort vraag.")
    prompt: Markdown = Field(
        description="De vraag zelf, in één zin.", examples=["Wat is een goede eerste stap?"]
    )
    case: Markdown | None = Field(default=None, description="Tekst boven de vraag: de situatie.")
    hint: Markdown | None = Field(
        default=None, description="Hint die de cursist zelf opent. Kost geen punten."
    )
    points: Points = Field(default=1, description="Punten voor een goed antwoord.")
    lesson: Id | None = Field(
        default=None, description="Id van de les om terug te lezen na een fout antwoord."
    )
    facts: tuple[Fact, ...] = Field(
        default=(), description="Nummers van de feiten waarop de vraag steunt, zoals F2."
    )

    @abstractmethod
    def options_view(self) -> Sequence[OptionView]:
        """The options in the author's order."""

    @abstractmethod
    def problems(self) -> Iterator[Problem]:
        """Faults that the schema cannot say: no right answer, an option without feedback."""

    @abstractmethod
    def answer_width(self, option_slots: Mapping[str, int]) -> int:
        """Characters that the longest answer takes in the state (see docs/state.md).

        ``option_slots`` are the slots of this question's options.
        """


def count_digits(number: int) -> int:
    """Characters of ``number`` (0 or more) in base 36."""
    digits = 1
    while number >= len(DIGITS):
        number //= len(DIGITS)
        digits += 1
    return digits


def _blank_to_none(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


DemandedText = Annotated[Markdown | None, BeforeValidator(_blank_to_none)]
"""Markdown that a question cannot do without: its type reports the absence in its own words."""


class WordedOption(Authored):
    """What options of every kind have; ``find_option_problems`` demands both, by letter."""

    text: DemandedText = Field(default=None, description="Het antwoord zoals de cursist het leest.")
    feedback: DemandedText = Field(
        default=None, description="Uitleg bij dit antwoord: waarom klopt het wel of niet?"
    )


class Option(WordedOption):
    """One option of a choice: right or not."""

    model_config = ConfigDict(
        title="Antwoord",
        json_schema_extra={
            "description": "Eén antwoord met zijn eigen uitleg.",
            "required": ["text", "feedback"],
        },
    )

    correct: Boolean = Field(default=False, description="Of dit een goed antwoord is.")


def ask_two(schema: dict[str, Any]) -> None:
    """Tells the author's editor that a choice needs at least two options."""
    schema["minProperties"] = 2


def find_option_problems(id: str, options: Mapping[str, WordedOption]) -> Iterator[Problem]:
    """Faults that the options of all choices can have: too few, no words, the same words."""
    if len(options) < 2:
        yield Problem("Q104", ("options",), {"id": id})
    first_with: dict[str, str] = {}
    for key, option in options.items():
        where = ("options", key)
        if not option.text:
            yield Problem("Q105", (*where, "text"), {"id": id, "option": key})
        else:
            words = " ".join(option.text.split()).casefold()
            first = first_with.setdefault(words, key)
            if first != key:
                yield Problem("Q106", (*where, "text"), {"option": key, "first": first})
        if not option.feedback:
            yield Problem("Q107", (*where, "feedback"), {"id": id, "option": key})


class ChoiceQuestion(Question):
    """A question with lettered options, of which one or more are right."""

    options: dict[Letter, Option] = Field(
        description="De antwoorden, elk onder een eigen letter: a, b, c. Een letter hoort voor"
        " altijd bij zijn antwoord.",
        json_schema_extra=ask_two,
    )

    def options_view(self) -> tuple[OptionView, ...]:
        """The options in the author's order."""
        return tuple(
            OptionView(key, option.text or "", option.correct, option.feedback or "")
            for key, option in self.options.items()
        )

    def problems(self) -> Iterator[Problem]:
        """Faults that all choices share; subclasses add what a right key is."""
        yield from find_option_problems(self.id, self.options)

    def count_correct(self) -> int:
        """Number of options that are right."""
        return Counter(option.correct for option in self.options.values())[True]


__all__ = [
    "DIGITS",
    "ChoiceQuestion",
    "DemandedText",
    "Option",
    "OptionView",
    "Problem",
    "Question",
    "WordedOption",
    "ask_two",
    "count_digits",
    "find_option_problems",
]
