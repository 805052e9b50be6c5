"""Codes C7xx and C8xx: the library, what texts take from it, and learning objectives."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

_ERROR = Severity.ERROR

_ONE_PLACE = (
    "What stands in the library stands in one place, so that it is right everywhere or wrong "
    "nowhere. "
)

CODES = (
    Code(
        number="C701",
        slug="library-mark-can-be-read",
        severity=_ERROR,
        sentence="`{mark}` is not written as a reference to the library",
        fix="write it as `{form}`",
        explanation=_ONE_PLACE
        + (
            "A text takes something from it with a short mark: `{{overview.row.column}}` for one "
            "value of an overview, `[@id]` for a source, `[[id]]` for a term. Brackets that are "
            "not closed, or other words between them, would be shown to learners as they stand. "
            "Put a backslash before the first bracket to write the brackets themselves."
        ),
        wrong="Bel {{hulplijnen 113}}.",
        right="Bel {{hulplijnen.113.telefoon}}.",
    ),
    Code(
        number="C702",
        slug="library-mark-stands-in-a-text",
        severity=_ERROR,
        sentence="`{mark}` cannot stand here",
        fix="move it to the running text of a lesson or a feedback, or write the words themselves",
        explanation=(
            "Not every place can hold it. The title of a block is plain text, and a text of the "
            "library does not refer to the library again. A source can be named in the text and "
            "the lead of a lesson, and in a quiz in the intro, a case, a hint and feedback; not "
            "in a heading, in the words of a link, in a question or in an answer to choose. A "
            "term is explained in the text and the lead of a lesson only."
        ),
        wrong="## Wat is welbevinden? [@rivm-2024]",
        right="Welbevinden is hoe je je voelt [@rivm-2024].",
    ),
    Code(
        number="C703",
        slug="source-exists",
        severity=_ERROR,
        sentence='there is no source "{name}" in library/sources.yaml',
        fix="use one of these ids: {known}",
        exact="write `{write}`",
        explanation=(
            "`[@id]` refers to a source of the library, and so does an id below `sources:` of a "
            "lesson or behind `source:` of a row. A source has its fixed name in "
            "`library/sources.yaml`."
        ),
        wrong="Welbevinden is hoe je je voelt [@rivm].",
        right="Welbevinden is hoe je je voelt [@rivm-2024].",
    ),
    Code(
        number="C704",
        slug="overview-exists",
        severity=_ERROR,
        sentence='there is no overview "{name}" in the library',
        fix="use one of these ids: {known}",
        exact="write `{write}`",
        explanation=(
            "An overview is a file in `library/overviews`, and its id is the name of that file. "
            "Lessons show it with `::: overzicht` and its id, or take one value of it with "
            "`{{overview.row.column}}`."
        ),
        wrong="::: overzicht hulplijn\n:::",
        right="::: overzicht hulplijnen\n:::",
    ),
    Code(
        number="C705",
        slug="overview-has-the-row",
        severity=_ERROR,
        sentence='the overview "{overview}" has no row "{row}"',
        fix="use one of these: {known}",
        exact="write `{write}`",
        explanation=(
            "The middle word of `{{overview.row.column}}` is the fixed name of a row: its key "
            "below `rows:`, or what stands under `id` in the CSV."
        ),
    ),
    Code(
        number="C706",
        slug="overview-has-the-column",
        severity=_ERROR,
        sentence='"{overview}" has no column "{column}"',
        fix="use one of these: {known}",
        exact="write `{write}`",
        explanation=(
            "The columns of an overview stand below `columns:`, each under a fixed name. Rows, the "
            "first line of a CSV, blocks and references use those names, not the titles."
        ),
    ),
    Code(
        number="C707",
        slug="overview-value-is-filled-in",
        severity=_ERROR,
        sentence='in the overview "{overview}" the row "{row}" has nothing under "{column}"',
        fix="fill it in in the overview, or take it out of the text",
        explanation=(
            "The text would have a hole where the value should be. In a table an empty cell is "
            "fine, in a sentence it is not."
        ),
    ),
    Code(
        number="C708",
        slug="overview-block-names-one",
        severity=_ERROR,
        sentence="this block does not say which overview it shows",
        fix="write the id behind the name of the block; there are: {known}",
        explanation="Behind `::: overzicht` stands the id of the overview: the name of its file.",
        wrong="::: overzicht\n:::",
        right="::: overzicht hulplijnen\n:::",
    ),
    Code(
        number="C709",
        slug="overview-block-holds-its-lines",
        severity=_ERROR,
        sentence="`{text}` says nothing to an overview",
        fix="use these lines only: {form}",
        explanation=(
            "Inside the block two lines can choose what is shown: `kolommen:` with the names of "
            "columns, and `alleen:` with what a row must have. Text goes above or below the block."
        ),
        right="::: overzicht hulplijnen\nkolommen: naam, telefoon\nalleen: sector=vo\n:::",
    ),
    Code(
        number="C710",
        slug="overview-block-finds-rows",
        severity=_ERROR,
        sentence='no row of the overview "{overview}" has "{value}"',
        fix="use a value that is there: {known}",
        exact="write `{write}`",
        explanation=(
            "`alleen:` keeps the rows that have this value in that column. When none has it, the "
            "learner would see a table without rows."
        ),
    ),
    Code(
        number="C711",
        slug="term-exists",
        severity=_ERROR,
        sentence='there is no term "{name}" in library/glossary.yaml',
        fix="use one of these ids: {known}",
        exact="write `{write}`",
        explanation=(
            "`[[id]]` shows the term of that id, and `[[id|other words]]` the words that fit the "
            "sentence; both open its explanation. A term has its fixed name in "
            "`library/glossary.yaml`."
        ),
        wrong="Dat heet [[Welbevinden]].",
        right="Dat heet [[welbevinden]].",
    ),
    Code(
        number="C720",
        slug="overview-has-its-yaml",
        severity=_ERROR,
        sentence="this table has no YAML file beside it",
        fix="make the file {path} with id, title and columns",
        explanation=(
            "A CSV holds rows only. What the overview is called, and what its columns are, stands "
            "in a YAML file of the same name."
        ),
        right="id: hulplijnen\ntitle: Hulplijnen\ncolumns:\n  naam: {title: Naam}\n"
        "  telefoon: {title: Telefoon, type: phone}",
    ),
    Code(
        number="C721",
        slug="overview-has-rows",
        severity=_ERROR,
        sentence="the overview has no rows",
        fix="write them below `rows:`, or in the file {table}",
        explanation="An overview without rows would be an empty table.",
        right='rows:\n  "113": {naam: 113, telefoon: 0800-0113}',
    ),
    Code(
        number="C722",
        slug="overview-has-columns",
        severity=_ERROR,
        sentence="the overview has no columns",
        fix="write below `columns:` at least one column with its title",
        explanation="Without columns there is no place for any value.",
        right="columns:\n  naam: {title: Naam}",
    ),
    Code(
        number="C723",
        slug="overview-has-rows-in-one-place",
        severity=_ERROR,
        sentence="the rows of this overview stand here and in {table}",
        fix="keep one of the two",
        explanation=_ONE_PLACE + "With rows in two files nobody knows which of them count.",
    ),
    Code(
        number="C724",
        slug="column-has-a-name-of-its-own",
        severity=_ERROR,
        sentence='a column cannot be called "{column}"',
        fix="choose another name; the title above the column may stay",
        explanation=(
            "`id`, `source`, `checked` and `review-by` have a meaning of their own in every row: "
            "its name, its source, and when it was or has to be checked."
        ),
    ),
    Code(
        number="C725",
        slug="value-fits-its-column",
        severity=_ERROR,
        sentence='"{value}" does not fit a column of the type {type}',
        fix="write only the number or address, or make the column `type: text`",
        explanation=(
            "Values of such a column become links: a telephone calls the number, a browser opens "
            "the address. With other words in it the link would lead nowhere. Several values stand "
            "in a list; words go to a column of their own. A web address starts with https://."
        ),
        wrong="telefoon: 0800-0113 (gratis)",
        right="telefoon: 0800-0113",
    ),
    Code(
        number="C726",
        slug="column-says-what-it-holds",
        severity=Severity.WARNING,
        sentence='"{value}" stands in a column with text, so it is no link',
        fix="write `type: {type}` at the column {column}",
        explanation=(
            "On a phone a learner wants to tap a number or address. Only columns of the type "
            "phone, email or web make links."
        ),
        wrong="telefoon: {title: Telefoon}",
        right="telefoon: {title: Telefoon, type: phone}",
    ),
    Code(
        number="C730",
        slug="table-starts-with-column-names",
        severity=_ERROR,
        sentence="the first line of the table does not name all columns",
        fix="make the first line: {columns}",
        explanation=(
            "The first line of a CSV says under which name each value stands: `id` for the name of "
            "the row, then the names of the columns as the YAML has them. `source`, `checked` and "
            "`review-by` may be left out."
        ),
        right="id;naam;telefoon\n113;113;0800-0113",
    ),
    Code(
        number="C731",
        slug="table-line-has-all-values",
        severity=_ERROR,
        sentence="this line has {found} values, the first line {expected}",
        fix="put a value with a comma or semicolon in it between double quotes",
        explanation=(
            "Each line has as many values as the first line has names. A sign that stands between "
            "values can only be part of a value inside double quotes. Spreadsheets do that when "
            "they save a CSV."
        ),
    ),
    Code(
        number="C732",
        slug="table-line-has-an-id",
        severity=_ERROR,
        sentence="this line has no id",
        fix="write a short fixed name under `id`",
        explanation="The id is the name by which texts refer to the row. It never changes.",
    ),
    Code(
        number="C733",
        slug="table-id-is-unique",
        severity=_ERROR,
        sentence='the id "{row}" already stands on line {first}',
        fix="give one of the two rows another id",
        explanation="A text that refers to the row would not know which of the two is meant.",
    ),
    Code(
        number="C734",
        slug="table-is-csv",
        severity=_ERROR,
        sentence="from this line on the file is no CSV",
        fix="close the double quotes of this line, or save the table again as CSV",
        explanation=(
            "Double quotes that are opened and not closed swallow the lines below them. Inside "
            "quotes a double quote is written twice."
        ),
    ),
    Code(
        number="C740",
        slug="row-is-reviewed-in-time",
        severity=Severity.WARNING,
        sentence='the row "{row}" has to be checked again by {date} (days left: {days})',
        fix="check it, then write today under `checked` and a new day under `review-by`",
        explanation=(
            "Telephone numbers and addresses change. Sixty days before the day under `review-by` "
            "`check` warns, and after it `check` fails. Building and previewing do not look at the "
            "calendar: the same files give the same package on any day."
        ),
    ),
    Code(
        number="C741",
        slug="row-was-reviewed",
        severity=_ERROR,
        sentence='the row "{row}" should have been checked again by {date}',
        fix="check it, then write today under `checked` and a new day under `review-by`",
        explanation=(
            "A learner may need this number today. After the day under `review-by` nobody knows "
            "whether it still holds, so `check` fails. Building and previewing do not look at the "
            "calendar: the same files give the same package on any day."
        ),
    ),
    Code(
        number="C750",
        slug="overview-is-used",
        severity=Severity.INFO,
        sentence='no course uses the overview "{name}"',
        fix="show it in a lesson when it is ready, or remove it",
        explanation="That is fine for something that you are still writing.",
    ),
    Code(
        number="C751",
        slug="source-is-used",
        severity=Severity.INFO,
        sentence='no course uses the source "{name}"',
        fix="refer to it with `[@{name}]`, or remove it",
        explanation="That is fine for something that you are still writing.",
    ),
    Code(
        number="C752",
        slug="term-is-used",
        severity=Severity.INFO,
        sentence='no course uses the term "{name}"',
        fix="refer to it with `[[{name}]]`, or remove it",
        explanation="That is fine for something that you are still writing.",
    ),
    Code(
        number="C801",
        slug="objective-is-unique",
        severity=_ERROR,
        sentence='the objective "{id}" already stands at {first}',
        fix="give one of the two another id",
        explanation=(
            "Lessons and questions name an objective by its id alone, and learning environments "
            "keep a score under it. So an id stands for one objective in the whole course."
        ),
    ),
    Code(
        number="C802",
        slug="objective-exists",
        severity=_ERROR,
        sentence='no module of this course has the objective "{id}"',
        fix="use one of these ids: {known}",
        exact="write `{write}`",
        explanation=(
            "Objectives stand in module.yaml below `objectives:`. Lessons name those that they "
            "teach, questions the one that they ask about."
        ),
        wrong="objective: eerste-stapje",
        right="objective: eerste-stap",
    ),
)
