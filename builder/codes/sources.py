"""Codes of the S family: the files themselves, before anything in them is read."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

_ERROR = Severity.ERROR

CODES = (
    Code(
        number="S101",
        slug="file-is-utf-8",
        severity=_ERROR,
        sentence="the text is not UTF-8 (byte {byte})",
        fix="save the file again with the encoding UTF-8",
        explanation=(
            "A file holds numbers, and the encoding says which letter each number is. With another "
            "encoding than UTF-8 letters such as é and ë turn into strange signs on the learner's "
            "screen. The column points at the first letter that cannot be read. In most editors "
            "the encoding stands at the bottom of the window or in the dialog “Save as”."
        ),
    ),
    Code(
        number="S102",
        slug="file-has-no-byte-order-mark",
        severity=_ERROR,
        sentence="the file starts with an invisible byte-order mark",
        fix="save the file again as UTF-8 without BOM",
        explanation=(
            "Some editors put an invisible sign before the first letter. Other programs take it "
            "for part of the text, so that the first line of a file is no longer recognised. "
            "Choose “UTF-8” rather than “UTF-8 with BOM” when you save the file."
        ),
    ),
    Code(
        number="S103",
        slug="text-file-is-not-too-large",
        severity=_ERROR,
        sentence="the text is {size_kb} kB, and {limit_kb} kB is the most",
        fix="divide the text over several files",
        explanation=(
            "A lesson of this size cannot be read in one sitting and makes a phone slow. Often "
            "something ended up in the file by accident, such as a picture in the form of text."
        ),
    ),
    Code(
        number="S104",
        slug="media-file-is-not-too-large",
        severity=_ERROR,
        sentence="the file is {size_kb} kB, and {limit_kb} kB is the most",
        fix="make it smaller (a picture of 1600 pixels wide, a film in 720p) or leave the file out",
        explanation=(
            "Learners often work on a phone with a slow connection, and learning environments set "
            "a limit to the size of a package. A picture may take 20 MB here, and becomes small in "
            "the package by itself; a film or sound may take 200 MB, and stays as it is."
        ),
    ),
    Code(
        number="S105",
        slug="link-stays-in-project",
        severity=_ERROR,
        sentence="this is a symbolic link to a place outside the project",
        fix="remove the link and put the file itself in its place",
        explanation=(
            "The link points to something on this computer that another trainer does not have. It "
            "could also put private files into a package by accident. That is why a link out of "
            "the project is never followed."
        ),
    ),
    Code(
        number="S106",
        slug="file-can-be-read",
        severity=_ERROR,
        sentence="this cannot be read: {reason}",
        fix="look whether you have the right to read it, then try again",
        explanation=(
            "The file or folder exists, but the computer does not let it be read. Perhaps it "
            "belongs to another user, perhaps another program holds it, perhaps the disk is "
            "damaged.\n\n"
            "Nothing is wrong with your text. As long as a part of the course cannot be read, "
            "nobody knows what else is wrong with it; so mend this first. A command that meets "
            "this ends with exit code 3 (the machine) and not with 1 (the content)."
        ),
        is_machine=True,
    ),
    Code(
        number="S107",
        slug="link-leads-somewhere",
        severity=_ERROR,
        sentence="this is a symbolic link to something that does not exist",
        fix="remove the link, or put back what it points to",
        explanation=(
            "The link was made for a file or folder that has since been moved or removed. What it "
            "stood for is missing from the course."
        ),
    ),
    Code(
        number="S108",
        slug="text-has-no-control-characters",
        severity=_ERROR,
        sentence="an invisible control character ({point}) stands here",
        fix="remove the invisible character; type the words again if you cannot find it",
        explanation=(
            "Control characters come along when text is copied from a document or a web page. You "
            "do not see them, but a package may not contain them: a learning environment refuses "
            "the whole course. The column points at the first one on this line."
        ),
    ),
    Code(
        number="S109",
        slug="file-name-is-readable",
        severity=_ERROR,
        sentence="the name of this file cannot be read",
        fix="give it a name of small letters, digits and hyphens",
        explanation=(
            "The name holds bytes that are no letters in UTF-8, for instance because it was "
            "unpacked from an old zip file. No other file can refer to it."
        ),
    ),
    Code(
        number="S110",
        slug="project-has-a-course",
        severity=_ERROR,
        sentence="there is no course in this folder",
        fix="make a folder courses/my-course with a file course.yaml in it",
        explanation=(
            "Every course has a folder of its own in `courses`. Without one there is nothing to "
            "check or to build."
        ),
    ),
    Code(
        number="S111",
        slug="folder-is-a-folder",
        severity=_ERROR,
        sentence="this is a file where a folder should be",
        fix="remove the file, and make a folder with this name",
        explanation=(
            "Courses, modules, quizzes and brands each have a folder with this name. A file in its "
            "place hides all that should be in it."
        ),
    ),
    Code(
        number="S112",
        slug="links-do-not-go-in-circles",
        severity=_ERROR,
        sentence="this link leads back to a folder that it lies in itself",
        fix="remove the link",
        explanation=(
            "Whoever follows the link comes back at the same place, and never reaches the end. A "
            "link may point to another folder of the project, not to one above itself."
        ),
    ),
    Code(
        number="S113",
        slug="text-file-holds-text",
        severity=_ERROR,
        sentence="this is not a text file, although its name says so",
        fix="save the text as a plain text file, or give the file the ending that it should have",
        explanation=(
            "The name ends in .md or .yaml, but the file holds something else, such as a document "
            "of a word processor. Those programs have “Save as” with the choice “plain text”."
        ),
    ),
    Code(
        number="S114",
        slug="file-names-differ-in-more-than-case",
        severity=_ERROR,
        sentence='the name is the same as that of "{other}" but for capital letters',
        fix="give one of the two another name",
        explanation=(
            "On many computers and in some learning environments capital letters make no "
            "difference in a file name. There one of the two files would take the place of the "
            "other."
        ),
    ),
    Code(
        number="S115",
        slug="text-has-no-soft-hyphens",
        severity=Severity.WARNING,
        sentence="an invisible soft hyphen (U+00AD) stands here",
        fix="remove the invisible character; type the word again if you cannot find it",
        explanation=(
            "Soft hyphens come along when text is copied from a document or a web page. They tell "
            "where a word may be broken. You do not see them, but whoever searches for the word "
            "will not find it, and some screen readers say it in pieces. The column points at the "
            "first one on this line."
        ),
    ),
    Code(
        number="S116",
        slug="file-is-an-ordinary-file",
        severity=_ERROR,
        sentence="this is not an ordinary file",
        fix="remove it, or put an ordinary file in its place",
        explanation=(
            "It is a device, a socket or a pipe: something with which programs talk to each other, "
            "and that has no content of its own. It is never opened, because reading it might not "
            "end."
        ),
    ),
)
