"""Pages, scripts and styles: one fault at a time, in our packages and in those of others."""

from __future__ import annotations

import pytest

from builder.diagnostics import Diagnostic, Severity
from tests.packages.faults import findings
from tests.packages.sample import PAGE, PLAYER, course_script, render_sample

POLICY = (
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'self'; img-src 'self' data:\">"
)


def on_page(*edits: tuple[str, str]) -> tuple[Diagnostic, ...]:
    html = PAGE
    for old, new in edits:
        assert old in html
        html = html.replace(old, new, 1)
    return findings("scorm12", files={"index.html": html.encode()})


def in_body(html: str) -> list[str]:
    return [each.code for each in on_page(("</main>", f"{html}</main>"))]


@pytest.mark.conformance(22)
@pytest.mark.parametrize(
    ("html", "code"),
    [
        ('<script type="module" src="player.js"></script>', "V601"),
        ("<script>start()</script>", "V602"),
        ('<script type="text/javascript">start()</script>', "V602"),
        ('<button onclick="start()">Start</button>', "V603"),
        ('<svg><a xlink:href="JavaScript:start()"></a></svg>', "V603"),
        ('<p style="color:red">Rood</p>', "V604"),
        ("<style>p{color:red}</style>", "V604"),
        ('<img src="https://example.org/a.png" alt="">', "V606"),
        ('<img src="//example.org/a.png" alt="">', "V606"),
        ('<img src="/media/a.png" alt="">', "V606"),
        ('<img srcset="media/lijn.png 1x, https://example.org/b.png 2x" alt="">', "V606"),
        ('<img src="media/lijn.png" srcset="media/lijn.png, //example.org/b.png" alt="">', "V606"),
        (r'<img src="\\example.org\a.png" alt="">', "V606"),
        ('<video poster="http://example.org/a.png"></video>', "V606"),
        ('<iframe src="https://example.org/"></iframe>', "V606"),
        ('<object data="https://example.org/a.pdf"></object>', "V606"),
        ('<form action="https://example.org/"></form>', "V606"),
        ('<svg><use xlink:href="https://example.org/i.svg#a"/></svg>', "V606"),
        ('<meta http-equiv="refresh" content="0; url=https://example.org/">', "V606"),
        ('<link rel="stylesheet" href="https://example.org/a.css">', "V606"),
        ('<base href="les/">', "V608"),
    ],
)
def test_page_with_one_fault(html: str, code: str) -> None:
    assert in_body(html) == [code]


@pytest.mark.conformance(22)
@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.org/">meer</a>',
        '<img src="data:image/png;base64,AAAA" alt="">',
        '<script type="application/json">{"a": 1}</script>',
        '<img srcset="data:image/jpeg;base64,/9j/4AAQ 1x, media/lijn.png 2x" alt="">',
        '<link rel="license" href="https://example.org/licentie">',
        "<p>Schrijf <code>onclick</code> of style=x.</p>",
        '<svg><use href="#i-ok"/></svg>',
    ],
)
def test_page_without_a_fault(html: str) -> None:
    assert in_body(html) == []


def test_place_of_a_fault_is_its_line() -> None:
    (found,) = on_page(("</main>", "\n\n<p style='a'></p></main>"))
    assert (found.location.path, found.location.line) == ("kort.zip!index.html", 15)


@pytest.mark.conformance(22)
def test_module_file() -> None:
    found = findings(
        "scorm12",
        ('<file href="player.js"/>', '<file href="player.js"/><file href="extra.mjs"/>'),
        files={"extra.mjs": b"export {};\n"},
    )
    assert {each.code for each in found} == {"V122", "V601"}


@pytest.mark.conformance(22)
@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("eval(code)", "V605"),
        ("(0,eval)(code)", "V605"),
        ("new Function('return 1')", "V605"),
        ("var f=Function('return 1')", "V605"),
        ("fetch('https://example.org/')", "V606"),
        ('new WebSocket("wss://example.org/")', "V606"),
    ],
)
def test_script_with_one_fault(script: str, code: str) -> None:
    found = findings("scorm12", files={"player.js": f"{PLAYER}{script};\n".encode()})
    assert [(each.code, each.location.line) for each in found] == [(code, 2)]


@pytest.mark.conformance(22)
@pytest.mark.parametrize(
    "script",
    ["evaluate(x)", "x.evaluation", "'eval'", 'ns="http://www.w3.org/2000/svg"', "isFunction(x)"],
)
def test_script_without_a_fault(script: str) -> None:
    assert findings("scorm12", files={"player.js": f"{PLAYER}{script};\n".encode()}) == ()


@pytest.mark.conformance(22)
@pytest.mark.parametrize(
    "css",
    [
        "@import 'https://example.org/a.css';",
        "a{background:url(//example.org/a.png)}",
        "@font-face{src:url( 'https://example.org/a.woff2' )}",
    ],
)
def test_style_that_fetches(css: str) -> None:
    found = findings("scorm12", files={"player.css": css.encode()})
    assert [each.code for each in found] == ["V606"]


@pytest.mark.conformance(22)
@pytest.mark.parametrize(
    "policy",
    [
        "",
        "script-src 'self'",
        "default-src *",
        "default-src 'self' https://example.org",
        "default-src 'self'; script-src 'self' 'unsafe-inline'",
        "default-src 'self'; style-src 'unsafe-inline'",
        "default-src 'self'; img-src https:",
    ],
)
def test_policy_that_is_not_strict(policy: str) -> None:
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    assert [each.code for each in on_page((POLICY, tag))] == ["V607"]


@pytest.mark.conformance(22)
@pytest.mark.parametrize(
    "policy",
    [
        "default-src 'self'",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:",
    ],
)
def test_policy_that_is_strict(policy: str) -> None:
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    assert on_page((POLICY, tag)) == ()


@pytest.mark.conformance(22)
def test_html_that_the_player_adds_is_judged_too() -> None:
    script = course_script(render_sample().course.course.file)
    unsafe = script.replace("<p>Ja.</p>", "<p onclick='x()'>Ja.</p>")
    found = findings("scorm12", files={"course.js": unsafe.encode()})
    assert {(each.code, each.location.path) for each in found} == {("V603", "kort.zip!course.js")}


def test_faults_of_a_kind_are_counted_per_file() -> None:
    (found,) = on_page(("</main>", "<p style='a'></p>\n<b style='b'></b></main>"))
    assert (found.code, found.location.line) == ("V604", 13)
    assert found.params == {"element": "p", "count": 2}


def test_others_get_warnings_only() -> None:
    html = "<script>start()</script><img src='https://example.org/a.png' onload='x()'>"
    files = {"index.html": html.encode(), "course.js": b"eval('1')"}
    found = findings("scorm12", files=files)
    assert [each.code for each in found] == ["V602", "V603", "V606"]
    assert {each.severity for each in found} == {Severity.WARNING}
