"""Worst-case length of the learner's state, worked out before any learner starts.

The format is described in docs/state.md. SCORM 1.2 promises 4,096 characters for
``cmi.suspend_data`` (RTE 1.2, §3.4.4); what is longer would be cut off without a word.
"""

from __future__ import annotations

from collections.abc import Iterable

from builder.course import Course, Pool, Quiz, Slots
from builder.questions.base import Question, count_digits

SCORM12_LIMIT = 4_000
"""Characters allowed for SCORM 1.2; below the 4,096 of the standard to leave room for an LMS."""

_HEADER = len("1;bbbbbb;ssss;")
_SCORE = len("S7ps.cp;")
_COUNT = len("Jzzz;")
_ATTEMPT = len("zz")
_SEED = len("zzz")
_TRIES_AND_REVEALED = len("z1")
_BITS_PER_CHARACTER = 6


def state_bound(course: Course, slots: Slots) -> int:
    """Characters of the longest state that a learner of this course can have."""
    pages = [slots.pages[one.id] for one in course.lessons]
    pages += [slots.pages[one.id] for one in course.quizzes]
    highest = max(pages, default=-1)
    done = len("P;") + _count_bits(pages)
    last = len("L;") + (count_digits(highest) if pages else 0)
    quizzes = len("Z;") + _count_list(_quiz_lengths(course, slots))
    answers = len("Q") + _count_list(_answer_lengths(course, slots)) + len(";")
    draft = len("D") + max(_draft_lengths(course, slots), default=0)
    seen = _count_bits(_chance_slots(course, slots))
    seen += len("U;") if seen else 0
    return _HEADER + done + last + quizzes + _SCORE + _COUNT + seen + answers + draft


def _quiz_lengths(course: Course, slots: Slots) -> Iterable[int]:
    """``slot.attempt.best`` per quiz; best is in hundredths of a point.

    A limit to attempts does not count: an update may set one below what a learner has used.
    """
    for quiz in course.quizzes:
        points = sum(_most_points(pool) for pool in quiz.pools)
        slot = count_digits(slots.pages[quiz.id])
        kept = slot + len(".") + _ATTEMPT + len(".") + count_digits(points * 100)
        if quiz.has_chance:
            kept += len(".") + _SEED + len(".") + _count_list(_drawn_lengths(quiz, slots))
        yield kept


def _most_points(pool: Pool) -> int:
    return sum(sorted((question.worth for question in pool.questions), reverse=True)[: pool.count])


def _drawn_lengths(quiz: Quiz, slots: Slots) -> Iterable[int]:
    """The slot of each question that was drawn by lot."""
    for pool in quiz.pools:
        if pool.has_chance:
            lengths = (count_digits(slots.questions[question.id]) for question in pool.questions)
            yield from sorted(lengths, reverse=True)[: pool.count]


def _answer_lengths(course: Course, slots: Slots) -> Iterable[int]:
    """``slot.<tries><revealed><answer>`` per question that one learner can get."""
    for quiz in course.quizzes:
        for pool in quiz.pools:
            lengths = (_answer_length(question, slots) for question in pool.questions)
            yield from sorted(lengths, reverse=True)[: pool.count]


def _answer_length(question: Question, slots: Slots) -> int:
    slot = count_digits(slots.questions[question.id])
    answer = question.answer_width(slots.options[question.id])
    return slot + len(".") + _TRIES_AND_REVEALED + answer


def _draft_lengths(course: Course, slots: Slots) -> Iterable[int]:
    """``slot.answer`` per question; a learner works on one of them at a time."""
    for question in course.askable:
        slot = count_digits(slots.questions[question.id])
        yield slot + len(".") + question.draft_width(slots.options[question.id])


def _chance_slots(course: Course, slots: Slots) -> Iterable[int]:
    """Slots of the questions that a learner may or may not get."""
    for quiz in course.quizzes:
        for pool in quiz.pools:
            if pool.has_chance:
                yield from (slots.questions[question.id] for question in pool.questions)


def _count_bits(slots: Iterable[int]) -> int:
    """Characters of a bit per slot, from slot 0 to the highest."""
    return -(-(max(slots, default=-1) + 1) // _BITS_PER_CHARACTER)


def _count_list(lengths: Iterable[int]) -> int:
    """Characters of the parts with a comma between every two."""
    parts = list(lengths)
    return sum(parts) + max(0, len(parts) - 1)
