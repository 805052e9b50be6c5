"""The display settings: they show at once, outlive the window, and look after the private notes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Frame, Locator, Page, expect

from tests.browser.learner import Learner

Make = Callable[..., Learner]

NOTES = "p-alle-blokken"


def dialog(learner: Learner) -> Locator:
    """The open dialog; presses the button in the bar when it is not open yet."""
    found = learner.sco.get_by_role("dialog", name="Weergave")
    if not found.is_visible():
        learner.sco.get_by_role("button", name="Weergave").click()
    expect(found).to_be_visible()
    return found


def control(found: Locator, name: str) -> Locator:
    """The radio button or the switch of this name."""
    radio = found.get_by_role("radio", name=name, exact=True)
    return radio.or_(found.get_by_role("checkbox", name=name, exact=True))


def choose(learner: Learner, *names: str) -> None:
    """Presses these tiles and switches, and closes the dialog."""
    for name in names:
        control(dialog(learner), name).click()
    learner.page.keyboard.press("Escape")
    expect(learner.sco.get_by_role("dialog")).to_have_count(0)


def looks(sco: Frame) -> dict[str, Any]:
    """What the browser makes of the page: colours, sizes, borders, motion."""
    found: dict[str, Any] = sco.evaluate(
        """() => {
            const style = selector => getComputedStyle(document.querySelector(selector));
            const tokens = getComputedStyle(document.documentElement);
            const names = [...document.styleSheets[0].cssRules]
                .filter(rule => rule.selectorText === ":root")
                .flatMap(rule => [...rule.style]).filter(name => /^--/.test(name));
            return {
                tokens: Object.fromEntries(names.map(n => [n, tokens.getPropertyValue(n).trim()])),
                scheme: tokens.colorScheme,
                canvas: style("#banner").backgroundColor,
                text: style("body").color,
                bar: style(".appbar").backgroundColor,
                size: parseFloat(style("body").fontSize),
                leading: parseFloat(style("body").lineHeight) / parseFloat(style("body").fontSize),
                callout: style(".callout").borderTopWidth,
                motion: style(".tool").transitionDuration,
            };
        }"""
    )
    return found


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("contrast", [False, True])
def test_a_choice_looks_like_the_setting_of_the_system(
    learner: Make, page: Page, dark: bool, contrast: bool
) -> None:
    """Each of the four themes is the same by choice, also against the system, as by the system."""

    def system(is_dark: bool, has_contrast: bool) -> None:
        page.emulate_media(
            color_scheme="dark" if is_dark else "light",
            contrast="more" if has_contrast else "no-preference",
            reduced_motion="reduce",
        )

    system(dark, contrast)
    someone = learner("scorm12").open()
    wanted = looks(someone.sco)
    system(not dark, not contrast)
    other = looks(someone.sco)
    assert other["tokens"] != wanted["tokens"]
    assert other["text"] != wanted["text"]
    choose(someone, "Donker" if dark else "Licht", "Meer contrast")
    assert looks(someone.sco) == wanted
    assert wanted["callout"] == ("2px" if contrast else "0px")
    assert wanted["scheme"] == ("dark" if dark else "light")


def test_size_and_spacing(learner: Make) -> None:
    """Text grows by what the tile says; wide lines are a quarter further apart."""
    someone = learner("scorm12").open()
    before = looks(someone.sco)
    for percent in (115, 130, 150, 100):
        choose(someone, f"{percent}%")
        assert looks(someone.sco)["size"] == pytest.approx(before["size"] * percent / 100, abs=0.1)
    choose(someone, "Ruim")
    assert looks(someone.sco)["leading"] == pytest.approx(before["leading"] * 1.25, abs=0.02)


def test_motion_begins_as_the_system_has_it(learner: Make, page: Page) -> None:
    """The switch stands as the system does, and what the learner wants wins, both ways."""
    page.emulate_media(reduced_motion="reduce")
    someone = learner("scorm12").open()
    expect(control(dialog(someone), "Minder beweging")).to_be_checked()
    assert looks(someone.sco)["motion"] == "0s"
    choose(someone, "Minder beweging")
    assert looks(someone.sco)["motion"] == "0.12s"
    page.emulate_media(reduced_motion="no-preference")
    choose(someone, "Minder beweging")
    assert looks(someone.sco)["motion"] == "0s"


def test_choices_hold_in_the_next_session_and_the_next_course(learner: Make) -> None:
    """Opened again, and in another course of the same player, it looks as it was left."""
    someone = learner("scorm2004").open()
    plain = looks(someone.sco)
    choose(someone, "130%", "Ruim", "Donker", "Meer contrast", "Minder beweging")
    chosen = looks(someone.sco)
    assert chosen != plain
    someone.exit()
    for course in ("proefcursus", "mentaal-welbevinden"):
        again = learner("scorm12", course=course).open()
        expect(again.sco.locator("html")).to_have_attribute("data-size", "130")
        found = dialog(again)
        for name in ("130%", "Ruim", "Donker", "Meer contrast", "Minder beweging"):
            expect(control(found, name)).to_be_checked()
        assert looks(again.sco)["tokens"] == chosen["tokens"]
    found.get_by_role("button", name="Terug naar de standaard").click()
    expect(control(found, "100%")).to_be_focused()
    assert looks(again.sco)["tokens"] == plain["tokens"]
    assert again.sco.evaluate("localStorage.getItem('lesbouwer.display')") == "{}"


def test_keyboard_and_names(learner: Make, page: Page) -> None:
    """Groups have names, arrows choose, Escape and the button close, focus goes back."""
    someone = learner("scorm12").open()
    button = someone.sco.get_by_role("button", name="Weergave")
    button.focus()
    page.keyboard.press("Enter")
    found = dialog(someone)
    for group in ("Grootte van de tekst", "Ruimte tussen de regels", "Kleur: licht, donker"):
        expect(found.get_by_role("group", name=group)).to_be_visible()
    page.keyboard.press("Tab")
    expect(found.get_by_role("radio", name="100%")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(found.get_by_role("radio", name="115%")).to_be_checked()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(found.get_by_role("checkbox", name="Meer contrast")).to_be_focused()
    page.keyboard.press("Space")
    expect(someone.sco.locator("html")).to_have_attribute("data-contrast", "more")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    dialog(someone).get_by_role("button", name="Sluiten").press("Enter")
    expect(button).to_be_focused()


@pytest.mark.parametrize("width", [320, 390, 820, 1100])
def test_largest_text_fits(learner: Make, page: Page, width: int) -> None:
    """At 150 % nothing sticks out, and the bar stays one row."""
    page.set_viewport_size({"width": width, "height": 800})
    someone = learner("scorm12").open()
    choose(someone, "150%", "Ruim")
    for view in ("start", NOTES, "q-een-goed"):
        someone.go(view)
        assert someone.sco.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        )
        rows = someone.sco.evaluate(
            "[...document.querySelectorAll('.appbar__row .tool')]"
            ".filter(e => e.offsetWidth).map(e => Math.round(e.getBoundingClientRect().top))"
        )
        assert width < 390 or max(rows) - min(rows) < 12
    found = dialog(someone)
    assert found.evaluate("e => e.scrollWidth <= e.clientWidth")


def test_notes_go_along_as_text(learner: Make) -> None:
    """The file holds course, lesson, question and note."""
    someone = learner("scorm12").open()
    expect(dialog(someone).get_by_text("Je hebt nog geen notities.")).to_be_visible()
    someone.page.keyboard.press("Escape")
    someone.go(NOTES)
    section = someone.sco.locator(f"#{NOTES} .reflect").first
    section.locator("textarea").fill("Ik bel Noor.\nMorgen.")
    export = dialog(someone).get_by_role("button", name="Neem mijn notities mee als tekst")
    with someone.page.expect_download() as download:
        export.click()
    expect(export).to_be_focused()
    assert download.value.suggested_filename == "proefcursus-mijn-notities.txt"
    text = download.value.path().read_text(encoding="utf-8-sig")
    lesson = someone.sco.locator(f"#{NOTES} h1").inner_text()
    question = section.locator("label").inner_text()
    course = someone.payload["course"]["title"]
    parts = [part.strip() for part in text.split("---")]
    assert parts == [course, f"{lesson}\n\n{question}\n\nIk bel Noor.\nMorgen."]


def test_deleting_notes_asks_once(learner: Make) -> None:
    """Keeping keeps; deleting empties the field and the browser, of this course only."""
    someone = learner("scorm12").open()
    someone.go(NOTES)
    field = someone.sco.locator(f"#{NOTES} textarea").first
    field.fill("Alleen van mij.")
    field.blur()
    someone.sco.evaluate(
        """() => {
            localStorage.setItem("lesbouwer:proefcursus:verdwenen-1", "Van een oude les.");
            localStorage.setItem("lesbouwer:andere:les-1", "Van een andere cursus.");
        }"""
    )
    kept = "Object.keys(localStorage).filter(key => key.startsWith('lesbouwer:')).sort()"
    assert len(someone.sco.evaluate(kept)) == 3

    found = dialog(someone)
    found.get_by_role("button", name="Wis mijn notities").click()
    stay = found.get_by_role("button", name="Bewaar mijn notities")
    expect(stay).to_be_focused()
    expect(found.get_by_role("group", name="Wil je al je notities wissen?")).to_be_visible()
    stay.click()
    expect(found.get_by_role("button", name="Wis mijn notities")).to_be_focused()
    assert len(someone.sco.evaluate(kept)) == 3

    found.get_by_role("button", name="Wis mijn notities").click()
    found.get_by_role("button", name="Wis mijn notities").click()
    expect(found.get_by_text("Je notities zijn gewist.")).to_be_focused()
    expect(field).to_have_value("")
    assert someone.sco.evaluate(kept) == ["lesbouwer:andere:les-1"]
    someone.page.keyboard.press("Escape")
    someone.page.wait_for_timeout(1200)
    assert someone.sco.evaluate(kept) == ["lesbouwer:andere:les-1"]


def test_without_storage_choices_hold_for_the_session(learner: Make, page: Page) -> None:
    """A browser that keeps nothing still shows what is chosen, and says that it will not last."""
    page.add_init_script(
        "if (window !== top) Object.defineProperty(window, 'localStorage',"
        " { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    someone = learner("scorm12").open()
    choose(someone, "Donker")
    assert looks(someone.sco)["scheme"] == "dark"
    found = dialog(someone)
    expect(found.get_by_text("Je keuzes verdwijnen als je stopt.")).to_be_visible()
    expect(found.get_by_text("Je keuzes blijven op dit apparaat.")).to_have_count(0)
