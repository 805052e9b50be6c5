"""Codes of the second half of V3xx: resources, files, namespaces and extensions."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

CODES = (
    Code(
        number="V312",
        slug="first-resource-is-the-launch",
        severity=Severity.WARNING,
        sentence='the first resource, "{identifier}", is not a SCO with an href',
        fix="put the resource that starts the course first",
        explanation=(
            "Some learning environments open the first resource of the manifest and do not look "
            "at the items. The learner then gets a picture or a stylesheet instead of the course."
        ),
    ),
    Code(
        number="V313",
        slug="launched-resources-have-an-address",
        severity=Severity.ERROR,
        sentence='the resource "{identifier}" is started by an item and has no href',
        fix="add the href of the page to open",
        explanation="Without an href a learning environment does not know which page to open.",
    ),
    Code(
        number="V314",
        slug="all-files-are-listed",
        severity=Severity.WARNING,
        sentence='"{member}" is in the zip, but no resource lists it ({count} in all)',
        fix="list the file in a resource, or take it out of the package",
        explanation=(
            "A learning environment may copy only the files that the manifest lists. "
            "A file that is not listed can be missing where the course is played."
        ),
    ),
    Code(
        number="V315",
        slug="listed-files-exist",
        severity=Severity.ERROR,
        sentence='the manifest lists "{href}", which is not in the zip',
        fix="add the file, or take it off the list",
        explanation="What is listed and not there gives an error on import or an empty page later.",
    ),
    Code(
        number="V316",
        slug="hrefs-are-plain",
        severity=Severity.ERROR,
        sentence='"{href}" is not a plain path in the package',
        fix="write a relative path with forward slashes, an extension, and no spaces or %",
        explanation=(
            "A path in a manifest is also an address on the web. Spaces, backslashes, a slash in "
            "front and addresses of other sites go wrong on one server or another."
        ),
        wrong='href="mijn map\\les 1.html"',
        right='href="mijn-map/les-1.html"',
    ),
    Code(
        number="V317",
        slug="manifest-has-no-base",
        severity=Severity.WARNING,
        sentence="the manifest uses xml:base",
        fix="write the whole path in every href",
        explanation=(
            "xml:base puts something in front of the paths below it. Learning environments honour "
            "it in different places, so files are not found."
        ),
    ),
    Code(
        number="V318",
        slug="prefixes-are-the-usual",
        severity=Severity.ERROR,
        sentence='the namespace {namespace} has the prefix "{prefix}" instead of "{expected}"',
        fix='use the prefix "{expected}"; an empty one means the default namespace',
        explanation=(
            "In XML a prefix may be chosen freely, but Moodle looks for the usual ones. With "
            "another prefix it finds no items, or takes a course for a mere page."
        ),
        wrong='<resource adl:scormtype="sco" …>',
        right='<resource adlcp:scormtype="sco" …>',
    ),
    Code(
        number="V320",
        slug="schema-location-is-complete",
        severity=Severity.WARNING,
        sentence="xsi:schemaLocation does not name the schema of {namespace}",
        fix="add the namespace and its schema file to xsi:schemaLocation",
        explanation=(
            "Checkers of the standard look up the schema of every namespace in this attribute. "
            "Learning environments seldom do."
        ),
    ),
    Code(
        number="V321",
        slug="schema-files-are-included",
        severity=Severity.WARNING,
        sentence='the schema file "{name}" is not beside the manifest',
        fix="add the schema file of the standard to the package",
        explanation=(
            "The manifest says that this schema is in the package. Checkers of the standard then "
            "expect it there, also where there is no internet."
        ),
    ),
    Code(
        number="V322",
        slug="there-is-one-manifest",
        severity=Severity.WARNING,
        sentence="there is a manifest inside the manifest",
        fix="make one manifest, or one package for each",
        explanation="Learning environments do not read manifests inside a manifest.",
    ),
    Code(
        number="V323",
        slug="launch-file-is-listed",
        severity=Severity.WARNING,
        sentence='the resource starts with "{href}" but does not list it among its files',
        fix="add a <file> with the same href",
        explanation=(
            "A resource lists all files it needs, the one it starts with included. "
            "An importer that copies listed files only would leave the start page out."
        ),
    ),
    Code(
        number="V324",
        slug="resources-are-used",
        severity=Severity.WARNING,
        sentence='nothing refers to the resource "{identifier}"',
        fix="refer to it by an item or a dependency, or remove it",
        explanation="A resource that nothing refers to is ballast, or a sign of a missing item.",
    ),
    Code(
        number="V325",
        slug="parameters-are-legal",
        severity=Severity.WARNING,
        sentence='"{value}" cannot be the parameters of this item',
        fix="write name=value pairs joined by &, on an item with an identifierref",
        explanation=(
            "Parameters are put behind the address of the page. Only name=value pairs and a "
            "fragment survive that everywhere, up to 1000 characters."
        ),
        wrong='parameters="module 1"',
        right='parameters="?module=1"',
    ),
    Code(
        number="V326",
        slug="visibility-is-true-or-false",
        severity=Severity.WARNING,
        sentence='isvisible is "{value}"',
        fix="write true or false",
        explanation="Checkers of the standard accept the words true and false only, not 1 and 0.",
    ),
    Code(
        number="V327",
        slug="extension-names-are-known",
        severity=Severity.ERROR,
        sentence='the standard knows no "{name}"',
        fix="check the spelling, capitals included, and the edition of the standard",
        explanation=(
            "The name stands in a namespace of the standard that does not have it. It is silently "
            "ignored, so what it was meant to do does not happen."
        ),
        wrong='<resource adlcp:scormtype="sco" …> in SCORM 2004',
        right='<resource adlcp:scormType="sco" …> in SCORM 2004',
    ),
    Code(
        number="V328",
        slug="attributes-are-at-home",
        severity=Severity.WARNING,
        sentence='the attribute "{attribute}" belongs on a <{home}>',
        fix="move the attribute to the element it belongs on",
        explanation="On another element the attribute is ignored.",
    ),
    Code(
        number="V329",
        slug="hrefs-are-short",
        severity=Severity.WARNING,
        sentence="an href is {length} characters long, and {limit} fit",
        fix="use shorter paths",
        explanation="A learning environment has to keep 2000 characters of an address, not more.",
    ),
    Code(
        number="V330",
        slug="listed-files-are-spelt-the-same",
        severity=Severity.ERROR,
        sentence='the manifest lists "{href}", but the zip has "{member}"',
        fix="use the same capitals in both",
        explanation=(
            "On most servers capitals count. The file opens on the computer of the maker and is "
            "not found where the course is played."
        ),
    ),
    Code(
        number="V331",
        slug="organizations-have-items",
        severity=Severity.ERROR,
        sentence="there is no organization with an item",
        fix="add an organization with at least one item",
        explanation=(
            "The items of an organization are the table of contents. Without one there is nothing "
            "to open; Moodle then shows the identifiers of the resources instead."
        ),
    ),
    Code(
        number="V332",
        slug="extensions-stand-once",
        severity=Severity.WARNING,
        sentence='"{name}" stands here more than once',
        fix="keep one of them",
        explanation=(
            "The standard allows one of each. Which one of several counts differs per learning "
            "environment."
        ),
    ),
    Code(
        number="V333",
        slug="locations-exist",
        severity=Severity.WARNING,
        sentence='the metadata file "{href}" is not in the zip',
        fix="add the metadata file, or remove the location",
        explanation="A location names a file with metadata; here it leads nowhere.",
    ),
)
