"""What goes wrong in real LMSs: late or missing run-times, refusals, closed frames, old states."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import STANDARDS, Watch
from tests.browser.learner import Learner
from tests.browser.site import Site

pytestmark = pytest.mark.parametrize("standard", STANDARDS)

Make = Callable[..., Learner]

ALONE = "Je resultaat wordt nu niet doorgegeven"


@pytest.mark.conformance(27)
def test_late_run_time(learner: Make, standard: str) -> None:
    """A run-time that appears after two seconds is found, and nothing was lost meanwhile."""
    someone = learner(standard).open(late=2000)
    first = someone.questions()[0]
    someone.page.wait_for_function("window.calls.some(c => c.method.endsWith('Initialize'))")
    someone.answer(first, someone.right_keys(first))
    someone.wait_for_commit()
    assert someone.kept_state() != ""


@pytest.mark.conformance(24, 27)
def test_no_run_time(learner: Make, standard: str) -> None:
    """Without an LMS the course works, says so, keeps answers here and offers them later."""
    someone = learner(standard).open(none=True)
    expect(someone.sco.get_by_text(ALONE).first).to_be_visible(timeout=8000)
    first = someone.questions()[0]
    someone.answer(first, someone.right_keys(first))
    someone.page.wait_for_timeout(1300)
    someone.open(none=True)
    take = someone.sco.get_by_role("button", name="Neem ze over")
    expect(take).to_be_visible(timeout=8000)
    someone.go(f"q-{first}")
    expect(someone.sco.get_by_role("button", name="Controleer antwoord")).to_be_visible()
    take.click()
    expect(someone.sco.get_by_text("Jouw antwoord: goed").first).to_be_visible()
    expect(someone.sco.get_by_text(ALONE).first).to_be_visible()


@pytest.mark.conformance(26)
def test_run_time_with_missing_methods(learner: Make, standard: str) -> None:
    """An object without the methods is no run-time; a missing end call is borne."""
    start = "LMSInitialize" if standard == "scorm12" else "Initialize"
    someone = learner(standard).open(without=[start])
    expect(someone.sco.get_by_text(ALONE).first).to_be_visible(timeout=8000)
    end = "LMSFinish" if standard == "scorm12" else "Terminate"
    someone.open(without=[end])
    first = someone.questions()[0]
    someone.answer(first, someone.right_keys(first))
    someone.wait_for_commit()
    someone.exit()
    assert someone.kept_state() != ""


@pytest.mark.conformance(42)
def test_interactions_not_supported(learner: Make, standard: str) -> None:
    """401 on interactions: the player stops sending them, the rest is kept."""
    someone = learner(standard).open()
    someone.fault("SetValue", element="cmi.interactions", code="401")
    for question in someone.questions():
        someone.answer(question, someone.right_keys(question))
        someone.page.wait_for_timeout(1200)
    tried = [c for c in someone.calls("SetValue") if c["args"][0].startswith("cmi.interactions")]
    assert len(tried) == 1
    assert someone.kept_state() != ""


@pytest.mark.conformance(46)
def test_commit_after_each_answer(learner: Make, standard: str) -> None:
    """Every answer is committed soon, and never more than one commit a second."""
    someone = learner(standard).open()
    someone.page.wait_for_timeout(1200)
    for question in someone.questions():
        before = len(someone.calls("Commit"))
        someone.answer(question, someone.right_keys(question))
        someone.page.wait_for_function(
            "n => window.calls.filter(c => c.method.endsWith('Commit')).length > n", arg=before
        )
        someone.page.wait_for_timeout(1100)
        assert 1 <= len(someone.calls("Commit")) - before <= 2


@pytest.mark.conformance(47)
def test_frame_removed(learner: Make, standard: str) -> None:
    """The LMS takes the frame away without a word: what was answered before is there."""
    someone = learner(standard).open()
    first = someone.questions()[0]
    someone.answer(first, someone.right_keys(first))
    someone.wait_for_commit()
    someone.page.evaluate("document.getElementById('sco').remove()")
    someone.open()
    someone.go(f"q-{first}")
    expect(someone.sco.get_by_text("Jouw antwoord: goed").first).to_be_visible()


@pytest.mark.conformance(48)
def test_hidden_tab(learner: Make, standard: str) -> None:
    """Going to another tab commits at once and does not end the session."""
    someone = learner(standard).open()
    someone.page.wait_for_timeout(1300)
    first, second, *_ = someone.questions()
    someone.answer(first, someone.right_keys(first))
    someone.sco.evaluate(
        """() => {
            const hidden = {value: 'hidden', configurable: true};
            Object.defineProperty(document, 'visibilityState', hidden);
            document.dispatchEvent(new Event('visibilitychange'));
            delete document.visibilityState;
        }"""
    )
    assert someone.kept_state() != ""
    assert someone.calls("LMSFinish") + someone.calls("Terminate") == []
    someone.answer(second, someone.right_keys(second))
    someone.wait_for_commit()
    assert someone.refused() == []


@pytest.mark.conformance(49)
def test_commit_refused(learner: Make, standard: str) -> None:
    """A commit that fails is told after quiet tries, repeated, and told to be over."""
    someone = learner(standard).open()
    someone.page.wait_for_timeout(1300)
    someone.fault("Commit", code="101" if standard == "scorm12" else "391")
    first, second, *_ = someone.questions()
    someone.answer(first, someone.right_keys(first))
    notice = someone.sco.get_by_text("Bewaren lukt nu niet")
    expect(notice.first).to_be_visible(timeout=30000)
    someone.heal()
    someone.answer(second, someone.right_keys(second))
    expect(notice.first).to_be_hidden(timeout=30000)
    someone.open()
    someone.go(f"q-{first}")
    expect(someone.sco.get_by_text("Jouw antwoord: goed").first).to_be_visible()


@pytest.mark.conformance(50)
def test_pass_mark_of_the_lms(learner: Make, standard: str) -> None:
    """A pass mark of the LMS goes before the one in the package."""
    mark = "30" if standard == "scorm12" else "0.3"
    someone = learner(standard).open(mastery=mark)
    someone.read_all()
    questions = someone.questions()
    for question in questions:
        right = someone.payload["questions"][question]["points"] == 2
        keys = someone.right_keys(question) if right else someone.wrong_keys(question)
        someone.answer(question, keys)
    someone.wait_for_commit()
    element = "cmi.core.lesson_status" if standard == "scorm12" else "cmi.success_status"
    assert someone.last(element) == "passed"


@pytest.mark.conformance(51)
@pytest.mark.parametrize("mode", ["review", "browse"])
def test_review_writes_nothing(learner: Make, standard: str, mode: str) -> None:
    """Review and browse: the banner says so and nothing is written."""
    someone = learner(standard).open(mode=mode)
    expect(someone.sco.get_by_text("Antwoorden tellen niet mee").first).to_be_visible()
    someone.read_all()
    someone.page.wait_for_timeout(1300)
    assert someone.calls("SetValue") == []


def altered(data: bytes, change: Callable[[dict[str, object]], None]) -> bytes:
    """The same package with another payload, as a later build would have it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "course.js":
                head, _, body = content.decode().partition("=")
                payload = json.loads(body.strip().rstrip(";"))
                change(payload)
                content = f"{head}={json.dumps(payload)};".encode()
            new.writestr(name, content)
    return out.getvalue()


