"""Where in the author's files a page or question stands, or stood when it was built last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from builder.course import Course, Quiz
from builder.diagnostics import Location
from builder.lock.lock_file import Lock
from builder.questions.base import Question


def find_id(course: Course, name: str) -> Location | None:
    """Where a lesson, quiz or question says its id."""
    for lesson in course.lessons:
        if lesson.id == name:
            return lesson.positions.at("id")
    for quiz in course.quizzes:
        if quiz.id == name:
            return quiz.positions.at("id")
        for number, question in enumerate(quiz.questions):
            if question.id == name:
                return quiz.positions.at("questions", number, "id")
    return None


def find_former_place(course: Course, old: Lock, name: str) -> Location:
    """Where something stood that is gone; else the list of modules of the course.

    A question stood in its quiz, a lesson in its module, a quiz behind the key of its module or in
    the lesson that leads to it. When the whole quiz is gone, so are its questions from there.
    """
    quizzes = {old.homes.get(question, "") for question in old.questions}
    places = {
        **{module.id: module.positions.at("id") for module in course.modules},
        **{lesson.id: lesson.positions.at("id") for lesson in course.lessons},
        **{quiz.id: quiz.positions.at("questions", key=True) for quiz in course.quizzes},
    }
    with_quiz = {one.id: one.positions.at("quiz") for one in course.modules}
    seen: set[str] = set()
    while name in old.homes and name not in seen:
        seen.add(name)
        is_quiz, name = name in quizzes, old.homes[name]
        if name in places:
            return with_quiz.get(name, places[name]) if is_quiz else places[name]
    return course.positions.at("modules", key=True)


def list_homes(course: Course) -> dict[str, str]:
    """Id of each page and question → the module, lesson or quiz that it stands in."""
    homes: dict[str, str] = {}
    for module in course.modules:
        for lesson in module.lessons:
            homes[lesson.id] = module.id
            homes |= {check.id: lesson.id for check in lesson.checks}
        if module.quiz:
            homes[module.quiz.id] = module.id
        for quiz in module.quizzes:
            homes |= {question.id: quiz.id for question in quiz.questions}
    return homes


def list_questions(quiz: Quiz) -> Iterator[tuple[Question, Callable[[str], Location]]]:
    """The questions of a quiz and how to find a key of theirs; a copy stands where it is drawn."""
    for number, question in enumerate(quiz.questions):
        yield question, partial(quiz.positions.at, "questions", number)
    for pool in quiz.drawn:
        for question in pool.questions:
            yield question, lambda key: quiz.positions.at("draw")
