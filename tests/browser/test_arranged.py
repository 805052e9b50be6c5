"""Questions of several parts by keyboard, as a learner and an LMS see them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import RUNTIMES, STANDARDS
from tests.browser.learner import CHECK, Learner
from tests.browser.test_accessibility import scrolls_sideways, violations

Make = Callable[..., Learner]
COURSE = "alles"
PAIRS = "wie-doet-wat"
GROUPS = "signaal-of-oordeel"
ORDER = "op-volgorde"


def tab_to(learner: Learner, wanted: Locator) -> None:
    """Presses Tab until ``wanted`` has the focus."""
    for _ in range(60):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        learner.page.keyboard.press("Tab")
    raise AssertionError(f"{wanted} cannot be reached with Tab")


def press(learner: Learner, question: str, name: str) -> None:
    """Goes to a button with Tab and presses Enter."""
    button = learner.sco.locator(f"#q-{question}").get_by_role("button", name=name)
    tab_to(learner, button)
    learner.page.keyboard.press("Enter")


def parts(learner: Learner, question: str) -> Locator:
    return learner.sco.locator(f"#q-{question} .opts > li")


def record(learner: Learner, number: int) -> Callable[[str], str | None]:
    """Reads what was last written to a part of a record; SCORM 2004 has one per question."""
    is_old = learner.standard == "scorm12"

    def last(part: str) -> str | None:
        word = {"response": "student_response" if is_old else "learner_response"}.get(part, part)
        return learner.last(f"cmi.interactions.{number if is_old else 0}.{word}")

    return last


def in_words(learner: Learner, old: str) -> str:
    """A response as the standard of this learner writes it."""
    return old if learner.standard == "scorm12" else old.replace(",", "[,]").replace(".", "[.]")


@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("standard", STANDARDS)
def test_pairs_by_keyboard(learner: Make, page: Page, standard: str, runtime: str) -> None:
    """Half an answer costs nothing; what was right stays in the second try."""
    someone = learner(standard, runtime, COURSE).open()
    someone.go(f"q-{PAIRS}")
    section = someone.sco.locator(f"#q-{PAIRS}")
    mentor, doctor, officer = (
        section.get_by_role("combobox", name=name, exact=True)
        for name in ("De mentor", "De jeugdarts", "De leerplichtambtenaar")
    )
    tab_to(someone, mentor)
    page.keyboard.type("ziet")
    expect(mentor).to_have_value("a")
    press(someone, PAIRS, CHECK)
    expect(doctor).to_be_focused()
    expect(doctor).to_have_attribute("aria-invalid", "true")
    expect(doctor).to_have_accessible_description("Kies eerst bij elk onderdeel een antwoord.")
    expect(mentor).not_to_have_attribute("aria-invalid", "true")
    page.keyboard.type("geeft")
    page.keyboard.press("Tab")
    page.keyboard.type("kijkt")
    expect(officer).to_have_value("b")
    press(someone, PAIRS, CHECK)

    expect(section.locator(":focus")).to_have_text("Deels goed")
    expect(section.get_by_text("1 van 3 goed.")).to_be_visible()
    expect(parts(someone, PAIRS)).to_have_text(
        [
            "De mentorziet de leerling elke dagJouw antwoord: goed",
            "De jeugdartsgeeft cijfersJouw antwoord: nog niet goed",
            "De leerplichtambtenaarkijkt naar gezondheid en groeiJouw antwoord: nog niet goed",
        ]
    )
    expect(section.get_by_text("Zo merkt een mentor")).to_be_visible()
    expect(section.get_by_text("Lichaam en welbevinden")).to_have_count(0)
    someone.wait_for_commit()
    last = record(someone, 0)
    assert last("type") == "matching"
    assert last("correct_responses.0.pattern") == in_words(someone, "a.a,b.b,c.c")
    assert last("response") == in_words(someone, "a.a,b.x,c.b")
    assert last("result") == "0.3333"

    press(someone, PAIRS, "Probeer opnieuw")
    expect(mentor).to_be_focused()
    expect(mentor).to_have_value("a")
    expect(doctor).to_have_value("")
    expect(doctor).to_have_accessible_description("Je vorige antwoord: geeft cijfers")
    tab_to(someone, doctor)
    page.keyboard.type("kijkt")
    page.keyboard.press("Tab")
    page.keyboard.type("geeft")
    press(someone, PAIRS, CHECK)
    expect(parts(someone, PAIRS).last).to_have_text(
        "De leerplichtambtenaargeeft cijfersJouw antwoord: nog niet goed"
        "Goed antwoord: praat over verzuim"
    )
    for reason in ("Zo merkt een mentor", "Lichaam en welbevinden", "Wie vaak weg is"):
        expect(section.get_by_text(reason)).to_be_visible()
    someone.wait_for_commit()
    assert record(someone, 1)("response") == in_words(someone, "a.a,b.b,c.x")
    assert someone.refused() == []

    someone.go("r-alles-toets")
    row = someone.sco.get_by_role("listitem").filter(has_text="Wie doet wat")
    expect(row).to_contain_text("De mentor: ziet de leerling elke dag; De jeugdarts: kijkt")


@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("standard", STANDARDS)
def test_categories_by_keyboard(learner: Make, page: Page, standard: str, runtime: str) -> None:
    """Arrows choose inside a group, Tab goes to the next one."""
    someone = learner(standard, runtime, COURSE).open()
    someone.go(f"q-{GROUPS}")
    section = someone.sco.locator(f"#q-{GROUPS}")

    def radio(item: str, category: str) -> Locator:
        group = section.get_by_role("group", name=item, exact=True)
        return group.get_by_role("radio", name=category, exact=True)

    tab_to(someone, radio("Noor kwam drie keer te laat.", "Signaal"))
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    press(someone, GROUPS, CHECK)
    third = radio("Noor at deze week niet mee in de pauze.", "Signaal")
    expect(third).to_be_focused()
    expect(third).to_have_attribute("aria-invalid", "true")
    expect(third).to_have_accessible_description("Kies eerst bij elk onderdeel een antwoord.")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(radio("Noor wil aandacht.", "Oordeel")).to_be_checked()
    press(someone, GROUPS, CHECK)
    expect(section.locator(":focus")).to_have_text("Deels goed")
    expect(section.get_by_text("3 van 4 goed.")).to_be_visible()
    expect(parts(someone, GROUPS).nth(1)).to_have_text(
        "Noor is lui.SignaalJouw antwoord: nog niet goed"
    )
    someone.wait_for_commit()
    last = record(someone, 0)
    assert last("type") == "matching"
    assert last("correct_responses.0.pattern") == in_words(someone, "a.1,b.2,c.1,d.2")
    assert last("response") == in_words(someone, "a.1,b.1,c.1,d.2")
    assert last("result") == "0.75"

    press(someone, GROUPS, "Probeer opnieuw")
    expect(radio("Noor kwam drie keer te laat.", "Signaal")).to_be_checked()
    expect(section.get_by_role("group", name="Noor is lui.")).to_have_accessible_description(
        "Je vorige antwoord: Signaal"
    )
    tab_to(someone, radio("Noor is lui.", "Signaal"))
    page.keyboard.press("ArrowDown")
    press(someone, GROUPS, CHECK)
    expect(section.locator(":focus")).to_have_text("Goed")
    expect(section.get_by_text("van 4 goed")).to_have_count(0)
    someone.wait_for_commit()
    assert record(someone, 1)("result") == "correct"
    assert someone.refused() == []


@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("standard", STANDARDS)
def test_an_order_by_keyboard(learner: Make, page: Page, standard: str, runtime: str) -> None:
    """Focus stays on the button of what moves, and its new place is told."""
    someone = learner(standard, runtime, COURSE).open()
    someone.go(f"q-{ORDER}")
    section = someone.sco.locator(f"#q-{ORDER}")
    items = section.locator(".opts > li")
    status = section.get_by_role("status")
    press(someone, ORDER, CHECK)
    expect(section.get_by_text("Verplaats eerst een onderdeel.")).to_be_visible()
    expect(items).to_have_text(
        [
            "1Je vat samen wat je hoorde.",
            "2Je vraagt wat zij zelf wil.",
            "3Je spreekt af wanneer je erop terugkomt.",
            "4Je luistert.",
        ]
    )
    up = section.get_by_role("button", name="Je luistert omhoog", exact=True)
    tab_to(someone, up)
    page.keyboard.press("Enter")
    expect(up).to_be_focused()
    expect(status).to_have_text("Je luistert staat nu op plek 3 van 4.")
    expect(section.get_by_text("Verplaats eerst een onderdeel.")).to_have_count(0)
    for _ in range(3):
        page.keyboard.press("Space")
        expect(up).to_be_focused()
    expect(status).to_have_text("Je luistert staat nu op plek 1 van 4.")
    expect(up).to_have_attribute("aria-disabled", "true")
    expect(items.first).to_have_text("1Je luistert.")
    down = section.get_by_role("button", name="Je vraagt wat zij zelf wil omlaag", exact=True)
    tab_to(someone, down)
    page.keyboard.press("Enter")
    expect(down).to_be_focused()
    press(someone, ORDER, CHECK)
    expect(section.locator(":focus")).to_have_text("Deels goed")
    expect(parts(someone, ORDER)).to_have_text(
        [
            "1. Je luistert.Goede plek",
            "2. Je vat samen wat je hoorde.Goede plek",
            "3. Je spreekt af wanneer je erop terugkomt.Nog niet de goede plek",
            "4. Je vraagt wat zij zelf wil.Nog niet de goede plek",
        ]
    )
    expect(section.get_by_text("De goede volgorde")).to_have_count(0)
    someone.wait_for_commit()
    last = record(someone, 0)
    assert last("type") == "sequencing"
    assert last("correct_responses.0.pattern") == in_words(someone, "a,b,c,d")
    assert last("response") == in_words(someone, "a,b,d,c")
    assert last("result") == "0.5"

    press(someone, ORDER, "Probeer opnieuw")
    expect(items.last).to_have_text("4Je vraagt wat zij zelf wil.")
    press(someone, ORDER, CHECK)
    expect(section.get_by_text("Verplaats eerst een onderdeel.")).to_be_visible()
    tab_to(someone, down)
    page.keyboard.press("Enter")
    expect(items.last).to_have_text("4Je vraagt wat zij zelf wil.")
    tab_to(someone, section.get_by_role("button", name="Je luistert omlaag", exact=True))
    page.keyboard.press("Enter")
    press(someone, ORDER, CHECK)
    expect(section.get_by_text("De goede volgorde")).to_be_visible()
    expect(section.locator(".ans--open li")).to_have_text(
        [
            "Je luistert.",
            "Je vat samen wat je hoorde.",
            "Je vraagt wat zij zelf wil.",
            "Je spreekt af wanneer je erop terugkomt.",
        ]
    )
    someone.wait_for_commit()
    assert record(someone, 1)("response") == in_words(someone, "b,a,d,c")
    assert someone.refused() == []

    someone.go("r-alles-toets")
    row = someone.sco.get_by_role("listitem").filter(has_text="Wat doe je achter elkaar")
    # Of the two tries the best one counts.
    expect(row).to_contain_text("Jouw antwoord: 1. Je luistert; 2. Je vat samen wat je hoorde; 3.")


@pytest.mark.parametrize("standard", STANDARDS)
def test_an_order_that_is_not_checked_is_still_there(learner: Make, standard: str) -> None:
    """After stopping too, and then it is judged as it stands."""
    someone = learner(standard, "strict", COURSE).open()
    someone.go(f"q-{ORDER}")
    someone.sco.get_by_role("button", name="Je luistert omhoog").click()
    someone.exit()
    someone.open()
    someone.go(f"q-{ORDER}")
    expect(someone.sco.locator(f"#q-{ORDER} .opts > li").nth(2)).to_have_text("3Je luistert.")
    someone.sco.get_by_role("button", name=CHECK).click()
    someone.exit()
    someone.open()
    someone.go(f"q-{ORDER}")
    expect(parts(someone, ORDER).last).to_have_text(
        "4. Je spreekt af wanneer je erop terugkomt.Goede plek"
    )
    assert someone.refused() == []


@pytest.mark.parametrize("standard", STANDARDS)
def test_pairs_that_are_not_checked_are_still_there(learner: Make, standard: str) -> None:
    """Also half of them."""
    someone = learner(standard, "strict", COURSE).open()
    someone.go(f"q-{PAIRS}")
    someone.sco.get_by_label("De jeugdarts").select_option("x")
    someone.exit()
    someone.open()
    someone.go(f"q-{PAIRS}")
    lists = someone.sco.locator(f"#q-{PAIRS} select").all()
    assert [one.input_value() for one in lists] == ["", "x", ""]
    for one, choice in zip(lists, "axc", strict=True):
        one.select_option(choice)
    someone.sco.get_by_role("button", name=CHECK).click()
    someone.exit()
    someone.open()
    someone.go(f"q-{PAIRS}")
    expect(parts(someone, PAIRS)).to_contain_text(["ziet de leerling", "geeft cijfers", "verzuim"])
    assert someone.refused() == []


def answer_pairs(learner: Learner, choices: str) -> None:
    for one, choice in zip(learner.sco.locator(f"#q-{PAIRS} select").all(), choices, strict=True):
        one.select_option(choice)


def answer_groups(learner: Learner, choices: str) -> None:
    for letter, choice in zip("abcd", choices, strict=True):
        learner.sco.locator(f"label[for='a-{GROUPS}-{letter}{choice}']").click()


def answer_order(learner: Learner, button: str) -> None:
    learner.sco.get_by_role("button", name=button).click()


ANSWERS = (
    (PAIRS, answer_pairs, "axb", "axc"),
    (GROUPS, answer_groups, "1111", "1121"),
    (ORDER, answer_order, "Je luistert omhoog", "Je luistert omhoog"),
)


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

    for question, answer, first, second in ANSWERS:
        someone.go(f"q-{question}")
        look(f"{question} empty")
        someone.sco.get_by_role("button", name=CHECK).click()
        look(f"{question} missing")
        answer(someone, first)
        someone.sco.get_by_role("button", name=CHECK).click()
        look(f"{question} partly")
        someone.sco.get_by_role("button", name="Probeer opnieuw").click()
        look(f"{question} again")
        answer(someone, second)
        someone.sco.get_by_role("button", name=CHECK).click()
        look(f"{question} final")
    someone.go("r-alles-toets")
    look("results")
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_without_script(page: Page, learner: Make) -> None:
    """Who has no script reads the items and what there is to choose from."""
    context = page.context.browser
    assert context is not None
    someone = learner("scorm12", "strict", COURSE)
    bare = context.new_page(java_script_enabled=False)
    bare.goto(someone.origin + someone.launch)
    section = bare.locator(f"#q-{PAIRS}")
    expect(section.get_by_role("listitem")).to_have_text(
        [
            "De mentor",
            "De jeugdarts",
            "De leerplichtambtenaar",
            "geeft cijfers",
            "kijkt naar gezondheid en groei",
            "praat over verzuim",
            "ziet de leerling elke dag",
        ]
    )
    expect(section.get_by_text("Kies uit")).to_be_visible()
    bare.close()
