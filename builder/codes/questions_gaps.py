"""Codes Q16x: texts with gaps."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

_ERROR = Severity.ERROR

_RIGHT = """\
text: Eerst [a], dan pas advies [b].
gaps:
  a: {answers: [luisteren], feedback: {right: …, wrong: …}}
  b:
    options:
      a: {text: geven, correct: true, feedback: …}
      b: {text: vragen, feedback: …}"""

CODES = (
    Code(
        number="Q160",
        slug="text-has-gap",
        severity=_ERROR,
        sentence='the text of the question "{id}" has no gap',
        fix="write a letter between brackets where a word is left out, such as [a]",
        explanation=(
            "A gap is one small letter between square brackets. The same letter stands under "
            "`gaps`, with what is right there. A link or code cannot hold a gap."
        ),
        wrong="text: Eerst luisteren, dan pas advies geven.",
        right=_RIGHT,
    ),
    Code(
        number="Q161",
        slug="gap-is-in-text",
        severity=_ERROR,
        sentence='gap {gap} is not in the text of the question "{id}"',
        fix="write [{gap}] in the text, or remove {gap} under `gaps`",
        explanation=(
            "Nobody could fill in this gap. It stands in the text as its small letter between "
            "square brackets, outside links, pictures and code."
        ),
        wrong="text: Eerst [a].\ngaps:\n  a: …\n  b: …",
        right=_RIGHT,
    ),
    Code(
        number="Q162",
        slug="gap-has-entry",
        severity=_ERROR,
        sentence='the text of the question "{id}" has the gap [{gap}], which is not under `gaps`',
        fix="write `{gap}:` under `gaps` with what is right there, or take [{gap}] out of the text",
        explanation=(
            "A letter between square brackets is a gap. If you mean the brackets themselves, put "
            "a backslash in front: \\[a]."
        ),
        wrong="text: Eerst [a], dan [b].\ngaps:\n  a: …",
        right=_RIGHT,
    ),
    Code(
        number="Q163",
        slug="gap-is-once-in-text",
        severity=_ERROR,
        sentence="gap {gap} is {count} times in the text",
        fix="give every gap a letter of its own",
        explanation=(
            "Each gap has its own field and its own explanation. Should the same word be filled in "
            "twice, then make two gaps with the same answer."
        ),
        wrong="text: Eerst [a], dan nog eens [a].",
        right="text: Eerst [a], dan nog eens [b].",
    ),
    Code(
        number="Q164",
        slug="gap-is-typed-or-chosen",
        severity=_ERROR,
        sentence='gap {gap} of the question "{id}" needs either `answers` or `options`',
        fix="write `answers:` for a gap to type in, or `options:` for a list to choose from",
        explanation=(
            "With `answers` a learner types the word, with `options` a learner chooses it from a "
            "list. A gap is one of the two."
        ),
        wrong="a: {feedback: {right: …, wrong: …}}",
        right=_RIGHT,
    ),
    Code(
        number="Q165",
        slug="chosen-gap-has-one-right-option",
        severity=_ERROR,
        sentence='{count} options of gap {gap} of the question "{id}" are right',
        fix="write `correct: true` under exactly one option of gap {gap}",
        explanation="A learner chooses one word for a gap, so one of them is right.",
        wrong="b:\n  options:\n    a: {text: geven, feedback: …}\n"
        "    b: {text: vragen, feedback: …}",
        right=_RIGHT,
    ),
    Code(
        number="Q166",
        slug="chosen-gap-has-only-options",
        severity=_ERROR,
        sentence="gap {gap} is a list to choose from, so its `{key}` does nothing",
        fix="remove `{key}`; each option has its own `feedback`",
        explanation=(
            "Typing mistakes, accepted answers and the feedback for right and wrong belong to a "
            "gap to type in. In a list every option has its own feedback."
        ),
        wrong="b:\n  spelling: 1\n  options: …",
        right=_RIGHT,
    ),
    Code(
        number="Q167",
        slug="text-has-few-gaps",
        severity=_ERROR,
        sentence='the question "{id}" has {count} gaps, and at most {limit} can be reported',
        fix="make two questions of it",
        explanation=(
            "A learning environment keeps at most ten gaps of one answer. A learner also keeps the "
            "overview better in a short text."
        ),
    ),
)
