"""Branching: a conversation of steps, in which every choice has its reply and some lead on.

The player gives points × (score of the ending - detour cost × detours), never below zero. A choice
without ``to`` is a detour, and so is a step back; the same one counts once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import ConfigDict, Field

from builder.fields import Authored, Id, Letter, Markdown
from builder.questions.base import DemandedText, Item, Path, Problem, Question, Texts

Share = Annotated[int, Field(ge=0, le=100)]
"""Whole percentage, from 0."""

ALL = 100
"""Percentage of an ending that gives all points."""
NARROW_SLOTS = 64
"""Slots below this take one character in the state, others two (docs/state.md)."""


class Choice(Authored):
    """Something to say or do in a step."""

    model_config = ConfigDict(
        title="Keuze",
        json_schema_extra={
            "description": "Iets wat je kunt zeggen of doen, met wat er dan gebeurt.",
            "required": ["text", "reply"],
        },
    )

    text: DemandedText = Field(default=None, description="Wat je zegt of doet.")
    reply: DemandedText = Field(default=None, description="Wat er dan gebeurt, en waarom.")
    to: Id | None = Field(
        default=None,
        description="De stap of het einde waar je heen gaat. Weglaten: je blijft bij deze stap,"
        " en dat is een omweg.",
    )


class Step(Authored):
    """A moment in the conversation at which the learner chooses."""

    model_config = ConfigDict(title="Stap")

    text: Markdown = Field(description="Wat er gebeurt, en de vraag wat je nu doet.")
    choices: dict[Letter, Choice] = Field(
        description="Wat je kunt kiezen, elk onder een eigen letter: a, b, c. Een letter hoort"
        " voor altijd bij zijn keuze.",
        json_schema_extra={"minProperties": 1},
    )


class Ending(Authored):
    """How the conversation can end."""

    model_config = ConfigDict(title="Einde")

    text: Markdown = Field(description="Hoe het afloopt.")
    score: Share = Field(default=ALL, description="Deel van de punten in procenten. Weglaten: 100.")


class _Turn(NamedTuple):
    """A choice with its key in the lock, ``step/letter``, and its place in the question."""

    step: str
    key: str
    choice: Choice
    path: Path


def _describe(schema: dict[str, Any]) -> None:
    schema["description"] = "Gesprek of casus met vertakkingen."
    for name in ("steps", "endings"):
        schema["properties"][name]["minProperties"] = 1


class Branching(Question):
    """Points by the ending that is reached, less what detours cost."""

    model_config = ConfigDict(title="Gesprek met vertakkingen", json_schema_extra=_describe)

    HIGHEST_SLOT: ClassVar[int] = 2 * NARROW_SLOTS - 1
    LINES: ClassVar[tuple[Path, ...]] = (*Question.LINES, ("steps", "*", "choices", "*", "text"))
    TEXTS: ClassVar[tuple[Path, ...]] = (
        *Question.TEXTS,
        ("steps", "*", "text"),
        ("steps", "*", "choices", "*", "reply"),
        ("endings", "*", "text"),
    )

    type: Literal["branching"] = Field(
        description="Soort vraag: een gesprek dat anders loopt bij elke keuze."
    )
    detour_cost: Share = Field(
        default=10,
        description="Hoeveel procent van de punten een omweg of een stap terug kost.",
    )
    steps: dict[Id, Step] = Field(
        description="De stappen, elk onder een eigen naam. Het gesprek begint bij de eerste."
    )
    endings: dict[Id, Ending] = Field(
        description="De manieren waarop het afloopt, elk onder een eigen naam."
    )

    def slot_keys(self) -> Sequence[str]:
        """``step/letter`` of every choice."""
        return tuple(turn.key for turn in self._turns())

    def page_items(self, texts: Texts) -> Sequence[Item]:
        """The whole conversation: who reads without script has nothing else."""
        numbers = {name: place for place, name in enumerate(self.steps, start=1)}
        numbers |= {name: place for place, name in enumerate(self.endings, start=1)}
        items: list[Item] = []
        for name, step in self.steps.items():
            heading = texts.word("dialogue.step").format(n=numbers[name])
            items.append(Item(name, step.text, is_line=False, heading=heading))
            for key, choice in step.choices.items():
                word = "end" if choice.to in self.endings else "go" if choice.to else "stay"
                then = texts.word(f"dialogue.then_{word}").format(n=numbers[choice.to or name])
                items.append(Item(f"{name}/{key}", choice.text or ""))
                reply = choice.reply or ""
                items.append(Item(f"{name}/{key}/reply", reply, is_line=False, heading=then))
        for name, ending in self.endings.items():
            heading = texts.word("dialogue.ending").format(n=numbers[name])
            items.append(Item(name, ending.text, is_line=False, heading=heading))
        return items

    def payload_data(self, texts: Texts, slots: Mapping[str, int]) -> dict[str, Any]:
        """``BranchingPayload`` of ``conversation.ts``."""
        return {
            "detourCost": self.detour_cost,
            "start": next(iter(self.steps), ""),
            "choices": [self._write(turn, slots[turn.key], texts) for turn in self._turns()],
            "endings": [
                {"key": name, "score": ending.score, "text": texts.html(ending.text)}
                for name, ending in self.endings.items()
            ],
            "best": list(self._best_path()),
        }

    def problems(self) -> Iterator[Problem]:
        """Faults of the choices, then of where they lead."""
        yield from self._choice_problems()
        yield from self._name_problems()
        yield from self._way_problems()
        if ALL not in [ending.score for ending in self.endings.values()] and self.endings:
            yield Problem("Q158", ("endings",), {"id": self.id})

    def answer_width(self, slots: Mapping[str, int]) -> int:
        """Every detour, every way back that was taken, and the widest way to an ending.

        A draft gets as wide: an update may have made an ending of the step that it stood at.
        """
        width = {key: 1 if slot < NARROW_SLOTS else 2 for key, slot in slots.items()}
        spent = 0
        for turn in self._turns():
            if turn.choice.to is None:
                spent += width[turn.key]
            elif turn.choice.to in self.steps:
                spent += len(".") + width[turn.key]
        widest: dict[str, int] = {}
        for name in reversed(self._walk()[0]):
            ways = (
                width[turn.key] + widest.get(turn.choice.to, 0)
                for turn in self._turns_of(name)
                if turn.choice.to
            )
            widest[name] = max(ways, default=0)
        return spent + widest.get(next(iter(self.steps), ""), 0)

    def _write(self, turn: _Turn, slot: int, texts: Texts) -> dict[str, Any]:
        to = turn.choice.to
        written = {"key": turn.key, "step": turn.step, "slot": slot, "to": to or ""}
        if to in self.endings:
            # The panel under a checked answer tells it, and has no other source than the payload.
            written["reply"] = texts.html(turn.choice.reply or "")
        return written

    def _turns(self) -> Iterator[_Turn]:
        for name in self.steps:
            yield from self._turns_of(name)

    def _turns_of(self, step: str) -> Iterator[_Turn]:
        for key, choice in self.steps[step].choices.items():
            yield _Turn(step, f"{step}/{key}", choice, ("steps", step, "choices", key))

    def _walk(self) -> tuple[list[str], list[_Turn]]:
        """Steps that can be reached, each before those it leads to; and choices that lead back."""
        done: list[str] = []
        loops: list[_Turn] = []
        start = next(iter(self.steps), None)
        way = [(start, self._turns_of(start))] if start else []
        while way:
            step, turns = way[-1]
            turn = next(turns, None)
            if turn is None:
                done.append(step)
                way.pop()
            elif turn.choice.to in self.steps and turn.choice.to not in done:
                if any(turn.choice.to == one for one, _ in way):
                    loops.append(turn)
                else:
                    way.append((turn.choice.to, self._turns_of(turn.choice.to)))
        return done[::-1], loops

    def _best_path(self) -> Sequence[str]:
        """The keys of the only way to all points; nothing when there are more."""
        ways: dict[str, tuple[tuple[str, ...], ...]] = {
            name: ((),) for name, ending in self.endings.items() if ending.score == ALL
        }
        order = self._walk()[0]
        for name in reversed(order):
            found = [
                (turn.key, *rest)
                for turn in self._turns_of(name)
                for rest in ways.get(turn.choice.to or "", ())
            ]
            ways[name] = tuple(found[:2])
        best = ways[order[0]] if order else ()
        return best[0] if len(best) == 1 else ()

    def _choice_problems(self) -> Iterator[Problem]:
        for name in self.steps:
            first_with: dict[str, str] = {}
            for turn in self._turns_of(name):
                params: dict[str, str | int] = {"id": self.id, "option": turn.key}
                if not turn.choice.text:
                    yield Problem("Q105", (*turn.path, "text"), params)
                else:
                    words = " ".join(turn.choice.text.split()).casefold()
                    first = first_with.setdefault(words, turn.key)
                    if first != turn.key:
                        params = {"option": turn.key, "first": first}
                        yield Problem("Q106", (*turn.path, "text"), params)
                if not turn.choice.reply:
                    params = {"id": self.id, "choice": turn.key}
                    yield Problem("Q151", (*turn.path, "reply"), params)
            if not self._has_way_out(name):
                yield Problem("Q152", ("steps", name, "choices"), {"id": self.id, "step": name})

    def _name_problems(self) -> Iterator[Problem]:
        names = [*self.steps, *self.endings]
        for name in self.endings:
            if name in self.steps:
                yield Problem("Q153", ("endings", name), {"name": name})
        for turn in self._turns():
            to = turn.choice.to
            if to is not None and to not in names:
                params: dict[str, str | int] = {"choice": turn.key, "to": to}
                params["known"] = ", ".join(names)
                meant = get_close_matches(to, names, 1)
                if meant:
                    params["meant"] = meant[0]
                yield Problem("Q154", (*turn.path, "to"), params)

    def _way_problems(self) -> Iterator[Problem]:
        reached, loops = self._walk()
        for turn in loops:
            params: dict[str, str | int] = {"choice": turn.key, "to": turn.choice.to or ""}
            yield Problem("Q155", (*turn.path, "to"), params)
        targets = {turn.choice.to for turn in self._turns() if turn.choice.to}
        if targets - {*self.steps, *self.endings}:
            return  # What a wrong name was meant for is not lost: one finding is enough.
        ends = {turn.choice.to for name in reached for turn in self._turns_of(name)}
        missed = [name for name in self.endings if name not in ends]
        if len(missed) == len(self.endings):
            yield Problem("Q159", ("endings",), {"id": self.id})
        elif not loops and all(map(self._has_way_out, reached)):
            for name in self.steps:
                if name not in reached:
                    yield Problem("Q156", ("steps", name), {"id": self.id, "step": name})
            for name in missed:
                yield Problem("Q157", ("endings", name), {"id": self.id, "ending": name})

    def _has_way_out(self, step: str) -> bool:
        return any(choice.to for choice in self.steps[step].choices.values())
