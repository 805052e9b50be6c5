"""Codes V6xx: pages, scripts and styles inside a package."""

from __future__ import annotations

from builder.codes.code import Code
from builder.diagnostics import Severity

CODES = (
    Code(
        number="V601",
        slug="scripts-are-classic",
        severity=Severity.ERROR,
        sentence="a script is loaded as a module",
        fix="bundle the scripts into one classic .js file",
        explanation=(
            "Browsers load a module only when the server sends exactly the right type, and never "
            "from a file on the disk. Many learning environments send another type: the page then "
            "stays empty."
        ),
        wrong='<script type="module" src="player.mjs"></script>',
        right='<script src="player.js" defer></script>',
    ),
    Code(
        number="V602",
        slug="scripts-are-files",
        severity=Severity.ERROR,
        sentence="a script stands in the page itself ({count} in this file)",
        fix="put the script in a .js file and refer to it",
        explanation=(
            "Learning environments with a strict security policy run scripts from files only. "
            "A script between the tags of the page is skipped there, and the course does not start."
        ),
        wrong="<script>start()</script>",
        right='<script src="start.js"></script>',
    ),
    Code(
        number="V603",
        slug="handlers-are-not-attributes",
        severity=Severity.ERROR,
        sentence='the attribute "{attribute}" holds script ({count} in this file)',
        fix="attach the handler in a .js file",
        explanation=(
            "An attribute such as onclick, or an address that begins with javascript:, is a script "
            "inside the page. A strict security policy blocks it, and the button does nothing."
        ),
        wrong='<button onclick="next()">Verder</button>',
        right='<button id="next">Verder</button>',
    ),
    Code(
        number="V604",
        slug="styles-are-files",
        severity=Severity.ERROR,
        sentence="the element <{element}> holds style in the page itself ({count} in this file)",
        fix="put the style in a .css file and use a class",
        explanation=(
            "A strict security policy also blocks style elements and style attributes. "
            "The page is then shown without its layout."
        ),
        wrong='<p style="color: red">Let op</p>',
        right='<p class="warning">Let op</p>',
    ),
    Code(
        number="V605",
        slug="scripts-make-no-code",
        severity=Severity.ERROR,
        sentence='the script makes code out of text: "{words}"',
        fix="write the code as it is, without eval or new Function",
        explanation=(
            "Turning text into code is blocked by a strict security policy, and it is the way by "
            "which foreign code gets into a page."
        ),
    ),
    Code(
        number="V606",
        slug="nothing-is-fetched-from-outside",
        severity=Severity.ERROR,
        sentence='"{address}" lies outside the package ({count} in this file)',
        fix="put the file in the package and refer to it by a relative path",
        explanation=(
            "What is fetched from another site is lost when that site changes, does not work "
            "without internet, and tells the other site who follows the course. "
            "An ordinary link that a learner may click is fine."
        ),
        wrong='<img src="https://example.org/foto.png" alt="…">',
        right='<img src="media/foto.png" alt="…">',
    ),
    Code(
        number="V607",
        slug="pages-have-a-policy",
        severity=Severity.ERROR,
        sentence="the page has no strict content security policy",
        fix="add the meta element with default-src 'self' to the head of the page",
        explanation=(
            "The policy tells a browser to run and show nothing that is not in the package. "
            "It protects learners, and it shows at once when a page asks for something it may not."
        ),
    ),
    Code(
        number="V608",
        slug="page-has-no-base",
        severity=Severity.ERROR,
        sentence="the page has a <base> element",
        fix="remove the element and use relative paths",
        explanation=(
            "<base> changes what every relative address means, links inside the page too. "
            "A package does not know at which address it will be shown."
        ),
    ),
    Code(
        number="V609",
        slug="player-names-the-status",
        severity=Severity.ERROR,
        sentence='the player does not hold the name "{name}"',
        fix="keep the names of the standard as plain strings in the bundle",
        explanation=(
            "Some learning environments search the files of a package for the name of the status "
            "element and mark a package without it as one that reports nothing."
        ),
    ),
)
