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
    Code(
        number="Q116",
        slug="answer-has-feedback",
        severity=_ERROR,
        sentence='the question "{id}" has no `{answer}:` under `feedback:`',
        fix="write `{answer}:` under `feedback:` with a sentence that says why",
        explanation=(
            "A learner who reads only “right” or “not right” learns nothing from it. With `right:` "
            "you confirm what was known, with `wrong:` you help to find it."
        ),
        wrong="feedback:\n  right: Het is een kwart.",
        right="feedback:\n  right: Het is een kwart.\n  wrong: Lees de tweede alinea terug.",
    ),
    Code(
        number="Q117",
        slug="short-text-has-answer",
        severity=_ERROR,
        sentence='the question "{id}" accepts no answer',
        fix="write at least one answer under `answers:`",
        explanation=(
            "Whatever a learner types would be wrong. The first answer is the one that is shown "
            "afterwards; the others are accepted as well."
        ),
        wrong="answers: []",
        right="answers: [aandacht, opmerkzaamheid]",
    ),
    Code(
        number="Q118",
        slug="answer-can-be-typed",
        severity=_ERROR,
        sentence='"{answer}" is longer than the {limit} characters that a learner can type',
        fix="write a higher `max-length`, or a shorter answer",
        explanation=(
            "The field stops at `max-length`, so nobody could give this answer. Without that line "
            "it is 40 characters, and at most it is 100."
        ),
        wrong="answers: [mentaal welbevinden]\nmax-length: 10",
        right="answers: [mentaal welbevinden]\nmax-length: 30",
    ),
    Code(
        number="Q119",
        slug="answers-differ",
        severity=_ERROR,
        sentence='"{answer}" is the same answer as "{first}"',
        fix="remove one of the two",
        explanation=(
            "Capitals, accents, extra spaces and a stop at the end do not count, unless `strict` "
            "says so. One of the two would never be used."
        ),
        wrong="answers: [aandacht, Aandacht]",
        right="answers: [aandacht, opmerkzaamheid]",
    ),
    Code(
        number="Q120",
        slug="answer-has-room-for-mistakes",
        severity=_ERROR,
        sentence='"{answer}" is too short for `spelling: {spelling}`',
        fix="write a lower number after `spelling:`, or remove that line",
        explanation=(
            "With a few letters, one typing mistake makes another word of it: rust and lust, ja "
            "and na. An answer has at least three letters for each mistake that is forgiven."
        ),
        wrong="answers: [rust]\nspelling: 2",
        right="answers: [rust]\nspelling: 1",
    ),
    Code(
        number="Q121",
        slug="mistake-is-not-accepted",
        severity=_ERROR,
        sentence='"{answer}" stands under `answers` and under `mistakes`',
        fix="remove it from one of the two",
        explanation=(
            "What is accepted is right, so the explanation of the mistake would never be read. "
            "Capitals, accents and extra spaces do not count, unless `strict` says so."
        ),
        wrong="answers: [aandacht]\nmistakes:\n  - {answer: Aandacht, feedback: …}",
        right="answers: [aandacht]\nmistakes:\n  - {answer: stress, feedback: …}",
    ),
    Code(
        number="Q122",
        slug="answer-has-letters",
        severity=_ERROR,
        sentence='the answer "{answer}" of the question "{id}" has no letter or number',
        fix="write a word or a number, or choose another type of question",
        explanation=(
            "Spaces and stops at the end of what a learner types do not count. What is left of "
            "this answer is nothing."
        ),
        wrong='answers: ["?"]',
        right="answers: [een vraagteken]",
    ),
    Code(
        number="Q123",
        slug="mistake-has-feedback",
        severity=_ERROR,
        sentence='the mistake "{answer}" of the question "{id}" has no feedback',
        fix="write behind `feedback:` why it is not right, or remove the mistake",
        explanation=(
            "An expected mistake is there for its own explanation. Without it a learner reads the "
            "one behind `wrong:`, as with any other answer."
        ),
        wrong="mistakes:\n  - answer: stress",
        right="mistakes:\n  - answer: stress\n    feedback: Stress is iets anders dan aandacht.",
    ),
)
