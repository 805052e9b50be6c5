"""Codes of the Q family: the questions of a quiz."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

_ERROR = Severity.ERROR

_RIGHT = """\
options:
  a:
    text: Je vraagt hoe het gaat.
    correct: true
    feedback: Zo laat je merken dat je het ziet.
  b:
    text: Je wacht af.
    feedback: Dan weet je na een week nog niets."""

_JUDGEMENT = """\
options:
  a:
    text: Je vraagt hoe het gaat.
    grade: good
    feedback: Zo laat je merken dat je het ziet.
  b:
    text: Je wacht af.
    grade: risky
    feedback: Dan weet je na een week nog niets."""

CODES = (
    Code(
        number="Q101",
        slug="question-has-correct-answer",
        severity=_ERROR,
        sentence='the question "{id}" has no correct answer',
        fix="write `correct: true` under the option that is right",
        explanation=(
            "Nobody can answer this question well, so nobody gets its points. Every option is "
            "wrong until it says `correct: true`."
        ),
        wrong=_RIGHT.replace("    correct: true\n", ""),
        right=_RIGHT,
    ),
    Code(
        number="Q102",
        slug="single-choice-has-one-correct-answer",
        severity=_ERROR,
        sentence='the question "{id}" has a second correct answer, next to option {first}',
        fix="remove `correct: true` from option {option}, or write `type: multiple-choice`",
        explanation=(
            "With single choice a learner can choose one option. If two are right, whoever knows "
            "that cannot show it. Multiple choice lets a learner tick all that are right."
        ),
        wrong="type: single-choice\noptions:\n  a: {text: …, correct: true, feedback: …}\n"
        "  b: {text: …, correct: true, feedback: …}",
        right="type: multiple-choice\noptions:\n  a: {text: …, correct: true, feedback: …}\n"
        "  b: {text: …, correct: true, feedback: …}\n  c: {text: …, feedback: …}",
    ),
    Code(
        number="Q103",
        slug="multiple-choice-has-wrong-answer",
        severity=_ERROR,
        sentence='every answer of the question "{id}" is correct',
        fix="add an option that is wrong, or remove `correct: true` where it does not belong",
        explanation=(
            "Whoever ticks everything, without reading, has all points. The question then says "
            "nothing about what somebody knows."
        ),
        wrong="options:\n  a: {text: …, correct: true, feedback: …}\n"
        "  b: {text: …, correct: true, feedback: …}",
        right=_RIGHT,
    ),
    Code(
        number="Q104",
        slug="question-has-enough-options",
        severity=_ERROR,
        sentence='the question "{id}" has fewer than two options',
        fix="give the question at least two options",
        explanation=(
            "With one option there is nothing to choose. An option is a letter with `text` and "
            "`feedback` under it."
        ),
        wrong="options:\n  a:\n    text: Je vraagt hoe het gaat.\n    correct: true\n"
        "    feedback: Zo laat je merken dat je het ziet.",
        right=_RIGHT,
    ),
    Code(
        number="Q105",
        slug="option-has-text",
        severity=_ERROR,
        sentence='option {option} of the question "{id}" has no text',
        fix="write the answer behind `text:`",
        explanation=(
            "A learner would see an empty line to choose from. Text that contains a colon and a "
            "space stands between quotation marks."
        ),
        wrong="a:\n  feedback: Zo laat je merken dat je het ziet.",
        right="a:\n  text: Je vraagt hoe het gaat.\n  feedback: Zo laat je merken dat je het ziet.",
    ),
    Code(
        number="Q106",
        slug="options-differ",
        severity=_ERROR,
        sentence="option {option} has the same text as option {first}",
        fix="write another answer, or remove one of the two",
        explanation=(
            "A learner cannot tell two equal answers apart, and would get points for one and not "
            "for the other. Capital letters and spaces do not count as a difference."
        ),
        wrong="options:\n  a: {text: Praten met Noor., …}\n  b: {text: praten met Noor., …}",
        right="options:\n  a: {text: Praten met Noor., …}\n  b: {text: Praten over Noor., …}",
    ),
    Code(
        number="Q107",
        slug="option-has-feedback",
        severity=_ERROR,
        sentence='option {option} of the question "{id}" has no feedback',
        fix="write under the option, behind `feedback:`, why it is right or not",
        explanation=(
            "A learner who chose this option reads only “right” or “not right”, and learns nothing "
            "from it. One or two sentences are enough: why does it fit, or what goes wrong when "
            "you do this?"
        ),
        wrong="b:\n  text: Je wacht af.",
        right="b:\n  text: Je wacht af.\n  feedback: Dan weet je na een week nog niets.",
    ),
    Code(
        number="Q108",
        slug="statement-has-feedback",
        severity=_ERROR,
        sentence='the question "{id}" has no feedback for the answer {answer}',
        fix="write `{answer}:` under `feedback:` with a sentence for whoever gives that answer",
        explanation=(
            "Both who says true and who says false deserves an explanation. One of them is wrong "
            "and learns from it; the other may have guessed."
        ),
        wrong="answer: false\nfeedback:\n  true: Het zijn twee lijnen.",
        right="answer: false\nfeedback:\n  true: Het zijn twee lijnen naast elkaar.\n"
        "  false: Inderdaad, het zijn twee lijnen.",
    ),
    Code(
        number="Q109",
        slug="quiz-has-questions",
        severity=_ERROR,
        sentence='the quiz "{quiz}" has no questions',
        fix="write at least one question under `questions:`, or remove the quiz from the module",
        explanation=(
            "A learner could never finish an empty quiz, and so never the course. A question "
            "starts with a hyphen and its `id`."
        ),
        wrong="questions: []",
        right="questions:\n  - id: eerste-stap\n    type: true-false\n    prompt: …",
    ),
    Code(
        number="Q110",
        slug="judgement-has-good-option",
        severity=_ERROR,
        sentence='the question "{id}" has no good option',
        fix="write `grade: good` under the option that fits best",
        explanation=(
            "In a judgement some options can do and others are risky, but a learner also needs to "
            "see what good looks like. Without a good option nobody gets all the points."
        ),
        wrong=_JUDGEMENT.replace("grade: good", "grade: defensible"),
        right=_JUDGEMENT,
    ),
    Code(
        number="Q111",
        slug="best-option-gives-all-points",
        severity=_ERROR,
        sentence='no option of the question "{id}" gives all its points',
        fix="remove `score` under option {option}, or write `score: 100`",
        explanation=(
            "The best answer to a question gives all of its points; otherwise nobody can reach a "
            "full score. If several options are good, one of them may give less."
        ),
        wrong=_JUDGEMENT.replace("grade: good", "grade: good\n    score: 80"),
        right=_JUDGEMENT,
    ),
    Code(
        number="Q112",
        slug="scores-follow-grades",
        severity=_ERROR,
        sentence="option {option} ({grade}, {score}%) does not give fewer points than option "
        "{better} ({better_grade}, {limit}%)",
        fix="give the option with the better grade the higher `score`, or change a `grade`",
        explanation=(
            "The grade is what a learner reads, the score is what counts. When they contradict "
            "each other, a risky answer pays off. Without `score` a good option gives all of the "
            "points, a defensible one half and a risky one nothing."
        ),
        wrong=_JUDGEMENT.replace("grade: risky", "grade: risky\n    score: 100"),
        right=_JUDGEMENT,
    ),
    Code(
        number="Q113",
        slug="panel-names-every-option",
        severity=_ERROR,
        sentence='the panel of the question "{id}" says nothing of option {options}',
        fix="add a percentage for option {options} under `panel`, 0 if no expert chose it",
        explanation=(
            "Learners see for every option how many experts chose it. A percentage that is left "
            "out would look as if nobody was asked."
        ),
        wrong="panel: {a: 72, b: 28}",
        right="panel: {a: 72, b: 28, c: 0}",
    ),
    Code(
        number="Q114",
        slug="panel-names-existing-options",
        severity=_ERROR,
        sentence='the panel of the question "{id}" names option {option}, which does not exist',
        fix="remove {option} under `panel`, or use the letter of an option",
        explanation=(
            "The letters under `panel` are those of the options. When an option was removed, its "
            "percentage goes too, and the others add up to 100 again."
        ),
        wrong="options:\n  a: …\n  b: …\npanel: {a: 72, b: 20, c: 8}",
        right="options:\n  a: …\n  b: …\npanel: {a: 78, b: 22}",
    ),
    Code(
        number="Q115",
        slug="panel-adds-up",
        severity=_ERROR,
        sentence='the panel of the question "{id}" adds up to {total}, not to 100',
        fix="change the percentages under `panel` so that they add up to 100",
        explanation=(
            "Every expert chose one option, so all percentages together are 100. Rounding may "
            "give 99 or 101: then change the largest one by one."
        ),
        wrong="panel: {a: 72, b: 20, c: 6}",
        right="panel: {a: 72, b: 21, c: 7}",
    ),
)
