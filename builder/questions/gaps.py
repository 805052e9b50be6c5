"""Gaps: words to fill in where a text leaves them open, typed or chosen from a list.

The player gives points × gaps that are right ÷ gaps.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Literal

from pydantic import ConfigDict, Field

from builder.fields import Letter, Line, Markdown
from builder.questions.base import Item, Path, Problem, Question, Texts, count_digits
from builder.questions.choice import Option, find_option_problems
from builder.questions.forms import Forms
from builder.questions.typed import CHARACTER_WIDTH

MOST_GAPS = 10
"""More gaps would not fit in the report of an answer (SCORM 2004 4th Ed. RTE 4.1.1.7)."""

_MARK = re.compile(r"(?<!\\)\[([a-z])\]")
_NOT_TEXT = re.compile(r"(`+).*?\1|!?\[(?:[^\[\]]|\[[^\[\]]*\])*\]\([^()]*\)|<[^<>]*>", re.DOTALL)
"""Code, links, pictures and addresses: a field cannot stand in them."""


def _ask_one_kind(schema: dict[str, Any]) -> None:
    """Tells the author's editor that a gap is typed or chosen."""
    schema["description"] = "Eén gat: typen (answers) of kiezen (options)."
    schema["anyOf"] = [{"required": ["answers", "feedback"]}, {"required": ["options"]}]


class Gap(Forms):
    """One gap: typed when it has answers, chosen when it has options."""

    model_config = ConfigDict(title="Gat", json_schema_extra=_ask_one_kind)

    answers: tuple[Line, ...] = Field(
        default=(),
        description="De antwoorden die goed zijn, voor een gat om in te typen. Het eerste is het"
        " voorbeeld dat de cursist na afloop ziet.",
    )
    options: dict[Letter, Option] = Field(
        default={},
        description="De antwoorden om uit te kiezen, elk onder een eigen letter. Precies één is"
        " goed.",
    )


