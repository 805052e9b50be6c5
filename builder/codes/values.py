"""Codes Y2xx: keys that are missing or unknown, and values that do not fit their key."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

_ERROR = Severity.ERROR

CODES = (
    Code(
        number="Y201",
        slug="key-is-present",
        severity=_ERROR,
        sentence='the key "{key}" is missing',
        fix="add a line `{key}: …` here",
        exact="add a line `{key}: {write}` here",
        explanation=(
            "Without this key the course cannot be made: a learner or a learning environment needs "
            "what it says. `lesbouwer schema` gives files with which an editor shows which keys "
            "belong where."
        ),
        wrong="id: mijn-module",
        right="id: mijn-module\ntitle: Mijn module",
    ),
    Code(
        number="Y202",
        slug="key-is-known",
        severity=_ERROR,
        sentence='there is no key "{key}" here; did you mean "{suggestion}"?',
        fix="write `{suggestion}`, or remove the line",
        explanation=(
            "A key with a spelling mistake would be ignored without a word, and the course would "
            "lack what it says. That is why every unknown key is an error. Keys are English, in "
            "small letters, with hyphens between the words."
        ),
        wrong="titel: Mijn module",
        right="title: Mijn module",
    ),
    Code(
        number="Y203",
        slug="key-belongs-here",
        severity=_ERROR,
        sentence='there is no key "{key}" here',
        fix="remove the line, or use one of these: {known}",
        exact="put two spaces before it, so that it belongs to `{owner}:` above it",
        explanation=(
            "A key that does not belong here would be ignored without a word. Perhaps it stands "
            "one level too deep or not deep enough: the spaces at the start of the line tell what "
            "it belongs to."
        ),
        wrong="publisher:\n  name: Voorbeeldschool\n  namespace: nl.voorbeeld\n  language: nl",
        right="publisher:\n  name: Voorbeeldschool\n  namespace: nl.voorbeeld\nlanguage: nl",
    ),
    Code(
        number="Y204",
        slug="key-has-a-value",
        severity=_ERROR,
        sentence='no value stands behind "{key}"',
        fix="write the value, or remove the line if the key may be left out",
        explanation=(
            "The key is there, but its value is not. In a list a hyphen without anything behind it "
            "counts as a value too. A value that starts with # is taken for a comment, and the "
            "word null or the sign ~ for nothing at all: put quotation marks around them when they "
            "are text."
        ),
        wrong="title:",
        right="title: Mijn module",
    ),
    Code(
        number="Y205",
        slug="value-is-text",
        severity=_ERROR,
        sentence='"{key}" needs a text, and a list or a group of keys stands here',
        fix="write the text behind `{key}:`, between quotation marks if it has a colon or brackets",
        explanation=(
            "A hyphen or a bracket at the start makes a list, and a colon with a space makes a "
            "group of keys. Quotation marks around the whole make it text."
        ),
        wrong="title:\n  - Mijn module",
        right="title: Mijn module",
    ),
    Code(
        number="Y206",
        slug="value-is-a-whole-number",
        severity=_ERROR,
        sentence='"{key}" needs a whole number, not "{value}"',
        fix="write digits only, such as 5",
        exact="write `{write}`, only the number",
        explanation="The value is counted with, so it cannot hold words, a comma or a unit.",
        wrong="minutes: vijf",
        right="minutes: 5",
    ),
    Code(
        number="Y207",
        slug="value-is-true-or-false",
        severity=_ERROR,
        sentence='"{key}" needs true or false, not "{value}"',
        fix="write `true` or `false`",
        exact="write `{write}`",
        explanation=(
            "Other words for yes and no differ from one program to the next. These two are read "
            "the same everywhere."
        ),
        wrong="correct: ja",
        right="correct: true",
    ),
    Code(
        number="Y208",
        slug="value-is-a-date",
        severity=_ERROR,
        sentence='"{key}" needs a date that exists, not "{value}"',
        fix="write year, month and day with hyphens, such as 2026-01-31",
        exact="write `{write}`",
        explanation=(
            "In this order a date means the same in every country, and dates sort by themselves. "
            "Day and month have two digits."
        ),
        wrong="checked: 31-1-2026",
        right="checked: 2026-01-31",
    ),
    Code(
        number="Y209",
        slug="value-is-a-list",
        severity=_ERROR,
        sentence='"{key}" needs a list',
        fix="put each item on a line of its own, with a hyphen and a space before it",
        exact=(
            "write `{key}: {write}`, or each item on a line of its own, with a hyphen and a space "
            "before it"
        ),
        explanation=(
            "There may be one or more of these, so they stand in a list, even if there is only "
            "one. A hyphen without a space behind it is part of the text."
        ),
        wrong="modules: mijn-module",
        right="modules:\n  - mijn-module",
    ),
    Code(
        number="Y210",
        slug="value-is-a-group-of-keys",
        severity=_ERROR,
        sentence='"{key}" needs keys with values below it',
        fix="put each key on a line of its own below it, indented, without a hyphen",
        exact="write keys with values here, each on a line of its own, such as `{first}: …` "
        "(possible are {known})",
        explanation=(
            "This value consists of parts with a name each. Options, for instance, stand under a "
            "letter each, so that a letter keeps belonging to its answer when another one goes."
        ),
        wrong="options:\n  - text: Je wacht af.",
        right="options:\n  a:\n    text: Je wacht af.",
    ),
    Code(
        number="Y211",
        slug="number-is-not-too-small",
        severity=_ERROR,
        sentence='"{key}" is {value}, and {limit} is the least',
        fix="write a number from {limit} on",
        explanation=(
            "A smaller number has no meaning here. If there should be no limit or no mark at all, "
            "leave the key out."
        ),
        wrong="question-attempts: 0",
        right="question-attempts: 1",
    ),
    Code(
        number="Y212",
        slug="number-is-not-too-large",
        severity=_ERROR,
        sentence='"{key}" is {value}, and {limit} is the most',
        fix="write a number up to {limit}",
        explanation=(
            "A larger number has no meaning here, or cannot be kept in a learning environment. A "
            "mark is a percentage, so 100 is the highest."
        ),
        wrong="mastery-score: 800",
        right="mastery-score: 80",
    ),
    Code(
        number="Y213",
        slug="text-is-not-empty",
        severity=_ERROR,
        sentence='the text of "{key}" is empty',
        fix="write the text, or remove the line if the key may be left out",
        explanation=(
            "A learner would see an empty place where something is expected. Spaces alone count as "
            "empty."
        ),
        wrong='title: ""',
        right="title: Mijn module",
    ),
    Code(
        number="Y214",
        slug="id-is-well-formed",
        severity=_ERROR,
        sentence='"{value}" cannot be an id',
        fix="use 2 to 48 small letters, digits and hyphens, starting with a letter",
        exact="write `{write}`",
        explanation=(
            "An id is the name under which learning environments keep the progress of learners. "
            "Not all of them accept capital letters, spaces or accents. Choose it with care: it "
            "stays the same for as long as the course exists, also when the title changes."
        ),
        wrong="id: Mijn Module",
        right="id: mijn-module",
    ),
    Code(
        number="Y215",
        slug="version-has-three-numbers",
        severity=_ERROR,
        sentence='"{value}" cannot be a version',
        fix="write three numbers with points between them, such as 1.0.0",
        exact="write `{write}`: three numbers with points between them",
        explanation=(
            "The version stands in the name of every package, so that you can see which one a "
            "school has. Raise the last number for a correction, the middle one for new material, "
            "the first one for a course that has become another."
        ),
        wrong="version: 1.0",
        right="version: 1.0.0",
    ),
    Code(
        number="Y216",
        slug="namespace-is-a-reversed-domain",
        severity=_ERROR,
        sentence='"{value}" cannot be a namespace',
        fix="write your domain name back to front in small letters, such as nl.voorbeeld",
        exact="write `{write}`: your domain name back to front",
        explanation=(
            "Two publishers may each have a course with the same id. A domain name belongs to one "
            "of them, so it keeps their courses apart in a learning environment. Do not change it "
            "after the first package: learners would lose their progress."
        ),
        wrong="namespace: www.Voorbeeld.nl/",
        right="namespace: nl.voorbeeld",
    ),
    Code(
        number="Y217",
        slug="option-has-a-letter",
        severity=_ERROR,
        sentence='an option or item cannot be called "{value}"',
        fix="use one small letter: a, b, c",
        exact="write `{write}`: one small letter",
        explanation=(
            "Under this letter the answer of a learner is kept and reported. Old learning "
            "environments have room for one sign."
        ),
        wrong="options:\n  A: {text: …}",
        right="options:\n  a: {text: …}",
    ),
    Code(
        number="Y218",
        slug="old-id-is-well-formed",
        severity=_ERROR,
        sentence='"{value}" is not the id of a lesson, quiz, question or option',
        fix="write the id as it was, and an option as question/letter, such as eerste-stap/a",
        explanation=(
            "Under `renamed` and `retired` stand ids that learners already have progress with. An "
            "option has no id of its own: it is the id of its question, a slash and its letter."
        ),
        wrong="retired:\n  - eerste-stap.a",
        right="retired:\n  - eerste-stap/a",
    ),
    Code(
        number="Y219",
        slug="web-address-is-complete",
        severity=_ERROR,
        sentence='"{value}" is not the address of a web page',
        fix="copy the whole address from the browser, with https:// at the start",
        exact="write `{write}`",
        explanation=(
            "A learner clicks on it to read the source. Without its first part a browser would "
            "look for a file in the course."
        ),
        wrong="url: www.voorbeeld.nl/bron",
        right="url: https://www.voorbeeld.nl/bron",
    ),
    Code(
        number="Y220",
        slug="fact-has-a-number",
        severity=_ERROR,
        sentence='"{value}" cannot be the number of a fact',
        fix="write a letter and a number, such as F12",
        explanation=(
            "The number points into your own list of facts, so that you can see later on what a "
            "text rests. It starts with a letter and has no spaces."
        ),
        wrong="facts: [12]",
        right="facts: [F12]",
    ),
    Code(
        number="Y221",
        slug="text-is-not-too-long",
        severity=_ERROR,
        sentence='the text of "{key}" is longer than {limit} characters',
        fix="make the text shorter",
        explanation=(
            "A title stands in the contents, in the report and on a phone, where long lines are "
            "cut off. Long texts belong in a lesson."
        ),
    ),
    Code(
        number="Y222",
        slug="value-is-one-of-a-few",
        severity=_ERROR,
        sentence='"{key}" cannot be "{value}"',
        fix="use one of these: {known}",
        exact="write `{write}`; possible are {known}",
        explanation=(
            "Only a few words are possible here, because each stands for something that the "
            "program has to be able to do. They are written in small letters."
        ),
        wrong="language: Nederlands",
        right="language: nl",
    ),
    Code(
        number="Y223",
        slug="question-has-a-type",
        severity=_ERROR,
        sentence="this question has no type",
        fix="add a line such as `type: single-choice`",
        explanation=(
            "The type tells how a learner answers and how points are given. Which other keys a "
            "question needs depends on it, so those were not checked."
        ),
        wrong="- id: eerste-stap\n  prompt: Wat doe je eerst?",
        right="- id: eerste-stap\n  type: single-choice\n  prompt: Wat doe je eerst?",
    ),
    Code(
        number="Y224",
        slug="question-type-is-known",
        severity=_ERROR,
        sentence='there is no type of question called "{value}"',
        fix="write one of these words: {known}",
        exact="write `{write}`",
        explanation=(
            "The type tells how a learner answers and how points are given. Which other keys a "
            "question needs depends on it, so those were not checked."
        ),
        wrong="type: meerkeuze",
        right="type: single-choice",
    ),
    Code(
        number="Y225",
        slug="text-is-one-line",
        severity=_ERROR,
        sentence='the text of "{key}" has more than one line',
        fix="write it on one line, without | or tabs",
        explanation=(
            "This text stands in the contents and in the learning environment, where there is room "
            "for one line. After `>-` a text may be written on several lines that become one."
        ),
        wrong="title: |\n  Mijn\n  module",
        right="title: Mijn module",
    ),
    Code(
        number="Y226",
        slug="format-is-known",
        severity=_ERROR,
        sentence='this version of lesbouwer cannot read format "{value}"',
        fix="write `format: 1`, or install a newer version of lesbouwer",
        explanation=(
            "The format says how a course is written down. When that changes in a way that old "
            "files do not fit, the number goes up, so that no course is read wrongly."
        ),
        wrong="format: 2",
        right="format: 1",
    ),
    Code(
        number="Y227",
        slug="number-is-in-digits",
        severity=_ERROR,
        sentence='"{value}" is not a number in digits',
        fix="write only digits, such as 25 or 2.5",
        explanation=(
            "A number has at most twelve digits, and four behind the point. A comma does as well. "
            "Units and words stand elsewhere."
        ),
        wrong="answer: 25 procent",
        right="answer: 25\nunit: procent",
    ),
    Code(
        number="Y299",
        slug="value-fits",
        severity=_ERROR,
        sentence='"{value}" does not fit "{key}" ({reason})',
        fix="change the value",
        explanation=(
            "The value breaks a rule for which there is no sentence of its own yet. Please report "
            "it, so that it gets one. The words between brackets come from the program that checks "
            "the values, and are always English."
        ),
    ),
)
