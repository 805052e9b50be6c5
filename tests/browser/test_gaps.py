"""Gaps in a text by keyboard, as a learner and an LMS see them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import RUNTIMES, STANDARDS
from tests.browser.learner import CHECK, Learner
from tests.browser.test_accessibility import scrolls_sideways, violations
from tests.browser.test_typed import parts, tab_to

Make = Callable[..., Learner]
COURSE = "alles"
TEXT = "maak-de-zin-af"


def gap(learner: Learner, number: int) -> Locator:
    """A gap by the name that a screen reader says."""
    return learner.sco.locator(f"#q-{TEXT}").get_by_label(f"Gat {number}", exact=True)


@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("standard", STANDARDS)
def test_gaps_by_keyboard(learner: Make, page: Page, standard: str, runtime: str) -> None:
    """An empty gap costs nothing, what was right stays for the next try, and each gap counts."""
    someone = learner(standard, runtime, COURSE).open()
    someone.go(f"q-{TEXT}")
    section = someone.sco.locator(f"#q-{TEXT}")
    tab_to(someone, "text")
    expect(gap(someone, 1)).to_be_focused()
    page.keyboard.type("voeld")
    page.keyboard.press("Tab")
    expect(gap(someone, 2)).to_be_focused()
    page.keyboard.type("pres")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(section.get_by_text("Vul eerst alle gaten in.")).to_be_visible()
    expect(gap(someone, 3)).to_be_focused()
    expect(gap(someone, 1)).not_to_have_attribute("aria-invalid", "true")
    described = gap(someone, 3).get_attribute("aria-describedby")
    expect(section.locator(f"#{described}")).to_have_text("Vul eerst alle gaten in.")

    page.keyboard.type("geld")
    page.keyboard.press("Enter")
    expect(section.locator(":focus")).to_have_text("Deels goed")
    expect(section.get_by_text("Geld kan helpen.")).to_be_visible()
    wrong = "Jouw antwoord: nog niet goed"
    expect(parts(someone, TEXT)).to_have_text(
        [
            "Gat 1: voeldDit antwoord rekenen we ook goed",
            f"Gat 2: presteert{wrong}",
            f"Gat 3: geld{wrong}",
        ]
    )
    someone.wait_for_commit()

    section.get_by_role("button", name="Probeer opnieuw").press("Enter")
    expect(gap(someone, 1)).to_be_focused()
    expect(gap(someone, 1)).to_have_value("voeld")
    expect(gap(someone, 2)).to_have_value("")
    expect(section.get_by_text("Je vorige antwoord: voeld; presteert; geld")).to_be_visible()
    gap(someone, 2).press("f")
    gap(someone, 3).focus()
    page.keyboard.type("niemand")
    page.keyboard.press("Enter")
    expect(parts(someone, TEXT)).to_have_text(
        [
            "Gat 1: voeldDit antwoord rekenen we ook goed",
            "Gat 1: voeltZo schrijf je het",
            "Gat 2: functioneertJouw antwoord: goed",
            f"Gat 3: niemand{wrong}",
            "Gat 3: steunGoed antwoord",
        ]
    )
    someone.wait_for_commit()

    is_old = standard == "scorm12"
    response = "student_response" if is_old else "learner_response"
    record = f"cmi.interactions.{1 if is_old else 0}"
    between, before = ("; ", "") if is_old else ("[,]", "{case_matters=false}{order_matters=true}")
    assert someone.last(f"{record}.type") == "fill-in"
    assert someone.last(f"{record}.{response}") == between.join(
        ("voeld", "functioneert", "niemand")
    )
    pattern = before + between.join(("voelt", "functioneert", "steun"))
    assert someone.last(f"{record}.correct_responses.0.pattern") == pattern
    assert someone.last(f"{record}.result") == "0.6667"
    if not is_old:
        said = someone.last(f"{record}.description") or ""
        assert said.startswith("Maak de zinnen af. Welbevinden gaat over hoe je je … en")
    assert someone.refused() == []

    someone.go("r-alles-toets")
    row = someone.sco.get_by_role("listitem").filter(has_text="Maak de zinnen af")
    expect(row.get_by_text("Jouw antwoord: voeld; functioneert; niemand")).to_be_visible()
    someone.exit()
    someone.open()
    someone.go(f"q-{TEXT}")
    expect(parts(someone, TEXT).nth(2)).to_have_text("Gat 2: functioneertJouw antwoord: goed")


@pytest.mark.parametrize("standard", STANDARDS)
def test_half_a_text_is_still_there(learner: Make, standard: str) -> None:
    someone = learner(standard, "strict", COURSE).open()
    someone.go(f"q-{TEXT}")
    gap(someone, 2).select_option(label="uitrust")
    gap(someone, 3).fill("één ding, ~~")
    someone.exit()
    someone.open()
    someone.go(f"q-{TEXT}")
    values = [gap(someone, number).input_value() for number in (1, 2, 3)]
    assert values == ["", "c", "één ding, ~~"]
    assert someone.refused() == []


def test_a_text_with_gaps_can_be_read_without_script(site: object, page: Page) -> None:
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    plain = context.new_page()
    plain.goto(f"{site.origin}/pkg/alles-scorm12/index.html")  # type: ignore[attr-defined]
    section = plain.locator(f"#q-{TEXT}")
    expect(section.locator("[data-item=text]")).to_contain_text(
        "hoe je je Gat 1 en hoe je Gat 2 in"
    )
    expect(section.get_by_text("functioneert", exact=True)).to_be_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_view(learner: Make, page: Page, scheme: str, width: int) -> None:
    """Axe finds nothing, and nothing scrolls sideways."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    someone = learner("scorm2004", "strict", COURSE).open()
    found: dict[str, list[str]] = {}

    def look(name: str) -> None:
        page.wait_for_timeout(250)
        found[name] = violations(someone)
        if scrolls_sideways(someone):
            found[name].append("scrolls sideways")

    def fill(text: str) -> None:
        for number in (1, 3):
            gap(someone, number).fill(text)
        gap(someone, 2).select_option("c")

    check = someone.sco.get_by_role("button", name=CHECK)
    someone.go(f"q-{TEXT}")
    look("empty")
    check.click()
    look("missing")
    fill("w" * 20)
    check.click()
    look("wrong")
    someone.sco.get_by_role("button", name="Probeer opnieuw").click()
    look("again")
    fill("voelt")
    check.click()
    look("final")
    someone.go("r-alles-toets")
    look("results")
    assert {name: lines for name, lines in found.items() if lines} == {}
