"""Every view, light and dark, phone and desktop: axe, sideways scroll, keyboard, zoom."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.learner import Learner

Make = Callable[..., Learner]

WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-bottom: 2em !important }
    html { font-size: 200% !important }"""


def violations(learner: Learner) -> list[str]:
    """Findings of axe inside the package's frame, one line each."""
    result = Axe().run(learner.sco, options={"resultTypes": ["violations"], "runOnly": RULES})
    return [
        f"{found['id']}: {node['html'][:160]}"
        for found in result.response["violations"]
        for node in found["nodes"]
    ]


def scrolls_sideways(learner: Learner) -> bool:
    """The page is wider than its frame."""
    return bool(
        learner.sco.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )
    )


def views(learner: Learner) -> list[tuple[str, Callable[[], None]]]:
    """Every view of the course by name, with the steps that lead there."""
    single, multiple, truth = learner.questions()
    lesson = learner.payload["pages"][0]["id"]
    (quiz,) = learner.payload["quizzes"]

    def empty() -> None:
        learner.go(f"q-{truth}")
        learner.sco.locator(f"#q-{truth}").get_by_role("button", name="Controleer antwoord").click()

    def contents() -> None:
        learner.go(f"p-{lesson}")
        button = learner.sco.get_by_role("button", name="Inhoud", exact=True)
        if button.is_visible():
            button.click()

    def display() -> None:
        learner.go("start")
        learner.sco.get_by_role("button", name="Weergave").click()

    def close_contents() -> None:
        learner.page.keyboard.press("Escape")
        learner.go(f"q-{single}")

    return [
        ("start", lambda: learner.go("start")),
        ("display", display),
        ("lesson", lambda: learner.go(f"p-{lesson}")),
        ("contents", contents),
        ("question", close_contents),
        ("empty", empty),
        ("wrong", lambda: learner.answer(single, learner.wrong_keys(single))),
        ("partly", lambda: learner.answer(multiple, learner.right_keys(multiple)[:1])),
        ("right", lambda: learner.answer(truth, learner.right_keys(truth))),
        ("results", lambda: learner.go(f"r-{quiz}")),
    ]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_view(learner: Make, page: Page, width: int, scheme: str) -> None:
    """Axe finds nothing in any view, and none scrolls sideways."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    someone = learner("scorm12").open()
    found: dict[str, list[str]] = {}
    for name, visit in views(someone):
        visit()
        page.wait_for_timeout(250)
        found[name] = violations(someone)
        if scrolls_sideways(someone):
            found[name].append("scrolls sideways")
    someone.exit()
    found["ended"] = violations(someone)
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("width", [320, 820])
def test_text_spacing_and_large_text(learner: Make, page: Page, width: int) -> None:
    """WCAG 1.4.12 spacing and text at 200 % leave nothing outside the frame, down to 320 px."""
    page.set_viewport_size({"width": width, "height": 800})
    someone = learner("scorm2004").open()
    # An adopted sheet, as the page's policy refuses inline styles.
    someone.sco.evaluate(
        """css => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(css);
            document.adoptedStyleSheets = [sheet];
        }""",
        SPACING,
    )
    wide = []
    for name, visit in views(someone):
        if name in ("contents", "question"):
            continue
        visit()
        page.wait_for_timeout(100)
        if scrolls_sideways(someone):
            wide.append(name)
    assert wide == []


def test_keyboard_alone(learner: Make, page: Page) -> None:
    """From the start page to the results without a pointer."""
    someone = learner("scorm12").open()
    page.wait_for_timeout(300)
    sco = someone.sco

    def press_until(words: str, limit: int = 60) -> None:
        """Tabs to the control whose words begin with ``words``; fails when it is out of reach."""
        for _ in range(limit):
            page.keyboard.press("Tab")
            text = sco.evaluate(
                "() => { const e = document.activeElement; "
                "return (e.getAttribute('aria-label') || e.innerText || '').trim(); }"
            )
            if text.startswith(words):
                ring = sco.evaluate(
                    "() => getComputedStyle(document.activeElement).outlineStyle !== 'none'"
                )
                assert ring, f"{words} shows no focus ring"
                return
        raise AssertionError(f"{words} cannot be reached with Tab")

    press_until("Begin met de cursus")
    page.keyboard.press("Enter")
    for _ in [entry for entry in someone.payload["pages"] if entry["kind"] == "lesson"]:
        expect(sco.locator("h1:focus")).to_have_count(1)
        press_until("Volgende")
        page.keyboard.press("Enter")
        page.wait_for_timeout(150)
    for question in someone.questions():
        if not sco.locator(f"#q-{question} input").first.is_visible():
            press_until("Begin")
            page.keyboard.press("Enter")
        keys = someone.right_keys(question)
        for _ in range(40):
            page.keyboard.press("Tab")
            if sco.evaluate("document.activeElement.tagName") == "INPUT":
                break
        kind = sco.evaluate("document.activeElement.type")
        for _ in range(12):
            value = sco.evaluate("document.activeElement.value")
            if value in keys and not sco.evaluate("document.activeElement.checked"):
                page.keyboard.press("Space")
            chosen = sco.evaluate("document.activeElement.checked && document.activeElement.value")
            if kind == "radio" and chosen in keys:
                break
            page.keyboard.press("ArrowDown" if kind == "radio" else "Tab")
            if sco.evaluate("document.activeElement.tagName") != "INPUT":
                break
        if sco.evaluate("document.activeElement.tagName") == "INPUT":
            page.keyboard.press("Tab")
        text = sco.evaluate("document.activeElement.innerText")
        if not str(text).startswith("Controleer"):
            press_until("Controleer antwoord")
        page.keyboard.press("Enter")
        page.wait_for_timeout(150)
        expect(sco.locator(f"#q-{question} :focus")).to_have_text("Goed")
        press_until("Volgende vraag" if question != someone.questions()[-1] else "Bekijk")
        page.keyboard.press("Enter")
        page.wait_for_timeout(150)
    expect(sco.locator("h1:visible")).to_have_text("Je bent geslaagd")


def test_contents_dialog_gives_focus_back(learner: Make, page: Page) -> None:
    """On a phone the contents open over the page, keep the focus inside and give it back."""
    page.set_viewport_size({"width": 390, "height": 800})
    someone = learner("scorm12").open()
    page.wait_for_timeout(300)
    button = someone.sco.get_by_role("button", name="Inhoud", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    dialog = someone.sco.get_by_role("dialog")
    expect(dialog).to_be_visible()
    assert someone.sco.evaluate("document.activeElement.closest('dialog') !== null")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()
