"""What a quiz draws: a number of its own questions, or questions of other quizzes as copies.

A copy has an id of its own, ``<quiz>.<question>``, so that its answer is kept and reported apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from builder.assemble.bench import Bench
from builder.assemble.quizzes import read_bank
from builder.course import Lesson, Module, Pool, Quiz
from builder.diagnostics import Location
from builder.questions.base import Question
from builder.schema.quiz import Draw


def link_draws(bench: Bench, modules: Iterable[Module]) -> tuple[Module, ...]:
    """The modules again, with what their quizzes draw from other quizzes."""
    modules = tuple(modules)
    quizzes = {quiz.id: quiz for module in modules for quiz in module.quizzes}
    linked = {name: _link_quiz(bench, quiz, quizzes) for name, quiz in quizzes.items()}

    def link_lesson(lesson: Lesson) -> Lesson:
        return replace(lesson, checks=tuple(linked[check.id] for check in lesson.checks))

    return tuple(
        replace(
            module,
            lessons=tuple(map(link_lesson, module.lessons)),
            quiz=linked[module.quiz.id] if module.quiz else None,
        )
        for module in modules
    )


def _link_quiz(bench: Bench, quiz: Quiz, quizzes: Mapping[str, Quiz]) -> Quiz:
    _check_closing(bench, quiz)
    draw = quiz.file.draw
    if isinstance(draw, int):
        _check_pool(bench, quiz.questions, draw, quiz.positions.at("draw"))
        return quiz
    return replace(quiz, drawn=tuple(_link(bench, quiz, draw or (), quizzes)))


def _link(
    bench: Bench, quiz: Quiz, draws: Iterable[Draw], quizzes: Mapping[str, Quiz]
) -> Iterator[Pool]:
    seen: set[str] = set()
    for number, draw in enumerate(draws):
        where = quiz.positions.at("draw", number, "from")
        if draw.source == quiz.id:
            bench.report("C221", where, quiz=quiz.id)
            continue
        if draw.source in seen:
            bench.report("C222", where, quiz=draw.source)
            continue
        seen.add(draw.source)
        # A quiz of this course that could not be read has its own findings.
        is_known = draw.source in quizzes or draw.source in bench.quizzes
        source = quizzes.get(draw.source) if is_known else read_bank(bench, draw.source, where)
        if source is None:
            continue
        originals = [question for question in source.questions if question.IS_SCORED]
        place = quiz.positions.at("draw", number, "count")
        _check_pool(bench, originals, draw.count, place)
        copies = tuple(_copy(bench, quiz, question) for question in originals)
        if copies:
            yield Pool(min(draw.count, len(copies)), copies, source)


def _copy(bench: Bench, quiz: Quiz, question: Question) -> Question:
    lesson = question.lesson if question.lesson in bench.lesson_ids else None
    objective = question.objective if question.objective in bench.objectives else None
    own = {"id": f"{quiz.id}.{question.id}", "lesson": lesson, "objective": objective}
    return question.model_copy(update=own)


def _check_pool(bench: Bench, pool: Iterable[Question], count: int, where: Location) -> None:
    """There must be enough to draw from, and every draw must be worth the same."""
    questions = list(pool)
    if count > len(questions):
        bench.report("C220", where, count=count, available=len(questions))
    worth = {question.worth for question in questions}
    if len(worth) > 1 and count < len(questions):
        bench.report("C223", where, low=min(worth), high=max(worth))


def _check_closing(bench: Bench, quiz: Quiz) -> None:
    """Each score has one closing text, and a weight needs a score."""
    seen: set[int] = set()
    for number, one in enumerate(quiz.file.result_feedback):
        if one.minimum in seen:
            where = quiz.positions.at("result-feedback", number, "from")
            bench.report("C224", where, score=one.minimum)
        seen.add(one.minimum)
    if quiz.file.weight is not None and quiz.file.kind == "practice":
        bench.report("C225", quiz.positions.at("weight"), quiz=quiz.id)
