"""Places in a picture: from the list by keyboard, by pointing, and as an LMS sees them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import RUNTIMES, STANDARDS
from tests.browser.learner import CHECK, Learner
from tests.browser.site import Site
from tests.browser.test_accessibility import scrolls_sideways, violations
from tests.browser.test_typed import parts, tab_to

Make = Callable[..., Learner]
COURSE = "alles"
PLACES = "wie-valt-op"
NAMES = [
    "1 De drie leerlingen aan de grote tafel.",
    "2 De leerling die achterin alleen zit.",
    "3 De leerling die voorover op tafel ligt.",
]


@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("standard", STANDARDS)
def test_places_by_keyboard(learner: Make, page: Page, standard: str, runtime: str) -> None:
    """The list is enough: the areas are no extra stops, but show what is chosen."""
    someone = learner(standard, runtime, COURSE).open()
    someone.go(f"q-{PLACES}")
    section = someone.sco.locator(f"#q-{PLACES}")
    expect(section.get_by_role("img", name="Een klas van bovenaf.")).to_be_visible()
    section.get_by_role("button", name=CHECK).press("Enter")
    expect(section.get_by_text("Kies eerst een antwoord.")).to_be_visible()
    boxes = section.get_by_role("checkbox")
    expect(boxes.first).to_be_focused()
    expect(boxes.first).to_have_accessible_name(NAMES[0].replace("1 ", "1. "))
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    areas = [section.get_by_role("button", name=name, exact=True) for name in NAMES]
    pressed = [area.get_attribute("aria-pressed") for area in areas]
    assert pressed == ["true", "true", "false"]
    section.get_by_role("button", name=CHECK).press("Enter")
    expect(section.locator(":focus")).to_have_text("Nog niet goed")
    section.get_by_role("button", name="Probeer opnieuw").press("Enter")
    tab_to(someone, "checkbox")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(section.locator(":focus")).to_have_text("Deels goed")
    expect(parts(someone, PLACES)).to_have_text(
        [
            "1. De drie leerlingen aan de grote tafel.Terecht niet gekozen",
            "2. De leerling die achterin alleen zit.Jouw antwoord: goed",
            "3. De leerling die voorover op tafel ligt.Hoort er ook bij",
        ]
    )
    expect(section.get_by_role("button", name=NAMES[0])).to_have_count(0)
    someone.wait_for_commit()
    is_old = standard == "scorm12"
    record = f"cmi.interactions.{1 if is_old else 0}"
    response = "student_response" if is_old else "learner_response"
    assert someone.last(f"{record}.type") == "choice"
    assert someone.last(f"{record}.{response}") == "b"
    pattern = someone.last(f"{record}.correct_responses.0.pattern")
    assert pattern == ("b,c" if is_old else "b[,]c")
    assert someone.last(f"{record}.result") == "0.5"
    assert someone.refused() == []
    someone.exit()
    someone.open()
    someone.go(f"q-{PLACES}")
    expect(parts(someone, PLACES).nth(1)).to_contain_text("Jouw antwoord: goed")


@pytest.mark.parametrize("width", [320, 800, 1280])
def test_places_by_pointing(learner: Make, page: Page, width: int) -> None:
    """An area lies where its numbers say at every width, fits a thumb, and ticks its option."""
    page.set_viewport_size({"width": width, "height": 800})
    someone = learner("scorm2004", "strict", COURSE).open()
    someone.go(f"q-{PLACES}")
    section = someone.sco.locator(f"#q-{PLACES}")
    picture = section.get_by_role("img", name="Een klas van bovenaf.")
    picture.scroll_into_view_if_needed()
    whole = picture.bounding_box()
    assert whole is not None
    options = someone.payload["questions"][PLACES]["options"]
    for option, name in zip(options, NAMES, strict=True):
        box = section.get_by_role("button", name=name, exact=True).bounding_box()
        assert box is not None
        left, top, wide, high = option["area"]
        assert abs(box["x"] - whole["x"] - left / 100 * whole["width"]) < 1
        assert abs(box["y"] - whole["y"] - top / 100 * whole["height"]) < 1
        assert abs(box["width"] - wide / 100 * whole["width"]) < 1
        assert abs(box["height"] - high / 100 * whole["height"]) < 1
        assert min(box["width"], box["height"]) >= 44
    page.mouse.click(whole["x"] + whole["width"] * 0.83, whole["y"] + whole["height"] * 0.3)
    boxes = section.get_by_role("checkbox")
    assert [box.is_checked() for box in boxes.all()] == [False, True, False]
    section.get_by_role("button", name=NAMES[2], exact=True).click()
    section.get_by_role("button", name=NAMES[1], exact=True).click()
    assert [box.is_checked() for box in boxes.all()] == [False, False, True]


def test_places_can_be_read_without_script(site: Site, page: Page) -> None:
    browser = page.context.browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{site.origin}/pkg/alles-scorm12/index.html")
    section = plain.locator(f"#q-{PLACES}")
    expect(section.get_by_role("img", name="Een klas van bovenaf.")).to_be_visible()
    expect(section.get_by_role("listitem").first).to_have_text(NAMES[0][2:])
    context.close()


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

    someone.go(f"q-{PLACES}")
    look("empty")
    someone.answer(PLACES, ["a", "b"], check=False)
    look("chosen")
    someone.answer(PLACES, ["a", "b"])
    look("wrong")
    someone.answer(PLACES, ["b"])
    look("partly")
    someone.go("r-alles-toets")
    look("results")
    assert {name: lines for name, lines in found.items() if lines} == {}
