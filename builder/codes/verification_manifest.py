"""Codes V2xx and the first half of V3xx: the manifest as a text and as a whole."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

CODES = (
    Code(
        number="V201",
        slug="manifest-is-well-formed",
        severity=Severity.ERROR,
        sentence="the manifest cannot be read as XML: {detail}",
        fix="mend the XML at this place, or export the package again",
        explanation=(
            "The manifest is an XML file. One missing bracket or a bare & makes it unreadable, and "
            "no learning environment can import the package."
        ),
        wrong="<title>Leven & leren</title>",
        right="<title>Leven &amp; leren</title>",
    ),
    Code(
        number="V202",
        slug="manifest-has-no-document-type",
        severity=Severity.ERROR,
        sentence="the manifest has a document type",
        fix="remove the <!DOCTYPE …> from the manifest",
        explanation=(
            "A document type can make the reader of an XML file fetch other files or fill its "
            "memory. A manifest has no use for one, and careful importers refuse it."
        ),
    ),
    Code(
        number="V203",
        slug="manifest-follows-the-schema",
        severity=Severity.ERROR,
        sentence="the manifest does not follow the schema of its standard: {detail}",
        fix="mend the manifest at this place, or export the package again",
        explanation=(
            "The standard comes with a schema that says which elements may stand where. Importers "
            "differ in how much they forgive, so a manifest that breaks the schema works in one "
            "learning environment and fails in the next."
        ),
    ),
    Code(
        number="V204",
        slug="manifest-is-utf-8",
        severity=Severity.WARNING,
        sentence="the manifest is not UTF-8, or begins with a byte-order mark",
        fix="save the manifest as UTF-8 without a byte-order mark",
        explanation=(
            "UTF-8 is the one encoding that every importer reads. With another one, or with the "
            "invisible mark in front, letters with accents go wrong or the import fails."
        ),
    ),
    Code(
        number="V205",
        slug="manifest-has-raw-letters",
        severity=Severity.WARNING,
        sentence='the manifest holds the code "{reference}" instead of the letter itself',
        fix="write the letter itself",
        explanation=(
            "In XML a letter can be written as a number. Moodle does not turn it back and shows "
            "the number in titles."
        ),
        wrong="<title>Caf&#233;</title>",
        right="<title>Café</title>",
    ),
    Code(
        number="V206",
        slug="schema-version-is-known",
        severity=Severity.ERROR,
        sentence='the manifest gives "{value}" as its version of SCORM, '
        "and many learning environments do not know that one",
        fix=(
            "write `1.2`, `2004 3rd Edition` or `2004 4th Edition` in schemaversion: the one that "
            "the package was made for"
        ),
        explanation=(
            "A learning environment chooses the way of talking to a package by the exact text of "
            "schemaversion. What it does not know, it treats as some other version."
        ),
        wrong="<schemaversion>1.3</schemaversion>",
        right="<schemaversion>2004 4th Edition</schemaversion>",
    ),
    Code(
        number="V207",
        slug="titles-keep-their-spaces",
        severity=Severity.WARNING,
        sentence='a space of the title "{title}" gets lost in Moodle',
        fix="put a no-break space behind the &",
        explanation=(
            "Moodle drops a space that stands between & and a letter with an accent, so that two "
            "words become one. A no-break space survives."
        ),
    ),
    Code(
        number="V208",
        slug="manifest-has-no-cdata",
        severity=Severity.WARNING,
        sentence="the manifest has a CDATA section",
        fix="write &amp; and &lt; instead of CDATA",
        explanation="Moodle changes the text inside CDATA and then shows &amp; to learners.",
        wrong="<title><![CDATA[Leven & leren]]></title>",
        right="<title>Leven &amp; leren</title>",
    ),
    Code(
        number="V209",
        slug="titles-are-not-zero",
        severity=Severity.WARNING,
        sentence='the title "0" shows up empty in Moodle',
        fix="use words in the title",
        explanation="Moodle takes the text 0 for nothing and shows an empty line.",
    ),
    Code(
        number="V210",
        slug="manifest-is-scorm",
        severity=Severity.ERROR,
        sentence='the manifest is not one of SCORM: its namespace is "{namespace}"',
        fix="check what kind of package this is, and export it as SCORM 1.2 or SCORM 2004",
        explanation=(
            "Other standards, such as Common Cartridge, use a file of the same name for another "
            "purpose. A SCORM activity cannot play those."
        ),
    ),
    Code(
        number="V301",
        slug="identifiers-are-unique",
        severity=Severity.ERROR,
        sentence='the identifier "{identifier}" is used twice',
        fix="give every manifest, organization, item and resource an identifier of its own",
        explanation=(
            "A learning environment keeps what a learner did under the identifier of an item. "
            "When two share one, their results get mixed up."
        ),
    ),
    Code(
        number="V302",
        slug="identifiers-are-plain",
        severity=Severity.ERROR,
        sentence='"{identifier}" cannot be an identifier',
        fix="begin with a letter or underscore, then use letters, digits, hyphens and points",
        explanation=(
            "An identifier is an XML name. One that is missing, begins with a digit or holds a "
            "space or an accent makes the import fail."
        ),
        wrong='identifier="1e module"',
        right='identifier="module-1"',
    ),
    Code(
        number="V303",
        slug="metadata-names-the-standard",
        severity=Severity.ERROR,
        sentence="the manifest does not begin with metadata that names ADL SCORM and its version",
        fix="begin with one <metadata> that holds <schema>ADL SCORM</schema> and <schemaversion>",
        explanation=(
            "The first two lines of the metadata tell which standard the package follows. "
            "Without them a learning environment guesses."
        ),
    ),
    Code(
        number="V304",
        slug="default-organization-exists",
        severity=Severity.ERROR,
        sentence='the default organization "{identifier}" does not exist',
        fix="name an existing organization in the attribute default",
        explanation=(
            "A package can hold several tables of contents, called organizations. The attribute "
            "default says which one counts."
        ),
    ),
    Code(
        number="V305",
        slug="references-lead-somewhere",
        severity=Severity.ERROR,
        sentence='"{identifier}" refers to a resource that does not exist',
        fix="correct the identifierref, or add the resource",
        explanation=(
            "An item opens the resource that it refers to. When that does not exist, a learner "
            "clicks on a title and nothing opens."
        ),
    ),
    Code(
        number="V306",
        slug="leaves-have-content",
        severity=Severity.ERROR,
        sentence='the item "{identifier}" opens nothing',
        fix="give the item an identifierref, or items below it",
        explanation=(
            "An item either groups other items or opens a resource. This one does neither, so it "
            "is a dead line in the table of contents."
        ),
    ),
    Code(
        number="V307",
        slug="branches-have-no-content",
        severity=Severity.ERROR,
        sentence='the item "{identifier}" both opens something and groups other items',
        fix="remove its identifierref, or move the content to an item below it",
        explanation=(
            "SCORM lets an item group others or open a resource, not both. Learning environments "
            "show one of the two and drop the other."
        ),
    ),
    Code(
        number="V308",
        slug="items-have-one-title",
        severity=Severity.ERROR,
        sentence='the part "{identifier}" of the manifest does not have one title with words in it',
        fix="write exactly one `<title>` in it, and the name of the course or lesson in that",
        explanation=(
            "Every organization and item of a manifest has a title: what a learner sees in the "
            "table of contents. Without one some learning environments show an empty line, and "
            "others refuse the package."
        ),
    ),
    Code(
        number="V309",
        slug="titles-fit",
        severity=Severity.WARNING,
        sentence="a title is {length} characters long, and {limit} fit",
        fix="shorten the title",
        explanation=(
            "The standard reserves 200 characters for a title. What is longer is cut off or makes "
            "the import fail."
        ),
    ),
    Code(
        number="V310",
        slug="resources-have-a-type",
        severity=Severity.ERROR,
        sentence='the resource "{identifier}" has no type',
        fix='add type="webcontent"',
        explanation="The standard requires the attribute type on every resource.",
    ),
    Code(
        number="V311",
        slug="resources-tell-sco-from-asset",
        severity=Severity.ERROR,
        sentence='the resource "{identifier}" does not say "sco" or "asset" in {attribute}',
        fix='write {attribute}="sco" on what reports results and {attribute}="asset" on the rest',
        explanation=(
            "A SCO talks with the learning environment, an asset does not. The attribute is "
            "written scormtype in SCORM 1.2 and scormType in SCORM 2004; with the wrong capital "
            "a course becomes a mere page, and no result is kept."
        ),
    ),
)
