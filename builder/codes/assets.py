"""Codes of the A family: pictures and other files that lessons and quizzes use."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

CODES = (
    Code(
        number="A101",
        slug="media-file-exists",
        severity=Severity.ERROR,
        sentence='the file "{target}" does not exist',
        fix="check the spelling of the path, or put the file there ({expected})",
        exact="write `{write}` if that is what you mean",
        explanation=(
            "A lesson shows a picture or links to a file by its path, seen from the folder of the "
            "lesson itself. When the file is not there, a learner sees an empty box. Upper and "
            "lower case count: what works on one computer fails on the next."
        ),
        wrong="![Twee lijnen](media/twee-lijne.svg)",
        right="![Twee lijnen](media/twee-lijnen.svg)",
    ),
    Code(
        number="A102",
        slug="media-path-stays-in-project",
        severity=Severity.ERROR,
        sentence='the path "{target}" leaves the project',
        fix=(
            "put the file in the media folder of the module and write a path relative to the lesson"
        ),
        explanation=(
            "A course must be buildable on every computer, so it can only use files of its own "
            "project. A path that starts with a slash or a drive letter, or that climbs out of the "
            "project with `..`, points at something that another trainer does not have. A link in "
            "the file system that leads outside is refused for the same reason."
        ),
        wrong="![Plattegrond](../../../bureaublad/plattegrond.png)",
        right="![Plattegrond](media/plattegrond.png)",
    ),
    Code(
        number="A103",
        slug="media-type-is-allowed",
        severity=Severity.ERROR,
        sentence='"{target}" is a kind of file that a package cannot hold',
        fix="use one of these kinds: {allowed}",
        explanation=(
            "Learning environments serve only kinds of files that they know; others are blocked or "
            "downloaded instead of shown. Pictures are png, jpg, gif, webp or svg, films are mp4 "
            "or webm, sound is mp3 or m4a, captions are vtt. A document that a learner takes "
            "along is a pdf."
        ),
        wrong="![Poster](media/poster.tiff)",
        right="![Poster](media/poster.png)",
    ),
    Code(
        number="A104",
        slug="description-has-no-files",
        severity=Severity.ERROR,
        sentence='a description or transcript cannot hold "{target}"',
        fix="put the picture or the file in a lesson",
        explanation=(
            "A description of a course or module stands on the start page and in lists of a "
            "learning environment, as words only. A transcript tells in words what is said and "
            "seen. Pictures and files belong to lessons and quizzes."
        ),
    ),
    Code(
        number="A105",
        slug="picture-is-in-the-project",
        severity=Severity.ERROR,
        sentence='the picture "{target}" comes from the web',
        fix="save the picture in the media folder of the module, if its licence allows that",
        explanation=(
            "A package makes no requests to anything outside itself: learners stay private and the "
            "course works without internet. A picture on the web can also change or vanish."
        ),
        wrong="![Plein](https://voorbeeld.nl/plein.jpg)",
        right="![Leerlingen op een plein](media/plein.jpg)",
    ),
    Code(
        number="A201",
        slug="picture-opens",
        severity=Severity.ERROR,
        sentence='the picture "{target}" cannot be opened',
        fix="export the picture again from the program that made it",
        explanation=(
            "The file exists, but its contents are damaged, cut short or empty. A browser would "
            "show an empty box in its place."
        ),
    ),
    Code(
        number="A202",
        slug="picture-is-what-its-name-says",
        severity=Severity.ERROR,
        sentence='"{target}" is called {extension}, but it holds a {found} picture',
        fix="rename the file or export it as {extension}",
        explanation=(
            "A learning environment tells the browser the kind of a file by its name. When name "
            "and contents differ, a strict server makes the browser refuse the picture."
        ),
    ),
    Code(
        number="A203",
        slug="svg-is-well-formed",
        severity=Severity.ERROR,
        sentence='the drawing "{target}" is not readable as SVG',
        fix="export the drawing again as plain SVG; the reader stopped at line {at_line}",
        explanation=(
            "An SVG drawing is an XML text. A browser shows nothing at all when that text has a "
            "mistake, or when its outer element is not svg."
        ),
    ),
    Code(
        number="A204",
        slug="svg-has-no-script",
        severity=Severity.ERROR,
        sentence='the drawing "{target}" holds a script (line {at_line})',
        fix="remove the script element, or export the drawing as plain SVG",
        explanation=(
            "A drawing may not run code in the browser of a learner. Drawing programs add scripts "
            "for animation; a plain export leaves them out."
        ),
        wrong="<svg><script>alert(1)</script></svg>",
        right="<svg><path d='M0 0h10'/></svg>",
    ),
    Code(
        number="A205",
        slug="svg-has-no-event-handler",
        severity=Severity.ERROR,
        sentence='the drawing "{target}" reacts to events with {attribute} (line {at_line})',
        fix="remove the attribute {attribute}",
        explanation=(
            "Attributes such as onclick and onload run code in the browser of a learner. A drawing "
            "in a lesson only needs to be looked at."
        ),
        wrong='<rect onclick="open()"/>',
        right="<rect/>",
    ),
    Code(
        number="A206",
        slug="svg-refers-to-nothing-outside",
        severity=Severity.ERROR,
        sentence='the drawing "{target}" fetches "{reference}" from outside (line {at_line})',
        fix="draw the part inside the drawing itself, or remove the reference",
        explanation=(
            "A package makes no requests to anything outside itself: learners stay private and the "
            "course works without internet. A drawing may refer to its own parts, as in `#arrow`."
        ),
        wrong='<image href="https://voorbeeld.nl/foto.png"/>',
        right='<use href="#pijl"/>',
    ),
    Code(
        number="A207",
        slug="svg-has-only-drawing-elements",
        severity=Severity.ERROR,
        sentence='the drawing "{target}" holds the element {element} (line {at_line})',
        fix="remove the element, or export the drawing as plain SVG with text turned into shapes",
        explanation=(
            "Elements such as foreignObject, iframe, audio and video let a drawing carry a web "
            "page inside it. They do not show in a picture and can do harm."
        ),
    ),
    Code(
        number="A208",
        slug="svg-style-loads-nothing",
        severity=Severity.ERROR,
        sentence='the style in the drawing "{target}" loads something (line {at_line})',
        fix="remove @import and url(…) with an address from the style",
        explanation=(
            "A style may load a font or picture from another computer with @import or url(). A "
            "package makes no requests to anything outside itself."
        ),
        wrong="<style>@import url('https://voorbeeld.nl/letter.css');</style>",
        right="<style>.lijn { stroke: currentColor }</style>",
    ),
    Code(
        number="A209",
        slug="svg-declares-no-entities",
        severity=Severity.ERROR,
        sentence='the drawing "{target}" declares entities of its own',
        fix="remove the part <!DOCTYPE …> at the top of the drawing",
        explanation=(
            "Entities in a document type can pull in other files or grow without end when a "
            "program reads them. Drawings do not need them."
        ),
    ),
    Code(
        number="A210",
        slug="picture-can-be-unpacked",
        severity=Severity.ERROR,
        sentence=(
            'the picture "{target}" has more than {most_million} million pixels, or a side of more '
            "than {side_px}"
        ),
        fix="scale it down to {enough_px} pixels wide; cut a very long picture into parts",
        explanation=(
            "A picture takes far more room when it is shown than in its file. Some files are made "
            "to fill the memory of whoever opens them. No screen shows so many pixels: at most "
            "1200 in width go into a package."
        ),
    ),
)
