"""Quizzes with chance, practice in a lesson, a retake of what was wrong, and what the end says."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.learner import Learner
from tests.browser.test_accessibility import scrolls_sideways, violations

Make = Callable[..., Learner]

DRAWN = "alles-loting-toets"
CHECK = "alles-oefening"


@pytest.mark.parametrize("standard", ["scorm12", "scorm2004"])
def test_a_draw_is_the_same_after_coming_back(learner: Make, standard: str) -> None:
    """Same questions, same order, same order of the options, at the next launch."""
    someone = learner(standard, course="alles").open()
    someone.go(f"p-{DRAWN}")
    asked = someone.asked(DRAWN)
    assert len(asked) == 3
    assert "altijd-gesteld" in asked
    assert sum(question.startswith(f"{DRAWN}.") for question in asked) == 2
    someone.go("q-altijd-gesteld")
    order = someone.sco.locator(".opts input").evaluate_all("all => all.map(one => one.value)")
    assert sorted(order) == ["a", "b", "c"]
    someone.answer(asked[0], someone.right_keys(asked[0]))
    someone.wait_for_commit()
    someone.exit()
    someone.open()
    assert someone.asked(DRAWN) == asked
    someone.go("q-altijd-gesteld")
    again = someone.sco.locator(".opts input, .opts--checked .ans")
    if asked[0] != "altijd-gesteld":
        assert again.evaluate_all("all => all.map(one => one.value)") == order
    assert someone.refused() == []


def test_a_question_that_was_not_drawn_leads_to_its_quiz(learner: Make) -> None:
    """A link to it, from another device or an old mark, does not end in a question 0 of 3."""
    someone = learner("scorm12", course="alles").open()
    someone.go(f"p-{DRAWN}")
    copies = [f"{DRAWN}.signaal-{word}" for word in ("een", "twee", "drie")]
    (left_out,) = set(copies) - set(someone.asked(DRAWN))
    someone.go(f"q-{left_out}")
    assert someone.heading() == "Toets door loting"


def test_options_are_reported_by_the_letters_of_the_author(learner: Make) -> None:
    """Whatever place it has on the screen, the right option is `a` in a report."""
    someone = learner("scorm12", course="alles").open()
    someone.go(f"p-{DRAWN}")
    someone.answer("altijd-gesteld", ["a"])
    someone.wait_for_commit()
    assert someone.written("cmi.interactions.0.student_response") == ["a"]
    assert someone.written("cmi.interactions.0.correct_responses.0.pattern") == ["a"]
    assert someone.written("cmi.interactions.0.result") == ["correct"]


def test_a_retake_is_about_what_was_wrong(learner: Make) -> None:
    """What was right stays; the button says so; the closing text fits the score."""
    someone = learner("scorm2004", course="alles").open()
    sco = someone.sco
    someone.go(f"p-{DRAWN}")
    asked = someone.asked(DRAWN)
    someone.answer(asked[0], someone.right_keys(asked[0]))
    for question in asked[1:]:
        someone.answer(question, someone.wrong_keys(question))
    someone.go(f"r-{DRAWN}")
    expect(sco.locator(".score__num")).to_have_text("33%")
    expect(sco.locator(".closing")).to_have_text("Lees de lessen nog eens terug.")
    sco.get_by_role("button", name="Doe opnieuw wat nog niet goed was").click()
    expect(sco.get_by_role("button", name="Controleer antwoord")).to_be_visible()
    now = someone.asked(DRAWN)
    assert asked[0] in now
    for question in now:
        if question != asked[0]:
            someone.answer(question, someone.right_keys(question))
    someone.go(f"r-{DRAWN}")
    expect(sco.locator(".score__num")).to_have_text("100%")
    expect(sco.locator(".closing strong")).to_have_text("wat")


@pytest.mark.parametrize("width", [320, 1280])
def test_a_check_in_a_lesson_leads_there_and_back(learner: Make, page: Page, width: int) -> None:
    """It counts for nothing, is no stop on the way, and ends where it began."""
    page.set_viewport_size({"width": width, "height": 800})
    someone = learner("scorm12", course="alles").open()
    sco = someone.sco
    someone.go("p-korte-les")
    card = sco.get_by_role("region", name="Oefen met signalen")
    expect(card).to_contain_text("3 vragen. Je antwoorden tellen niet mee.")
    assert violations(someone) == []
    card.get_by_role("link", name="Oefen met deze vragen").click()
    expect(sco.get_by_text("Kennischeck bij ‘Korte les’")).to_be_visible()
    assert not scrolls_sideways(someone)
    for question in someone.asked(CHECK):
        someone.answer(question, someone.right_keys(question))
    someone.go(f"r-{CHECK}")
    expect(sco.locator(".score__txt")).to_have_text("Je antwoorden tellen niet mee.")
    assert violations(someone) == []
    sco.get_by_role("link", name="Terug naar ‘Korte les’").click()
    expect(card).to_be_in_viewport()
    someone.wait_for_commit()
    assert someone.written("cmi.core.score.raw") == []
    assert sco.locator("#outline a").filter(has_text="Oefen met signalen").count() == 0


def test_results_before_the_end_show_how_far_one_is(learner: Make) -> None:
    """No score that would frighten: so many of so many, and the way to the first open question."""
    someone = learner("scorm12", course="alles").open()
    someone.go(f"p-{DRAWN}")
    first, second, _ = someone.asked(DRAWN)
    someone.answer(first, someone.right_keys(first))
    someone.go(f"r-{DRAWN}")
    expect(someone.sco.locator(".score__num")).to_have_text(re.compile("^1 van 3$"))
    someone.sco.get_by_role("link", name="Ga naar vraag 2").click()
    expect(someone.sco.locator(f'[id="q-{second}"]')).to_be_visible()
