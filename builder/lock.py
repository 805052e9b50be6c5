"""``course.lock`` ⇄ ``Slots``: the integers under which a learner's answers are kept.

A slot is given once and never to something else: an answer of last year must find its question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from builder import yaml_reader
from builder.course import Course, Module, Quiz, Slots
from builder.diagnostics import Diagnostic, Location, Outcome
from builder.questions.base import Question
from builder.yaml_reader import Document, Value

LOCK_NAME = "course.lock"
FORMAT = 1

_HEADER = """\
# Geschreven door `lesbouwer build`. Niet zelf aanpassen, wel bewaren in versiebeheer.
# Elk nummer hoort voor altijd bij zijn les, toets, vraag of antwoord: zo vinden cursisten
# hun voortgang terug, ook na een nieuwe versie van de cursus.
"""
_SLOT = re.compile(r"0|[1-9][0-9]{0,5}")
_NAME = re.compile(r"[a-z][a-z0-9-]{1,47}(\.[a-z][a-z0-9-]{1,47})?")
"""An id, or the id of a copy: ``<quiz>.<question>``."""
_KEY = re.compile(r"([a-z0-9][a-z0-9-]{0,47}/)?[a-z0-9]")
"""What an answer names: the letter of an option, or that of an option inside a step or gap."""


class LockPlan(NamedTuple):
    """The slots of everything in the course now, and the lock that keeps them."""

    slots: Slots
    text: str


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock as it was read: also ids that the course no longer has."""

    pages: Mapping[str, int] = field(default_factory=dict)
    questions: Mapping[str, int] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def lock_path(course: Course) -> str:
    """Where the lock of a course lies in the project."""
    return course.path.rpartition("/")[0] + "/" + LOCK_NAME


def plan_lock(course: Course, old_text: str | None) -> Outcome[LockPlan]:
    """A slot for everything: the old one where there is one, else the next number.

    ``old_text`` is the lock of the last build, None before the first. There is no plan for a
    course of which a part could not be read: what is missing then did not go away.
    """
    read = read_lock(old_text, lock_path(course))
    if read.value is None or not course.is_whole:
        return Outcome(None, read.diagnostics)
    planner = _Planner(course, read.value)
    plan = planner.plan()
    return Outcome(None if planner.findings else plan, tuple(planner.findings))


def read_lock(text: str | None, path: str) -> Outcome[Lock]:
    """The lock in a text; an empty one when there is no text."""
    if text is None:
        return Outcome(Lock())
    read = yaml_reader.read(text, path)
    if read.value is None or read.diagnostics:
        found = read.diagnostics[0].location if read.diagnostics else Location(path)
        is_conflict = any(one.code == "Y123" for one in read.diagnostics)
        return Outcome(None, (Diagnostic("C507" if is_conflict else "C505", found),))
    reader = _LockReader(read.value)
    lock = reader.read()
    return Outcome(None if reader.findings else lock, tuple(reader.findings))


def write_lock(lock: Lock) -> str:
    """The text of a lock, in order of slot: equal locks give equal text."""
    lines = [_HEADER, f"format: {FORMAT}\n"]
    for name, slots in (("pages", lock.pages), ("questions", lock.questions)):
        lines.append(f"{name}:\n" if slots else f"{name}: {{}}\n")
        lines += [f"  {key}: {slot}\n" for key, slot in _by_slot(slots)]
    order = {key: place for place, (key, _) in enumerate(_by_slot(lock.questions))}
    lines.append("options:\n" if lock.options else "options: {}\n")
    for question in sorted(lock.options, key=lambda one: (order.get(one, len(order)), one)):
        pairs = ", ".join(f"{key}: {slot}" for key, slot in _by_slot(lock.options[question]))
        lines.append(f"  {question}: {{{pairs}}}\n")
    return "".join(lines)