class Gaps(Question):
    """Part of the points for part of the gaps."""

    model_config = ConfigDict(
        title="Gaten in een tekst",
        json_schema_extra={"description": "Tekst met gaten om in te vullen."},
    )

    HIGHEST_SLOT: ClassVar[int] = 36**3 - 1
    LINES: ClassVar[tuple[Path, ...]] = (*Question.LINES, ("gaps", "*", "options", "*", "text"))
    TEXTS: ClassVar[tuple[Path, ...]] = (
        *Question.TEXTS,
        ("text",),
        ("gaps", "*", "feedback", "*"),
        ("gaps", "*", "mistakes", "*", "feedback"),
        ("gaps", "*", "options", "*", "feedback"),
    )

    type: Literal["gaps"] = Field(description="Soort vraag: gaten in een tekst vullen.")
    text: Markdown = Field(
        description="De tekst. Een letter tussen rechte haken is een gat: [a].",
        examples=["Eerst [a], dan pas advies geven."],
    )
    gaps: dict[Letter, Gap] = Field(
        description="De gaten, elk onder de letter die in de tekst staat. Een letter hoort voor"
        " altijd bij zijn gat.",
        json_schema_extra={"minProperties": 1},
    )

    def slot_keys(self) -> Sequence[str]:
        """The gaps, then the options of each."""
        options = (f"{gap}/{key}" for gap, one in self.gaps.items() for key in one.options)
        return (*self.gaps, *options)

    def page_items(self, texts: Texts) -> Sequence[Item]:
        """The text, then what can be chosen for each gap."""
        names = {gap: _name(number, texts) for number, gap in enumerate(self._in_text(), start=1)}
        items = [Item("text", self.text, is_line=False, gaps=names)]
        for gap, name in names.items():
            for number, (key, option) in enumerate(self.gaps[gap].options.items()):
                heading = "" if number else name
                items.append(Item(f"{gap}/{key}", option.text or "", heading=heading))
        return items

    def payload_data(self, texts: Texts, slots: Mapping[str, int]) -> dict[str, Any]:
        """``GapsPayload`` of ``gaps.tsx``; in reports the question is followed by its text."""
        return {
            "text": f"{texts.plain(self.prompt)} {_MARK.sub('…', texts.plain(self.text))}",
            "gaps": [
                {"key": gap, "slot": slots[gap], **self._write_gap(gap, texts, slots)}
                for gap in self._in_text()
            ],
        }

    def problems(self) -> Iterator[Problem]:
        """Faults of the text, then of each gap."""
        yield from self._text_problems()
        for gap, one in self.gaps.items():
            where: Path = ("gaps", gap)
            yield from (
                Problem(found.code, (*where, *found.path), found.params)
                for found in self._gap_problems(gap, one)
            )

    def answer_width(self, slots: Mapping[str, int]) -> int:
        """Each gap: the slot of an option, or its own slot and a text; two marks between gaps."""
        return sum(self._gap_widths(slots)) + 2 * (len(self.gaps) - 1)

    def _gap_widths(self, slots: Mapping[str, int]) -> Iterator[int]:
        for gap, one in self.gaps.items():
            if one.options:
                yield max(count_digits(slots[f"{gap}/{key}"]) for key in one.options)
            else:
                yield count_digits(slots[gap]) + len("-") + CHARACTER_WIDTH * one.max_length

    def _in_text(self) -> list[str]:
        """The gaps in the order in which they are read."""
        return [gap for gap in _find_marks(self.text) if gap in self.gaps]

    def _write_gap(self, gap: str, texts: Texts, slots: Mapping[str, int]) -> dict[str, Any]:
        one = self.gaps[gap]
        if not one.options:
            return one.write_forms(texts)
        return {
            "options": [
                {
                    "key": key,
                    "slot": slots[f"{gap}/{key}"],
                    "correct": option.correct,
                    "text": texts.plain(option.text or ""),
                    "feedback": texts.html(option.feedback or ""),
                }
                for key, option in one.options.items()
            ]
        }

    def _text_problems(self) -> Iterator[Problem]:
        marks = _find_marks(self.text)
        if not marks:
            yield Problem("Q160", ("text",), {"id": self.id})
        for gap in marks:
            if gap not in self.gaps:
                yield Problem("Q162", ("text",), {"id": self.id, "gap": gap})
            elif marks[gap] > 1:
                yield Problem("Q163", ("text",), {"gap": gap, "count": marks[gap]})
        if marks:
            for gap in self.gaps.keys() - marks.keys():
                yield Problem("Q161", ("gaps", gap), {"id": self.id, "gap": gap})
        if len(self.gaps) > MOST_GAPS:
            params: dict[str, str | int] = {"count": len(self.gaps), "limit": MOST_GAPS}
            yield Problem("Q167", ("gaps",), {"id": self.id, **params})

    def _gap_problems(self, gap: str, one: Gap) -> Iterator[Problem]:
        params: dict[str, str | int] = {"id": self.id, "gap": gap}
        if bool(one.answers) == bool(one.options):
            yield Problem("Q164", (), params)
        elif one.answers:
            yield from one.form_problems(self.id)
        else:
            for name in sorted(one.model_fields_set - {"options"}):
                key = name.replace("_", "-")
                yield Problem("Q166", (key,), {"gap": gap, "key": key})
            yield from find_option_problems(self.id, one.options)
            right = Counter(option.correct for option in one.options.values())[True]
            if right != 1:
                yield Problem("Q165", ("options",), {**params, "count": right})


def _find_marks(text: str) -> Counter[str]:
    """How often each letter stands between brackets, in the order in which they are read."""
    return Counter(_MARK.findall(_NOT_TEXT.sub(" ", text)))


def _name(number: int, texts: Texts) -> str:
    return texts.word("quiz.gap").format(n=number)
