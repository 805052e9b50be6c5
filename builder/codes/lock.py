"""Codes C5xx and C6xx: the lock of a course, and the progress that is kept with it."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

_ERROR = Severity.ERROR

_LOCK_STAYS = (
    "The file course.lock holds a number for every lesson, quiz, question and option. Learning "
    "environments keep the answers of learners under those numbers. "
)

_GONE = (
    "write in {course} below `renamed:` the line `{id}: …` with its new name, or below `retired:` "
    "the line `- {id}` if it is gone for good"
)
_RENAMED = (
    "write in {course} below `renamed:` the line `{id}: {new}` if that is its new name, or below "
    "`retired:` the line `- {id}` if it is gone for good"
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
        sentence='the question "{id}" was of another type, whose answers mean something else',
        fix="give the question a new id, and add the old one to `retired` in the course",
        explanation=_LOCK_STAYS
        + (
            "An answer to a statement is kept as true or false, an answer to a choice as options. "
            "If the type changes, an old answer would be read as another one. Between single and "
            "multiple choice a question may change freely."
        ),
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
        number="C601",
        slug="progress-fits-in-the-learning-environment",
        severity=_ERROR,
        sentence="the progress of a learner can take {characters} characters; {limit} is the most",
        fix="divide the course over two courses, or make only packages for SCORM 2004",
        explanation=(
            "A learning environment with SCORM 1.2 keeps a short text per learner: which pages are "
            "done and which answers were given. What does not fit is cut off without a word, and "
            "the learner would have to start again. The number is the worst case, in which all "
            "questions are answered."
        ),
    ),
)
