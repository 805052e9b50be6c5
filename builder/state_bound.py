"""Worst-case length of the learner's state, worked out before any learner starts.

The format is described in docs/state.md. SCORM 1.2 promises 4,096 characters for
``cmi.suspend_data`` (RTE 1.2, §3.4.4); what is longer would be cut off without a word.
"""

from __future__ import annotations

from collections.abc import Iterable

from builder.course import Course, Slots
from builder.questions.base import count_digits

SCORM12_LIMIT = 4_000
"""Characters allowed for SCORM 1.2; below the 4,096 of the standard to leave room for an LMS."""

_HEADER = len("1;bbbbbb;ssss;")
_SCORE = len("S7ps.cp;")
_COUNT = len("Jzzz;")
_ATTEMPT = len("zz")
_TRIES_AND_REVEALED = len("z1")
_PAGES_PER_CHARACTER = 6


def state_bound(course: Course, slots: Slots) -> int:
    """Characters of the longest state that a learner of this course can have."""
    pages = [slots.pages[one.id] for one in course.lessons]
    pages += [slots.pages[one.id] for one in course.quizzes]
    highest = max(pages, default=-1)
    done = len("P;") + -(-(highest + 1) // _PAGES_PER_CHARACTER)
    last = len("L;") + (count_digits(highest) if pages else 0)
    quizzes = len("Z;") + _count_list(_quiz_lengths(course, slots))
    answers = len("Q") + _count_list(_answer_lengths(course, slots))
    return _HEADER + done + last + quizzes + _SCORE + _COUNT + answers


def _quiz_lengths(course: Course, slots: Slots) -> Iterable[int]:
    """``slot.attempt.best`` per quiz; best is in hundredths of a point.

    A limit to attempts does not count: an update may set one below what a learner has used.
    """
    for quiz in course.quizzes:
        points = sum(question.points for question in quiz.questions)
        slot = count_digits(slots.pages[quiz.id])
        yield slot + len(".") + _ATTEMPT + len(".") + count_digits(points * 100)


def _answer_lengths(course: Course, slots: Slots) -> Iterable[int]:
    """``slot.<tries><revealed><answer>`` per question."""
    for question in course.questions:
        slot = count_digits(slots.questions[question.id])
        yield (
            slot
            + len(".")
            + _TRIES_AND_REVEALED
            + question.answer_width(slots.options[question.id])
        )


def _count_list(lengths: Iterable[int]) -> int:
    """Characters of the parts with a comma between every two."""
    parts = list(lengths)
    return sum(parts) + max(0, len(parts) - 1)
