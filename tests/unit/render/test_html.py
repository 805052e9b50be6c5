"""Markdown as HTML: what is changed, and what never gets through."""

from __future__ import annotations

import re

import pytest
from markdown_it.token import Token

from builder import strings
from builder.markdown_reader import parse
from builder.render.assets import Assets
from builder.render.html import Scope, clean, write, write_line, write_title


def make_scope() -> Scope:
    return Scope("les", strings.load("nl"), {}, Assets({}))


def html_of(markdown: str) -> str:
    return str(write(parse(markdown), make_scope())).strip()


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("*a* **b** ~~c~~ `d`", "<p><em>a</em> <strong>b</strong> <s>c</s> <code>d</code></p>"),
        ("a\\\nb", "<p>a<br>\nb</p>"),
        ("3. drie\n4. vier", '<ol start="3">\n<li>drie</li>\n<li>vier</li>\n</ol>'),
        ("~80% en ~90%", "<p>~80% en ~90%</p>"),
        ("H<SUB>2</SUB>O<br/>", "<p>H<sub>2</sub>O<br></p>"),
        ('<span LANG="en">x</span>', '<p><span lang="en">x</span></p>'),
        ("a <!-- b --> c", "<p>a  c</p>"),
        ("<!-- b -->", ""),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"),
        ("[x](les:toets)", '<p><a href="#p-toets">x</a></p>'),
        ("[x](mailto:a@b.nl)", '<p><a href="mailto:a@b.nl">x</a></p>'),
        ("---", "<hr>"),
        ("```js\na < b\n```", '<pre><code class="language-js">a &lt; b\n</code></pre>'),
    ],
)
def test_html(markdown: str, html: str) -> None:
    assert html_of(markdown) == html


@pytest.mark.parametrize(
    "markdown",
    [
        "[x](javascript:alert(1))",
        "<script>alert(1)</script>",
        "a <script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        'a <span onclick="alert(1)">b</span>',
        "<svg><script>alert(1)</script></svg>",
        '<iframe src="https://voorbeeld.nl"></iframe>',
        '[x](https://a.nl/"onclick="alert(1))',
    ],
)
def test_what_the_checks_refuse_does_not_get_through_either(markdown: str) -> None:
    made = html_of(markdown)
    for sign in ("<script", "javascript:", 'onclick="', "onerror=", "<iframe", "<svg"):
        assert sign not in made


def test_clean_keeps_order_and_drops_the_rest() -> None:
    made = clean(
        '<a href="x" target="_blank" rel="noopener" class="y" style="z">a</a><form>b</form>'
    )
    assert made == '<a href="x" target="_blank" rel="noopener">a</a>b'


def test_a_line_has_no_paragraph_around_it() -> None:
    assert write_line("Wat *zie* je? [x](https://a.nl)", make_scope()) == (
        'Wat <em>zie</em> je? <a href="https://a.nl" target="_blank" rel="noopener noreferrer">x'
        '<span class="vh"> (opent in een nieuw venster)</span></a>'
    )


def test_titles_hold_emphasis_only() -> None:
    assert write_title("*a* `b` [c](d) <b>&") == "<em>a</em> <code>b</code> [c](d) &lt;b&gt;&amp;"


def test_headings_have_the_anchor_of_their_page() -> None:
    tokens = parse("## Kop\n\n## Kop\n")
    scope = make_scope()
    scope.name_headings(tokens)
    assert write(tokens, scope) == '<h2 id="h-les_kop">Kop</h2>\n<h2 id="h-les_kop-2">Kop</h2>\n'


def test_tables_have_a_name_and_wide_ones_take_the_focus() -> None:
    table = "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n\n"
    made = str(write(parse(table + table + "| a | b |\n|---|---|\n"), make_scope()))
    frames = re.findall(r'<div class="table" (.*?)>', made)
    assert frames == [
        'role="region" tabindex="0" aria-label="Tabel 1"',
        'role="region" tabindex="0" aria-label="Tabel 2"',
        'role="group" aria-label="Tabel 3"',
    ]
    assert made.count("<table>") == 3


def test_tokens_stay_as_they_are() -> None:
    tokens = parse("| a |\n|--:|\n| [x](les:y) |\n\n## Kop\n")
    before = [token.as_dict() for token in tokens]
    scope = make_scope()
    scope.name_headings(tokens)
    write(tokens, scope)
    assert [token.as_dict() for token in tokens] == before
    assert all(isinstance(token, Token) for token in tokens)
