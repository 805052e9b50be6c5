"""Codes C5xx: the lock of a course, under whose numbers progress is kept."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

_ERROR = Severity.ERROR

_LOCK_STAYS = (
    "The file course.lock holds a number for every lesson, quiz, question and option. Learning "
    "environments keep the answers of learners under those numbers. "
)

_GONE = (
    "put it back, or write in {course}: below `renamed:` the line `{id}: …` with its new name, or "
    "below `retired:` the line `- {id}` if it is gone for good"
)
_RENAMED = (
    "put it back, or write in {course}: below `renamed:` the line `{id}: {new}` if that is its new "
    "name, or below `retired:` the line `- {id}` if it is gone for good"
)

CODES = (
    Code(
        number="C501",
        slug="page-keeps-its-id",
        severity=_ERROR,
        sentence='the lesson or quiz "{id}" was in the last package, but is not there any more',
        fix=_GONE,
        exact=_RENAMED,
        explanation=_LOCK_STAYS
        + (
            "If an id disappears, they cannot know whether the page is gone or has another name. "
            "With `renamed` learners keep their progress; with `retired` the number is never given "
            "to something else."
        ),
        right="renamed:\n  oude-les: nieuwe-les\nretired:\n  - vervallen-les",
    ),
    Code(
        number="C502",
        slug="question-keeps-its-id",
        severity=_ERROR,
        sentence='the question "{id}" was in the last package, but is not there any more',
        fix=_GONE,
        exact=_RENAMED,
        explanation=_LOCK_STAYS
        + (
            "If an id disappears, they cannot know whether the question is gone or has another "
            "name. With `renamed` learners keep their answers; with `retired` the number is never "
            "given to something else."
        ),
        right="renamed:\n  oude-vraag: nieuwe-vraag\nretired:\n  - vervallen-vraag",
    ),
    Code(
        number="C503",
        slug="option-keeps-its-letter",
        severity=_ERROR,
        sentence='the option "{id}" was in the last package, but is not there any more',
        fix=_GONE,
        exact=_RENAMED,
        explanation=_LOCK_STAYS
        + (
            "If a letter disappears, they cannot know whether the option is gone or has another "
            "letter. Options may stand in any order, so there is no need to give a letter to "
            "another answer."
        ),
        right="renamed:\n  eerste-stap/c: eerste-stap/d\nretired:\n  - eerste-stap/b",
    ),
    Code(
        number="C505",
        slug="lock-is-readable",
        severity=_ERROR,
        sentence="the file course.lock of this course cannot be read here",
        fix="put back course.lock as it was in version control",
        explanation=_LOCK_STAYS
        + (
            "The file is written by `lesbouwer build` and not by hand. Without it, or with a wrong "
            "number in it, learners would lose their answers or get those of another question."
        ),
    ),
    Code(
        number="C506",
        slug="lock-gives-a-number-once",
        severity=_ERROR,
        sentence='the number {slot} of "{id}" already belongs to "{first}"',
        fix="remove from course.lock the one that learners do not have yet, and build again",
        explanation=_LOCK_STAYS
        + (
            "Two people who each add something get the same number, and that shows when their work "
            "comes together. The one that is removed gets a new number with the next build."
        ),
    ),
    Code(
        number="C507",
        slug="lock-has-no-merge-conflict",
        severity=_ERROR,
        sentence="two versions of course.lock were merged here and nobody has chosen yet",
        fix="keep the lines of the version that learners have, and build again",
        explanation=_LOCK_STAYS
        + (
            "Whatever was added in the other version gets a new number with the next build. Remove "
            "the lines with <<<<<<<, ======= and >>>>>>> too."
        ),
    ),
    Code(
        number="C508",
        slug="new-id-has-no-number-yet",
        severity=_ERROR,
        sentence='"{id}" cannot be renamed to "{new}", which has a number of its own',
        fix="move {id} from `renamed` to `retired`",
        explanation=_LOCK_STAYS
        + (
            "Both ids have been in a build, or two old ids get the same new one. Progress with two "
            "things cannot become progress with one."
        ),
    ),
    Code(
        number="C509",
        slug="renamed-id-is-gone",
        severity=_ERROR,
        sentence='"{id}" is renamed to "{new}", but it is still in the course',
        fix="remove this line, or change the id {id} in the course",
        explanation=(
            "Under `renamed` the old id stands before the colon, the new one behind it. The old id "
            "does not exist any more by then."
        ),
        right="renamed:\n  oude-les: nieuwe-les",
    ),
    Code(
        number="C510",
        slug="renamed-id-leads-somewhere",
        severity=_ERROR,
        sentence='"{id}" is renamed to "{new}", but that is not in the course',
        fix="write the id that it has now, or move {id} to `retired` if it is gone",
        explanation=(
            "Under `renamed` the old id stands before the colon, the new one behind it. The new id "
            "is that of a lesson, quiz or question of this course, or an option as "
            "question/letter."
        ),
        right="renamed:\n  oude-les: nieuwe-les",
    ),
    Code(
        number="C511",
        slug="retired-id-is-gone",
        severity=_ERROR,
        sentence='"{id}" is retired, but it is still in the course',
        fix="remove it from `retired`, or from the course",
        explanation=(
            "Under `retired` stand ids that are gone for good, so that their numbers are never "
            "given to something else."
        ),
    ),
    Code(
        number="C512",
        slug="question-keeps-its-kind-of-answer",
        severity=_ERROR,
        sentence='the question "{id}" had another type in the last package, and answers that were '
        "given then do not fit {type}",
        fix=(
            "give the question a new id, and write in {course} below `retired:` the line `- {id}`"
        ),
        exact=(
            "put back `type: {before}`, or give the question a new id and write in {course} below "
            "`retired:` the line `- {id}`"
        ),
        explanation=_LOCK_STAYS
        + (
            "An answer is kept as the option that was chosen, as several options, or as true or "
            "false. After such a change of type an answer of before would be read as another one: "
            "who chose the one right answer would seem to have left out the others, and may not "
            "try again. A single choice may become a judgement, and the other way round."
        ),
        wrong="- id: eerste-stap\n  type: multiple-choice",
        right="- id: eerste-stappen\n  type: multiple-choice",
    ),
    Code(
        number="C513",
        slug="question-has-room-for-options",
        severity=_ERROR,
        sentence='the question "{id}" has had more than {limit} options over time',
        fix="give the question a new id, and add the old one to `retired` in the course",
        explanation=_LOCK_STAYS
        + (
            "Numbers of options that are gone are never used again, and there is room for a "
            "limited number in the answer that is kept."
        ),
    ),
    Code(
        number="C514",
        slug="renamed-id-was-in-a-package",
        severity=Severity.WARNING,
        sentence='"{id}" stands below `renamed`, but it was never in a package of this course',
        fix="write the old id as it was, or remove this line",
        exact="write `{write}` before the colon if you mean that one, or remove this line",
        explanation=_LOCK_STAYS
        + (
            "Under `renamed` the old id stands before the colon. If no package ever had that id, "
            "this line does nothing: perhaps there is a mistake in it, and then learners lose "
            "their answers to the real one. If you do know that it was in a package, course.lock "
            "was not kept: put it back from version control."
        ),
        right="renamed:\n  oude-les: nieuwe-les",
    ),
    Code(
        number="C515",
        slug="retired-id-was-in-a-package",
        severity=Severity.WARNING,
        sentence='"{id}" stands below `retired`, but it was never in a package of this course',
        fix="write the id as it was, or remove this line",
        exact="write `{write}` if you mean that one, or remove this line",
        explanation=_LOCK_STAYS
        + (
            "Under `retired` stand ids that were in a package and are gone for good. If no package "
            "ever had this id, the line does nothing, and there may be a mistake in it. If you do "
            "know that it was in a package, course.lock was not kept: put it back from version "
            "control."
        ),
        right="retired:\n  - vervallen-les",
    ),
    Code(
        number="C516",
        slug="question-keeps-its-type",
        severity=Severity.WARNING,
        sentence='the question "{id}" was {before} in the last package, and is {type} now',
        fix=(
            "nothing needs to be done if the same answers are good; else give the question a new "
            "id, and write in {course} below `retired:` the line `- {id}`"
        ),
        explanation=_LOCK_STAYS
        + (
            "In both types a learner chooses one option, so answers of before can still be read. "
            "They are judged anew: what was right may now be defensible, and the score changes "
            "with it. After the next build this is not said again."
        ),
    ),
)
