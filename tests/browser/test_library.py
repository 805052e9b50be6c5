"""Overviews, sources and terms: by keyboard, on a phone, without script, on paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.learner import Learner
from tests.browser.site import Site
from tests.browser.test_accessibility import scrolls_sideways, violations
from tests.browser.test_judgement import press_until

Make = Callable[..., Learner]
COURSE = "alles"
LESSON = "p-alle-blokken"


def rows(overview: Locator) -> list[str]:
    """The names of the rows that can be seen."""
    return overview.locator("tbody th:visible").all_inner_texts()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_every_view_of_the_library(learner: Make, page: Page, width: int, scheme: str) -> None:
    """Axe finds nothing and nothing scrolls sideways: a table, its filters, a term, a source."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    someone = learner("scorm12", "strict", COURSE).open()
    found: dict[str, list[str]] = {}

    def judge(name: str) -> None:
        page.wait_for_timeout(150)
        found[name] = violations(someone)
        if scrolls_sideways(someone):
            found[name].append("scrolls sideways")

    someone.go(LESSON)
    judge("lesson")
    someone.sco.get_by_role("button", name="welbevinden", exact=True).click()
    judge("term")
    page.keyboard.press("Escape")
    someone.sco.get_by_role("searchbox").fill("niets van dit alles")
    judge("nothing found")
    someone.sco.locator(f"#{LESSON}").get_by_role("link", name="Bron 2").first.click()
    judge("sources")
    someone.go("glossary")
    judge("glossary")
    someone.go("q-een-goed")
    someone.sco.get_by_role("button", name="Bron 1").click()
    judge("source in a question")
    page.keyboard.press("Escape")
    someone.answer("een-goed", ["a"])
    someone.sco.get_by_role("button", name="Bron 2").click()
    judge("source in feedback")
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_rows_are_filtered_by_keyboard(learner: Make, page: Page) -> None:
    """Choose, search, hear how many are left, and put everything back."""
    someone = learner("scorm2004", "strict", COURSE).open()
    someone.go(LESSON)
    overview = someone.sco.locator(".overview").first
    assert rows(overview)[1:] == ["De Kindertelefoon", "Vertrouwensinspecteur"]
    group = overview.get_by_role("group", name="Hulplijnen")
    status = group.get_by_role("status")
    expect(status).to_have_text("3 van 3 getoond")

    chooser = group.get_by_label("Voor wie")
    assert chooser.locator("option").all_inner_texts() == [
        "Alles",
        "leerlingen",
        "leraren",
        "ouders",
    ]
    chooser.focus()
    page.keyboard.type("leraren")
    expect(status).to_have_text("2 van 3 getoond")
    group.get_by_label("Zoek in dit overzicht").focus()
    page.keyboard.type("INSPECT")
    expect(status).to_have_text("1 van 3 getoond")
    assert rows(overview) == ["Vertrouwensinspecteur"]
    page.keyboard.type("x")
    expect(status).to_contain_text("Niets gevonden")

    press_until(someone, "Wis filters")
    page.keyboard.press("Enter")
    expect(status).to_have_text("3 van 3 getoond")
    assert len(rows(overview)) == 3
    expect(group.get_by_label("Zoek in dit overzicht")).to_be_focused()
    assert someone.sco.locator(".overview").nth(1).locator("fieldset").count() == 0


def test_a_wide_table_is_a_region_and_a_phone_shows_cards(learner: Make, page: Page) -> None:
    """The table keeps its roles where it is drawn as cards, and each value its heading."""
    someone = learner("scorm12", "strict", COURSE).open()
    someone.go(LESSON)
    region = someone.sco.locator(".overview .table").first
    for width, role in ((1280, "region"), (390, "group")):
        page.set_viewport_size({"width": width, "height": 800})
        expect(region).to_have_attribute("role", role)
        assert (region.get_attribute("tabindex") == "0") == (role == "region")
        table = region.get_by_role("table", name="Hulplijnen")
        expect(table.get_by_role("row")).to_have_count(4)
        expect(table.get_by_role("columnheader")).to_have_count(6)
        expect(table.get_by_role("rowheader")).to_have_count(3)
    link = region.get_by_role("link", name="0800-0432")
    expect(link).to_have_attribute("href", "tel:08000432")
    cell = link.locator("xpath=ancestor::td")
    shown = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert "Telefoon" in shown
    card = link.locator("xpath=ancestor::tr").bounding_box()
    assert card is not None
    assert card["width"] <= 390


