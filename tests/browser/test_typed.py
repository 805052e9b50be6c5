"""Typed answers by keyboard, as a learner and an LMS see them; and what is not checked yet."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import RUNTIMES, STANDARDS
from tests.browser.learner import CHECK, Learner
from tests.browser.test_accessibility import scrolls_sideways, violations

Make = Callable[..., Learner]
COURSE = "alles"
WORD = "hoe-heet-het"
NUMBER = "hoeveel-procent"


def field(learner: Learner, question: str) -> Locator:
    """The field of a question, by the name that a screen reader says."""
    return learner.sco.locator(f"#q-{question}").get_by_label("Jouw antwoord")


def tab_to(learner: Learner, kind: str) -> None:
    for _ in range(40):
        if learner.sco.evaluate("document.activeElement.type") == kind:
            return
        learner.page.keyboard.press("Tab")
    raise AssertionError(f"no {kind} can be reached with Tab")


def parts(learner: Learner, question: str) -> Locator:
    return learner.sco.locator(f"#q-{question} .opts > li")


@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("standard", STANDARDS)
def test_a_word_by_keyboard(learner: Make, page: Page, standard: str, runtime: str) -> None:
    """Nothing, a mistake that was expected, then a typing mistake that is forgiven."""
    someone = learner(standard, runtime, COURSE).open()
    someone.go(f"q-{WORD}")
    section = someone.sco.locator(f"#q-{WORD}")
    tab_to(someone, "text")
    page.keyboard.press("Enter")
    expect(section.get_by_text("Vul eerst een antwoord in.")).to_be_visible()
    expect(field(someone, WORD)).to_be_focused()
    expect(field(someone, WORD)).to_have_attribute("aria-invalid", "true")
    described = field(someone, WORD).get_attribute("aria-describedby")
    expect(section.locator(f"#{described}")).to_have_text("Vul eerst een antwoord in.")

    page.keyboard.type("Rust")
    expect(section.get_by_text("Vul eerst een antwoord in.")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(section.locator(":focus")).to_have_text("Nog niet goed")
    expect(section.get_by_text("Rust kan een gevolg zijn.")).to_be_visible()
    expect(parts(someone, WORD)).to_have_text(["RustJouw antwoord: nog niet goed"])
    someone.wait_for_commit()

    section.get_by_role("button", name="Probeer opnieuw").press("Enter")
    expect(field(someone, WORD)).to_be_focused()
    expect(field(someone, WORD)).to_have_value("")
    expect(section.get_by_text("Je vorige antwoord: Rust")).to_be_visible()
    page.keyboard.type("aandahct")
    page.keyboard.press("Enter")
    expect(section.locator(":focus")).to_have_text("Goed")
    expect(parts(someone, WORD)).to_have_text(
        ["aandahctDit antwoord rekenen we ook goed", "aandachtZo schrijf je het"]
    )
    someone.wait_for_commit()

    is_old = standard == "scorm12"
    response = "student_response" if is_old else "learner_response"
    record = f"cmi.interactions.{1 if is_old else 0}"
    setting = "" if is_old else "{case_matters=false}"
    assert someone.last(f"{record}.type") == "fill-in"
    assert someone.last(f"{record}.correct_responses.0.pattern") == f"{setting}aandacht"
    assert someone.last(f"{record}.correct_responses.1.pattern") == f"{setting}opmerkzaamheid"
    assert someone.last(f"{record}.{response}") == "aandahct"
    assert someone.last(f"{record}.result") == "correct"
    assert someone.refused() == []

    someone.go("r-alles-toets")
    row = someone.sco.get_by_role("listitem").filter(has_text="Hoe heet dat")
    expect(row.get_by_text("Jouw antwoord: aandahct")).to_be_visible()


@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("standard", STANDARDS)
def test_a_number_by_keyboard(learner: Make, page: Page, standard: str, runtime: str) -> None:
    """Words are no number and cost nothing; a comma and the unit are fine."""
    someone = learner(standard, runtime, COURSE).open()
    someone.go(f"q-{NUMBER}")
    section = someone.sco.locator(f"#q-{NUMBER}")
    expect(field(someone, NUMBER)).to_have_accessible_name("Jouw antwoord (procent)")
    tab_to(someone, "text")
    page.keyboard.type("heel veel")
    page.keyboard.press("Enter")
    expect(section.get_by_text("Vul een getal in, zonder woorden.")).to_be_visible()
    expect(field(someone, NUMBER)).to_be_focused()
    field(someone, NUMBER).fill("50")
    page.keyboard.press("Enter")
    expect(section.get_by_text("Het zijn er meer.")).to_be_visible()
    expect(parts(someone, NUMBER)).to_have_count(1)
    section.get_by_role("button", name="Probeer opnieuw").press("Enter")
    page.keyboard.type("93,5 %")
    page.keyboard.press("Enter")
    expect(section.locator(":focus")).to_have_text("Goed")
    expect(parts(someone, NUMBER)).to_have_text(
        [
            "93,5 procentDit antwoord rekenen we ook goed",
            "92,5 procentGoed antwoord. Van 90 tot en met 95 telt ook.",
        ]
    )
    someone.wait_for_commit()
    is_old = standard == "scorm12"
    record = f"cmi.interactions.{1 if is_old else 0}"
    response = "student_response" if is_old else "learner_response"
    assert someone.last(f"{record}.type") == "numeric"
    assert someone.last(f"{record}.{response}") == "93.5"
    pattern = someone.last(f"{record}.correct_responses.0.pattern")
    assert pattern == (None if is_old else "90[:]95")
    assert someone.refused() == []


@pytest.mark.parametrize("standard", STANDARDS)
def test_what_is_not_checked_is_still_there(learner: Make, page: Page, standard: str) -> None:
    """After looking around, after “Opslaan en stoppen”, and with half a number in the field."""
    someone = learner(standard, "strict", COURSE).open()
    someone.answer(WORD, ["één ding"], check=False)
    someone.go("p-alle-blokken")
    someone.go(f"q-{WORD}")
    expect(field(someone, WORD)).to_have_value("één ding")
    someone.answer(NUMBER, ["50"])
    someone.answer(NUMBER, ["ongeveer 9"], check=False)
    someone.exit()

    someone.open()
    someone.go(f"q-{NUMBER}")
    expect(field(someone, NUMBER)).to_have_value("ongeveer 9")
    expect(someone.sco.get_by_text("Je vorige antwoord: 50")).to_be_visible()
    field(someone, NUMBER).fill("92.5")
    field(someone, NUMBER).press("Enter")
    expect(parts(someone, NUMBER)).to_have_text(["92.5 procentJouw antwoord: goed"])
    someone.exit()

    someone.open()
    someone.go(f"q-{NUMBER}")
    expect(parts(someone, NUMBER)).to_have_text(["92.5 procentJouw antwoord: goed"])
    assert someone.refused() == []


@pytest.mark.parametrize("standard", STANDARDS)
def test_choices_that_are_not_checked_are_still_there(learner: Make, standard: str) -> None:
    """Ticks too."""
    someone = learner(standard, "strict", COURSE).open()
    someone.answer("meer-goed", ["a", "b"], check=False)
    someone.exit()
    someone.open()
    someone.go("q-meer-goed")
    boxes = someone.sco.locator("#q-meer-goed input")
    assert [box.is_checked() for box in boxes.all()] == [True, True, False, False]
    expect(someone.sco.get_by_role("button", name=CHECK)).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_view(learner: Make, page: Page, scheme: str, width: int) -> None:
    """Axe finds nothing, and nothing scrolls sideways, also with a long answer."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    someone = learner("scorm2004", "strict", COURSE).open()
    found: dict[str, list[str]] = {}

    def look(name: str) -> None:
        page.wait_for_timeout(250)
        found[name] = violations(someone)
        if scrolls_sideways(someone):
            found[name].append("scrolls sideways")

    for question, wrong in ((WORD, "w" * 30), (NUMBER, "9" * 5)):
        someone.go(f"q-{question}")
        look(f"{question} empty")
        someone.sco.get_by_role("button", name=CHECK).click()
        look(f"{question} missing")
        someone.answer(question, [wrong])
        look(f"{question} wrong")
        someone.sco.get_by_role("button", name="Probeer opnieuw").click()
        look(f"{question} again")
        someone.answer(question, [wrong])
        look(f"{question} final")
    someone.go("r-alles-toets")
    look("results")
    assert {name: lines for name, lines in found.items() if lines} == {}
