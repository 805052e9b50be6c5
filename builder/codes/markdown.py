"""Codes of the M family: front matter, headings, code and raw HTML."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

CODES = (
    Code(
        number="M101",
        slug="lesson-begins-with-front-matter",
        severity=Severity.ERROR,
        sentence="the lesson does not begin with front matter",
        fix="start the file with a line ---, then id, title and minutes, then a line ---",
        explanation=(
            "Front matter is the block at the top of a lesson, between two lines of three hyphens. "
            "It holds what the course must know about the lesson: its id, title and duration. "
            "Nothing may stand above it, not even an empty line."
        ),
        wrong="# Twee lijnen\n\nDe tekst van de les.",
        right="---\nid: twee-lijnen\ntitle: Twee lijnen\nminutes: 5\n---\n\nDe tekst van de les.",
    ),
    Code(
        number="M102",
        slug="front-matter-is-closed",
        severity=Severity.ERROR,
        sentence="the front matter has no line --- at its end",
        fix="put a line --- between the front matter and the text of the lesson",
        exact="write --- instead of {written}",
        explanation=(
            "Without the closing line it is not clear where the front matter ends and the lesson "
            "begins, so nothing of the file can be used."
        ),
        wrong="---\nid: twee-lijnen\ntitle: Twee lijnen\n\nDe tekst van de les.",
        right="---\nid: twee-lijnen\ntitle: Twee lijnen\nminutes: 5\n---\n\nDe tekst van de les.",
    ),
    Code(
        number="M103",
        slug="front-matter-stands-once",
        severity=Severity.ERROR,
        sentence="the lesson has a second block of front matter",
        fix="put all keys in the block at the top of the lesson, and remove this one",
        explanation=(
            "Only the block at the very top of a lesson is front matter. A second one further down "
            "is text: it would stand on the page as a line and a large heading."
        ),
        wrong="---\nminutes: 5\n---\n\nTekst.",
        right="Tekst.",
    ),
    Code(
        number="M301",
        slug="title-comes-from-front-matter",
        severity=Severity.ERROR,
        sentence="a heading of level 1 is a second title; the title stands in the front matter",
        fix="remove the line, or write ## for a heading inside the lesson",
        explanation=(
            "A page has one title. It comes from `title` in the front matter, so that contents, "
            "page and report always show the same. Headings in the lesson start at level 2."
        ),
        wrong="# Twee lijnen\n\nTekst.",
        right="## Klachten en welbevinden\n\nTekst.",
    ),
    Code(
        number="M302",
        slug="heading-level-does-not-skip",
        severity=Severity.ERROR,
        sentence="the heading goes from level {before} to level {level}",
        fix="use {hashes} for this heading",
        explanation=(
            "Who uses a screen reader walks through a lesson by its headings. A skipped level "
            "sounds as if a part is missing. Do not choose a level for the size of its letters."
        ),
        wrong="## Klachten\n\n#### Stress",
        right="## Klachten\n\n### Stress",
    ),
    Code(
        number="M303",
        slug="heading-has-text",
        severity=Severity.ERROR,
        sentence="the heading is empty",
        fix="write the heading behind the hashes, or remove them",
        explanation="A screen reader announces an empty heading, and the learner hears nothing.",
        wrong="##",
        right="## Wat je kunt zien",
    ),
    Code(
        number="M304",
        slug="heading-stands-outside-blocks",
        severity=Severity.ERROR,
        sentence="a heading stands inside a block, a list or a quotation",
        fix="put the heading above it, or make the words bold with ** **",
        explanation=(
            "Headings divide the lesson into parts. Inside a block, a list or a quotation they "
            "break that order; a title of a block stands on its first line."
        ),
        wrong="::: tip\n## Begin klein\nTekst.\n:::",
        right="::: tip Begin klein\nTekst.\n:::",
    ),
    Code(
        number="M305",
        slug="text-is-not-nested-too-deep",
        severity=Severity.ERROR,
        sentence="lists, quotations and blocks are nested deeper than {deepest} levels here",
        fix="use fewer levels",
        explanation=(
            "Text at such a depth cannot be read on a phone. Past the limit it would be left out, "
            "so the text is refused instead."
        ),
    ),
    Code(
        number="M306",
        slug="heading-has-hashes",
        severity=Severity.ERROR,
        sentence="the line {sign} makes a heading of the words above it",
        fix=(
            "for a line between two parts, put an empty line above {sign}; for a heading, write ## "
            "{words}"
        ),
        explanation=(
            "A row of hyphens or equals signs directly under text turns that text into a heading. "
            "Most of the time a line between two parts was meant. Headings are written with hashes "
            "here, so that nobody gets one by accident."
        ),
        wrong="Tot zover de theorie.\n---\nNu de praktijk.",
        right="Tot zover de theorie.\n\n---\n\nNu de praktijk.",
    ),
    Code(
        number="M307",
        slug="heading-has-a-space-behind-hashes",
        severity=Severity.ERROR,
        sentence="this line starts with {hashes}, but it does not become a heading",
        fix="write `{write}`; to show the sign itself, put a backslash before it",
        explanation=(
            "A heading is two to six hashes, a space, and the words. Without the space, or with "
            "more hashes, the learner sees the hashes."
        ),
        wrong="##Vier situaties\n\nTekst.",
        right="## Vier situaties\n\nTekst.",
    ),
    Code(
        number="M308",
        slug="text-is-not-indented-into-code",
        severity=Severity.ERROR,
        sentence="this line starts with four spaces or a tab, so it becomes computer code",
        fix=(
            "remove the spaces before it; under an item of a list, let it start under the words of "
            "that item"
        ),
        explanation=(
            "Text that is set in by four spaces is shown as computer code: in other letters, "
            "without line breaks, and with its Markdown unread. Who wants that writes ``` above "
            "and below it."
        ),
        wrong="Dit is de inleiding.\n\n    Denk aan **Noor**.",
        right="Dit is de inleiding.\n\nDenk aan **Noor**.",
    ),
    Code(
        number="M309",
        slug="code-is-closed",
        severity=Severity.ERROR,
        sentence="the code that starts here has no end",
        fix="put a line {fence} below the code, or remove this line",
        explanation=(
            "A line of three backticks or tildes starts a piece of computer code. Without such a "
            "line at its end, the rest of the lesson is code too."
        ),
        wrong="```\nprint(1)\n\nDe rest van de les.",
        right="```\nprint(1)\n```\n\nDe rest van de les.",
    ),
    Code(
        number="M310",
        slug="words-behind-code-sign-are-a-language",
        severity=Severity.WARNING,
        sentence='the words "{text}" behind the signs that start code are not shown',
        fix="put them on the next line, or remove them",
        explanation=(
            "Behind the backticks or tildes that start a piece of code stands at most the name of "
            "a computer language, in small letters. A page does not show it."
        ),
        wrong="```Zeg dit:\nHallo.\n```",
        right="```\nZeg dit: hallo.\n```",
    ),
    Code(
        number="M401",
        slug="html-element-is-allowed",
        severity=Severity.ERROR,
        sentence="the HTML element <{element}> is not allowed in a text",
        fix=(
            "use Markdown or a block instead; to show the sign itself, write \\<; these elements "
            "are allowed: {allowed}"
        ),
        explanation=(
            "Raw HTML can break the page, load something from outside or run code in the browser "
            "of a learner. A few small elements that Markdown does not have are allowed."
        ),
        wrong='<div style="color:red">Let op</div>',
        right="::: letop\nTekst.\n:::",
    ),
    Code(
        number="M402",
        slug="html-attribute-is-allowed",
        severity=Severity.ERROR,
        sentence="the attribute {attribute} is not allowed on <{element}>",
        fix="remove the attribute; allowed on <{element}>: {allowed}",
        explanation=(
            "Attributes such as style and onclick change the look or run code. The look of a "
            "course comes from its style sheet, so that it works in the dark and on a phone."
        ),
        wrong='<span style="color:red">rood</span>',
        right='<span lang="en">wellbeing</span>',
    ),
    Code(
        number="M403",
        slug="html-element-is-closed",
        severity=Severity.ERROR,
        sentence="the HTML element <{element}> is not opened and closed in the same paragraph",
        fix="put <{element}> and </{element}> around words of one paragraph",
        explanation=(
            "An element that is opened and not closed runs on through the rest of the page and "
            "changes everything after it."
        ),
        wrong="H<sub>2O",
        right="H<sub>2</sub>O",
    ),
    Code(
        number="M404",
        slug="comment-is-closed",
        severity=Severity.ERROR,
        sentence="the comment is never closed",
        fix="put --> at the end of the comment",
        explanation=(
            "A comment starts with <!-- and ends with -->. Without its end, all text after it is "
            "part of the comment and the learner does not see it."
        ),
        wrong="<!-- nog aanvullen\n\nDe rest van de les.",
        right="<!-- nog aanvullen -->\n\nDe rest van de les.",
    ),
    Code(
        number="M405",
        slug="line-starts-with-markdown",
        severity=Severity.ERROR,
        sentence="this line starts with HTML, so the Markdown on it is not read",
        fix=(
            "put a comment on a line of its own with an empty line below it, and begin a paragraph "
            "with a word"
        ),
        explanation=(
            "A line that starts with a comment or an element is taken as HTML up to the next empty "
            "line. Bold words, links and pictures in it stay unread."
        ),
        wrong="<!-- let op --> Dit is **belangrijk**.",
        right="<!-- let op -->\n\nDit is **belangrijk**.",
    ),
    Code(
        number="M406",
        slug="line-break-stands-in-a-line",
        severity=Severity.ERROR,
        sentence="a <br> on a line of its own does nothing",
        fix=(
            "remove it; an empty line starts a new paragraph, and a <br> at the end of a line "
            "starts a new line"
        ),
        explanation=(
            "The room between paragraphs comes from the course itself, the same everywhere. A <br> "
            "breaks a line within a paragraph, between two words."
        ),
        wrong="Tekst.\n\n<br>\n\nNog meer tekst.",
        right="Tekst.\n\nNog meer<br>tekst.",
    ),
    Code(
        number="M611",
        slug="transcript-is-plain",
        severity=Severity.ERROR,
        sentence="a heading or a block stands in a transcript",
        fix="write plain paragraphs; make the name of who speaks bold with ** **",
        explanation=(
            "A transcript unfolds beneath its film, in the middle of a lesson. Headings in it "
            "would mix with those of the lesson, and frames with its blocks. It has no front "
            "matter either: that is for lessons."
        ),
        wrong="# Gesprek",
        right="**Noor:** Ik weet het niet.",
    ),
)
