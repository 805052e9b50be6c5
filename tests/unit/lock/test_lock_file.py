"""The file course.lock is read with care."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.lock import plan_lock, read_lock, write_lock
from tests.unit.lock.locks import FIRST, MEMORY, Project, body

BROKEN = {
    "no YAML": ("pages: [", [("C505", 1, 8)]),
    "empty": ("", [("C505", 0, 0)]),
    "merge conflict": ("format: 1\n<<<<<<< HEAD\npages: {}\n", [("C507", 2, 1)]),
    "another format": (FIRST.replace("format: 1", "format: 2"), [("C505", 1, 9)]),
    "a key more": (FIRST + "extra: 1\n", [("C505", 13, 8)]),
    "no pages": (FIRST.replace("pages:", "bladzijden:"), [("C505", 1, 1)]),
    "a type that is none": (FIRST + MEMORY.replace("single-", "Single "), [("C505", 14, 14)]),
    "a home that is none": (
        FIRST + MEMORY.replace("toets: eerste", "toets: []"),
        [("C505", 20, 3)],
    ),
    "names as a list": (FIRST + "renamed: []\n", [("C505", 13, 1)]),
    "an option of nothing": (FIRST + "renamed: {/a: vraag/a}\n", [("C505", 13, 15)]),
    "a list": (FIRST.replace("{a: 0, b: 1}", "[a, b]"), [("C505", 12, 3)]),
    "a number that is none": (FIRST.replace("toets: 2", "toets: twee"), [("C505", 5, 10)]),
    "a number below zero": (FIRST.replace("toets: 2", "toets: -1"), [("C505", 5, 10)]),
    "no number": (FIRST.replace("toets: 2", "toets:"), [("C505", 5, 9)]),
    "a name that is none": (FIRST.replace("  toets: 2", "  Toets: 2"), [("C505", 5, 10)]),
    "a letter that is none": (FIRST.replace("{a: 0, b: 1}", "{aa: 0}"), [("C505", 12, 20)]),
    "a number twice": (FIRST.replace("toets: 2", "toets: 1"), [("C506", 5, 10)]),
    "a number twice in options": (FIRST.replace("b: 1}", "b: 0}"), [("C506", 12, 25)]),
    "a name twice": (FIRST.replace("  toets: 2", "  les-een: 2"), [("C505", 5, 3)]),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_lock_that_cannot_be_trusted(case: str, project: Project) -> None:
    text, expected = BROKEN[case]
    read = read_lock(text, "course.lock")
    assert read.value is None
    assert [(one.code, one.location.line, one.location.column) for one in read.diagnostics] == [
        *expected
    ]
    planned = plan_lock(project.course(), text)
    assert planned.value is None
    assert {one.code for one in planned.diagnostics} == {code for code, _, _ in expected}


def test_a_lock_reads_back_as_it_was_written() -> None:
    lock = read_lock(FIRST, "course.lock").value
    assert lock is not None
    full = read_lock(FIRST + MEMORY, "course.lock").value
    assert full is not None
    assert body(write_lock(full)) == FIRST + MEMORY
    assert lock.renamed is None
    assert full.renamed == {}
    empty = read_lock(None, "course.lock").value
    assert empty is not None
    assert read_lock(write_lock(empty), "course.lock").value == replace(empty, renamed={})
