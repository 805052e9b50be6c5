"""A course and its old lock → a slot for everything, and the lock that keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from builder.course import Course, Module, Slots
from builder.diagnostics import Diagnostic, Location, Outcome
from builder.lock.lock_file import Lock, by_slot, lock_path, read_lock, write_lock
from builder.lock.names import Names, original_of
from builder.lock.places import find_former_place, find_id, list_homes, list_questions
from builder.questions import QUESTION_TYPES
from builder.questions.base import Question

_REMARKS = frozenset({"C514", "C515", "C516"})
"""Findings with which there is a plan all the same."""
_SURE = frozenset({"C509", "C511", "C512", "C513", *_REMARKS})
"""Findings that are true as well of a course of which a part could not be read."""


class LockPlan(NamedTuple):
    """The slots of everything in the course now, and the lock that keeps them."""

    slots: Slots
    text: str


def plan_lock(course: Course, old_text: str | None) -> Outcome[LockPlan]:
    """A slot for everything: the old one where there is one, else the next number.

    ``old_text`` is the lock of the last build, None before the first. There is no plan for a
    course of which a part could not be read: what is missing then did not go away.
    """
    read = read_lock(old_text, lock_path(course))
    if read.value is None:
        return Outcome(None, read.diagnostics)
    planner = _Planner(course, read.value, Names(course, read.value))
    plan = planner.plan(old_text)
    found = [one for one in planner.findings if course.is_whole or one.code in _SURE]
    has_faults = any(one.code not in _REMARKS for one in planner.findings)
    return Outcome(None if has_faults or not course.is_whole else plan, tuple(found))


@dataclass(slots=True)
class _Planner:
    """One comparison of a course with its old lock."""

    course: Course
    old: Lock
    names: Names
    findings: list[Diagnostic] = field(default_factory=list)

    def plan(self, old_text: str | None) -> LockPlan | None:
        """The plan; None when a question got no numbers for its answers, which is a finding."""
        pages = [page for module in self.course.modules for page in _page_ids(module)]
        asked = self.course.askable
        questions = [question.id for question in asked]
        letters = {f"{original_of(one.id)}/{key}" for one in asked for key in one.slot_keys()}
        # What the author writes is about a question, never about a copy of it.
        self.findings += self.names.check({*pages, *map(original_of, questions), *letters})
        lock = Lock(
            self._assign("C501", self.old.pages, pages),
            self._assign("C502", self.old.questions, questions),
            self._assign_options(),
            types=self._list_types(),
            homes=list_homes(self.course),
            renamed=self.names.history(),
        )
        fixed = {one.id: one.FIXED_SLOTS for one in asked if one.FIXED_SLOTS is not None}
        lettered = [one for one in asked if one.FIXED_SLOTS is None]
        if any(one.id not in lock.options for one in lettered):
            return None
        current = {
            one.id: {key: lock.options[one.id][key] for key in one.slot_keys()} for one in lettered
        }
        slots = Slots(
            pages={key: lock.pages[key] for key in pages},
            questions={key: lock.questions[key] for key in questions},
            options={**fixed, **current},
        )
        return LockPlan(slots, self._write(lock, old_text))

    def _write(self, lock: Lock, old_text: str | None) -> str:
        """The text of a lock; that of before when only something moved from file to file."""
        if old_text is not None and write_lock(replace(lock, homes=self.old.homes)) == old_text:
            return old_text
        return write_lock(lock)

    def _assign(self, code: str, old: Mapping[str, int], current: list[str]) -> dict[str, int]:
        """Old slots for what stayed or has another name, the next numbers for what is new."""
        slots: dict[str, int] = {}
        for name, slot in by_slot(old):
            new = name if name in current else self.names.final(name)
            if new in current and (new == name or new not in {*old, *slots}):
                slots[new] = slot
                continue
            slots[name] = slot
            if new in current:
                self._report_taken(name, new)
            elif name == new and not _is_copy(name) and not self.names.is_retired(name):
                taken = {*old, *self.names.renamed.values()}
                fresh = [one for one in current if one not in taken and not _is_copy(one)]
                where = find_id(self.course, fresh[0]) if len(fresh) == 1 else None
                where = where or find_former_place(self.course, self.old, name)
                self._report_gone(code, where, name, fresh)
        _number(slots, current)
        return slots

    def _report_taken(self, name: str, new: str) -> None:
        where = self.course.positions.at("renamed", name)
        self.findings.append(Diagnostic("C508", where, {"id": name, "new": new}))

    def _report_gone(self, code: str, where: Location, name: str, fresh: Sequence[str]) -> None:
        """``fresh`` is what is new of the same kind; if that is one thing, it may be the same."""
        params: dict[str, str | int] = {"id": name, "course": self.course.path}
        if len(fresh) == 1:
            params["new"] = fresh[0]
        self.findings.append(Diagnostic(code, where, params))

    def _find_former_names(self) -> dict[str, str]:
        """Id of a question now → the id under which the old lock knows it."""
        current = {question.id for question in self.course.askable}
        old = self.old.questions
        former = {self.names.final(name): name for name in old if name not in current}
        return former | {name: name for name in old}

    def _list_types(self) -> dict[str, str]:
        """The types of all questions in the course, and of those that went away."""
        current = {question.id: question.type for question in self.course.askable}
        gone = {
            name: kind
            for name, kind in self.old.types.items()
            if self.names.final(name) not in current
        }
        return {**gone, **current}

    def _assign_options(self) -> dict[str, dict[str, int]]:
        """The options of all questions in the course, and of those that went away."""
        current = {question.id for question in self.course.askable}
        former = self._find_former_names()
        seen: set[str] = set()
        assigned: dict[str, dict[str, int]] = {}
        for quiz in self.course.quizzes:
            for question, where in list_questions(quiz):
                if question.id in seen:  # an id that stands twice has its finding
                    continue
                seen.add(question.id)
                name = former.get(question.id)
                has_changed = name is not None and self._check_type(question, name, where("type"))
                if question.FIXED_SLOTS is None and not has_changed:
                    assigned[question.id] = self._assign_letters(question, name, where("options"))
        for name, letters in self.old.options.items():
            if name not in current and self.names.final(name) not in current:
                assigned[name] = dict(letters)
        return assigned

    def _check_type(self, question: Question, former: str, where: Location) -> bool:
        """Whether the type is one that the kept answers do not fit; with any change a finding.

        A lock that does not know the type tells at least a statement from a choice.
        """
        before = self.old.types.get(former)
        if before == question.type:
            return False
        params: dict[str, str | int] = {
            "id": original_of(question.id),
            "type": question.type,
            "course": self.course.path,
        }
        if before is None:
            fits = (former in self.old.options) is (question.FIXED_SLOTS is None)
        else:
            params["before"] = before
            fits = before in QUESTION_TYPES and _have_like_answers(
                QUESTION_TYPES[before], type(question)
            )
        is_told = _is_copy(question.id) and self._has_original(question)
        if is_told:
            return not fits
        if not fits:
            self.findings.append(Diagnostic("C512", where, params))
        elif before is not None:
            self.findings.append(Diagnostic("C516", where, params))
        return not fits

    def _has_original(self, copy: Question) -> bool:
        """Whether what a question is a copy of is in this course as well."""
        name = original_of(copy.id)
        return any(question.id == name for question in self.course.askable)

    def _assign_letters(
        self, question: Question, former: str | None, where: Location
    ) -> dict[str, int]:
        old = self.old.options.get(former, {}) if former else {}
        current = list(question.slot_keys())
        original, is_copy = original_of(question.id), _is_copy(question.id)
        slots: dict[str, int] = {}
        for letter, slot in by_slot(old):
            names = (f"{original}/{letter}", f"{original_of(former or '')}/{letter}")
            claim = self.names.find_claim(*names)
            new = claim[1].partition("/")[2] if claim else letter
            if letter in current:
                slots[letter] = slot
            elif new in current and new not in {*old, *slots}:
                slots[new] = slot
            else:
                slots[letter] = slot
                if is_copy:
                    continue  # Told of the question that it is a copy of, if that is in the course.
                if claim and new in current:
                    self._report_taken(*claim)
                elif not claim and not self.names.is_retired(*names):
                    fresh = [f"{original}/{one}" for one in current if one not in old]
                    self._report_gone("C503", where, names[0], fresh)
        _number(slots, current)
        if max(slots.values(), default=0) > question.HIGHEST_SLOT:
            params: dict[str, str | int] = {"id": question.id, "limit": question.HIGHEST_SLOT + 1}
            self.findings.append(Diagnostic("C513", where, params))
        return slots


def _have_like_answers(before: type[Question], now: type[Question]) -> bool:
    """Whether an answer to one type says the same as an answer to the other."""
    return before.KEPT_AS == now.KEPT_AS != ""


def _is_copy(name: str) -> bool:
    """Whether an id is that of a question which another quiz draws."""
    return "." in name


def _page_ids(module: Module) -> Iterator[str]:
    yield from (page.id for page in module.pages)


def _number(slots: dict[str, int], current: Iterable[str]) -> None:
    """Gives each newcomer the number after the highest one ever given."""
    following = max(slots.values(), default=-1) + 1
    for name in current:
        if name not in slots:
            slots[name] = following
            following += 1
