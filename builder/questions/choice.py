"""What the choices share: options with a letter, of which a learner chooses one or more."""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from pydantic import ConfigDict, Field

from builder.fields import Authored, Boolean, Letter
from builder.questions.base import (
    DemandedText,
    Item,
    OptionView,
    Path,
    Problem,
    Question,
    Texts,
)


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


class Choice(Question):
    """A question that is answered by choosing; its answer is a bit per option in the state."""

    LINES: ClassVar[tuple[Path, ...]] = (*Question.LINES, ("options", "*", "text"))
    TEXTS: ClassVar[tuple[Path, ...]] = (*Question.TEXTS, ("options", "*", "feedback"))

    @abstractmethod
    def options_view(self) -> Sequence[OptionView]:
        """The options in the author's order."""

    def slot_keys(self) -> Sequence[str]:
        """The letters."""
        return tuple(option.key for option in self.options_view())

    def page_items(self, texts: Texts) -> Sequence[Item]:
        """The options; true and false in the interface's words."""
        return [Item(one.key, _words(one, texts)) for one in self.options_view()]

    def payload_data(self, texts: Texts, slots: Mapping[str, int]) -> dict[str, Any]:
        """``ChoicePayload`` of ``choice.ts``."""
        return {
            "options": [
                {
                    "key": option.key,
                    "slot": slots[option.key],
                    "correct": option.correct,
                    "text": texts.plain(_words(option, texts)),
                    "feedback": texts.html(option.feedback),
                    **option.extra,
                }
                for option in self.options_view()
            ]
        }


class LetteredChoice(Choice):
    """A choice with lettered options, of which one or more are right."""

    options: dict[Letter, Option] = Field(
        description="De antwoorden, elk onder een eigen letter: a, b, c. Een letter hoort voor"
        " altijd bij zijn antwoord.",
        json_schema_extra=ask_two,
    )

    def options_view(self) -> Sequence[OptionView]:
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


def _words(option: OptionView, texts: Texts) -> str:
    return option.text or texts.word(f"quiz.{option.key}")