@pytest.mark.conformance(54)
def test_update_of_the_package(
    learner: Make,
    standard: str,
    site: Site,
    archives: dict[tuple[str, str], bytes],
) -> None:
    """A later build with another order and build number reads the state of the earlier one."""
    someone = learner(standard).open()
    first, second, *_ = someone.questions()
    someone.answer(first, someone.right_keys(first))
    someone.answer(second, someone.right_keys(second))
    someone.wait_for_commit()
    someone.exit()

    def change(payload: dict[str, object]) -> None:
        payload["build"] = "zzzzz9"
        quizzes = payload["quizzes"]
        assert isinstance(quizzes, dict)
        for quiz in quizzes.values():
            for pool in quiz["pools"]:
                pool["questions"].reverse()
        questions = payload["questions"]
        assert isinstance(questions, dict)
        questions[second]["options"].reverse()

    site.add_package(f"later-{standard}", altered(archives[("proefcursus", standard)], change))
    someone.launch = f"/pkg/later-{standard}/index.html"
    someone.open()
    for question in (first, second):
        someone.go(f"q-{question}")
        expect(someone.sco.get_by_text("Jouw antwoord: goed").first).to_be_visible()


@pytest.mark.conformance(55)
def test_foreign_state(learner: Make, standard: str, watch: Watch) -> None:
    """A state that is not ours does not break the start and is not overwritten before progress."""
    someone = learner(standard)
    foreign = "9;from;the;future"
    stored = {"cmi.suspend_data": foreign}
    stored |= {"cmi.core.exit": "suspend"} if standard == "scorm12" else {"cmi.exit": "suspend"}
    someone.page.goto(
        f"{someone.origin}/host/lms.html?options=%7B%22popup%22%3Atrue%7D&standard={standard}&runtime=strict"
    )
    someone.page.evaluate("s => localStorage.setItem('lms:one', JSON.stringify(s))", stored)
    someone.open()
    someone.page.wait_for_timeout(1500)
    assert someone.written("cmi.suspend_data") in ([], [foreign])
    first = someone.questions()[0]
    someone.answer(first, someone.right_keys(first))
    someone.wait_for_commit()
    assert (someone.last("cmi.suspend_data") or "").startswith("1;")
