"""Codes of the M family: the Markdown of lessons and of texts in a quiz."""

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
        explanation=(
            "Without the closing line it is not clear where the front matter ends and the lesson "
            "begins, so nothing of the file can be used."
        ),
        wrong="---\nid: twee-lijnen\ntitle: Twee lijnen\n\nDe tekst van de les.",
        right="---\nid: twee-lijnen\ntitle: Twee lijnen\nminutes: 5\n---\n\nDe tekst van de les.",
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
        number="M401",
        slug="html-element-is-allowed",
        severity=Severity.ERROR,
        sentence="the HTML element <{element}> is not allowed in a text",
        fix="use Markdown or a block instead; these elements are allowed: {allowed}",
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
        number="M501",
        slug="link-goes-to-a-safe-place",
        severity=Severity.ERROR,
        sentence='a link cannot go to "{target}"',
        fix="use https:, http:, mailto:, tel:, les: with the id of a lesson, or the path of a file",
        explanation=(
            "Some addresses run code or reach into the computer of a learner, such as javascript: "
            "and file:. They are refused, whoever wrote them."
        ),
        wrong="[Klik](javascript:alert(1))",
        right="[Website van het RIVM](https://www.rivm.nl)",
    ),
    Code(
        number="M502",
        slug="link-has-a-target",
        severity=Severity.ERROR,
        sentence="the link or picture has no address",
        fix="write the address between the round brackets",
        explanation="A link without an address looks like a link and does nothing.",
        wrong="[Lees meer over stress]()",
        right="[Lees meer over stress](les:stress)",
    ),
    Code(
        number="M503",
        slug="link-has-text",
        severity=Severity.ERROR,
        sentence="the link has no text",
        fix="write between the square brackets where the link goes",
        explanation=(
            "Without words there is nothing to click on, and a screen reader reads out the address."
        ),
        wrong="[](https://www.rivm.nl)",
        right="[Website van het RIVM](https://www.rivm.nl)",
    ),
    Code(
        number="M504",
        slug="text-has-no-leftover-attributes",
        severity=Severity.WARNING,
        sentence='"{text}" will be shown to the learner as it stands',
        fix="remove it; the size and look of pictures and links come from the course itself",
        explanation=(
            "Some programs let you set the width of a picture with braces behind it. Here pictures "
            "take the width of the text, and the braces would appear in the lesson."
        ),
        wrong="![Twee lijnen](media/twee-lijnen.svg){width=50%}",
        right="![Twee lijnen](media/twee-lijnen.svg)",
    ),
    Code(
        number="M505",
        slug="link-to-lesson-uses-its-id",
        severity=Severity.ERROR,
        sentence='"{target}" is a Markdown file, and those are not in the package',
        fix="link to a lesson by its id: (les:{example})",
        explanation=(
            "All lessons come together in one page, so there is no file of that name to go to. The "
            "id of the lesson keeps working when the file gets another name."
        ),
        wrong="[De vorige les](01-wat-is-het.md)",
        right="[De vorige les](les:wat-is-het)",
    ),
    Code(
        number="M506",
        slug="link-to-heading-finds-it",
        severity=Severity.ERROR,
        sentence='this text has no heading for "#{target}"{suggestion}',
        fix="use one of these: {known}",
        explanation=(
            "A link that starts with # goes to a heading of the same lesson: the words of the "
            "heading in small letters, with hyphens for spaces."
        ),
        wrong="## Vier situaties\n\n[Terug](#situaties)",
        right="## Vier situaties\n\n[Terug](#vier-situaties)",
    ),
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
        number="M508",
        slug="text-has-no-footnotes",
        severity=Severity.WARNING,
        sentence='the footnote "{text}" is shown as text',
        fix="put the source under `sources` in the front matter, or the remark in the text itself",
        explanation=(
            "Footnotes are hard to use on a phone and with a screen reader. Sources have a place "
            "of their own at the end of the lesson."
        ),
        wrong="Welbevinden telt zes elementen.[^1]",
        right="sources:\n  - text: Welbevinden op School, factsheet",
    ),
    Code(
        number="M509",
        slug="path-has-forward-slashes",
        severity=Severity.ERROR,
        sentence='the path "{target}" has a backslash',
        fix="write forward slashes: {right}",
        explanation=(
            "Backslashes work on one kind of computer only. A path with forward slashes works "
            "everywhere."
        ),
        wrong="![Twee lijnen](media\\twee-lijnen.svg)",
        right="![Twee lijnen](media/twee-lijnen.svg)",
    ),
    Code(
        number="M510",
        slug="link-is-written-as-a-link",
        severity=Severity.WARNING,
        sentence='"{text}" looks like a link, but it is shown as text',
        fix="write [words](address) without a space between the brackets",
        explanation=(
            "A link is words between square brackets, directly followed by an address between "
            "round brackets. With a space between them, or with a name that is defined nowhere, "
            "the brackets stay visible and nothing can be clicked."
        ),
        wrong="[de vorige les] (les:twee-lijnen)",
        right="[de vorige les](les:twee-lijnen)",
    ),
    Code(
        number="M511",
        slug="list-starts-with-hyphens",
        severity=Severity.WARNING,
        sentence='the line starts with "{sign}", so it does not become a list',
        fix="start every item of the list with a hyphen and a space (`- `), on a line of its own",
        explanation=(
            "A bullet from a word processor is an ordinary sign in Markdown: the lines run on in "
            "one paragraph. With a hyphen and a space before it each item gets a line of its own, "
            "and a screen reader says how many there are."
        ),
        wrong="• Vraag door.\n• Wees stil.",
        right="- Vraag door.\n- Wees stil.",
    ),
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
