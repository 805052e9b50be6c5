"""Whole runs through real packages: pass, fail, half-way and back, against both run-times."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import RUNTIMES, STANDARDS
from tests.browser.learner import Learner

pytestmark = [
    pytest.mark.parametrize("runtime", RUNTIMES),
    pytest.mark.parametrize("standard", STANDARDS),
]

Make = Callable[..., Learner]
COURSES = ("proefcursus",)


def status(learner: Learner) -> tuple[str | None, str | None]:
    """Completion and success as last written; SCORM 1.2 has one field for both."""
    if learner.standard == "scorm12":
        return learner.last("cmi.core.lesson_status"), None
    return learner.last("cmi.completion_status"), learner.last("cmi.success_status")


def raw(learner: Learner) -> str | None:
    """The raw score last written."""
    core = "cmi.core.score.raw" if learner.standard == "scorm12" else "cmi.score.raw"
    return learner.last(core)


@pytest.mark.conformance(28, 29, 30, 35)
@pytest.mark.parametrize("course", COURSES)
def test_pass(learner: Make, standard: str, runtime: str, course: str) -> None:
    """Everything read, everything right: passed with 100, nothing refused, ended once."""
    someone = learner(standard, runtime, course).open()
    someone.read_all()
    for question in someone.questions():
        someone.answer(question, someone.right_keys(question))
    someone.wait_for_commit()
    done = ("passed", None) if standard == "scorm12" else ("completed", "passed")
    assert status(someone) == done
    assert raw(someone) == "100"
    someone.exit()
    expect(someone.sco.get_by_text("Alles is bewaard").first).to_be_visible()
    assert someone.refused() == []
    assert len(someone.calls("Initialize")) == 1
    ends = someone.calls("LMSFinish") + someone.calls("Terminate")
    assert len(ends) == 1
    assert someone.calls()[-1] == ends[0]


@pytest.mark.conformance(35)
def test_fail(learner: Make, standard: str, runtime: str) -> None:
    """All tries used on wrong answers and no second attempt: failed, with what was earned."""
    someone = learner(standard, runtime).open()
    someone.read_all()
    for question in someone.questions():
        for _ in range(2):
            someone.answer(question, someone.wrong_keys(question))
    someone.wait_for_commit()
    done = ("failed", None) if standard == "scorm12" else ("completed", "failed")
    assert status(someone) == done
    assert raw(someone) == "0"
    assert someone.refused() == []


@pytest.mark.conformance(36, 41, 44)
@pytest.mark.parametrize("course", COURSES)
def test_half_way_and_back(learner: Make, standard: str, runtime: str, course: str) -> None:
    """Closes half-way, comes back: lessons read, answers, place and score are as they were."""
    someone = learner(standard, runtime, course).open()
    first, second, *rest = someone.questions()
    lessons = [page for page in someone.payload["pages"] if page["kind"] == "lesson"]
    someone.read_lesson(lessons[0]["id"])
    someone.answer(first, someone.right_keys(first))
    someone.answer(second, someone.wrong_keys(second))
    someone.wait_for_commit()
    assert status(someone)[0] == "incomplete"
    someone.exit()

    someone.open()
    expect(someone.sco.get_by_role("link", name="Verder waar je was")).to_be_visible()
    someone.go(f"q-{first}")
    expect(someone.sco.get_by_text("Jouw antwoord: goed").first).to_be_visible()
    someone.go(f"q-{second}")
    expect(someone.sco.get_by_text("Jouw antwoord: nog niet goed").first).to_be_visible()

    for lesson in lessons[1:]:
        someone.read_lesson(lesson["id"])
    for question in [second, *rest]:
        someone.answer(question, someone.right_keys(question))
    someone.wait_for_commit()
    done = ("passed", None) if standard == "scorm12" else ("completed", "passed")
    assert status(someone) == done
    assert raw(someone) == "100"
    assert someone.refused() == []

    someone.exit()
    someone.open()
    someone.read_lesson(lessons[0]["id"])
    someone.wait_for_commit()
    assert "incomplete" not in someone.written("cmi.core.lesson_status")
    assert "incomplete" not in someone.written("cmi.completion_status")
