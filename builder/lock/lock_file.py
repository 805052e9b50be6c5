"""The text of ``course.lock``, read with care and written so that equal locks give equal text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from builder import yaml_reader
from builder.course import Course
from builder.diagnostics import Diagnostic, Location, Outcome
from builder.fields import STATE_ID_PATTERN
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
_STATE_ID = re.compile(STATE_ID_PATTERN)
_SLOTS = ("pages", "questions", "options")
_MEMORIES = {"types": _NAME, "homes": _NAME, "renamed": _STATE_ID}
"""Key that an older lock lacks → what its keys and values look like."""


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock as it was read: also ids that the course no longer has."""

    pages: Mapping[str, int] = field(default_factory=dict)
    questions: Mapping[str, int] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    """Id of a question → its type when it was built last."""
    homes: Mapping[str, str] = field(default_factory=dict)
    """Id of a page or question → the module or quiz that it stood in. A hint and no more."""
    renamed: Mapping[str, str] | None = None
    """Former id → the id it got, as far as builds have seen; None in a lock that does not say."""


def lock_path(course: Course) -> str:
    """Where the lock of a course lies in the project."""
    return course.path.rpartition("/")[0] + "/" + LOCK_NAME


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
    pages, questions = by_slot(lock.pages), by_slot(lock.questions)
    lines += _write_pairs("pages", pages)
    lines += _write_pairs("questions", questions)
    order = {key: place for place, (key, _) in enumerate([*pages, *questions])}
    options: list[tuple[str, str]] = []
    for question in sorted(lock.options, key=lambda one: (order.get(one, len(order)), one)):
        pairs = ", ".join(f"{key}: {slot}" for key, slot in by_slot(lock.options[question]))
        options.append((question, f"{{{pairs}}}"))
    lines += _write_pairs("options", options)
    for name, memory in (("types", lock.types), ("homes", lock.homes)):
        known = sorted(memory.items(), key=lambda pair: (order.get(pair[0], len(order)), pair))
        lines += _write_pairs(name, known)
    lines += _write_pairs("renamed", sorted((lock.renamed or {}).items()))
    return "".join(lines)


def by_slot(slots: Mapping[str, int]) -> list[tuple[str, int]]:
    """Names with their slots, the lowest slot first."""
    return sorted(slots.items(), key=lambda pair: pair[1])


def _write_pairs(name: str, pairs: list[tuple[str, str]] | list[tuple[str, int]]) -> Iterator[str]:
    yield f"{name}:\n" if pairs else f"{name}: {{}}\n"
    yield from (f"  {key}: {value}\n" for key, value in pairs)


@dataclass(slots=True)
class _LockReader:
    """Checks a lock with care: a wrong number would give a learner somebody else's answers."""

    document: Document
    findings: list[Diagnostic] = field(default_factory=list)

    def read(self) -> Lock:
        value = self.document.value
        if value.get("format") != str(FORMAT):
            self._report("C505", "format")
        for key in value.keys() - {"format", *_SLOTS, *_MEMORIES}:
            self._report("C505", key)
        options: dict[str, Mapping[str, int]] = {}
        for question, letters in self._mapping("options"):
            if isinstance(letters, dict) and _NAME.fullmatch(question):
                options[question] = self._slots("options", question)
            else:
                self._report("C505", "options", question)
        pages, questions = self._slots("pages"), self._slots("questions")
        memories = {name: self._memory(name) for name in _MEMORIES if name in value}
        return Lock(
            pages,
            questions,
            options,
            types=memories.get("types", {}),
            homes=memories.get("homes", {}),
            renamed=memories.get("renamed"),
        )

    def _report(self, code: str, *path: str, **params: str | int) -> None:
        """Adds a finding; that the file cannot be trusted is said once, at its first fault."""
        where = self.document.positions.at(*path)
        if code == "C505":
            earlier = [one for one in self.findings if one.code == code]
            if earlier and earlier[0].location <= where:
                return
            self.findings = [one for one in self.findings if one.code != code]
        self.findings.append(Diagnostic(code, where, params))

    def _mapping(self, *path: str) -> Iterator[tuple[str, Value]]:
        value = self.document.get(*path)
        if not isinstance(value, dict):
            self._report("C505", *path)
            return
        yield from value.items()

    def _slots(self, *path: str) -> dict[str, int]:
        slots: dict[str, int] = {}
        owners: dict[int, str] = {}
        name = _KEY if path[0] == "options" else _NAME
        for key, value in self._mapping(*path):
            if not (name.fullmatch(key) and isinstance(value, str) and _SLOT.fullmatch(value)):
                self._report("C505", *path, key)
                continue
            slot = int(value)
            first = owners.setdefault(slot, key)
            if first != key:
                self._report("C506", *path, key, slot=slot, id=key, first=first)
            slots[key] = slot
        return slots

    def _memory(self, name: str) -> dict[str, str]:
        pattern = _MEMORIES[name]
        memory: dict[str, str] = {}
        for key, value in self._mapping(name):
            if pattern.fullmatch(key) and isinstance(value, str) and pattern.fullmatch(value):
                memory[key] = value
            else:
                self._report("C505", name, key)
        return memory
