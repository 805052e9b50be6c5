"""Codes of the M family, fifth part: texts and titles in YAML files."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

CODES = (
    Code(
        number="M601",
        slug="quiz-text-has-no-blocks",
        severity=Severity.ERROR,
        sentence='the block "{name}" stands in a text of a quiz',
        fix="write plain paragraphs here, and put the block in a lesson",
        explanation=(
            "Questions, answers and feedback are short. Frames, folds and headings around them "
            "make it hard to see what is asked."
        ),
    ),
    Code(
        number="M602",
        slug="quiz-text-has-no-headings",
        severity=Severity.ERROR,
        sentence="a heading stands in a text of a quiz",
        fix="make the words bold with ** ** instead",
        explanation=(
            "The question is the heading. Another heading inside it confuses who walks through the "
            "page by headings."
        ),
    ),
    Code(
        number="M603",
        slug="quiz-line-is-one-paragraph",
        severity=Severity.ERROR,
        sentence="this text is more than one paragraph",
        fix="write it as one paragraph; a longer situation goes under `case`",
        explanation=(
            "A question and an answer are each read out in one go by a screen reader, and become "
            "the label of a choice. Lists, tables and several paragraphs do not fit there."
        ),
    ),
    Code(
        number="M604",
        slug="title-has-no-markdown",
        severity=Severity.WARNING,
        sentence='the title shows "{text}" as it stands',
        fix="write the title in plain words",
        explanation=(
            "A title also stands in menus, in lists of the learning environment and in the tab of "
            "the browser. Bold words and links are not possible there."
        ),
    ),
    Code(
        number="M605",
        slug="quiz-line-starts-with-a-word",
        severity=Severity.ERROR,
        sentence=(
            'this text starts with "{sign}", so it becomes a list, a quotation or something else '
            "that does not fit here"
        ),
        fix="remove the sign at the start, or put a backslash before it: `{write}`",
        explanation=(
            "Questions are numbered by the page itself. A number with a full stop, a hyphen or a > "
            "at the start of a text means something in Markdown; behind a backslash it is an "
            "ordinary sign."
        ),
    ),
    Code(
        number="M606",
        slug="lines-of-a-list-are-kept",
        severity=Severity.WARNING,
        sentence=(
            "this line is put behind the line above it, so it does not become an item, a row or a "
            "heading"
        ),
        fix=(
            "write | behind the key, instead of >- or nothing, and put the lines of the text below "
            "it"
        ),
        explanation=(
            "YAML makes one line of all lines of a text, except behind the sign |. Then every line "
            "stays a line, so that lists and tables work."
        ),
    ),
)
