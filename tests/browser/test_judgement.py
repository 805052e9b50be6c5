"""A judgement and its hint, by keyboard, as a learner and an LMS see them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import RUNTIMES, STANDARDS
from tests.browser.learner import CHECK, Learner
from tests.browser.test_accessibility import scrolls_sideways, violations

Make = Callable[..., Learner]
COURSE = "alles"
QUESTION = "wat-doe-je"


def press_until(learner: Learner, words: str) -> None:
    """Tabs to the control whose words begin with ``words``."""
    for _ in range(40):
        learner.page.keyboard.press("Tab")
        if learner.sco.evaluate("document.activeElement.innerText || ''").startswith(words):
            return
    raise AssertionError(f"{words} cannot be reached with Tab")


def choose(learner: Learner, key: str) -> None:
    """Goes to the radios with Tab and to one of them with the arrows."""
    for _ in range(40):
        if learner.sco.evaluate("document.activeElement.type === 'radio'"):
            break
        learner.page.keyboard.press("Tab")
    learner.page.keyboard.press("Space")
    for _ in range(4):
        if learner.sco.evaluate("document.activeElement.value") == key:
            return
        learner.page.keyboard.press("ArrowDown")
    raise AssertionError(f"option {key} cannot be reached with the arrows")


@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("standard", STANDARDS)
def test_by_keyboard(learner: Make, page: Page, standard: str, runtime: str) -> None:
    """First a defensible answer, then a risky one: grades, reasons and what the LMS is told."""
    someone = learner(standard, runtime, COURSE).open()
    someone.go(f"q-{QUESTION}")
    section = someone.sco.locator(f"#q-{QUESTION}")

    hint = section.get_by_text("Wat heeft Noor nu nodig")
    expect(hint).to_be_hidden()
    press_until(someone, "Toon een hint")
    page.keyboard.press("Enter")
    expect(hint).to_be_visible()
    button = section.get_by_role("button", name="Verberg de hint")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Enter")
    expect(hint).to_be_hidden()

    someone.go("p-alles-toets")
    someone.go(f"q-{QUESTION}")
    choose(someone, "b")
    press_until(someone, CHECK)
    page.keyboard.press("Enter")
    expect(section.locator(":focus")).to_have_text("Verdedigbaar")
    expect(section.get_by_text("Jouw antwoord: verdedigbaar")).to_be_visible()
    expect(section.get_by_text("Samen zie je meer.")).to_be_visible()
    expect(section.get_by_text("Je laat merken dat je haar ziet")).to_have_count(0)
    expect(section.get_by_text("van de experts")).to_have_count(0)

    someone.wait_for_commit()

    press_until(someone, "Probeer opnieuw")
    page.keyboard.press("Enter")
    choose(someone, "a")
    press_until(someone, CHECK)
    page.keyboard.press("Enter")
    expect(section.locator(":focus")).to_have_text("Riskant")
    options = section.locator(".opts > li")
    expect(options).to_have_text(
        [
            "Je belt nog die middag haar ouders en vertelt wat je zag."
            "Jouw antwoord: riskant3% van de experts koos dit",
            "Je bespreekt met je collega wat jullie zien.Verdedigbaar25% van de experts koos dit",
            "Je loopt even mee en vraagt hoe haar dag was.Goed72% van de experts koos dit",
        ]
    )
    for reason in ("Zo gaat het over Noor", "Samen zie je meer.", "Je laat merken"):
        expect(section.get_by_text(reason)).to_be_visible()

    someone.wait_for_commit()
    is_old = standard == "scorm12"
    response = "student_response" if is_old else "learner_response"
    # SCORM 1.2 gets a record per try, SCORM 2004 one record that is brought up to date.
    first, second = ("0", "1") if is_old else ("0", "0")
    for number, key, result in (
        (first, "b", "0.6"),
        (second, "a", "wrong" if is_old else "incorrect"),
    ):
        record = f"cmi.interactions.{number}"
        assert someone.last(f"{record}.type") == "choice"
        assert someone.last(f"{record}.correct_responses.0.pattern") == "c"
        assert key in someone.written(f"{record}.{response}")
        assert result in someone.written(f"{record}.result")
    assert someone.last(f"cmi.interactions.{second}.{response}") == "a"
    assert someone.refused() == []

    # The better of two tries counts.
    total = len(someone.asked("alles-toets"))
    someone.go("r-alles-toets")
    expect(someone.sco.get_by_text(f"1 van {total}", exact=True)).to_be_visible()
    row = someone.sco.get_by_role("listitem").filter(has_text="Wat doe je als eerste?")
    expect(row.get_by_text("Verdedigbaar")).to_be_visible()


def test_a_good_answer_is_the_last_word(learner: Make) -> None:
    """All points at once: every grade and reason is told, and nothing is left to try."""
    someone = learner("scorm12", "strict", COURSE).open()
    someone.answer(QUESTION, ["c"])
    section = someone.sco.locator(f"#q-{QUESTION}")
    expect(section.locator(":focus")).to_have_text("Goed")
    expect(section.get_by_text("Riskant", exact=True)).to_be_visible()
    expect(section.get_by_text("Zo gaat het over Noor")).to_be_visible()
    expect(section.get_by_role("button", name="Probeer opnieuw")).to_have_count(0)
    someone.wait_for_commit()
    assert someone.last("cmi.interactions.0.result") == "correct"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_view(learner: Make, page: Page, scheme: str) -> None:
    """Axe finds nothing on a phone, and nothing scrolls sideways."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    someone = learner("scorm2004", "strict", COURSE).open()
    section = someone.sco.locator(f"#q-{QUESTION}")
    found: dict[str, list[str]] = {}

    def look(name: str) -> None:
        page.wait_for_timeout(250)
        found[name] = violations(someone)
        if scrolls_sideways(someone):
            found[name].append("scrolls sideways")

    someone.go(f"q-{QUESTION}")
    look("question")
    section.get_by_role("button", name="Toon een hint").click()
    look("hint")
    someone.answer(QUESTION, ["b"])
    look("defensible")
    someone.answer(QUESTION, ["a"])
    look("risky")
    someone.go("r-alles-toets")
    look("results")
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_without_script(page: Page, learner: Make) -> None:
    """Who has no script reads the options and opens the hint."""
    context = page.context.browser
    assert context is not None
    someone = learner("scorm12", "strict", COURSE)
    bare = context.new_page(java_script_enabled=False)
    bare.goto(someone.origin + someone.launch)
    section = bare.locator(f"#q-{QUESTION}")
    expect(section.get_by_text("Je loopt even mee")).to_be_visible()
    expect(section.get_by_text("Wat heeft Noor nu nodig")).to_be_hidden()
    section.get_by_text("Toon een hint").click()
    expect(section.get_by_text("Wat heeft Noor nu nodig")).to_be_visible()
    bare.close()
