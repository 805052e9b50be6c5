"""Sessions that cross each other or end too early: two windows, F5 in the frame, our own faults."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import STANDARDS, Watch
from tests.browser.learner import Learner

pytestmark = pytest.mark.parametrize("standard", STANDARDS)

Make = Callable[..., Learner]

ELSEWHERE = "De cursus is ook open in een ander venster."
STOPPED = "Je sessie is gestopt."
RIGHT = "Jouw antwoord: goed"


def second_window(someone: Learner, context: BrowserContext) -> Learner:
    """The same learner opens the course in another tab."""
    other = Learner(
        context.new_page(), someone.origin, someone.launch, someone.standard, someone.runtime
    )
    return other.open()


def saved_text(someone: Learner) -> str:
    return someone.sco.locator(".appbar__saved").inner_text()


def test_second_window(learner: Make, context: BrowserContext, standard: str) -> None:
    """The second window looks on, takes over with all that was done; then the first looks on."""
    someone = learner(standard).open()
    first, second, *_ = someone.questions()
    someone.answer(first, someone.right_keys(first))
    someone.wait_for_commit()
    other = second_window(someone, context)
    expect(other.sco.get_by_text(ELSEWHERE)).to_be_visible()
    assert other.calls("SetValue") == []
    other.go(f"q-{second}")
    expect(other.sco.get_by_role("button", name="Controleer antwoord")).to_have_count(0)
    someone.answer(second, someone.right_keys(second))
    other.sco.get_by_role("button", name="Ga hier verder").click()
    expect(other.sco.get_by_text(ELSEWHERE)).to_be_hidden()
    expect(other.sco.get_by_text(RIGHT).first).to_be_visible()
    expect(someone.sco.get_by_text(ELSEWHERE)).to_be_visible()
    other.page.wait_for_timeout(1200)
    other.page.close()
    someone.open()
    for question in (first, second):
        someone.go(f"q-{question}")
        expect(someone.sco.get_by_text(RIGHT).first).to_be_visible()


def test_second_window_that_was_closed(
    learner: Make, context: BrowserContext, standard: str
) -> None:
    """A window that has gone keeps nobody from going on."""
    someone = learner(standard).open()
    someone.page.wait_for_timeout(500)
    other = second_window(someone, context)
    expect(other.sco.get_by_text(ELSEWHERE)).to_be_visible()
    someone.page.close()
    other.sco.get_by_role("button", name="Ga hier verder").click()
    expect(other.sco.get_by_text(ELSEWHERE)).to_be_hidden()
    first, *_ = other.questions()
    other.answer(first, other.right_keys(first))
    other.wait_for_commit()
    assert other.kept_state() != ""


def test_frame_loaded_again(learner: Make, standard: str) -> None:
    """After F5 in the frame a strict LMS lets nothing in: we say so, and offer answers later."""
    someone = learner(standard).open()
    first, second, *_ = someone.questions()
    someone.answer(first, someone.right_keys(first))
    someone.wait_for_commit()
    someone.sco.evaluate("location.reload()")
    expect(someone.sco.get_by_text(STOPPED)).to_be_visible(timeout=8000)
    expect(someone.sco.get_by_role("button", name="Kopieer de melding")).to_be_visible()
    someone.answer(second, someone.right_keys(second))
    someone.page.wait_for_timeout(1300)
    expect(someone.sco.get_by_text("staan op dit apparaat")).to_be_visible()
    someone.open()
    someone.sco.get_by_role("button", name="Neem ze over").click()
    for question in (first, second):
        someone.go(f"q-{question}")
        expect(someone.sco.get_by_text(RIGHT).first).to_be_visible()
    someone.wait_for_commit()
    assert someone.refused() == []
    assert (
        someone.sco.evaluate(
            "Object.keys(localStorage).filter(key => key.startsWith('lesbouwer.proef'))"
        )
        == []
    )


def test_kept_is_only_said_of_what_is_kept(learner: Make, standard: str) -> None:
    """During the quiet tries the bar says busy, and no banner hurries anyone."""
    someone = learner(standard).open()
    someone.page.wait_for_timeout(1300)
    someone.fault("Commit", code="101" if standard == "scorm12" else "391")
    first, *_ = someone.questions()
    someone.answer(first, someone.right_keys(first))
    for _ in range(5):
        assert saved_text(someone) == "Bezig met bewaren"
        someone.page.wait_for_timeout(500)
    someone.heal()
    expect(someone.sco.locator(".appbar__saved")).to_have_text("Bewaard", timeout=9000)


def test_back_online(learner: Make, context: BrowserContext, standard: str) -> None:
    """Offline is told calmly, and so is that all has been sent."""
    someone = learner(standard).open()
    context.set_offline(True)
    expect(someone.sco.get_by_text("Je bent offline.")).to_be_visible()
    context.set_offline(False)
    expect(someone.sco.get_by_text("Je bent weer online.")).to_be_visible()
    assert someone.sco.locator("#banner .notice").count() == 1


def test_fault_of_ours(learner: Make, watch: Watch, standard: str) -> None:
    """When drawing breaks down lessons can be read, answers are kept, a report is there."""
    someone = learner(standard).open()
    first, second, *_ = someone.questions()
    someone.answer(first, someone.right_keys(first))
    someone.sco.evaluate(
        "question => { window.LESBOUWER_COURSE.questions[question].type = 'x'; }", second
    )
    someone.go(f"q-{second}")
    expect(someone.sco.get_by_text("Er ging iets mis.")).to_be_visible()
    expect(someone.sco.get_by_text("Korte les", exact=True).first).to_be_visible()
    report = someone.sco.locator("textarea.report").input_value()
    assert "proefcursus" in report
    assert "player.js" in report
    someone.wait_for_commit()
    assert someone.kept_state() != ""
    someone.page.goto("about:blank")
    assert len(watch.errors) == 1
    watch.errors.clear()


def test_late_lms_says_that_it_loads(learner: Make, page: Page, standard: str) -> None:
    """While the LMS is looked for the bar says so, but not in the first moments."""
    someone = learner(standard).open(late=3000)
    expect(someone.sco.get_by_text("Je voortgang wordt geladen")).to_be_visible(timeout=2500)
    expect(someone.sco.get_by_text("Je voortgang wordt geladen")).to_be_hidden(timeout=5000)
