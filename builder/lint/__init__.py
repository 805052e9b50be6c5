"""Rules about the content: one file per rule, alphabetical below.

A rule is a module with a function ``check``; its docstring is its manual page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from builder.codes import CODES
from builder.course import CheckedCourse, Course, Slots
from builder.diagnostics import Diagnostic, Outcome, Severity, in_order
from builder.lint import (
    alternative_text,
    answer_length,
    answer_letter,
    captions,
    empty_lesson,
    lesson_goals,
    lesson_minutes,
    link_words,
    objective_cover,
    page_link,
    phone_numbers,
    picture_file,
    question_picture,
    recording_file,
    reflection_ids,
    sentence_length,
    svg_safety,
    transcript,
)
from builder.lint.library_state import overdue, unused
from builder.lint.silence import allows, apply

RULES: tuple[Callable[[Course], Iterator[Diagnostic]], ...] = (
    alternative_text.check,
    answer_length.check,
    answer_letter.check,
    captions.check,
    empty_lesson.check,
    lesson_goals.check,
    lesson_minutes.check,
    link_words.check,
    objective_cover.check,
    page_link.check,
    phone_numbers.check,
    picture_file.check,
    question_picture.check,
    recording_file.check,
    reflection_ids.check,
    sentence_length.check,
    svg_safety.check,
    transcript.check,
)

_FIRM = frozenset({"L206"})
"""Without these a page could not be made."""
_SILENCEABLE = tuple(code for code in CODES if code.startswith("L") and code not in _FIRM)


def find(course: Course) -> tuple[Diagnostic, ...]:
    """What all rules find, less what the author silenced; also for a course with other faults."""
    found = (finding for rule in RULES for finding in rule(course))
    return in_order(apply(found, allows(course), _SILENCEABLE))


def check(course: Course, slots: Slots) -> Outcome[CheckedCourse]:
    """Runs all rules. The value exists only when none of them found an error.

    Raises ``ValueError`` when ``slots`` lacks a page, question or option: the lock makes them all.
    """
    _demand_slots(course, slots)
    findings = find(course)
    if any(severity(finding) is Severity.ERROR for finding in findings):
        return Outcome(None, findings)
    return Outcome(CheckedCourse(course, slots), findings)


def severity(finding: Diagnostic) -> Severity:
    """How bad a finding is: its own severity, else that of its code."""
    return finding.severity or CODES[finding.code].severity


def _demand_slots(course: Course, slots: Slots) -> None:
    pages = [lesson.id for lesson in course.lessons] + [quiz.id for quiz in course.quizzes]
    missing = [page for page in pages if page not in slots.pages]
    for question in course.askable:
        if question.id not in slots.questions:
            missing.append(question.id)
        options = slots.options.get(question.id, {})
        missing += [f"{question.id}/{key}" for key in question.slot_keys() if key not in options]
    if missing:
        raise ValueError(f"no slot for {', '.join(missing)}")


__all__ = ["RULES", "check", "find", "overdue", "severity", "unused"]
