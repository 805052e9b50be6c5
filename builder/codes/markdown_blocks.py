"""Codes of the M family, second part: blocks (``::: tip`` and the like)."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

CODES = (
    Code(
        number="M201",
        slug="block-is-closed",
        severity=Severity.ERROR,
        sentence='the block "{name}" is never closed',
        fix="put a line {fence} at the end of the block",
        explanation=(
            "A block starts with a line such as `::: tip` and ends with a line of as many colons. "
            "Without that line everything after it would become part of the block."
        ),
        wrong="::: tip\nVraag het aan een collega.",
        right="::: tip\nVraag het aan een collega.\n:::",
    ),
    Code(
        number="M202",
        slug="closing-line-belongs-to-a-block",
        severity=Severity.ERROR,
        sentence="this line closes a block, but no block is open",
        fix="remove the line, or add the line that opens the block",
        explanation=(
            "A line of only colons ends a block. Here there is nothing to end, so a learner would "
            "see the colons. Often a block above was closed too early."
        ),
        wrong="::: tip\nTekst.\n:::\n:::",
        right="::: tip\nTekst.\n:::",
    ),
    Code(
        number="M203",
        slug="block-is-known",
        severity=Severity.ERROR,
        sentence='there is no block called "{name}"{suggestion}',
        fix="use one of these: {known}",
        explanation=(
            "After the colons stands the name of the block. Dutch names come first, each has an "
            "English one beside it: casus (case), letop (note), reflectie (reflection), tip, "
            "uitklap (fold), weetje (fact)."
        ),
        wrong="::: tipje\nTekst.\n:::",
        right="::: tip\nTekst.\n:::",
    ),
    Code(
        number="M204",
        slug="inner-block-has-fewer-colons",
        severity=Severity.ERROR,
        sentence='the block "{inner}" stands inside "{outer}" but does not have fewer colons',
        fix="give the outer block more colons, {fence} for instance, at its start and its end",
        explanation=(
            "The number of colons tells which closing line belongs to which block. When the inner "
            "block has as many or more, its closing line ends the outer block too early."
        ),
        wrong="::: casus Noor\n::: uitklap Uitwerking\nTekst.\n:::\n:::",
        right=":::: casus Noor\n::: uitklap Uitwerking\nTekst.\n:::\n::::",
    ),
    Code(
        number="M205",
        slug="block-has-a-title",
        severity=Severity.ERROR,
        sentence='the block "{name}" has no title',
        fix="write the title behind the name: ::: {name} …",
        explanation=(
            "The title of a case is its heading, and the title of a fold is the only thing a "
            "learner sees of it at first. A screen reader uses it to name the block."
        ),
        wrong="::: casus\nHet is maandagochtend.\n:::",
        right="::: casus Noor zegt weinig\nHet is maandagochtend.\n:::",
    ),
    Code(
        number="M206",
        slug="block-head-is-readable",
        severity=Severity.ERROR,
        sentence='the first line of the block cannot be read at "{rest}"',
        fix="write ::: name Title, and extras between braces at the end: ::: name Title {{#id}}",
        explanation=(
            "The first line of a block holds a name, perhaps a title, and perhaps extras between "
            "braces. A brace or a quotation mark that is not closed makes the line ambiguous."
        ),
        wrong='::: tip {title="Even checken\nTekst.\n:::',
        right="::: tip Even checken\nTekst.\n:::",
    ),
    Code(
        number="M207",
        slug="block-stands-on-its-own",
        severity=Severity.ERROR,
        sentence='the block "{name}" stands inside a list or a quotation',
        fix="put the block before or after it, at the start of the line",
        explanation=(
            "Blocks are parts of a lesson of their own, with a frame. Inside a list item or a "
            "quotation they cannot be shown well."
        ),
        wrong="- Eerste punt\n\n  ::: tip\n  Tekst.\n  :::",
        right="- Eerste punt\n\n::: tip\nTekst.\n:::",
    ),
    Code(
        number="M208",
        slug="block-extra-is-known",
        severity=Severity.ERROR,
        sentence='the block "{name}" does not know the extra "{extra}"{suggestion}',
        fix="remove it, or use one of these: {known}",
        explanation=(
            "Extras stand between braces on the first line of a block. An extra with a spelling "
            "mistake would be ignored without a word, so it is refused."
        ),
        wrong="::: tip Kort {titel2=x}\nTekst.\n:::",
        right="::: tip Kort\nTekst.\n:::",
    ),
    Code(
        number="M209",
        slug="block-has-content",
        severity=Severity.ERROR,
        sentence='the block "{name}" is empty',
        fix="write the text between its first and last line, or remove the block",
        exact="put the words on the line below: `{write}`",
        explanation="An empty block shows as an empty frame in the lesson.",
        wrong="::: tip\n:::",
        right="::: tip\nVraag het aan een collega.\n:::",
    ),
    Code(
        number="M210",
        slug="block-fits-in-its-place",
        severity=Severity.ERROR,
        sentence='the block "{inner}" cannot stand inside "{outer}"',
        fix="close the block {outer} first; no other block may stand inside it",
        exact="close the block {outer} first; only these may stand inside it: {allowed}",
        explanation=(
            "Frames within frames are hard to read, on a phone most of all. Only a case holds "
            "other blocks, such as a fold with the worked-out answer."
        ),
        wrong=":::: tip\n::: casus Noor\nTekst.\n:::\n::::",
        right="::: casus Noor\nTekst.\n:::\n\n::: tip\nTekst.\n:::",
    ),
    Code(
        number="M211",
        slug="reflection-ends-with-its-question",
        severity=Severity.ERROR,
        sentence="the reflection does not end with a paragraph that holds the question",
        fix="end the block with one paragraph of plain text: the question to think about",
        explanation=(
            "The last paragraph of a reflection is the label of the field in which a learner "
            "writes. A screen reader says it when the field gets the focus, so it cannot be a "
            "list, a picture or a table. What stands above it is shown as an introduction."
        ),
        wrong="::: reflectie\n- Wie zie jij?\n- Wat doe je?\n:::",
        right="::: reflectie\nAan welke leerling denk jij nu, en wat zie je?\n:::",
    ),
    Code(
        number="M212",
        slug="line-of-speech-has-a-speaker",
        severity=Severity.ERROR,
        sentence="this conversation starts with a line without a speaker",
        fix="start the line with the name in bold and a colon: > **Noor:** …",
        explanation=(
            "In a case, quoted lines that start with a name in bold are drawn as a conversation. "
            "Each line needs to say who speaks; a line without a name continues the one above it."
        ),
        wrong="::: casus Noor\n> Hoe gaat het?\n> **Noor:** Wel goed.\n:::",
        right="::: casus Noor\n> **Jij:** Hoe gaat het?\n> **Noor:** Wel goed.\n:::",
    ),
    Code(
        number="M213",
        slug="block-id-is-well-formed",
        severity=Severity.ERROR,
        sentence='"{id}" cannot be the id of a block',
        fix="use small letters, digits and hyphens, starting with a letter: {{#kijk-patroon}}",
        explanation=(
            "The id of a reflection finds back the note that a learner wrote on this device. It "
            "has the same form as all other ids."
        ),
        wrong="::: reflectie {#Mijn_Vraag}\nWat zie je?\n:::",
        right="::: reflectie {#mijn-vraag}\nWat zie je?\n:::",
    ),
    Code(
        number="M214",
        slug="block-id-is-unique",
        severity=Severity.ERROR,
        sentence='the id "{id}" is already used on line {first_line}',
        fix="give this block an id of its own",
        explanation=(
            "Two reflections with one id would share one note: what a learner writes in the second "
            "would replace the first."
        ),
    ),
    Code(
        number="M215",
        slug="block-starts-with-three-colons",
        severity=Severity.ERROR,
        sentence='"{name}" looks like a block, but its line does not start with three colons',
        fix="write ::: {name}",
        explanation=(
            "A block starts with at least three colons in a row. With fewer, the line is shown to "
            "the learner as it stands."
        ),
        wrong=":: tip\nTekst.\n:::",
        right="::: tip\nTekst.\n:::",
    ),
    Code(
        number="M216",
        slug="speaker-is-bold",
        severity=Severity.WARNING,
        sentence="this quotation looks like a conversation, but it is drawn as a quotation",
        fix="make the name bold, with the colon: > **{name}:** …",
        explanation=(
            "In a case, quoted lines that start with a name in bold and a colon are drawn as a "
            "conversation. Without the bold letters they are an ordinary quotation."
        ),
        wrong="::: casus Noor\n> Noor: Wel goed.\n:::",
        right="::: casus Noor\n> **Noor:** Wel goed.\n:::",
    ),
    Code(
        number="M217",
        slug="speech-is-words",
        severity=Severity.ERROR,
        sentence="a conversation holds words only; this would lose its form",
        fix="write it as words behind the name, or put it below the conversation",
        explanation=(
            "Each line of a conversation is drawn as words beside a name. A list, a table, a "
            "heading or a piece of code in it cannot be drawn there."
        ),
        wrong="::: casus Noor\n> **Noor:** Ik wil:\n> - rust\n> - tijd\n:::",
        right="::: casus Noor\n> **Noor:** Ik wil rust en tijd.\n:::",
    ),
    Code(
        number="M218",
        slug="block-title-is-words",
        severity=Severity.WARNING,
        sentence='the title of a block shows "{text}" as it stands',
        fix="put the link, the picture or the HTML in the text of the block",
        explanation=(
            "The title of a block can hold bold and italic words. A link would have to compete "
            "with the click that opens a fold, and a picture does not fit."
        ),
        wrong="::: tip Lees [de les](les:stress)\nTekst.\n:::",
        right="::: tip Lees verder\nZie [de les](les:stress).\n:::",
    ),
    Code(
        number="M219",
        slug="initials-are-two-letters",
        severity=Severity.WARNING,
        sentence='of the initials "{initials}" only {shown} is shown',
        fix="write one or two letters",
        explanation="The initials of a case stand in a small circle, in which two letters fit.",
        wrong="::: casus Noor van Dijk {initialen=NVD}\nTekst.\n:::",
        right="::: casus Noor van Dijk {initialen=ND}\nTekst.\n:::",
    ),
    Code(
        number="M220",
        slug="block-ends-with-colons-only",
        severity=Severity.ERROR,
        sentence="a block ends with a line of colons only, without words",
        fix="write {fence}",
        explanation=(
            "With a word behind the colons the line starts a new block. The name of the block is "
            "not repeated at its end."
        ),
        wrong="::: tip\nTekst.\n::: einde",
        right="::: tip\nTekst.\n:::",
    ),
    Code(
        number="M231",
        slug="line-in-a-block-is-known",
        severity=Severity.ERROR,
        sentence='a block "{name}" does not know the line "{written}"{suggestion}',
        fix="use lines that start with one of these words and a colon: {known}",
        explanation=(
            "A video or audio block holds no text of its own: each line names something, such as "
            "the captions. Put other text above or below the block."
        ),
        wrong="::: video media/a.mp4\nondertitel: media/a.vtt\n:::",
        right="::: video media/a.mp4\nondertitels: media/a.vtt\n:::",
    ),
    Code(
        number="M232",
        slug="line-in-a-block-stands-once",
        severity=Severity.ERROR,
        sentence='the block "{name}" says {key} twice',
        fix="remove one of the two lines",
        explanation="Only one of them can count, and nobody would know which.",
        wrong="::: audio media/a.mp3\ntitel: Een\ntitle: Twee\n:::",
        right="::: audio media/a.mp3\ntitel: Een\n:::",
    ),
    Code(
        number="M233",
        slug="block-names-its-file",
        severity=Severity.ERROR,
        sentence='the block "{name}" names no file',
        fix="write the path of the file behind the name: ::: {name} media/…",
        explanation="Without a file there is nothing to play.",
        wrong="::: video\n:::",
        right="::: video media/a.mp4\n:::",
    ),
    Code(
        number="M234",
        slug="line-in-a-block-says-something",
        severity=Severity.ERROR,
        sentence='nothing stands behind {key} in this block "{name}"',
        fix="write the value behind the colon, with a space between them, or remove the line",
        explanation="A line that names nothing is often one that was forgotten.",
        wrong="::: video media/a.mp4\ntranscript:\n:::",
        right="::: video media/a.mp4\ntranscript: media/a.md\n:::",
    ),
    Code(
        number="M235",
        slug="language-is-a-code",
        severity=Severity.ERROR,
        sentence='"{written}" is no code of a language',
        fix="write the code of two or three letters: nl, en, de, fr",
        explanation=(
            "A browser and a screen reader know languages by their code (BCP 47). It tells them "
            "which captions to choose, and with which voice to read."
        ),
        wrong="::: audio media/a.mp3\ntaal: Engels\n:::",
        right="::: audio media/a.mp3\ntaal: en\n:::",
    ),
    Code(
        number="M236",
        slug="recording-is-in-the-project",
        severity=Severity.ERROR,
        sentence='"{target}" is on the web; a block plays files of the project only',
        fix="put the file in the media folder of the module, or write an ordinary link to the page",
        explanation=(
            "A package makes no requests to anything outside itself: learners stay private and the "
            "course works without internet. A website with films follows who watches them."
        ),
        wrong="::: video https://voorbeeld.nl/film.mp4\n:::",
        right="[Bekijk de film](https://voorbeeld.nl/film)",
    ),
    Code(
        number="M240",
        slug="check-names-a-quiz",
        severity=Severity.ERROR,
        sentence='"{written}" is no id of a quiz',
        fix="write the id of a quiz, such as `::: kennischeck mijn-oefening`",
        explanation=(
            "A check in a lesson leads to the questions in a file of `quizzes/`. Its id is the "
            "name of that file: small letters, digits and hyphens."
        ),
        wrong="::: kennischeck Mijn oefening\n:::",
        right="::: kennischeck mijn-oefening\n:::",
    ),
)
