"""A conversation by keyboard alone, as a learner and an LMS see it; and one that is half-way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import RUNTIMES, STANDARDS
from tests.browser.learner import Learner
from tests.browser.site import Site
from tests.browser.test_accessibility import scrolls_sideways, violations

Make = Callable[..., Learner]
COURSE = "alles"
TALK = "gesprek-op-de-gang"
BACK = "Stap terug"
AGAIN = "Voer het gesprek opnieuw"
REVEAL = "Toon de andere keuzes"
HELPLINE = "Zit je zelf ergens mee? Bel gratis en anoniem 0800-0000"
SITUATION = "Noor staat na de les bij de deur."
SCENES = {
    "begin": "De anderen zijn weg. Hoe begin je?",
    "buiten": "Buiten zegt Noor nog niets. En nu?",
}
SAID = {
    "begin/a": "“Wat is er toch met jou?”",
    "begin/b": "“Je was stil deze week. Hoe gaat het?”",
    "begin/c": "“Kom, ik loop met je mee.”",
    "buiten/a": "Je vraagt hoe haar dag was.",
    "buiten/b": "Je praat over het weer.",
    "moe/a": "“Moe. Vertel eens.”",
    "moe/b": "“Ga eens op tijd naar bed.”",
}


def section(learner: Learner) -> Locator:
    return learner.sco.locator(f"#q-{TALK}")


def focused(learner: Learner) -> Locator:
    return section(learner).locator(":focus")


def press(learner: Learner, words: str) -> None:
    """Goes to a button with Tab, round the page if need be, and presses it with Enter."""
    for _ in range(60):
        text = learner.sco.evaluate("document.activeElement.innerText")
        if text.startswith(words):
            learner.page.keyboard.press("Enter")
            return
        learner.page.keyboard.press("Tab")
    raise AssertionError(f"{words} cannot be reached with Tab")


def say(learner: Learner, *choices: str) -> None:
    for choice in choices:
        press(learner, SAID[choice])


def choices(learner: Learner) -> list[str]:
    return section(learner).locator("button.say").all_inner_texts()


@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("standard", STANDARDS)
def test_a_conversation_by_keyboard(learner: Make, page: Page, standard: str, runtime: str) -> None:
    """A detour, a step back, an ending; then once more, straight to the best one."""
    someone = learner(standard, runtime, COURSE).open()
    someone.go(f"q-{TALK}")
    rule = "Kies steeds wat je zegt of doet. Een omweg of een stap terug kost 10% van de punten."
    expect(section(someone).get_by_text(rule)).to_be_visible()
    expect(section(someone).get_by_role("button", name=BACK)).to_have_count(0)
    expect(section(someone).get_by_role("list", name=SCENES["begin"])).to_be_visible()

    say(someone, "begin/a")
    expect(focused(someone)).to_have_text("Omweg“Niks”, zegt Noor. Zo klinkt het als een verwijt.")
    assert choices(someone)[0] == f"{SAID['begin/a']}\nDit koos je eerder"
    say(someone, "begin/c")
    expect(focused(someone)).to_have_text("ReactieJullie lopen naar buiten.")
    expect(section(someone).get_by_role("list", name=SCENES["buiten"])).to_be_visible()
    press(someone, BACK)
    expect(focused(someone)).to_have_text("JijStap terug")
    expect(section(someone).get_by_role("button", name=BACK)).to_have_count(0)
    say(someone, "begin/c", "buiten/b")
    expect(focused(someone)).to_have_text("Deels goed")
    panel = section(someone).locator(".fb")
    expect(panel).to_contain_text("Noor zegt gedag en fietst weg.")
    expect(panel).to_contain_text("Je weet nog niets. Morgen probeer je het opnieuw.")
    expect(panel).to_contain_text(
        "Dit einde geeft 40% van de punten. 2 omwegen en stappen terug kosten 20%. Je haalt 20%."
    )
    expect(section(someone).locator(".ans")).to_contain_text(["Na 2 omwegen", "Zonder omweg"])
    expect(section(someone).get_by_text("Ook te kiezen")).to_have_count(0)
    someone.wait_for_commit()
    is_old = standard == "scorm12"
    response = "student_response" if is_old else "learner_response"
    did = ["begin.a", "begin.c", "begin.c", "buiten.b"]
    told = did if is_old else [one.replace(".", "[.]") for one in did]
    assert someone.last("cmi.interactions.0.type") == "performance"
    assert someone.last(f"cmi.interactions.0.{response}") == ("," if is_old else "[,]").join(told)
    assert someone.last("cmi.interactions.0.result") == "0.2"

    press(someone, AGAIN)
    expect(focused(someone)).to_contain_text(SAID["begin/a"])
    assert ["Dit koos je eerder" in one for one in choices(someone)] == [True, False, True]
    say(someone, "begin/b", "moe/a")
    expect(focused(someone)).to_have_text("Goed")
    expect(section(someone).get_by_role("button", name=AGAIN)).to_have_count(0)
    press(someone, SAID["begin/b"])
    way = section(someone).locator(".ans").first
    expect(way.get_by_text("Ook te kiezen")).to_have_count(2)
    expect(way.get_by_text("Omweg", exact=True)).to_be_visible()
    expect(way.get_by_text("Jullie lopen naar buiten.")).to_be_visible()
    someone.wait_for_commit()
    assert someone.last(f"cmi.interactions.{1 if is_old else 0}.result") == "correct"
    assert someone.refused() == []
    someone.go("r-alles-toets")
    row = someone.sco.get_by_role("listitem").filter(has_text="Voer het gesprek met Noor.")
    expect(row.get_by_text("Jouw antwoord: Zonder omweg")).to_be_visible()


@pytest.mark.parametrize("standard", STANDARDS)
def test_half_a_conversation_is_still_there(learner: Make, page: Page, standard: str) -> None:
    """Every line of it, the focus on the last one; and the points of before."""
    someone = learner(standard, "strict", COURSE).open()
    someone.go(f"q-{TALK}")
    say(someone, "begin/c", "buiten/b")
    press(someone, AGAIN)
    say(someone, "begin/c", "buiten/a")
    press(someone, BACK)
    press(someone, BACK)
    say(someone, "begin/a", "begin/b", "moe/b")
    lines = section(someone).locator("dl").all_text_contents()
    assert len(lines) == 4
    someone.go("p-alle-blokken")
    someone.go(f"q-{TALK}")
    expect(focused(someone)).to_contain_text("Een tip komt nu te vroeg.")
    assert section(someone).locator("dl").all_text_contents() == lines
    someone.exit()

    someone.open()
    expect(someone.sco.get_by_text("Verder waar je was")).to_be_visible()
    someone.go(f"q-{TALK}")
    expect(focused(someone)).to_have_count(1)
    expect(focused(someone)).to_have_text("Omweg“Ja”, zegt Noor. Een tip komt nu te vroeg.")
    assert section(someone).locator("dl").all_text_contents() == lines
    page.keyboard.press("Tab")
    expect(focused(someone)).to_contain_text(SAID["moe/a"])
    page.keyboard.press("Enter")
    expect(section(someone).locator(".fb")).to_contain_text(
        "Dit einde geeft 100% van de punten. 4 omwegen en stappen terug kosten 40%."
    )
    someone.exit()
    someone.open()
    someone.go(f"q-{TALK}")
    expect(section(someone).locator(".ans").first).to_contain_text("Na 2 omwegen")
    assert someone.refused() == []


def test_coming_back_to_a_step_of_before(learner: Make) -> None:
    """The reply that led there comes first, and has the focus; the detour of before is under it."""
    someone = learner("scorm12", "strict", COURSE).open()
    someone.go(f"q-{TALK}")
    say(someone, "begin/b", "moe/b")
    press(someone, BACK)
    say(someone, "begin/b")
    expect(focused(someone)).to_have_text("ReactieNoor kijkt op.")
    lines = section(someone).locator(".talk--now dl").all_text_contents()
    assert [text[:20] for text in lines] == [f"Jij{SAID[key]}"[:20] for key in ("begin/b", "moe/b")]


def test_the_other_choices_after_giving_up(learner: Make) -> None:
    someone = learner("scorm2004", "strict", COURSE).open()
    someone.go(f"q-{TALK}")
    say(someone, "begin/c", "buiten/b")
    press(someone, REVEAL)
    expect(focused(someone)).to_have_text("Deels goed")
    section(someone).locator("summary").filter(has_text=SAID["buiten/b"]).click()
    expect(section(someone).get_by_text("“Gewoon”, zegt ze. Dan zucht ze.")).to_be_visible()


def test_the_situation_folds_and_the_helpline_stays(learner: Make, page: Page) -> None:
    """On a phone, beside the reply and all choices; what the learner opens stays open."""
    page.set_viewport_size({"width": 390, "height": 844})
    someone = learner("scorm12", "strict", COURSE).open()
    someone.go(f"q-{TALK}")
    situation = section(someone).get_by_text(SITUATION)
    helpline = section(someone).get_by_text(HELPLINE)
    expect(situation).to_be_visible()
    expect(helpline).to_be_visible()
    for choice, reply in (
        ("begin/a", "“Niks”, zegt Noor."),
        ("begin/b", "Noor kijkt op."),
        ("moe/b", "“Ja”, zegt Noor."),
    ):
        say(someone, choice)
        expect(situation).to_be_hidden()
        expect(helpline).to_be_in_viewport()
        expect(section(someone).locator(".talk--now").get_by_text(reply)).to_be_in_viewport()
        for button in section(someone).locator("button.say").all():
            expect(button).to_be_in_viewport(ratio=1)
    press(someone, "Lees de situatie")
    expect(situation).to_be_visible()
    say(someone, "moe/a")
    expect(situation).to_be_visible()
    expect(helpline).to_be_visible()


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

    someone.go(f"q-{TALK}")
    look("start")
    say(someone, "begin/a")
    look("detour")
    say(someone, "begin/c", "buiten/a")
    press(someone, BACK)
    look("back")
    section(someone).locator("summary").filter(has_text="Het gesprek tot nu toe").click()
    look("so far")
    say(someone, "buiten/b")
    look("partly")
    press(someone, AGAIN)
    look("again")
    say(someone, "begin/b", "moe/b", "moe/a")
    for step in section(someone).locator(".way summary").all():
        step.click()
    look("final, all open")
    someone.go("r-alles-toets")
    look("results")
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("width", [320, 1280])
def test_the_whole_conversation_can_be_read_without_script(
    browser: Browser, site: Site, width: int
) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.goto(f"{site.origin}/pkg/{COURSE}-scorm12/index.html#q-{TALK}")
    talk = page.locator(f"#q-{TALK}")
    for words in (*SCENES.values(), *SAID.values(), "Dan ga je naar stap 3:", "Dan komt einde 2:"):
        expect(talk.get_by_text(words).first).to_be_visible()
    for heading in ("Stap 1", "Stap 2", "Stap 3", "Einde 1", "Einde 2"):
        expect(talk.get_by_text(heading, exact=True)).to_be_visible()
    expect(talk.get_by_text("Noor vertelt. Morgen praten jullie verder.")).to_be_visible()
    context.close()
