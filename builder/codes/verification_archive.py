"""Codes V1xx: the zip of a package."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

_REPACK = "pack the files again with an ordinary zip program, or ask the maker for a new package"

CODES = (
    Code(
        number="V101",
        slug="package-is-a-zip",
        severity=Severity.ERROR,
        sentence="this file is not a zip, or it is damaged",
        fix="download the package again, or ask the maker for a new one",
        explanation=(
            "A package is a zip file. This one has no readable table of contents, which happens "
            "when a download was cut short or when another kind of file was given the name .zip."
        ),
    ),
    Code(
        number="V102",
        slug="members-are-whole",
        severity=Severity.ERROR,
        sentence='"{member}" is damaged inside the zip',
        fix="download the package again, or ask the maker for a new one",
        explanation=(
            "Every file in a zip has a checksum. For this one it does not agree with the content, "
            "so part of the file is lost. Most learning environments refuse such a package."
        ),
    ),
    Code(
        number="V103",
        slug="package-has-a-manifest",
        severity=Severity.ERROR,
        sentence="there is no imsmanifest.xml in the zip",
        fix="check that this is a SCORM package and not another kind of zip",
        explanation=(
            "imsmanifest.xml tells a learning environment what a package is called and which page "
            "to open. Without it a zip is just a bag of files."
        ),
    ),
    Code(
        number="V104",
        slug="manifest-is-at-the-root",
        severity=Severity.ERROR,
        sentence='the manifest lies in a folder: "{member}"',
        fix="pack the content of that folder, not the folder itself",
        explanation=(
            "Learning environments look for imsmanifest.xml at the top of the zip only. "
            "This usually happens when somebody unpacked a package and zipped the folder again."
        ),
        wrong="mijn-cursus/imsmanifest.xml",
        right="imsmanifest.xml",
    ),
    Code(
        number="V105",
        slug="manifest-name-is-lower-case",
        severity=Severity.ERROR,
        sentence='the manifest is called "{member}" instead of imsmanifest.xml',
        fix="rename the file to imsmanifest.xml, all lower case, and pack again",
        explanation=(
            "Learning environments compare the name letter by letter. A capital is enough for "
            "the message that the package has no manifest."
        ),
    ),
    Code(
        number="V106",
        slug="manifest-is-first",
        severity=Severity.WARNING,
        sentence='the first entry of the zip is "{first}" and not the manifest',
        fix="pack again with imsmanifest.xml as the first file",
        explanation=(
            "Some importers read a package while it is being uploaded and want to see the manifest "
            "first. Most do not mind."
        ),
    ),
    Code(
        number="V107",
        slug="paths-stay-inside",
        severity=Severity.ERROR,
        sentence='the path "{member}" leads out of the package or is not a path at all',
        fix="ask the maker for a package with ordinary paths, and do not upload this one",
        explanation=(
            "A path in a zip is relative and has forward slashes. A path with `..`, a drive "
            "letter, a backslash or a slash in front can overwrite files of the server that "
            "unpacks it. Such packages are refused, with reason."
        ),
    ),
    Code(
        number="V108",
        slug="members-are-deflated-or-stored",
        severity=Severity.ERROR,
        sentence='"{member}" is packed by method {method}, which importers cannot read',
        fix=_REPACK,
        explanation=(
            "Zip knows many ways of making a file smaller. Every importer knows deflate and store; "
            "newer methods such as bzip2, lzma or deflate64 make the upload fail."
        ),
    ),
    Code(
        number="V109",
        slug="members-are-not-encrypted",
        severity=Severity.ERROR,
        sentence='"{member}" is locked with a password',
        fix="ask the maker for a package without a password",
        explanation="A learning environment has no place to type the password of a zip.",
    ),
    Code(
        number="V110",
        slug="zip-version-is-2",
        severity=Severity.WARNING,
        sentence='"{member}" asks for version {version} of zip ({count} in all)',
        fix=_REPACK,
        explanation=(
            "Each entry says which version of the zip format a reader must know. Version 2.0 is "
            "enough for a package; older importers refuse anything higher."
        ),
    ),
    Code(
        number="V111",
        slug="sizes-stand-before-the-data",
        severity=Severity.WARNING,
        sentence='the size of "{member}" stands behind its data ({count} in all)',
        fix=_REPACK,
        explanation=(
            "A zip that was written in one go notes the size of a file after the file. "
            "Importers that also read in one go cannot tell where such a file ends."
        ),
    ),
    Code(
        number="V112",
        slug="zip-is-not-64-bit",
        severity=Severity.WARNING,
        sentence="the zip uses the 64-bit form of the format",
        fix=_REPACK,
        explanation=(
            "The 64-bit form is meant for files above 4 GB. Importers built on older libraries "
            "cannot read it, whatever the size of the package."
        ),
    ),
    Code(
        number="V113",
        slug="names-are-plain-letters",
        severity=Severity.WARNING,
        sentence='the name "{member}" has letters outside a–z, 0–9 and the usual signs',
        fix="rename the file and mend every place that refers to it",
        explanation=(
            "How a letter with an accent is written in a zip differs per program. On the server "
            "the file can get another name than the page asks for, and a picture stays away."
        ),
        wrong="media/één.png",
        right="media/een.png",
    ),
    Code(
        number="V114",
        slug="names-differ",
        severity=Severity.ERROR,
        sentence='the name "{member}" stands in the zip twice, or differs in capitals only',
        fix="rename or remove one of the two",
        explanation=(
            "On servers that do not tell capitals apart, two such names are one file: one of them "
            "overwrites the other."
        ),
    ),
    Code(
        number="V115",
        slug="package-has-no-leftovers",
        severity=Severity.WARNING,
        sentence='"{member}" does not belong in a package',
        fix="take the file out of the package",
        explanation=(
            "Hidden files, leftovers of an operating system and programs serve no learner. "
            "Some learning environments refuse a package because of them."
        ),
    ),
    Code(
        number="V116",
        slug="package-is-not-large",
        severity=Severity.WARNING,
        sentence="the package is {size_mb} MB, and above {limit_mb} MB uploads often fail",
        fix="make pictures and films smaller, or keep films elsewhere",
        explanation=(
            "Many learning environments and web servers limit the size of an upload, and learners "
            "on a phone pay for every megabyte."
        ),
    ),
    Code(
        number="V117",
        slug="package-is-not-too-large",
        severity=Severity.ERROR,
        sentence="the package is {size_mb} MB, and above {limit_mb} MB it is refused",
        fix="make pictures and films smaller, or split the course",
        explanation=(
            "Above this size several learning environments refuse a package. "
            "One course of text and pictures stays far below it."
        ),
    ),
    Code(
        number="V118",
        slug="package-unpacks-to-a-sensible-size",
        severity=Severity.ERROR,
        sentence="the zip unpacks to {size_mb} MB in {entries} files and is not looked into",
        fix="do not open or upload this file unless you know its maker",
        explanation=(
            "A small zip can be made to unpack to something enormous, to bring down the computer "
            "that opens it. What stands in this one is therefore not read."
        ),
    ),
    Code(
        number="V119",
        slug="headers-agree",
        severity=Severity.WARNING,
        sentence='the zip says two different things about "{member}" ({count} in all)',
        fix=_REPACK,
        explanation=(
            "A zip describes every file twice: in front of its data and in the table of contents. "
            "Programs differ in which of the two they trust, so these must be equal."
        ),
    ),
    Code(
        number="V120",
        slug="zip-has-no-comment",
        severity=Severity.WARNING,
        sentence="the zip has a comment",
        fix=_REPACK,
        explanation=(
            "A comment at the end of a zip hides its table of contents from simple readers. "
            "A package has no use for it."
        ),
    ),
    Code(
        number="V121",
        slug="paths-are-short",
        severity=Severity.WARNING,
        sentence='the path "{member}" is {length} characters long and {depth} folders deep',
        fix="use shorter names and fewer folders: at most 120 characters and 3 folders",
        explanation=(
            "A learning environment puts its own long path in front. On some servers the whole "
            "becomes too long, and the file cannot be written."
        ),
    ),
    Code(
        number="V122",
        slug="files-are-of-known-kinds",
        severity=Severity.ERROR,
        sentence='"{member}" is of a kind that learning environments do not serve',
        fix="use another kind of file, such as png, jpg, svg, mp4 or pdf",
        explanation=(
            "A server tells a browser what kind of file it sends, by the extension. For kinds it "
            "does not know, a strict browser shows nothing."
        ),
    ),
    Code(
        number="V123",
        slug="texts-are-small",
        severity=Severity.WARNING,
        sentence='"{member}" is larger than {limit_mb} MB and is not looked into',
        fix="ask the maker for smaller files, or check this one by hand",
        explanation=(
            "A manifest, page or script of this size is unusual. It is skipped, so faults inside "
            "it are not reported."
        ),
    ),
)
