"""What ``renamed`` and ``retired`` say, held against the course and its old lock."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from builder.course import Course
from builder.diagnostics import Diagnostic, Location
from builder.lock.lock_file import Lock

_LIKENESS = 0.75
"""From where on an id may be a misspelling of another one."""


def original_of(name: str) -> str:
    """The id of a question, without that of the quiz that draws a copy of it."""
    return name.rpartition(".")[2]


@dataclass(slots=True)
class Names:
    """Answers what an id is called now, and whether it has ever been in a package."""

    course: Course
    old: Lock

    @property
    def renamed(self) -> Mapping[str, str]:
        """Old id → new id, as the author wrote it."""
        return self.course.file.renamed

    def final(self, old: str) -> str:
        """The name that an id has now, after one or more changes of name.

        A copy that another quiz draws follows both names.
        """
        quiz, dot, question = old.partition(".")
        if dot:
            return f"{self.final(quiz)}.{self.final(question)}"
        return [old, *self._later_names(old)][-1]

    def _later_names(self, old: str) -> list[str]:
        """What an id was called after its changes of name, one after the other."""
        names = [old]
        while names[-1] in self.renamed and self.renamed[names[-1]] not in names:
            names.append(self.renamed[names[-1]])
        return names[1:]

    def find_claim(self, *names: str) -> tuple[str, str] | None:
        """What ``renamed`` says of an option, by the question's name of now or of before."""
        return next(((name, self.renamed[name]) for name in names if name in self.renamed), None)

    def is_retired(self, *names: str) -> bool:
        """Whether one of the names of a thing is retired."""
        return any(name in self.course.file.retired for name in names)

    def check(self, present: Collection[str]) -> Iterator[Diagnostic]:
        """What the author says must fit what is in the course, and what was in a package."""
        positions, retired = self.course.positions, self.course.file.retired
        for old, new in self.renamed.items():
            where = positions.at("renamed", old, key=True)
            if old in present:
                yield Diagnostic("C509", where, {"id": old, "new": new})
            elif not self.was_built(old):
                yield self._unknown("C514", where, old, present)
            elif not {new, self.final(old)} & {*present, *retired}:
                yield Diagnostic("C510", positions.at("renamed", old), {"id": old, "new": new})
        for number, gone in enumerate(retired):
            where = positions.at("retired", number)
            if gone in present:
                yield Diagnostic("C511", where, {"id": gone})
            elif not self.was_built(gone):
                yield self._unknown("C515", where, gone, present)

    def history(self) -> dict[str, str]:
        """The changes of name that builds have seen, this one included."""
        now = {old: new for old, new in self.renamed.items() if self.was_built(old)}
        return {**(self.old.renamed or {}), **now}

    def was_built(self, name: str) -> bool:
        """Whether a page, question or option of this name was in a package, or became another.

        A lock that does not say which names were changed before gets the benefit of the doubt.
        """
        return (
            self._has_slot(name)
            or name in (self.old.renamed or {})
            or (self.old.renamed is None and any(map(self._has_slot, self._later_names(name))))
            or any(map(self._has_slot, self._former_names(name)))
        )

    def _former_names(self, name: str) -> Iterator[str]:
        """Names that something had before it got this one; of an option also by its question."""
        question, slash, letter = name.partition("/")
        for old in self.renamed:
            later = self._later_names(old)
            if name in later:
                yield old
            if letter and question in later:
                yield old + slash + letter

    def _has_slot(self, name: str) -> bool:
        """Whether there is a slot for an id, or for a copy of the question that has it."""
        question, _, letter = name.partition("/")
        if not letter:
            return name in self.old.pages or name in map(original_of, self.old.questions)
        return any(
            letter in letters and original_of(one) == question
            for one, letters in self.old.options.items()
        )

    def _unknown(
        self, code: str, where: Location, name: str, present: Collection[str]
    ) -> Diagnostic:
        letters = (f"{one}/{key}" for one, keys in self.old.options.items() for key in keys)
        known = {original_of(one) for one in (*self.old.pages, *self.old.questions, *letters)}
        gone = sorted(known - {*present})
        close = difflib.get_close_matches(name, gone, 1, _LIKENESS)
        params: dict[str, str | int] = {"id": name}
        return Diagnostic(code, where, {**params, "write": close[0]} if close else params)
