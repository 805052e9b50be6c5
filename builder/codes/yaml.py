"""Codes Y1xx: text that cannot be read as YAML. Values that do not fit have Y2xx (``values``)."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

_ERROR = Severity.ERROR

CODES = (
    Code(
        number="Y101",
        slug="yaml-is-readable",
        severity=_ERROR,
        sentence="the text cannot be read from here on",
        fix="look at this line and the one above: a colon, a quotation mark or a space is missing",
        explanation=(
            "A YAML file consists of lines with a key, a colon, a space and a value. What belongs "
            "together starts in the same column. Something on this line or just above it breaks "
            "that pattern, so that the rest of the file cannot be understood."
        ),
        right="id: mijn-module\ntitle: Mijn module",
    ),
    Code(
        number="Y102",
        slug="yaml-is-indented-with-spaces",
        severity=_ERROR,
        sentence="this line starts with a tab",
        fix="use spaces instead of tabs, two for every level",
        explanation=(
            "A tab is as wide as the editor likes, so a reader cannot see what belongs to what. "
            "YAML allows only spaces at the start of a line. Most editors can be told to type "
            "spaces when you press the tab key."
        ),
        right="publisher:\n  name: Voorbeeldschool",
    ),
    Code(
        number="Y103",
        slug="colon-is-followed-by-space",
        severity=_ERROR,
        sentence="the space behind the colon is missing",
        fix="put a space behind the colon",
        explanation=(
            "Only a colon with a space behind it divides a key from its value. Without the space "
            "YAML takes it all for one piece of text."
        ),
        wrong="title:Mijn module",
        right="title: Mijn module",
    ),
    Code(
        number="Y104",
        slug="key-has-a-colon",
        severity=_ERROR,
        sentence="this line has no colon",
        fix="write it as `key: value`; text that runs on starts further to the right",
        explanation=(
            "On this level every line is a key with a colon. If the line is the second half of the "
            "text above it, give it more spaces at the start than the key has."
        ),
        wrong="title: Mijn lange\ntitel",
        right="title: Mijn lange\n  titel",
    ),
    Code(
        number="Y105",
        slug="key-is-unique",
        severity=_ERROR,
        sentence='the key "{key}" already stands on line {first}',
        fix="remove one of the two",
        exact="every letter may be used once; give this answer another letter, such as `{write}`",
        explanation=(
            "With the same key twice, one value would silently replace the other. For two "
            "questions or options check that each has its own hyphen or letter."
        ),
        wrong="title: Eerste\nminutes: 5\ntitle: Tweede",
        right="title: Eerste\nminutes: 5",
    ),
    Code(
        number="Y106",
        slug="yaml-has-no-aliases",
        severity=_ERROR,
        sentence="`{sign}` refers to another part of the file, and that is not possible here",
        fix="write the value out; put quotation marks around it when it is text",
        explanation=(
            "In YAML a word with & gives a name to a value, and a word with * repeats it. A reader "
            "cannot see any more what stands where, so it is not used in courses. Text that starts "
            "with one of these signs belongs between quotation marks."
        ),
        wrong="feedback: *goed",
        right='feedback: "*Goed* gedaan."',
    ),
    Code(
        number="Y107",
        slug="yaml-has-no-merge-keys",
        severity=_ERROR,
        sentence="`<<` copies another part of the file, and that is not possible here",
        fix="write the keys out",
        explanation=(
            "With `<<` a part of a file is filled from another part. A reader cannot see any more "
            "what stands where, so it is not used in courses."
        ),
        wrong="b:\n  <<: *standaard",
        right="b:\n  text: Je wacht af.",
    ),
    Code(
        number="Y108",
        slug="yaml-has-no-tags",
        severity=_ERROR,
        sentence="`{tag}` says what kind of value this is, and that is not possible here",
        fix="leave the word with the exclamation mark out, or put quotation marks around the text",
        explanation=(
            "A word that starts with an exclamation mark is a tag in YAML: an order to the program "
            "that reads it. The key already says what kind of value it has."
        ),
        wrong="title: !Let op",
        right='title: "!Let op"',
    ),
    Code(
        number="Y109",
        slug="yaml-file-is-one-document",
        severity=_ERROR,
        sentence="a second document starts here",
        fix="remove the line with three hyphens, or put what follows in a file of its own",
        explanation=(
            "A line of three hyphens ends one YAML document and starts another. What comes after "
            "it would not be read."
        ),
    ),
    Code(
        number="Y110",
        slug="yaml-is-not-too-deep",
        severity=_ERROR,
        sentence="lists and keys stand more than {limit} levels inside each other",
        fix="remove the brackets or indents that are too many",
        explanation=(
            "Our files need six levels at most. So many levels come from brackets or hyphens that "
            "were repeated by accident."
        ),
    ),
    Code(
        number="Y111",
        slug="yaml-file-is-not-empty",
        severity=_ERROR,
        sentence="nothing is written here",
        fix="write at least the keys `id` and `title`",
        explanation=(
            "The file or the block between the hyphens is empty or holds only comments. `lesbouwer "
            "schema` gives files with which an editor proposes the keys that belong in it."
        ),
    ),
    Code(
        number="Y112",
        slug="yaml-file-has-keys",
        severity=_ERROR,
        sentence="the file does not consist of keys with values",
        fix="start with lines such as `id: my-module`",
        explanation=(
            "On its highest level each of our files is a number of keys, each with a colon and a "
            "value. This one is a list or a single text."
        ),
        wrong="- id: mijn-module",
        right="id: mijn-module",
    ),
    Code(
        number="Y113",
        slug="key-is-a-word",
        severity=_ERROR,
        sentence="a list or a group of keys stands where a key should be",
        fix="write a single word before the colon",
        explanation=(
            "A key is one word. Brackets, braces or a question mark before the colon turn it into "
            "something else; text that starts with them belongs between quotation marks."
        ),
        wrong="[a, b]: tekst",
        right='title: "[a, b]"',
    ),
    Code(
        number="Y114",
        slug="quotation-mark-is-closed",
        severity=_ERROR,
        sentence="the quotation mark that opens here is never closed",
        fix="put the same quotation mark at the end of the text",
        exact="an apostrophe at the start counts as a quotation mark; write {write}",
        explanation=(
            "From an opening quotation mark everything is text until the same mark comes again. "
            "Without it the rest of the file becomes part of this one value."
        ),
        wrong='title: "Twee lijnen',
        right='title: "Twee lijnen"',
    ),
    Code(
        number="Y115",
        slug="quotation-marks-stand-around-all",
        severity=_ERROR,
        sentence="there is text behind the closing quotation mark",
        fix="put quotation marks around the whole text, and use the other kind inside it",
        explanation=(
            "Text that starts with a quotation mark ends at the next one. An apostrophe ends it "
            "too when single quotation marks stand around the text. Double marks on the outside, "
            "or curly ones inside, solve it."
        ),
        wrong="title: 'Foto's van de klas'",
        right='title: "Foto\'s van de klas"',
    ),
    Code(
        number="Y116",
        slug="text-with-colon-is-quoted",
        severity=_ERROR,
        sentence="there is a second colon in this text",
        fix="put quotation marks around the text",
        exact="write {key}: >- and put all lines of the text below it",
        explanation=(
            "A colon with a space behind it divides a key from its value. If it is part of the "
            "text, quotation marks around all of the text make that clear."
        ),
        wrong="title: Welbevinden: wat is het?",
        right='title: "Welbevinden: wat is het?"',
    ),
    Code(
        number="Y117",
        slug="indentation-fits",
        severity=_ERROR,
        sentence="the number of spaces at the start of this line does not fit the lines above",
        fix="let everything that belongs together start in the same column",
        exact="this line starts with {spaces} spaces; make that {write}",
        explanation=(
            "The spaces at the start of a line tell what a key belongs to. Keys of the same level "
            "start in the same column, and a list has a hyphen before each of its items."
        ),
        wrong="publisher:\n    name: Voorbeeldschool\n  namespace: nl.voorbeeld",
        right="publisher:\n  name: Voorbeeldschool\n  namespace: nl.voorbeeld",
    ),
    Code(
        number="Y118",
        slug="text-with-special-start-is-quoted",
        severity=_ERROR,
        sentence="text cannot start with `{sign}`",
        fix="put quotation marks around the whole text",
        explanation=(
            "Some signs have a meaning of their own in YAML at the start of a value: * & @ ` % ! - "
            "[ { among them. Quotation marks around all of the text make them ordinary signs, also "
            "the stars of bold words and the brackets around a word."
        ),
        wrong="text: **Nooit** doen.",
        right='text: "**Nooit** doen."',
    ),
    Code(
        number="Y119",
        slug="bracket-is-closed",
        severity=_ERROR,
        sentence="the bracket that opens here is not closed well",
        fix="divide the items by commas and close the bracket; put text with brackets in quotes",
        explanation=(
            "Between [ and ] stands a list, between { and } a group of keys, with commas between "
            "the items. Text that starts with a bracket belongs between quotation marks."
        ),
        wrong="facts: [F1, F2",
        right="facts: [F1, F2]",
    ),
    Code(
        number="Y120",
        slug="backslash-is-known",
        severity=_ERROR,
        sentence="a backslash in text between double quotation marks has a meaning that is unknown",
        fix="use single quotation marks, or write two backslashes",
        explanation=(
            "Between double quotation marks a backslash announces a special sign, such as \\n for "
            "a new line. Between single quotation marks it is an ordinary sign."
        ),
        wrong='text: "C:\\map"',
        right="text: 'C:\\map'",
    ),
    Code(
        number="Y121",
        slug="text-block-starts-on-next-line",
        severity=_ERROR,
        sentence="text stands on the line of the sign that starts a block of text",
        fix="start the text on the next line, two spaces further to the right",
        explanation=(
            "The signs | and > announce a text of several lines. The text itself starts on the "
            "line below. If the sign is part of the text, put quotation marks around it."
        ),
        wrong="lead: > Welbevinden is meer\n  dan blij zijn.",
        right="lead: >\n  Welbevinden is meer\n  dan blij zijn.",
    ),
    Code(
        number="Y122",
        slug="hash-is-no-comment",
        severity=Severity.WARNING,
        sentence="`{rest}` is taken for a comment and is not part of the text",
        fix="put quotation marks around the text, or a space behind the # if it is a comment",
        explanation=(
            "What comes after a space and a # is a remark for whoever reads the file, and no "
            "learner sees it. A number sign or hashtag in a text is lost that way without a word."
        ),
        wrong="title: Les #3",
        right='title: "Les #3"',
    ),
    Code(
        number="Y123",
        slug="file-has-no-merge-conflict",
        severity=_ERROR,
        sentence="this line was left by a merge of two versions",
        fix="choose what should stay, and remove the lines with <<<<<<<, ======= and >>>>>>>",
        explanation=(
            "Two people changed the same lines, and version control put both versions in the file. "
            "Somebody has to choose, or to combine them."
        ),
    ),
    Code(
        number="Y124",
        slug="value-has-no-control-characters",
        severity=_ERROR,
        sentence="an invisible control character ({point}) stands in this text",
        fix="remove the invisible character; type the words again if you cannot find it",
        explanation=(
            "Control characters come along when text is copied, or from a backslash between double "
            "quotation marks. You do not see them, but a package may not contain them: a learning "
            "environment refuses the whole course."
        ),
        wrong='text: "Noor \\x07 zegt niets."',
        right="text: Noor zegt niets.",
    ),
    Code(
        number="Y125",
        slug="quotation-marks-are-straight",
        severity=Severity.WARNING,
        sentence='the curly quotation marks around "{key}" will be shown to learners',
        fix="write straight quotation marks, or leave them out",
        explanation=(
            "Word processors turn quotation marks into curly ones. Only straight ones keep a text "
            "together in YAML; curly ones are part of the text. In a text in which somebody speaks "
            "they are just right."
        ),
        wrong="title: “Mijn module”",
        right="title: Mijn module",
    ),
    Code(
        number="Y126",
        slug="space-is-an-ordinary-one",
        severity=_ERROR,
        sentence="a sign that only looks like a space stands on this line",
        fix="remove the space here and type it again with the space bar",
        explanation=(
            "A no-break space looks like a space, and it comes along when text is copied from a "
            "website or a word processor, or with the Alt or Option key. YAML takes it for a "
            "letter, so a colon or a hyphen before it does not count, and neither does an indent. "
            "Within a sentence it does no harm."
        ),
        wrong="title:\N{NO-BREAK SPACE}Mijn module",
        right="title: Mijn module",
    ),
    Code(
        number="Y128",
        slug="every-item-has-a-hyphen",
        severity=_ERROR,
        sentence="the hyphen of a list is missing here, or there is one too many above",
        fix=(
            "write a hyphen and a space before every item of the list; letters of answers, such as "
            "`a:`, get no hyphen"
        ),
        explanation=(
            "What starts with a hyphen is an item of a list, and then everything in that column "
            "is. Text that belongs to the item above starts further to the right. Answers are no "
            "list: they stand below `options` under their letters, without hyphens."
        ),
        wrong="modules:\n  - eerste-module\n  tweede-module",
        right="modules:\n  - eerste-module\n  - tweede-module",
    ),
    Code(
        number="Y129",
        slug="hyphen-is-followed-by-space",
        severity=_ERROR,
        sentence="the space behind the hyphen is missing",
        fix="put a space behind the hyphen",
        explanation=(
            "Only a hyphen with a space behind it starts an item of a list. Without the space it "
            "is part of the word."
        ),
        wrong="modules:\n  -mijn-module",
        right="modules:\n  - mijn-module",
    ),
)
