"""Scales and reflections by keyboard: what an LMS hears of them, and what it never hears."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import RUNTIMES, STANDARDS
from tests.browser.learner import Learner
from tests.browser.test_accessibility import scrolls_sideways, violations
from tests.browser.test_display import dialog
from tests.browser.test_typed import parts, tab_to

Make = Callable[..., Learner]
COURSE = "alles"
BEFORE, AFTER, WIDE, NOTE = "schatting-vooraf", "schatting-achteraf", "op-tien", "morgen"
SECRET = "Ik bel Noor.\n\nMorgen <b>om drie</b> uur."


@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("standard", STANDARDS)
def test_a_scale_by_keyboard(learner: Make, page: Page, standard: str, runtime: str) -> None:
    """Nothing chosen costs nothing; a step is kept, reported as neutral, and shown later on."""
    someone = learner(standard, runtime, COURSE).open()
    someone.go(f"q-{BEFORE}")
    section = someone.sco.locator(f"#q-{BEFORE}")
    section.get_by_role("button", name="Bewaar antwoord").press("Enter")
    expect(section.get_by_text("Kies eerst een antwoord.")).to_be_visible()
    expect(section.get_by_role("radio", name="1 helemaal niet")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(section.get_by_role("radio", name="2", exact=True)).to_be_checked()
    page.keyboard.press("Enter")
    expect(section.locator(":focus")).to_have_text("Antwoord bewaard")
    expect(parts(someone, BEFORE)).to_have_text(["2 van 5"])
    expect(section.get_by_role("button", name="Probeer opnieuw")).to_have_count(0)
    someone.wait_for_commit()

    record = "cmi.interactions.0"
    is_old = standard == "scorm12"
    response = "student_response" if is_old else "learner_response"
    assert someone.last(f"{record}.type") == "likert"
    assert someone.last(f"{record}.{response}") == ("2" if is_old else "l2")
    assert someone.last(f"{record}.result") == "neutral"
    assert someone.last(f"{record}.correct_responses.0.pattern") is None
    if not is_old:
        said = "Ik merk het als een leerling stiller wordt."
        assert someone.last(f"{record}.description") == said
    someone.exit()

    someone.open()
    someone.answer(AFTER, ["5"], check=False)
    section = someone.sco.locator(f"#q-{AFTER}")
    section.get_by_role("button", name="Bewaar antwoord").click()
    expect(parts(someone, AFTER)).to_have_text(["Eerder: 2 van 5", "Nu: 5 van 5: helemaal wel"])
    someone.go("r-alles-toets")
    row = someone.sco.get_by_role("listitem").filter(has_text="leerling stiller wordt").last
    expect(row.get_by_text("Antwoord bewaard")).to_be_visible()
    expect(row.get_by_text("Jouw antwoord: 5 van 5: helemaal wel")).to_be_visible()
    assert someone.refused() == []


def test_an_earlier_scale_that_was_skipped(learner: Make) -> None:
    someone = learner("scorm2004", "strict", COURSE).open()
    someone.answer(AFTER, ["3"], check=False)
    someone.sco.get_by_role("button", name="Bewaar antwoord").click()
    expect(parts(someone, AFTER)).to_have_text(["Eerder: niet ingevuld", "Nu: 3 van 5"])


@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("standard", STANDARDS)
def test_a_reflection_by_keyboard(learner: Make, page: Page, standard: str, runtime: str) -> None:
    """What is written stays in the browser; the LMS hears only that it is done."""
    someone = learner(standard, runtime, COURSE).open()
    someone.go(f"q-{NOTE}")
    section = someone.sco.locator(f"#q-{NOTE}")
    field = section.get_by_label("Jouw notitie")
    expect(field).to_have_accessible_description(
        "Alleen voor jou. Je notitie blijft op dit apparaat."
    )
    done = section.get_by_role("button", name="Klaar")
    done.press("Enter")
    expect(section.get_by_text("Schrijf eerst iets op.")).to_be_visible()
    expect(field).to_be_focused()
    page.keyboard.insert_text(SECRET)
    expect(section.get_by_text("Schrijf eerst iets op.")).to_have_count(0)
    expect(section.get_by_text("Bewaard om")).to_be_visible()
    someone.go("p-alle-blokken")
    someone.go(f"q-{NOTE}")
    expect(field).to_have_value(SECRET)
    tab_to(someone, "textarea")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(section.locator(":focus")).to_have_text("Je hebt dit opgeschreven")
    expect(parts(someone, NOTE).first).to_have_text(f"Jouw notitie{SECRET}", use_inner_text=False)
    expect(parts(someone, NOTE).last).to_contain_text("Ik vraag niets.")
    someone.wait_for_commit()
    someone.exit()
    assert someone.refused() == []
    assert "bel Noor" not in json.dumps(someone.calls())
    assert [one for one in someone.calls("SetValue") if "interactions" in json.dumps(one)] == []
    assert ".101" in someone.kept_state()

    someone.open()
    someone.go(f"q-{NOTE}")
    expect(parts(someone, NOTE).first).to_contain_text("Ik bel Noor.")
    someone.sco.evaluate("localStorage.clear()")
    someone.open()
    someone.go(f"q-{NOTE}")
    expect(parts(someone, NOTE).first).to_contain_text("Hier staat geen tekst.")


def test_notes_to_questions_go_along_and_can_be_deleted(learner: Make) -> None:
    someone = learner("scorm12", "strict", COURSE).open()
    someone.go(f"q-{NOTE}")
    field = someone.sco.locator(f"#q-{NOTE}").get_by_label("Jouw notitie")
    field.fill(SECRET)
    someone.go("start")
    export = dialog(someone).get_by_role("button", name="Neem mijn notities mee als tekst")
    with someone.page.expect_download() as download:
        export.click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    question = "Wat doe jij morgen anders?"
    assert text.split("\n\n---\n\n")[1:] == [f"Toets met alles\n\n{question}\n\n{SECRET}\n"]
    found = dialog(someone)
    found.get_by_role("button", name="Wis mijn notities").click()
    found.get_by_role("button", name="Wis mijn notities").click()
    expect(found.get_by_text("Je notities zijn gewist.")).to_be_focused()
    kept = "Object.keys(localStorage).filter(key => key.startsWith('lesbouwer:'))"
    assert someone.sco.evaluate(kept) == []
    someone.page.keyboard.press("Escape")
    someone.go(f"q-{NOTE}")
    expect(field).to_have_value("")


def test_a_note_that_the_browser_does_not_keep_is_there_until_the_end(learner: Make) -> None:
    someone = learner("scorm12", "strict", COURSE).open()
    someone.sco.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }"
    )
    someone.go(f"q-{NOTE}")
    section = someone.sco.locator(f"#q-{NOTE}")
    expect(section.get_by_text("Bewaren lukt niet in deze browser.")).to_be_visible()
    section.get_by_label("Jouw notitie").fill("Toch even noteren.")
    someone.go("start")
    someone.go(f"q-{NOTE}")
    expect(section.get_by_label("Jouw notitie")).to_have_value("Toch even noteren.")
    section.get_by_role("button", name="Klaar").click()
    expect(parts(someone, NOTE).first).to_contain_text("Toch even noteren.")


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

    for question in (BEFORE, AFTER, WIDE):
        someone.go(f"q-{question}")
        someone.sco.get_by_role("button", name="Bewaar antwoord").click()
        look(f"{question} missing")
        someone.answer(question, ["3"], check=False)
        look(f"{question} chosen")
        someone.sco.get_by_role("button", name="Bewaar antwoord").click()
        look(f"{question} kept")
    someone.go(f"q-{NOTE}")
    someone.sco.get_by_role("button", name="Klaar").click()
    look("note missing")
    someone.sco.get_by_label("Jouw notitie").last.fill("w" * 60)
    someone.sco.get_by_role("button", name="Klaar").click()
    look("note done")
    someone.go("r-alles-toets")
    look("results")
    assert {name: lines for name, lines in found.items() if lines} == {}
