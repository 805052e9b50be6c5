"""What every question type shares. One file per type beside this one; ``__init__`` lists them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Protocol

from pydantic import BeforeValidator, Field

from builder.fields import Authored, Fact, Id, Markdown, Points

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
"""Digits of the numbers in the learner's state: base 36."""
HIGHEST_MASK_SLOT = 50
"""A choice is a bit per option in one number, and JavaScript counts exactly to 2**53."""

Path = tuple[str | int, ...]
"""Where a value stands in a question; ``"*"`` is every key of a mapping or item of a list."""


@dataclass(frozen=True, slots=True)
class OptionView:
    """One answer of a choice, for rules that compare answers: Markdown in the author's words.

    ``text`` is empty where the interface has its own word: true and false. ``extra`` is what only
    the type's own player file reads: optional fields of ``OptionPayload`` in ``choice.ts``.
    """

    key: str
    text: str
    correct: bool
    feedback: str
    extra: Mapping[str, str | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """A text of a question that stands in the page, readable without script.

    The player finds its ready HTML under ``key``. Lines that follow each other are one list.
    """

    key: str
    text: str
    """Markdown of the author."""
    is_line: bool = True
    """One paragraph in a list; else one or more paragraphs of their own."""
    heading: str = ""
    """Plain words over the list that begins here."""
    gaps: Mapping[str, str] = field(default_factory=dict)
    """Letter between brackets in the text → the plain words that stand there: ``[a]``, Gap 1."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of one question: code, path of the value in the question, params for the sentence."""

    code: str
    path: Path
    params: dict[str, str | int] = field(default_factory=dict)


class Texts(Protocol):
    """The words of a page: Markdown as HTML that is safe to show, and the interface's own words."""

    def html(self, markdown: str) -> str:
        """Ready HTML of one or more paragraphs."""

    def line(self, markdown: str) -> str:
        """Ready HTML of one paragraph, without the paragraph around it."""

    def plain(self, markdown: str) -> str:
        """The words alone, for reports and labels."""

    def word(self, key: str) -> str:
        """An interface string in the language of the course."""


class Question(Authored):
    """Fields that every question has. Subclasses add their own and a ``type`` literal."""

    FIXED_SLOTS: ClassVar[Mapping[str, int] | None] = None
    """Slots where a type has the same ones in each question, {} for none; None is for the lock."""
    KEPT_AS: ClassVar[str] = ""
    """What a kept answer is, in a word, where another type keeps the same; else none can read it.
    """
    HIGHEST_SLOT: ClassVar[int] = HIGHEST_MASK_SLOT
    """The highest slot that the type's answers in the state can name."""
    IS_SCORED: ClassVar[bool] = True
    """Whether an answer can earn points; one that cannot still has to be given."""
    LINES: ClassVar[tuple[Path, ...]] = (("prompt",),)
    """Markdown of one paragraph, as its author wrote it: paths below the question."""
    TEXTS: ClassVar[tuple[Path, ...]] = (("case",), ("hint",))
    """Markdown of one or more paragraphs: paths below the question."""
    PICTURES: ClassVar[tuple[Path, ...]] = ()
    """Names of picture files that stand outside Markdown: paths below the question."""

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
    objective: Id | None = Field(
        default=None, description="Id van het leerdoel uit module.yaml dat de vraag toetst."
    )

    @property
    def worth(self) -> int:
        """Points that the best answer earns."""
        return self.points if self.IS_SCORED else 0

    def slot_keys(self) -> Sequence[str]:
        """What answers in the state name by a slot, in the author's order.

        A key is a letter, a digit or an id, or two of those with a slash between: ``a``, ``b/a``,
        ``begin/c``. A key belongs to its text for good, as the letter of an option does.
        """
        return tuple(self.FIXED_SLOTS or ())

    def options_view(self) -> Sequence[OptionView]:
        """The options in the author's order, for a choice; else nothing."""
        return ()

    def earlier(self) -> Mapping[Path, str]:
        """Where it names questions that are asked before it, to be compared with: path → id."""
        return {}

    def compares_with(self, other: Question) -> bool:
        """Whether answers to the other can stand beside answers to this one."""
        return type(other) is type(self)

    def page_items(self, texts: Texts) -> Sequence[Item]:
        """What stands in the page under the prompt, in an order that tells nothing."""
        del texts
        return ()

    @abstractmethod
    def payload_data(self, texts: Texts, slots: Mapping[str, int]) -> dict[str, Any]:
        """What only the type's own player file reads, as JSON; ``slots`` are those of its keys."""

    @abstractmethod
    def problems(self) -> Iterator[Problem]:
        """Faults that the schema cannot say: no right answer, an option without feedback."""

    @abstractmethod
    def answer_width(self, slots: Mapping[str, int]) -> int:
        """Characters of the longest answer that can be checked, in the state (docs/state.md).

        ``slots`` are those of this question's keys.
        """

    def draft_width(self, slots: Mapping[str, int]) -> int:
        """Characters of the longest answer that is not checked yet."""
        return self.answer_width(slots)


def count_digits(number: int) -> int:
    """Characters of ``number`` (0 or more) in base 36."""
    digits = 1
    while number >= len(DIGITS):
        number //= len(DIGITS)
        digits += 1
    return digits


def find_paths(value: object, pattern: Path) -> Iterator[Path]:
    """The paths in ``value`` that ``pattern`` stands for."""
    if not pattern:
        yield ()
        return
    step, rest = pattern[0], pattern[1:]
    steps: list[str | int] = []
    if isinstance(value, Mapping):
        steps = list(value) if step == "*" else [step] if step in value else []
    elif isinstance(value, (list, tuple)) and step == "*":
        steps = list(range(len(value)))
    for one in steps:
        inner = value[one]  # type: ignore[index]
        yield from ((one, *path) for path in find_paths(inner, rest))


def _blank_to_none(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


DemandedText = Annotated[Markdown | None, BeforeValidator(_blank_to_none)]
"""Markdown that a question cannot do without: its type reports the absence in its own words."""

__all__ = [
    "DIGITS",
    "HIGHEST_MASK_SLOT",
    "DemandedText",
    "Item",
    "OptionView",
    "Path",
    "Problem",
    "Question",
    "Texts",
    "count_digits",
    "find_paths",
]
