"""Codes C22x: what a quiz draws, and what its settings ask of each other."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING

CODES = (
    Code(
        number="C220",
        slug="draw-fits-its-questions",
        severity=_ERROR,
        sentence="this draws {count} questions, but there are {available} to draw from",
        fix="make the number {available} or lower, or write more questions",
        explanation=(
            "A learner gets so many questions by lot. When there are fewer, the quiz would be "
            "shorter than its author meant. Ratings and reflections are never drawn from another "
            "quiz, as they have no right answer."
        ),
        wrong="draw: 20",
        right="draw: 5",
    ),
    Code(
        number="C221",
        slug="quiz-draws-from-another",
        severity=_ERROR,
        sentence='the quiz "{quiz}" draws from itself',
        fix="write a number after `draw:` to draw from its own questions, such as `draw: 5`",
        explanation=(
            "With a list, questions of other quizzes come back as copies. Its own questions are "
            "always asked, so a copy would ask the same thing twice."
        ),
        right="draw: 5",
    ),
    Code(
        number="C222",
        slug="draw-names-a-quiz-once",
        severity=_ERROR,
        sentence='this quiz already draws from "{quiz}"',
        fix="put both in one line, with the numbers added up",
        explanation="Two draws from one quiz could ask the same question twice.",
        wrong="draw:\n  - {from: toets-een, count: 1}\n  - {from: toets-een, count: 2}",
        right="draw:\n  - {from: toets-een, count: 3}",
    ),
    Code(
        number="C223",
        slug="drawn-questions-are-worth-the-same",
        severity=_ERROR,
        sentence="the questions to draw from are worth {low} to {high} points",
        fix="give all of them the same `points`, or leave the drawing out",
        explanation=(
            "Which question a learner gets is chance. Points may not depend on chance, and the "
            "score of a second attempt must be out of as many points as that of the first."
        ),
    ),
    Code(
        number="C224",
        slug="one-closing-text-per-score",
        severity=_ERROR,
        sentence="there are two closing texts from {score} percent on",
        fix="remove one, or change its `from`",
        explanation="Only one closing text is shown: the one with the highest `from` that fits.",
        right="result-feedback:\n  - {from: 80, text: …}\n  - {from: 0, text: …}",
    ),
    Code(
        number="C225",
        slug="practice-has-no-weight",
        severity=_WARNING,
        sentence='the quiz "{quiz}" is for practice, so its weight does nothing',
        fix="remove the line with `weight`, or write `kind: test`",
        explanation="A quiz for practice never counts for the score of the course.",
    ),
    Code(
        number="C226",
        slug="completion-by-passing-needs-a-score",
        severity=_ERROR,
        sentence="the course is completed by passing, but it has no mastery-score",
        fix="write a mastery-score, such as `mastery-score: 80`, or another rule for completion",
        explanation=(
            "Without a score to reach nobody could pass, so nobody could ever complete the course."
        ),
        wrong="completion: pass",
        right="completion: pass\nmastery-score: 80",
    ),
    Code(
        number="C227",
        slug="earlier-question-exists",
        severity=_ERROR,
        sentence='there is no question "{question}" in this course',
        fix="write the id of a question that exists: {known}",
        explanation=(
            "With `before` a learner sees two answers side by side: that of an earlier question "
            "and that of this one. The earlier question may be in another quiz of the course."
        ),
        wrong="before: schaal-vooraf",
        right="before: schatting-vooraf",
    ),
    Code(
        number="C228",
        slug="earlier-question-compares",
        severity=_ERROR,
        sentence='answers to "{question}" cannot stand beside answers to this question',
        fix="name a question of the same `type`, with as many `steps`",
        explanation=(
            "A four means something else on a scale of five than on a scale of ten, and nothing at "
            "all beside a word. Two ratings compare when their scales have as many steps."
        ),
        wrong="- {id: vooraf, type: rating, steps: 10, …}\n"
        "- {id: achteraf, type: rating, before: vooraf, …}",
        right="- {id: vooraf, type: rating, …}\n- {id: achteraf, type: rating, before: vooraf, …}",
    ),
    Code(
        number="C229",
        slug="earlier-question-comes-first",
        severity=_ERROR,
        sentence='"{question}" is not asked before this question',
        fix="put it higher in this quiz, or in an earlier one, and do not shuffle the two",
        explanation=(
            "What was answered earlier can only be shown when it was asked earlier. A quiz with "
            "`shuffle: [questions]` has no fixed order, so both cannot be in it."
        ),
    ),
    Code(
        number="C230",
        slug="check-in-lesson-is-practice",
        severity=_ERROR,
        sentence='the quiz "{quiz}" stands in a lesson, but counts for the score',
        fix="write `kind: practice` in the quiz, or make it the quiz of the module",
        explanation=(
            "Questions in a lesson are for practice: a learner may leave them out. What counts "
            "stands at the end of the module, where nobody can overlook it."
        ),
        right="kind: practice",
    ),
)
