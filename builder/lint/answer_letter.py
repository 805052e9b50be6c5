"""L302: the right answers are spread over the letters.

Whoever writes questions tends to put the right answer in the same place. The rule looks at the
questions of a quiz with one right answer (at least four, true or false not counted) and warns when
one place holds more than half of them. In a judgement the right answer is the good one.

Wrong: five of the seven right answers are the second one.

Right: first, second and third are each right about as often.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from builder.course import Course
from builder.diagnostics import Diagnostic
from builder.lint.passages import line_at
from builder.questions.base import Question

FEWEST_QUESTIONS = 4
LARGEST_SHARE = 0.5


def check(course: Course) -> Iterator[Diagnostic]:
    """Quizzes in which the place gives the answer away."""
    for quiz in course.quizzes:
        places = [place for question in quiz.questions if (place := _place(question))]
        if len(places) < FEWEST_QUESTIONS:
            continue
        place, count = Counter(places).most_common(1)[0]
        if count > LARGEST_SHARE * len(places):
            location = quiz.positions.at("questions", key=True)
            params: dict[str, str | int] = {"count": count, "total": len(places), "place": place}
            yield Diagnostic("L302", location, params, line_at(quiz.lines, location))


def _place(question: Question) -> int:
    """The place of the only right answer, from 1; 0 when the question has no such place."""
    options = question.options_view()
    right = [number for number, option in enumerate(options, start=1) if option.correct]
    has_own_words = all(option.text for option in options)
    return right[0] if len(right) == 1 and has_own_words else 0