def _by_slot(slots: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(slots.items(), key=lambda pair: pair[1])


@dataclass(slots=True)
class _LockReader:
    """Checks a lock with care: a wrong number would give a learner somebody else's answers."""

    document: Document
    findings: list[Diagnostic] = field(default_factory=list)

    def read(self) -> Lock:
        value = self.document.value
        if value.get("format") != str(FORMAT):
            self._report("C505", "format")
        for key in value.keys() - {"format", "pages", "questions", "options"}:
            self._report("C505", key)
        options: dict[str, Mapping[str, int]] = {}
        for question, letters in self._mapping("options"):
            if isinstance(letters, dict) and _NAME.fullmatch(question):
                options[question] = self._slots("options", question)
            else:
                self._report("C505", "options", question)
        return Lock(self._slots("pages"), self._slots("questions"), options)

    def _report(self, code: str, *path: str, **params: str | int) -> None:
        self.findings.append(Diagnostic(code, self.document.positions.at(*path), params))

    def _mapping(self, *path: str) -> Iterator[tuple[str, Value]]:
        value = self.document.get(*path)
        if not isinstance(value, dict):
            self._report("C505", *path)
            return
        yield from value.items()

    def _slots(self, *path: str) -> dict[str, int]:
        slots: dict[str, int] = {}
        owners: dict[int, str] = {}
        is_option = path[0] == "options"
        for key, value in self._mapping(*path):
            is_name = (_KEY if is_option else _NAME).fullmatch(key)
            if not (is_name and isinstance(value, str) and _SLOT.fullmatch(value)):
                self._report("C505", *path, key)
                continue
            slot = int(value)
            first = owners.setdefault(slot, key)
            if first != key:
                self._report("C506", *path, key, slot=slot, id=key, first=first)
            slots[key] = slot
        return slots


@dataclass(slots=True)
class _Planner:
    """One comparison of a course with its old lock. Findings mean that there is no plan."""

    course: Course
    old: Lock
    findings: list[Diagnostic] = field(default_factory=list)

    def plan(self) -> LockPlan:
        pages = [page for module in self.course.modules for page in _page_ids(module)]
        asked = self.course.askable
        questions = [question.id for question in asked]
        letters = {f"{one.id}/{key}" for one in asked for key in one.slot_keys()}
        originals = {copy.partition(".")[2] for copy in questions if "." in copy}
        self._check_claims({*pages, *questions, *letters, *originals})
        lock = Lock(
            self._assign("C501", self.old.pages, pages),
            self._assign("C502", self.old.questions, questions),
            self._assign_options(),
        )
        fixed = {one.id: one.FIXED_SLOTS for one in asked if one.FIXED_SLOTS is not None}
        current = {
            one.id: {key: lock.options[one.id][key] for key in one.slot_keys()}
            for one in asked
            if one.id not in fixed and not self.findings
        }
        slots = Slots(
            pages={key: lock.pages[key] for key in pages},
            questions={key: lock.questions[key] for key in questions},
            options={**fixed, **current},
        )
        return LockPlan(slots, write_lock(lock))

    def _check_claims(self, present: set[str]) -> None:
        """What ``renamed`` and ``retired`` say must fit what is in the course."""
        positions = self.course.positions
        retired = self.course.file.retired
        for old, new in self.course.file.renamed.items():
            if old in present:
                where = positions.at("renamed", old, key=True)
                self.findings.append(Diagnostic("C509", where, {"id": old, "new": new}))
            elif not {new, self._final(old)} & {*present, *retired}:
                where = positions.at("renamed", old)
                self.findings.append(Diagnostic("C510", where, {"id": old, "new": new}))
        for number, gone in enumerate(retired):
            if gone in present:
                where = positions.at("retired", number)
                self.findings.append(Diagnostic("C511", where, {"id": gone}))

    def _final(self, old: str) -> str:
        """The name that an id has now, after one or more changes of name."""
        quiz, dot, question = old.partition(".")
        if dot:
            # A copy that another quiz draws follows both names.
            return f"{self._final(quiz)}.{self._final(question)}"
        renamed = self.course.file.renamed
        name, seen = old, {old}
        while name in renamed and renamed[name] not in seen:
            name = renamed[name]
            seen.add(name)
        return name

    def _assign(self, code: str, old: Mapping[str, int], current: list[str]) -> dict[str, int]:
        """Old slots for what stayed or has another name, the next numbers for what is new."""
        slots: dict[str, int] = {}
        for name, slot in _by_slot(old):
            new = name if name in current else self._final(name)
            if new in current and (new == name or new not in {*old, *slots}):
                slots[new] = slot
                continue
            slots[name] = slot
            if new in current:
                self._report_taken(name, new)
            elif name == new and "." not in name and name not in self.course.file.retired:
                taken = {*old, *self.course.file.renamed.values()}
                fresh = [one for one in current if one not in taken]
                key = "retired" if self.course.file.retired else "modules"
                where = self.course.positions.at(key, key=True)
                if len(fresh) == 1:
                    where = self._find_id(fresh[0]) or where
                self._report_gone(code, where, name, fresh)
        _number(slots, current)
        return slots

    def _report_taken(self, name: str, new: str) -> None:
        where = self.course.positions.at("renamed", name)
        self.findings.append(Diagnostic("C508", where, {"id": name, "new": new}))

    def _find_id(self, name: str) -> Location | None:
        """Where a lesson, quiz or question says its id."""
        for lesson in self.course.lessons:
            if lesson.id == name:
                return lesson.positions.at("id")
        for quiz in self.course.quizzes:
            if quiz.id == name:
                return quiz.positions.at("id")
            for number, question in enumerate(quiz.questions):
                if question.id == name:
                    return quiz.positions.at("questions", number, "id")
        return None

    def _report_gone(self, code: str, where: Location, name: str, fresh: Sequence[str]) -> None:
        """``fresh`` is what is new of the same kind; if that is one thing, it may be the same."""
        params: dict[str, str | int] = {"id": name, "course": self.course.path}
        if len(fresh) == 1:
            params["new"] = fresh[0]
        self.findings.append(Diagnostic(code, where, params))

    def _assign_options(self) -> dict[str, dict[str, int]]:
        """The options of all questions in the course, and of those that went away."""
        current = {question.id for question in self.course.askable}
        former = {self._final(name): name for name in self.old.questions if name not in current}
        former |= {name: name for name in self.old.questions}
        assigned: dict[str, dict[str, int]] = {}
        for quiz in self.course.quizzes:
            for question, where in _places(quiz):
                name = former.get(question.id)
                had_letters = name in self.old.options
                if name is not None and had_letters is (question.FIXED_SLOTS is not None):
                    self.findings.append(Diagnostic("C512", where("type"), {"id": question.id}))
                elif question.FIXED_SLOTS is None:
                    place = where("options")
                    assigned[question.id] = self._assign_letters(question, name, place)
        for name, letters in self.old.options.items():
            if name not in current and self._final(name) not in current:
                assigned[name] = dict(letters)
        return assigned

    def _assign_letters(
        self, question: Question, former: str | None, where: Location
    ) -> dict[str, int]:
        old = self.old.options[former] if former else {}
        current = list(question.slot_keys())
        slots: dict[str, int] = {}
        for letter, slot in _by_slot(old):
            claim = self._find_claim(f"{question.id}/{letter}", f"{former}/{letter}")
            new = claim[1].partition("/")[2] if claim else letter
            if letter in current:
                slots[letter] = slot
            elif new in current and new not in {*old, *slots}:
                slots[new] = slot
            else:
                slots[letter] = slot
                if claim and new in current:
                    self._report_taken(*claim)
                elif "." in question.id:
                    continue  # Reported at the question that this is a copy of, if it is here.
                elif not claim and not self._is_retired(question.id, former, letter):
                    fresh = [f"{question.id}/{one}" for one in current if one not in old]
                    self._report_gone("C503", where, f"{question.id}/{letter}", fresh)
        _number(slots, current)
        if max(slots.values(), default=0) > question.HIGHEST_SLOT:
            params: dict[str, str | int] = {"id": question.id, "limit": question.HIGHEST_SLOT + 1}
            self.findings.append(Diagnostic("C513", where, params))
        return slots

    def _find_claim(self, *names: str) -> tuple[str, str] | None:
        """What ``renamed`` says of an option, by the question's name of now or of before."""
        renamed = self.course.file.renamed
        return next(((name, renamed[name]) for name in names if name in renamed), None)

    def _is_retired(self, question: str, former: str | None, letter: str) -> bool:
        retired = self.course.file.retired
        return f"{question}/{letter}" in retired or f"{former}/{letter}" in retired


def _places(quiz: Quiz) -> Iterator[tuple[Question, Callable[[str], Location]]]:
    """The questions of a quiz and how to find a key of theirs; a copy stands where it is drawn."""
    for number, question in enumerate(quiz.questions):
        yield question, partial(quiz.positions.at, "questions", number)
    for pool in quiz.drawn:
        for question in pool.questions:
            yield question, lambda key: quiz.positions.at("draw")


def _page_ids(module: Module) -> Iterator[str]:
    yield from (page.id for page in module.pages)


def _number(slots: dict[str, int], current: Iterable[str]) -> None:
    """Gives each newcomer the number after the highest one ever given."""
    following = max(slots.values(), default=-1) + 1
    for name in current:
        if name not in slots:
            slots[name] = following
            following += 1
