"""Where in the author's files a page or question stands, or stood when it was built last."""

from __future__ import annotations

from builder.course import Course
from builder.diagnostics import Location
from builder.lock.lock_file import Lock


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
    """The file in which something stood that is gone; else the list of modules of the course.

    A question stood in its quiz, a lesson in its module, a quiz behind the key of its module. When
    the whole quiz is gone, so are its questions from the module.
    """
    home = old.homes.get(name, "")
    for quiz in course.quizzes:
        if quiz.id == home:
            return quiz.positions.at("questions", key=True)
    is_quiz = name in old.homes.values()
    if home in old.homes:
        is_quiz, home = True, old.homes[home]
    for module in course.modules:
        if module.id == home:
            return module.positions.at("quiz" if is_quiz else "id")
    return course.positions.at("modules", key=True)


def list_homes(course: Course) -> dict[str, str]:
    """Id of each page and question → the module or quiz that it stands in."""
    homes: dict[str, str] = {}
    for module in course.modules:
        homes |= {lesson.id: module.id for lesson in module.lessons}
        if module.quiz:
            homes[module.quiz.id] = module.id
            homes |= {question.id: module.quiz.id for question in module.quiz.questions}
    return homes