def test_a_term_opens_and_closes_by_keyboard(learner: Make, page: Page) -> None:
    """Enter opens the explanation, Escape closes it, and focus stays at the word."""
    someone = learner("scorm12", "strict", COURSE).open()
    someone.go(LESSON)
    term = someone.sco.get_by_role("button", name="element van welbevinden")
    explanation = someone.sco.get_by_text("Een van de zes delen").first
    expect(explanation).to_be_hidden()
    term.focus()
    page.keyboard.press("Enter")
    expect(explanation).to_be_visible()
    expect(term).to_be_focused()
    page.keyboard.press("Escape")
    expect(explanation).to_be_hidden()
    expect(term).to_be_focused()


def test_a_source_leads_to_the_list_and_back(learner: Make, page: Page) -> None:
    """The fold opens, focus goes to the source, and the way back leads to the number."""
    someone = learner("scorm2004", "strict", COURSE).open()
    someone.go(LESSON)
    cite = someone.sco.locator(f"#{LESSON} p a", has_text="Bron 2")
    cite.focus()
    page.keyboard.press("Enter")
    source = someone.sco.locator("#b-alle-blokken_2")
    expect(source).to_be_visible()
    expect(source).to_be_focused()
    expect(source).to_be_in_viewport()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(cite).to_be_focused()
    expect(cite).to_be_in_viewport()


def test_the_terms_are_in_the_contents(learner: Make, page: Page) -> None:
    """On a phone through the dialog; the page has its own title and counts for nothing."""
    page.set_viewport_size({"width": 390, "height": 800})
    someone = learner("scorm12", "strict", COURSE).open()
    someone.sco.get_by_role("button", name="Inhoud", exact=True).click()
    someone.sco.get_by_role("dialog").get_by_role("link", name="Begrippen").click()
    expect(someone.sco.get_by_role("heading", name="Begrippen")).to_be_focused()
    terms = someone.sco.get_by_role("term")
    assert [one.casefold() for one in terms.all_inner_texts()] == [
        "élement",
        "mentor",
        "welbevinden",
    ]
    assert "glossary" not in (someone.last("cmi.core.lesson_location") or "")


def test_everything_is_there_without_script(browser: Browser, site: Site) -> None:
    """All rows, no filters; a term still opens; every term on its page; sources in their fold."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{site.origin}/pkg/{COURSE}-scorm12/index.html")
    overview = page.locator(".overview").first
    assert len(rows(overview)) == 3
    expect(overview.locator(".filters")).to_be_hidden()
    box = overview.locator("caption").bounding_box()
    assert box is not None
    assert box["height"] > 10
    explanation = page.get_by_text("Hoe je je voelt").first
    expect(explanation).to_be_hidden()
    page.get_by_role("button", name="welbevinden", exact=True).click()
    expect(explanation).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(f"#{LESSON} p a", has_text="Bron 1").first.click()
    expect(page.locator("#b-alle-blokken_1")).to_be_visible()
    expect(page.locator("#glossary dt")).to_have_count(3)
    expect(page.locator("#glossary dt").first).to_be_visible()
    context.close()


def test_paper_has_what_was_filtered_away_and_what_terms_mean(learner: Make, page: Page) -> None:
    """Print shows every row, no filters, and each explanation behind its word."""
    someone = learner("scorm12", "strict", COURSE).open()
    someone.go(LESSON)
    overview = someone.sco.locator(".overview").first
    overview.get_by_role("searchbox").fill("kindertelefoon")
    assert len(rows(overview)) == 1
    page.emulate_media(media="print")
    assert len(rows(overview)) == 3
    expect(overview.get_by_role("searchbox")).to_be_hidden()
    expect(overview.locator("caption")).to_be_visible()
    expect(someone.sco.get_by_text("Een van de zes delen").first).to_be_visible()
