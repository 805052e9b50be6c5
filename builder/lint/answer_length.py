"""L301: the right answer is not always the longest one.

Authors explain the right answer and keep the wrong ones short. Learners notice, and from then on
they count words instead of thinking. The rule looks at a whole quiz: it warns when in more than
half of its choice questions (at least four) a right answer is longer than every wrong one.
Differences below a tenth of the length do not count, for nobody sees them. In a judgement the good
options are the right ones, and all others are wrong.

Wrong: a quiz in which four of the six right answers stand out by their length.

Right: answers of about the same length, each with one thought.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.course import Course
from builder.diagnostics import Diagnostic
from builder.lint.passages import line_at
from builder.markdown_reader import parse, plain
from builder.questions.base import Question

FEWEST_QUESTIONS = 4
LARGEST_SHARE = 0.5
NOTICEABLE = 1.1
"""How many times longer than the longest wrong answer a right one must be to stand out."""


def check(course: Course) -> Iterator[Diagnostic]:
    """Quizzes in which length gives the answer away."""
    for quiz in course.quizzes:
        choices = [question for question in quiz.questions if _lengths(question)]
        longest = [question for question in choices if _right_stands_out(question)]
        if len(choices) >= FEWEST_QUESTIONS and len(longest) > LARGEST_SHARE * len(choices):
            location = quiz.positions.at("questions", key=True)
            params: dict[str, str | int] = {
                "count": len(longest),
                "total": len(choices),
                "questions": ", ".join(question.id for question in longest),
            }
            yield Diagnostic("L301", location, params, line_at(quiz.lines, location))


def _right_stands_out(question: Question) -> bool:
    lengths = _lengths(question)
    right = max(length for length, correct in lengths if correct)
    wrong = max(length for length, correct in lengths if not correct)
    return right > NOTICEABLE * wrong


def _lengths(question: Question) -> list[tuple[int, bool]]:
    """Length of each answer and whether it is right; empty when there is nothing to compare."""
    options = question.options_view()
    if any(not option.text for option in options):
        return []
    if len({option.correct for option in options}) < 2:
        return []
    return [(len(plain(parse(option.text))), option.correct) for option in options]
