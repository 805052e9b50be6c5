"""The pages of the preview."""

import re

from lxml import html

from builder import i18n
from builder.diagnostics import Diagnostic, Location
from builder.preview.site import (
    CourseView,
    Site,
    add_script,
    find_file,
    make_overview,
    read_asset,
)
from builder.report import make_findings

FILES = {"index.html": b"<html><body><p>Les</p></body></html>", "media/a.svg": b"<svg/>"}
FAULT = Diagnostic(
    "A101",
    Location("modules/een/01-les.md", 3, 2),
    {"target": "<b>.png", "expected": "modules/een/<b>.png"},
    "![x](<b>.png)",
)
GOOD = CourseView("goed", FILES, ())
BAD = CourseView("fout", None, make_findings([FAULT]))


def site_of(*views: CourseView) -> Site:
    return Site({view.id: view for view in views}, "en", "abc-1")


def text_of(page: bytes) -> str:
    return " ".join(html.document_fromstring(page.decode()).text_content().split())


def test_the_page_of_a_course_listens_for_the_next_build() -> None:
    page = find_file(site_of(GOOD), "goed", "")
    assert page == find_file(site_of(GOOD), "goed", "index.html")
    tag = b'<script src="/__preview.js" data-generation="abc-1" defer></script></body></html>'
    assert page == b"<html><body><p>Les</p>" + tag


def test_a_page_without_an_end_gets_the_script_too() -> None:
    assert add_script(b"<p>x", "1").endswith(b"defer></script>")


def test_other_files_are_given_as_they_are() -> None:
    assert find_file(site_of(GOOD), "goed", "media/a.svg") == b"<svg/>"
    assert find_file(site_of(GOOD), "goed", "../a.svg") is None
    assert find_file(site_of(GOOD), "weg", "") is None


def test_faults_are_a_readable_list_with_the_same_words() -> None:
    page = find_file(site_of(BAD), "fout", "")
    assert page is not None
    text = text_of(page)
    assert "fout cannot be shown yet" in text
    assert "1 error in 1 file" in text
    assert 'the file "<b>.png" does not exist' in text
    assert "modules/een/01-les.md:3:2 · error A101" in text
    assert "3 | ![x](<b>.png) | ^" in text
    assert "fix: check the spelling" in text
    assert "When the file is not there" in text
    assert b"<b>" not in page
    assert find_file(site_of(BAD), "fout", "media/a.svg") is None


def test_code_in_a_fix_is_marked_as_code() -> None:
    unclosed = Diagnostic("Q101", Location("q.yaml", 1), {"id": "x"})
    page = find_file(site_of(CourseView("fout", None, make_findings([unclosed]))), "fout", "")
    assert page is not None
    assert b"<code>correct: true</code>" in page


def test_pages_of_the_preview_have_no_inline_script_or_style() -> None:
    for page in (find_file(site_of(BAD), "fout", ""), make_overview(site_of(GOOD, BAD))):
        assert page is not None
        assert not re.search(rb"<script(?![^>]*src)|<style| style=| on\w+=", page)
        assert b'<html lang="en">' in page
        assert b'data-generation="abc-1"' in page


def test_the_overview_names_every_course() -> None:
    page = make_overview(site_of(GOOD, BAD))
    links = [each.get("href") for each in html.document_fromstring(page).iter("a")]
    assert links == ["/fout/", "/goed/"]
    assert "fout – 1 error in 1 file" in text_of(page)
    assert "There are no courses yet." in text_of(make_overview(site_of()))


def test_a_failure_is_shown_as_its_sentence() -> None:
    page = find_file(site_of(CourseView("stuk", None, (), failure="the disk is full")), "stuk", "")
    assert page is not None
    assert "the disk is full" in text_of(page)


def test_the_words_follow_the_language() -> None:
    i18n.speak("nl")
    page = find_file(Site({"fout": BAD}, "nl", "1"), "fout", "")
    assert page is not None
    assert b'<html lang="nl">' in page
    assert "oplossing: " in text_of(page)
    assert "cannot be shown" not in text_of(page)


def test_the_own_files_are_there() -> None:
    assert b"EventSource" in read_asset("preview.js")
    assert b".findings" in read_asset("preview.css")
