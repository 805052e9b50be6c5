"""Slots for a course that gets none for now, so that the rest of it can be checked."""

from __future__ import annotations

from builder.course import Course, Slots


def make_provisional_slots(course: Course) -> Slots:
    """A number for everything, as if there had never been a lock. They are not kept.

    An id may stand there twice: then its options are those of both.
    """
    pages = [lesson.id for lesson in course.lessons] + [quiz.id for quiz in course.quizzes]
    options: dict[str, dict[str, int]] = {}
    for question in course.askable:
        own = options.setdefault(question.id, {})
        for key in question.slot_keys():
            own.setdefault(key, len(own))
    return Slots(
        pages={page: slot for slot, page in enumerate(pages)},
        questions={question.id: slot for slot, question in enumerate(course.askable)},
        options=options,
    )
