"""Codes Q15x: the steps, choices and endings of a conversation."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

_ERROR = Severity.ERROR

_STEPS = """\
steps:
  begin:
    text: Sam zegt niets. Wat doe je?
    choices:
      a: {text: Je wacht even., reply: Sam begint te praten., to: einde}
      b: {text: Je zucht., reply: Sam kijkt weg.}
endings:
  einde: {text: Jullie spreken af voor morgen.}"""

CODES = (
    Code(
        number="Q151",
        slug="choice-has-reply",
        severity=_ERROR,
        sentence='choice {choice} of the question "{id}" has no reply',
        fix="write under the choice, behind `reply:`, what happens then",
        explanation=(
            "A conversation teaches by what comes back. Without a reply a learner sees nothing "
            "happen, and does not know whether the choice was heard."
        ),
        wrong="b:\n  text: Je zucht.",
        right="b:\n  text: Je zucht.\n  reply: Sam kijkt weg.",
    ),
    Code(
        number="Q152",
        slug="step-has-way-out",
        severity=_ERROR,
        sentence='step "{step}" of the question "{id}" has no way out',
        fix="write `to:` under at least one of its choices, with a step or an ending behind it",
        explanation=(
            "A choice without `to` stays at its step. When all of them stay, the conversation "
            "never ends and the question cannot be finished."
        ),
        wrong=_STEPS.replace(", to: einde", ""),
        right=_STEPS,
    ),
    Code(
        number="Q153",
        slug="ending-has-name-of-its-own",
        severity=_ERROR,
        sentence='"{name}" is the name of a step and of an ending',
        fix="give one of the two another name, and write that behind `to:` as well",
        explanation=(
            "Behind `to:` stands one name, for a step or for an ending. With the same name for "
            "both nobody can tell where the choice leads."
        ),
        wrong=_STEPS.replace("  einde:", "  begin:").replace("to: einde", "to: begin"),
        right=_STEPS,
    ),
    Code(
        number="Q154",
        slug="choice-leads-somewhere",
        severity=_ERROR,
        sentence='choice {choice} leads to "{to}", and there is no step or ending with that name',
        fix="write one of these behind `to:`: {known}",
        exact="write `to: {meant}`",
        explanation=(
            "A learner who makes this choice would stand still. Behind `to:` stands the name of a "
            "step or of an ending in the same question, letter by letter. Leave `to` out for a "
            "choice that stays at its step."
        ),
        wrong=_STEPS.replace("to: einde", "to: eind"),
        right=_STEPS,
    ),
    Code(
        number="Q155",
        slug="conversation-goes-forward",
        severity=_ERROR,
        sentence='choice {choice} leads back to step "{to}"',
        fix="remove `to` so that the choice stays at its step, or let it lead to a later one",
        explanation=(
            "A conversation that leads back to a step it came from could go round for ever, and "
            "the progress that a learning environment keeps has an end. A choice without `to` "
            "stays where it is: the learner reads the reply and chooses again. Learners can also "
            "take a step back themselves."
        ),
        wrong=_STEPS.replace("Sam kijkt weg.}", "Sam kijkt weg., to: begin}"),
        right=_STEPS,
    ),
    Code(
        number="Q156",
        slug="step-is-reached",
        severity=_ERROR,
        sentence='no choice leads to step "{step}" of the question "{id}"',
        fix="write `to: {step}` under a choice of an earlier step, or remove the step",
        explanation=(
            "The conversation begins at the first step, and a learner comes to any other one by a "
            "choice only. Nobody would ever read this one."
        ),
        wrong=_STEPS.replace(
            "endings:",
            "  later:\n    text: Een dag later.\n    choices:\n"
            "      a: {text: …, reply: …, to: einde}\nendings:",
        ),
        right=_STEPS,
    ),
    Code(
        number="Q157",
        slug="ending-is-reached",
        severity=_ERROR,
        sentence='no choice leads to the ending "{ending}" of the question "{id}"',
        fix="write `to: {ending}` under a choice, or remove the ending",
        explanation="Nobody would ever read this ending.",
        wrong=_STEPS + "\n  boos: {text: Sam loopt weg., score: 0}",
        right=_STEPS.replace("weg.}", "weg., to: boos}")
        + "\n  boos: {text: Sam loopt weg., score: 0}",
    ),
    Code(
        number="Q158",
        slug="ending-gives-all-points",
        severity=_ERROR,
        sentence='no ending of the question "{id}" gives all points',
        fix="remove `score` from the best ending, or write `score: 100`",
        explanation=(
            "A learner who does everything well would still miss points. One ending at least is "
            "worth 100 percent."
        ),
        wrong="endings:\n  einde: {text: Jullie spreken af., score: 80}",
        right="endings:\n  einde: {text: Jullie spreken af., score: 100}",
    ),
    Code(
        number="Q159",
        slug="conversation-ends",
        severity=_ERROR,
        sentence='the conversation of the question "{id}" cannot end',
        fix="write an ending under `endings`, and its name behind `to:` of a last choice",
        explanation=(
            "The question is answered when an ending is reached. From the first step no choices "
            "lead to one, so nobody could finish it."
        ),
        wrong=_STEPS.replace(", to: einde", ""),
        right=_STEPS,
    ),
)
