"""Search leads to the passage; a certificate is there for who passed, and prints on one sheet."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.learner import Learner
from tests.browser.site import Site
from tests.browser.test_accessibility import scrolls_sideways, violations

Make = Callable[..., Learner]

COURSE = "proefcursus"


def pass_the_course(learner: Learner) -> None:
    """Reads every lesson and answers every question right."""
    learner.read_all()
    for question in learner.questions():
        learner.answer(question, learner.right_keys(question))
    learner.wait_for_commit()


@pytest.mark.parametrize("width", [320, 1280])
def test_search_finds_a_passage_by_keyboard(learner: Make, page: Page, width: int) -> None:
    """Opened from the contents, typed, followed: focus is on the heading that was looked for."""
    page.set_viewport_size({"width": width, "height": 800})
    someone = learner("scorm12", course="mentaal-welbevinden").open()
    sco = someone.sco
    if width < 1000:
        sco.get_by_role("button", name="Inhoud").click()
    sco.get_by_role("button", name="Zoek in de cursus").click()
    field = sco.get_by_role("searchbox", name="Welk woord zoek je?")
    expect(field).to_be_focused()
    page.keyboard.type("KEYES twee vragen")
    expect(sco.get_by_role("dialog").get_by_role("status")).to_have_text(
        "Niets gevonden. Probeer een ander of korter woord."
    )
    field.fill("Keyes")
    expect(sco.get_by_role("dialog").get_by_role("status")).to_have_text(
        re.compile(r"^\d+ plek(ken)? gevonden$")
    )
    hit = sco.get_by_role("dialog").get_by_role("link").filter(has_text="Waar komt dit vandaan?")
    expect(hit.locator("mark")).to_have_text("Keyes")
    assert violations(someone) == []
    assert not scrolls_sideways(someone)
    hit.focus()
    page.keyboard.press("Enter")
    expect(sco.get_by_role("dialog")).to_have_count(0)
    expect(sco.get_by_role("heading", name="Waar komt dit vandaan?")).to_be_focused()


def test_closing_search_gives_focus_back(learner: Make, page: Page) -> None:
    """On a phone the button that opened it has gone; the button of the contents takes its place."""
    page.set_viewport_size({"width": 390, "height": 800})
    sco = learner("scorm2004").open().sco
    sco.get_by_role("button", name="Inhoud").click()
    sco.get_by_role("button", name="Zoek in de cursus").click()
    page.keyboard.press("Escape")
    expect(sco.get_by_role("button", name="Inhoud")).to_be_focused()


@pytest.mark.parametrize("standard", ["scorm12", "scorm2004"])
def test_certificate_after_passing(learner: Make, page: Page, standard: str) -> None:
    """Name from the LMS, course and issuer; one landscape sheet with nothing else on it."""
    page.set_viewport_size({"width": 390, "height": 800})
    someone = learner(standard, course=COURSE).open()
    sco = someone.sco
    someone.go("certificate")
    expect(sco.get_by_text("zodra je de cursus hebt gehaald")).to_be_visible()
    expect(sco.get_by_role("button", name="Print of bewaar als pdf")).to_have_count(0)
    pass_the_course(someone)
    someone.go("start")
    sco.get_by_role("link", name="Open je certificaat").click()
    paper = sco.get_by_role("region", name="Certificaat")
    expect(paper).to_contain_text("Jansen")
    expect(paper).to_contain_text(someone.payload["course"]["title"])
    expect(paper).to_contain_text("Voorbeeldschool")
    expect(paper).to_contain_text("100%")
    assert violations(someone) == []
    assert not scrolls_sideways(someone)
    assert someone.kept_state()
    assert "Jansen" not in someone.kept_state()


def test_certificate_is_one_sheet(learner: Make, page: Page, site: Site) -> None:
    """Printed by the browser: one page, A4 on its side, with nothing but the certificate."""
    someone = learner("scorm12", course=COURSE).open()
    pass_the_course(someone)
    someone.go("certificate")
    # A frame cannot be printed by itself from here, so its page gets an address of its own.
    html = someone.sco.evaluate("document.body.outerHTML")
    address = someone.launch.replace("index.html", "print.html")
    head = '<link rel="icon" href="data:,"><link rel="stylesheet" href="player.css">'
    site.files[address] = f'<!doctype html><html class="js">{head}{html}'.encode()
    page.goto(someone.origin + address)
    pdf = page.pdf(prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    box = re.search(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", pdf)
    assert box is not None
    assert [round(float(side)) for side in box.groups()] == [842, 595]
