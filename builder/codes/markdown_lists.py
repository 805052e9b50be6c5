"""Codes of the M family, fourth part: lists and tables."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

CODES = (
    Code(
        number="M507",
        slug="list-has-no-checkboxes",
        severity=Severity.WARNING,
        sentence="the brackets of a checklist are shown as text",
        fix="write a plain list, or ask a question in a quiz",
        explanation=(
            "A list with [ ] and [x] makes little boxes in some programs. In a lesson nobody could "
            "tick them, so they stay what they are: brackets."
        ),
        wrong="- [ ] Gesprek gevoerd",
        right="- Voer het gesprek",
    ),
    Code(
        number="M511",
        slug="list-starts-with-hyphens",
        severity=Severity.WARNING,
        sentence='the line starts with "{sign}", so it does not become a list',
        fix=(
            "start every item with a hyphen and a space, or a number, a full stop and a space: "
            "`{write}`"
        ),
        explanation=(
            "A bullet from a word processor is an ordinary sign in Markdown: the lines run on in "
            "one paragraph. With a hyphen and a space before it each item gets a line of its own, "
            "and a screen reader says how many there are."
        ),
        wrong="• Vraag door.\n• Wees stil.",
        right="- Vraag door.\n- Wees stil.",
    ),
    Code(
        number="M518",
        slug="list-has-empty-line-above",
        severity=Severity.WARNING,
        sentence='"{sign}" does not start a list here: the line runs on in the paragraph above',
        fix="put an empty line above the list, or start it with 1",
        explanation=(
            "Directly under a line of text, only a list that starts with 1 or with hyphens is "
            "taken as a list. With an empty line above it, a list can start with any number."
        ),
        wrong="De volgende stappen:\n2. vraag door\n3. wees stil",
        right="De volgende stappen:\n\n2. vraag door\n3. wees stil",
    ),
    Code(
        number="M519",
        slug="list-number-is-shown-as-written",
        severity=Severity.WARNING,
        sentence="this item is written as number {written}, but it is shown as number {shown}",
        fix="write {shown}, or change the numbers above it",
        explanation=(
            "The first number of a list counts; the page numbers all further items on from there, "
            "so that a list stays right when an item is added."
        ),
        wrong="1. Vraag door.\n3. Wees stil.",
        right="1. Vraag door.\n2. Wees stil.",
    ),
    Code(
        number="M520",
        slug="inner-item-stands-far-enough-in",
        severity=Severity.WARNING,
        sentence=(
            "this line stands {spaces} further in than the item above it, which is too little to "
            "be a part of that item"
        ),
        fix="put it {needed} spaces further in than the item above, or just as far in",
        explanation=(
            "An item is part of the one above when it starts under the words of that item: two "
            "spaces further in after a hyphen, three after a number and a full stop."
        ),
        wrong="1. Voorbereiden\n  - zet een stoel klaar\n2. Voeren",
        right="1. Voorbereiden\n   - zet een stoel klaar\n2. Voeren",
    ),
    Code(
        number="M521",
        slug="text-below-list-has-empty-line-above",
        severity=Severity.WARNING,
        sentence="this line is drawn as part of the list, quotation or table above it",
        fix=(
            "put an empty line above it; when it does belong there, start it like the line above "
            "it: with its spaces, > or |"
        ),
        explanation=(
            "Without an empty line between them, a line of text goes on with the last item of a "
            "list, or with the quotation above it; under a table it becomes a row. In a table all "
            "words of a row stand on one line."
        ),
        wrong="- Vraag door.\n- Wees stil.\nDaarna vat je samen.",
        right="- Vraag door.\n- Wees stil.\n\nDaarna vat je samen.",
    ),
    Code(
        number="M701",
        slug="row-fits-its-table",
        severity=Severity.ERROR,
        sentence=(
            "this row has more cells ({cells}) than the table has columns ({columns}); the last "
            "ones would be lost"
        ),
        fix="give the head of the table as many columns; when a | belongs to the text, write \\|",
        explanation=(
            "The first line of a table says how many columns there are. What stands in a row "
            "behind the last column is not shown anywhere."
        ),
        wrong="| je zegt | je hoort |\n| --- | --- |\n| Ja | Nee | Misschien |",
        right="| je zegt | je hoort | je denkt |\n| --- | --- | --- |\n| Ja | Nee | Misschien |",
    ),
    Code(
        number="M702",
        slug="row-fills-its-table",
        severity=Severity.WARNING,
        sentence=(
            "this row has fewer cells ({cells}) than the table has columns ({columns}); the others "
            "stay empty"
        ),
        fix="write | | for each empty cell, and keep all words of a row on one line",
        explanation=(
            "A row that is too short gets empty cells at its end. Perhaps a | was forgotten, so "
            "that the words stand in the wrong column."
        ),
        wrong="| je zegt | je hoort |\n| --- | --- |\n| Ja |",
        right="| je zegt | je hoort |\n| --- | --- |\n| Ja | |",
    ),
    Code(
        number="M703",
        slug="table-has-a-line-under-its-head",
        severity=Severity.ERROR,
        sentence="these lines with | do not become a table",
        fix="put a line below the first one with as many parts: `{write}`",
        explanation=(
            "The second line of a table holds three hyphens for each column, with | between them. "
            "When it is not there, or has another number of columns, all lines run on in one "
            "paragraph."
        ),
        wrong="| je zegt | je hoort |\n| Ja | Nee |",
        right="| je zegt | je hoort |\n| --- | --- |\n| Ja | Nee |",
    ),
    Code(
        number="M704",
        slug="table-has-no-tabs",
        severity=Severity.WARNING,
        sentence="these lines with tabs do not become a table; they run on in one paragraph",
        fix="put | between the columns, and a line | --- | --- | below the first one",
        explanation=(
            "A table that is copied from a word processor often comes along as lines with tabs. A "
            "page shows a tab as one space."
        ),
        wrong="naam	leeftijd\nNoor	12",
        right="| naam | leeftijd |\n| --- | --- |\n| Noor | 12 |",
    ),
)
