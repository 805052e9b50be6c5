"""A course and its old lock → a slot for everything, and the lock that keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from builder.course import Course, Module, Slots
from builder.diagnostics import Diagnostic, Location, Outcome
from builder.lock.lock_file import Lock, by_slot, lock_path, read_lock, write_lock
from builder.lock.names import Names
from builder.lock.places import find_former_place, find_id, list_homes
from builder.questions import QUESTION_TYPES
from builder.questions.base import OptionView, Question

HIGHEST_OPTION_SLOT = 50
"""An answer is a bit per option in one number, and JavaScript counts exactly to 2**53."""

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
        questions = [question.id for question in self.course.questions]
        letters = {f"{one.id}/{view.key}" for one in self.course.questions for view in _views(one)}
        self.findings += self.names.check({*pages, *questions, *letters})
        lock = Lock(
            self._assign("C501", self.old.pages, pages),
            self._assign("C502", self.old.questions, questions),
            self._assign_options(),
            types=self._list_types(),
            homes=list_homes(self.course),
            renamed=self.names.history(),
        )
        fixed = {one.id: one.FIXED_SLOTS for one in self.course.questions if one.FIXED_SLOTS}
        lettered = [one for one in self.course.questions if not one.FIXED_SLOTS]
        if any(one.id not in lock.options for one in lettered):
            return None
        current = {
            one.id: {view.key: lock.options[one.id][view.key] for view in _views(one)}
            for one in lettered
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
            elif name == new and not self.names.is_retired(name):
                taken = {*old, *self.names.renamed.values()}
                fresh = [one for one in current if one not in taken]
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
        current = {question.id for question in self.course.questions}
        old = self.old.questions
        former = {self.names.final(name): name for name in old if name not in current}
        return former | {name: name for name in old}

    def _list_types(self) -> dict[str, str]:
        """The types of all questions in the course, and of those that went away."""
        current = {question.id: question.type for question in self.course.questions}
        gone = {
            name: kind
            for name, kind in self.old.types.items()
            if self.names.final(name) not in current
        }
        return {**gone, **current}

    def _assign_options(self) -> dict[str, dict[str, int]]:
        """The options of all questions in the course, and of those that went away."""
        current = {question.id for question in self.course.questions}
        former = self._find_former_names()
        seen: set[str] = set()
        assigned: dict[str, dict[str, int]] = {}
        for quiz in self.course.quizzes:
            for number, question in enumerate(quiz.questions):
                at = quiz.positions.at
                if question.id in seen:  # an id that stands twice has its finding
                    continue
                seen.add(question.id)
                name = former.get(question.id)
                has_changed = name is not None and self._check_type(
                    question, name, at("questions", number, "type")
                )
                if not question.FIXED_SLOTS and not has_changed:
                    where = at("questions", number, "options")
                    assigned[question.id] = self._assign_letters(question, name, where)
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
            "id": question.id,
            "type": question.type,
            "course": self.course.path,
        }
        if before is None:
            fits = (former in self.old.options) is not bool(question.FIXED_SLOTS)
        else:
            params["before"] = before
            fits = before in QUESTION_TYPES and _have_like_answers(
                QUESTION_TYPES[before], type(question)
            )
        if not fits:
            self.findings.append(Diagnostic("C512", where, params))
        elif before is not None:
            self.findings.append(Diagnostic("C516", where, params))
        return not fits

    def _assign_letters(
        self, question: Question, former: str | None, where: Location
    ) -> dict[str, int]:
        old = self.old.options.get(former, {}) if former else {}
        current = [view.key for view in _views(question)]
        slots: dict[str, int] = {}
        for letter, slot in by_slot(old):
            names = (f"{question.id}/{letter}", f"{former}/{letter}")
            claim = self.names.find_claim(*names)
            new = claim[1].rpartition("/")[2] if claim else letter
            if letter in current:
                slots[letter] = slot
            elif new in current and new not in {*old, *slots}:
                slots[new] = slot
            else:
                slots[letter] = slot
                if claim and new in current:
                    self._report_taken(*claim)
                elif not claim and not self.names.is_retired(*names):
                    fresh = [f"{question.id}/{one}" for one in current if one not in old]
                    self._report_gone("C503", where, names[0], fresh)
        _number(slots, current)
        if max(slots.values(), default=0) > HIGHEST_OPTION_SLOT:
            params: dict[str, str | int] = {"id": question.id, "limit": HIGHEST_OPTION_SLOT + 1}
            self.findings.append(Diagnostic("C513", where, params))
        return slots


def _have_like_answers(before: type[Question], now: type[Question]) -> bool:
    """Whether an answer to one type says the same as an answer to the other."""
    return before.KEPT_AS == now.KEPT_AS != ""


def _page_ids(module: Module) -> Iterator[str]:
    yield from (lesson.id for lesson in module.lessons)
    if module.quiz:
        yield module.quiz.id


def _views(question: Question) -> Sequence[OptionView]:
    return question.options_view()


def _number(slots: dict[str, int], current: Iterable[str]) -> None:
    """Gives each newcomer the number after the highest one ever given."""
    following = max(slots.values(), default=-1) + 1
    for name in current:
        if name not in slots:
            slots[name] = following
            following += 1
