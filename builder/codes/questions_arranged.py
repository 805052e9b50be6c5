"""Codes of the Q family: questions whose parts are put where they belong."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

_ERROR = Severity.ERROR

_ITEMS = """\
items:
  a: {text: Zij huilt na de les., category: 1, feedback: …}
  b: {text: Zij is zwak., category: 2, feedback: …}"""

_PAIRS = """\
pairs:
  a: {item: Mentor, match: ziet de leerling elke dag, feedback: …}
  b: {item: Jeugdarts, match: kijkt naar de gezondheid, feedback: …}"""

CODES = (
    Code(
        number="Q151",
        slug="question-has-enough-parts",
        severity=_ERROR,
        sentence='the question "{id}" has fewer than {limit} parts under `{key}:`',
        fix="write at least {limit} parts under `{key}:`, each with a letter or number of its own",
        explanation=(
            "With fewer parts there is nothing to find out: what is left over is always right. "
            "Pairs, items of categories and categories are two at least. An order has three items, "
            "because it never starts as it should be: of two items, every other order is right."
        ),
        wrong=_PAIRS.rpartition("\n")[0],
        right=_PAIRS,
    ),
    Code(
        number="Q152",
        slug="part-has-text",
        severity=_ERROR,
        sentence='part {part} of the question "{id}" has no `{key}:`',
        fix="write `{key}:` under part {part}, with the words behind it",
        explanation=(
            "A learner would see an empty line, or could not find where it belongs. Text that "
            "contains a colon and a space stands between quotation marks."
        ),
        wrong="a: {item: Mentor, feedback: …}",
        right="a: {item: Mentor, match: ziet de leerling elke dag, feedback: …}",
    ),
    Code(
        number="Q153",
        slug="parts-differ",
        severity=_ERROR,
        sentence="part {part} has the same text as part {first}",
        fix="write other words, or remove one of the two",
        explanation=(
            "A learner cannot tell two equal parts apart, and would get points for one and not for "
            "the other. Capital letters and spaces do not count as a difference."
        ),
        wrong="a: {item: Mentor, …}\nb: {item: mentor, …}",
        right="a: {item: Mentor, …}\nb: {item: Decaan, …}",
    ),
    Code(
        number="Q154",
        slug="part-has-feedback",
        severity=_ERROR,
        sentence='part {part} of the question "{id}" has no feedback',
        fix="write under part {part}, behind `feedback:`, why it belongs where it does",
        explanation=(
            "A learner who reads only “right” or “not right” learns nothing from it. One sentence "
            "is enough. It is read once the part is right, and else after the last try, so it "
            "may give the answer."
        ),
        wrong="a: {item: Mentor, match: ziet de leerling elke dag}",
        right="a: {item: Mentor, match: ziet de leerling elke dag, feedback: Zo merk je veel op.}",
    ),
    Code(
        number="Q155",
        slug="distractor-has-own-letter",
        severity=_ERROR,
        sentence='the distractor {part} of the question "{id}" has the letter of a pair',
        fix="give the distractor a letter that no pair has, such as x, y or z",
        explanation=(
            "Under its letter an answer is kept and reported. With one letter for two texts nobody "
            "knows which of them a learner chose."
        ),
        wrong=f"{_PAIRS}\ndistractors: {{a: geeft cijfers}}",
        right=f"{_PAIRS}\ndistractors: {{x: geeft cijfers}}",
    ),
    Code(
        number="Q156",
        slug="matches-differ",
        severity=_ERROR,
        sentence="what can be chosen under {part} is the same as under {first}",
        fix="write other words, or use `type: categorise` when several items belong to the same",
        explanation=(
            "The list to choose from would hold the same words twice, and only one of them would "
            "be right. In a question of the type `categorise` a category can have many items."
        ),
        wrong="pairs:\n  a: {item: Hoofdpijn, match: signaal, …}\n"
        "  b: {item: Stil zijn, match: signaal, …}",
        right="type: categorise\ncategories: {1: signaal, 2: oordeel}\nitems:\n"
        "  a: {text: Hoofdpijn, category: 1, …}\n  b: {text: Stil zijn, category: 1, …}\n"
        "  c: {text: Lui zijn, category: 2, …}",
    ),
    Code(
        number="Q157",
        slug="category-has-a-number",
        severity=_ERROR,
        sentence='a category of the question "{id}" cannot be called "{category}"',
        fix="use one digit: 1, 2, 3, up to 9",
        exact="write `{write}:`, and the name of the category behind it",
        explanation=(
            "Under its number a category is kept and reported, also when its name changes. The "
            "items say the same number behind `category:`."
        ),
        wrong="categories: {signaal: Signaal, oordeel: Oordeel}",
        right="categories: {1: Signaal, 2: Oordeel}",
    ),
    Code(
        number="Q158",
        slug="category-exists",
        severity=_ERROR,
        sentence='part {part} of the question "{id}" is in the category "{category}", which does '
        "not exist",
        fix="write one of these behind `category:`: {known}",
        exact="write `category: {write}`",
        explanation=(
            "Behind `category:` stands the number of one of the categories, not its name. What "
            "belongs nowhere would be wrong for everybody."
        ),
        wrong=f"categories: {{1: Signaal, 2: Oordeel}}\n{_ITEMS}".replace(
            "category: 2", "category: Oordeel"
        ),
        right=f"categories: {{1: Signaal, 2: Oordeel}}\n{_ITEMS}",
    ),
    Code(
        number="Q159",
        slug="categories-are-told-apart",
        severity=_ERROR,
        sentence='everything in the question "{id}" belongs to category {category}',
        fix="add an item of another category, or change a `category:`",
        explanation=(
            "Whoever puts everything in one category, without reading, has all points. A category "
            "without items is fine, as long as the items are in two of them."
        ),
        wrong=f"categories: {{1: Signaal, 2: Oordeel}}\n{_ITEMS}".replace(
            "category: 2", "category: 1"
        ),
        right=f"categories: {{1: Signaal, 2: Oordeel}}\n{_ITEMS}",
    ),
)
