"""A course that changes between two builds, and the locks of its builds."""

from __future__ import annotations

from pathlib import Path

from builder import sources
from builder.assemble import assemble
from builder.course import Course
from builder.lock import LockPlan, plan_lock

COURSE = """\
format: 1
id: proef
title: Een proef
version: 1.0.0
language: nl
publisher: {name: Voorbeeldschool, namespace: nl.voorbeeld}
modules: [eerste]
"""
CHOICE = """\
  - id: {id}
    type: {type}
    prompt: Wat zie je?
    options:
"""
STATEMENT = """\
  - id: {id}
    type: true-false
    prompt: Klopt dit?
    answer: true
    feedback: {{true: Ja., false: Nee.}}
"""


class Project:
    """A course on disk that can be changed between two builds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lessons = ["les-een", "les-twee"]
        self.questions: dict[str, str] = {"vraag-een": "abc", "vraag-twee": "ab", "klopt-het": ""}
        self.extra = ""

    def write(self, path: str, text: str) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def course(self) -> Course:
        for old in self.folder.glob("modules/eerste/*.md"):
            old.unlink()
        self.write("courses/proef/course.yaml", COURSE + self.extra)
        self.write("modules/eerste/module.yaml", "id: eerste\ntitle: Eerste\nquiz: toets\n")
        for number, name in enumerate(self.lessons, 1):
            front = f"---\nid: {name}\ntitle: Les\nminutes: 1\n---\n\nTekst.\n"
            self.write(f"modules/eerste/{number:02}-les.md", front)
        quiz = "id: toets\ntitle: Toets\nminutes: 1\nquestions:\n"
        for name, letters in self.questions.items():
            if not letters:
                quiz += STATEMENT.format(id=name)
                continue
            kind = "multiple-choice" if letters[0].isupper() else "single-choice"
            quiz += CHOICE.format(id=name, type=kind)
            for letter in letters.lower():
                correct = "true" if letter == letters[0].lower() else "false"
                quiz += (
                    f"      {letter}: {{text: Dit {letter}, correct: {correct}, feedback: X.}}\n"
                )
        self.write("quizzes/toets.yaml", quiz)
        tree = sources.read(self.folder).value
        assert tree is not None
        assembled = assemble(tree, "proef", ["scorm12", "scorm2004"])
        assert assembled.diagnostics == ()
        assert assembled.value is not None
        return assembled.value

    def plan(self, old: str | None) -> LockPlan:
        planned = plan_lock(self.course(), old)
        assert planned.diagnostics == ()
        assert planned.value is not None
        return planned.value

    def faults(self, old: str) -> list[tuple[str, str]]:
        planned = plan_lock(self.course(), old)
        assert planned.value is None
        return [(one.code, str(one.location)) for one in planned.diagnostics]

    def remarks(self, old: str | None) -> list[tuple[str, str, str]]:
        """What is said of a course that gets its numbers all the same."""
        planned = plan_lock(self.course(), old)
        assert planned.value is not None
        return [
            (one.code, str(one.location), str(one.params.get("write", "")))
            for one in planned.diagnostics
        ]


FIRST = """\
format: 1
pages:
  les-een: 0
  les-twee: 1
  toets: 2
questions:
  vraag-een: 0
  vraag-twee: 1
  klopt-het: 2
options:
  vraag-een: {a: 0, b: 1, c: 2}
  vraag-twee: {a: 0, b: 1}
"""


MEMORY = """\
types:
  vraag-een: single-choice
  vraag-twee: single-choice
  klopt-het: true-false
homes:
  les-een: eerste
  les-twee: eerste
  toets: eerste
  vraag-een: toets
  vraag-twee: toets
  klopt-het: toets
renamed: {}
"""
"""What the lock has told since it remembers more than numbers; ``FIRST`` alone is an older one."""


def body(text: str) -> str:
    """A lock without its comment."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
