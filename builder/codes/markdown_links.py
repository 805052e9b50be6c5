"""Codes of the M family, third part: links, pictures, and signs that stay behind as text."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

CODES = (
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
        fix="this text has no headings; link to a lesson by its id: (les:…)",
        exact="use one of these: {known}",
        explanation=(
            "A link that starts with # goes to a heading of the same lesson: the words of the "
            "heading in small letters, with hyphens for spaces."
        ),
        wrong="## Vier situaties\n\n[Terug](#situaties)",
        right="## Vier situaties\n\n[Terug](#vier-situaties)",
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
        fix="write [words](address), without a space between the brackets or in the address",
        explanation=(
            "A link is words between square brackets, directly followed by an address between "
            "round brackets. With a space between them, or with a name that is defined nowhere, "
            "the brackets stay visible and nothing can be clicked."
        ),
        wrong="[de vorige les] (les:twee-lijnen)",
        right="[de vorige les](les:twee-lijnen)",
    ),
    Code(
        number="M512",
        slug="link-definition-is-used",
        severity=Severity.WARNING,
        sentence=(
            'this line is not shown: it gives "{label}" an address, but no link uses that name'
        ),
        fix=(
            "write [words][{label}] where the link should stand, or remove the line; for a remark "
            "to yourself write <!-- … -->"
        ),
        explanation=(
            "A line such as `[name]: address` tells where links of that name go. It is not shown "
            "itself. When no link uses the name, the line does nothing."
        ),
        wrong="Lees de bron.\n\n[bron]: https://www.rivm.nl",
        right="Lees de [cijfers][bron].\n\n[bron]: https://www.rivm.nl",
    ),
    Code(
        number="M513",
        slug="link-definition-stands-once",
        severity=Severity.ERROR,
        sentence=(
            'the name "{label}" already has an address on line {first_line}; this line does nothing'
        ),
        fix="give this address a name of its own, or remove the line",
        explanation=(
            "When two lines give the same name an address, only the first one counts. Capitals "
            "make no difference."
        ),
        wrong="Lees [a][bron].\n\n[bron]: https://www.rivm.nl\n[Bron]: https://www.cbs.nl",
        right=(
            "Lees [a][bron] en [b][cbs].\n\n[bron]: https://www.rivm.nl\n[cbs]: https://www.cbs.nl"
        ),
    ),
    Code(
        number="M514",
        slug="address-has-no-spaces",
        severity=Severity.ERROR,
        sentence=(
            '"{text}" does not become a link or picture, because its address has a space or '
            "another sign too many"
        ),
        fix="write `{write}` behind the square brackets",
        explanation=(
            "An address ends at the first space. When the name of a file has spaces, put < and > "
            "around it. The words of a caption stand in straight quotation marks."
        ),
        wrong="[Werkblad](media/mijn werkblad.pdf)",
        right="[Werkblad](<media/mijn werkblad.pdf>)",
    ),
    Code(
        number="M515",
        slug="address-is-a-link",
        severity=Severity.WARNING,
        sentence='"{text}" is shown as text; nobody can click on it',
        fix="write `{write}` with the words of the link between the square brackets",
        explanation=(
            "An address becomes a link between round brackets, behind words that say where it "
            "goes. By itself only a whole address, with https:// before it, becomes a link."
        ),
        wrong="Kijk op www.rivm.nl voor cijfers.",
        right="Bekijk de [cijfers van het RIVM](https://www.rivm.nl).",
    ),
    Code(
        number="M516",
        slug="marks-come-in-pairs",
        severity=Severity.WARNING,
        sentence="the sign {mark} stays visible; it marks nothing here",
        fix=(
            "put {mark} directly before the first word and directly behind the last one, with a "
            "space or a full stop on the outside; to show the sign itself, write a backslash "
            "before it"
        ),
        exact="write `{write}`",
        explanation=(
            "Bold, italic and struck-out words and code stand between two equal marks, in the same "
            "paragraph. A mark that misses the other one, or that has a space on its inner side, "
            "is shown as it stands."
        ),
        wrong="Dit is **belangrijk.\n\nTekst.",
        right="Dit is **belangrijk**.\n\nTekst.",
    ),
    Code(
        number="M517",
        slug="text-has-no-signs-of-other-programs",
        severity=Severity.WARNING,
        sentence='"{text}" is shown to the learner as it stands',
        fix="remove it, or type what it stands for; an emoji can be put in the text itself",
        exact="write `{write}`",
        explanation=(
            "Some programs make marked words, small letters, emoji, formulas, definitions or a "
            "table of contents of such signs. Here they are ordinary text. The list of lessons is "
            "made by the course itself."
        ),
        wrong="Dit is ==belangrijk==.",
        right="Dit is <mark>belangrijk</mark>.",
    ),
    Code(
        number="M522",
        slug="apostrophe-is-not-a-backtick",
        severity=Severity.WARNING,
        sentence='two backticks make computer code of "{text}"',
        fix="type an apostrophe (') instead of a backtick (`)",
        explanation=(
            "The backtick, on the key beside the 1, looks like an apostrophe. Two of them show "
            "everything between them as computer code, and vanish themselves."
        ),
        wrong="Foto`s en video`s.",
        right="Foto's en video's.",
    ),
    Code(
        number="M523",
        slug="words-behind-address-are-a-caption",
        severity=Severity.WARNING,
        sentence='the words "{text}" behind the address are not shown',
        fix=(
            "remove them, or put the picture in a lesson in a paragraph of its own: then they are "
            "its caption"
        ),
        explanation=(
            "Behind the address of a picture can stand a caption between quotation marks. It is "
            "shown when the picture stands in a paragraph of its own. Behind the address of a link "
            "such words are shown nowhere."
        ),
        wrong='Lees [de cijfers](https://www.rivm.nl "RIVM").',
        right="Lees [de cijfers van het RIVM](https://www.rivm.nl).",
    ),
    Code(
        number="M524",
        slug="line-starts-without-unseen-signs",
        severity=Severity.WARNING,
        sentence=(
            "a hard space or another unseen sign at the start of this line keeps it from being a "
            "heading, a list or a block"
        ),
        fix="remove what stands before the words and type it again, with ordinary spaces",
        explanation=(
            "Text that was copied from a website or a word processor can hold spaces that look "
            "ordinary and are not. Markdown knows ordinary spaces only."
        ),
        wrong="##\N{NO-BREAK SPACE}Vier situaties",
        right="## Vier situaties",
    ),
    Code(
        number="M525",
        slug="stars-are-shown-or-mark-words",
        severity=Severity.WARNING,
        sentence='the signs {mark} are not shown: they mark the words between them, as in "{text}"',
        fix="write a backslash before each {mark}; to multiply, write the sign ×",
        explanation=(
            "Two stars in one paragraph make the words between them italic, also when they stand "
            "inside a sum or a word. The stars themselves are not shown."
        ),
        wrong="Reken uit: 2*3*4.",
        right="Reken uit: 2 × 3 × 4.",
    ),
    Code(
        number="M526",
        slug="start-of-line-is-not-set-in",
        severity=Severity.WARNING,
        sentence=(
            '"{sign}" does nothing here: the line is set in by four spaces or more, so it runs on '
            "in the paragraph above"
        ),
        fix=(
            "remove the spaces before it; an inner item of a list starts under the words of the "
            "item above it"
        ),
        explanation=(
            "A line that is set in that far goes on with the paragraph above, whatever sign it "
            "starts with. That happens to a list that was set in with the tab key."
        ),
        wrong="Wat helpt:\n    - vraag door\n    - wees stil",
        right="Wat helpt:\n- vraag door\n- wees stil",
    ),
    Code(
        number="M527",
        slug="link-definition-has-empty-line-above",
        severity=Severity.WARNING,
        sentence=(
            'this line would give "{label}" an address, but it is shown as text: it runs on in the '
            "paragraph above"
        ),
        fix="put an empty line above it",
        explanation=(
            "A line such as `[name]: address` tells where links of that name go. It has to stand "
            "apart: directly under other text it is part of that text."
        ),
        wrong="Lees de [cijfers][bron].\n[bron]: https://www.rivm.nl",
        right="Lees de [cijfers][bron].\n\n[bron]: https://www.rivm.nl",
    ),
    Code(
        number="M528",
        slug="new-line-is-written-as-one",
        severity=Severity.INFO,
        sentence="this line is put behind the line above it; on the page they run on",
        fix=(
            "put an empty line above it for a new paragraph, or a backslash at the end of the line "
            "above for a new line"
        ),
        explanation=(
            "A single press of Enter counts as a space, so that long lines can be broken anywhere. "
            "That is good for sentences, but not for an address, a poem or a row of names."
        ),
        wrong="Groeten,\nNoor",
        right="Groeten,\\\nNoor",
    ),
    Code(
        number="M529",
        slug="sign-is-shown-or-makes-a-list",
        severity=Severity.WARNING,
        sentence=(
            "the sign {sign} at the start of this line is not shown: it makes a list or a quotation"
        ),
        fix="to show the sign, write a backslash before it: \\{sign}",
        explanation=(
            "A plus, a hyphen or a > at the start of a line is Markdown. A list of pluses and "
            "minuses shows equal bullets, and a number below zero loses its sign."
        ),
        wrong="+ Iedereen doet mee.\n- Het kost tijd.",
        right="\\+ Iedereen doet mee.\n\n\\- Het kost tijd.",
    ),
)
