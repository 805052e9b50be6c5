"""Pictures of courses for the documents: ``python -m tools.screenshots``.

Builds courses, opens them in Chromium inside the tests' own LMS and writes docs/screenshots/*.png.
Chromium's text differs a little between machines, so nothing compares these pictures.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from builder.questions import QUESTION_TYPES
from tests.browser.conftest import CHROMIUM, FLAGS, PLAYER
from tests.browser.learner import Learner
from tests.browser.site import Site
from tests.project_copy import copy_project

ROOT = Path(__file__).resolve().parents[1]
OUTPUT = ROOT / "docs" / "screenshots"
LESSON = "zes-elementen"
QUESTION = "reactie-over-roos"
COLOURS = 128

Step = Callable[[Learner], None]


def start(learner: Learner) -> None:
    """The first page."""


def lesson(learner: Learner) -> None:
    """A lesson with a case half-way the course."""
    learner.answer("weinig-klachten", ["false"])
    learner.read_lesson(LESSON)
    learner.read_lesson("twee-lijnen")
    learner.go(f"p-{LESSON}")
    learner.sco.evaluate("document.querySelector('.case').scrollIntoView({block: 'center'})")


def question(learner: Learner) -> None:
    """A question before it is checked."""
    learner.answer(QUESTION, ["b"], check=False)


def feedback(learner: Learner) -> None:
    """A question after a wrong answer."""
    learner.answer(QUESTION, ["a"])
    learner.sco.evaluate("window.scrollTo(0, 0)")


def results(learner: Learner) -> None:
    """The results of a quiz, passed but for one question."""
    learner.go("p-alles-loting-toets")
    first, *others = learner.asked("alles-loting-toets")
    learner.answer(first, learner.wrong_keys(first))
    for one in others:
        learner.answer(one, learner.right_keys(one))
    learner.go("r-alles-loting-toets")


def conversation(learner: Learner) -> None:
    """A conversation after its first step."""
    (one,) = learner.asked("sig-gesprek-noor")
    learner.go(f"q-{one}")
    learner.sco.locator(".q button").nth(1).click()


def overview(learner: Learner) -> None:
    """An overview of the library in a lesson."""
    learner.go("p-zorggesprek-suicide")
    learner.sco.evaluate("document.querySelector('.is-current .overview').scrollIntoView()")


def search(learner: Learner) -> None:
    """Looking for a word."""
    learner.sco.get_by_role("button", name="Zoek in de cursus").click()
    learner.sco.get_by_role("searchbox").fill("klachten")


def open_type(type_name: str) -> Step:
    """The first question of a type, as a learner meets it."""

    def visit(learner: Learner) -> None:
        questions = learner.payload["questions"].values()
        learner.go(f"q-{next(one['id'] for one in questions if one['type'] == type_name)}")

    return visit


WELLBEING, SIGNALS, EVERYTHING = "mentaal-welbevinden", "signaleren", "alles"

# Name, course, width, height, dark, steps.
PICTURES: tuple[tuple[str, str, int, int, bool, Step], ...] = (
    ("start-390", WELLBEING, 390, 844, False, start),
    ("les-1280", WELLBEING, 1280, 900, False, lesson),
    ("les-390-donker", WELLBEING, 390, 844, True, lesson),
    ("vraag-390", WELLBEING, 390, 844, False, question),
    ("feedback-390", WELLBEING, 390, 844, False, feedback),
    ("zoeken-1280-donker", WELLBEING, 1280, 900, True, search),
    ("gesprek-390", SIGNALS, 390, 844, False, conversation),
    ("overzicht-1280", SIGNALS, 1280, 900, False, overview),
    ("resultaat-1280", EVERYTHING, 1280, 900, False, results),
    *(
        (f"type-{name}-390", EVERYTHING, 390, 844, False, open_type(name))
        for name in QUESTION_TYPES
    ),
)


def picture(
    browser: Browser, site: Site, course: str, width: int, height: int, dark: bool, step: Step
) -> bytes:
    """One view as PNG, with few colours so that it stays small."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        locale="nl-NL",
        device_scale_factor=1.5,
    )
    page = context.new_page()
    learner = Learner(page, site.origin, f"/pkg/{course}/index.html", "scorm12", "again").open()
    page.wait_for_timeout(400)
    step(learner)
    page.wait_for_timeout(1500)
    raw = page.screenshot()
    context.close()
    out = io.BytesIO()
    Image.open(io.BytesIO(raw)).convert("RGB").quantize(COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()


def main() -> None:
    """Build, open, click, write."""
    program = next(path for name in CHROMIUM if (path := shutil.which(name)))
    site = Site()
    with tempfile.TemporaryDirectory() as folder:
        everything = copy_project("everything", Path(folder))
        for course, project in ((WELLBEING, ROOT), (SIGNALS, ROOT), (EVERYTHING, everything)):
            build = [sys.executable, "-m", "builder", "build", course, "--target", "scorm12"]
            command = [*build, "--out", folder, "--project", str(project)]
            subprocess.run(command, cwd=ROOT, check=True)
            (package,) = Path(folder).glob(f"{course}-*.zip")
            site.add_package(course, package.read_bytes())
    again = PLAYER / "node_modules" / "scorm-again" / "dist" / "scorm12.min.js"
    site.files |= {"/lib/scorm12.js": again.read_bytes()}
    site.files |= {f"/lib/{name}.js": b"" for name in ("scorm2004", "doubles")}
    site.origin = site.start()
    OUTPUT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for name, course, width, height, dark, step in PICTURES:
            data = picture(browser, site, course, width, height, dark, step)
            (OUTPUT / f"{name}.png").write_bytes(data)
            print(f"docs/screenshots/{name}.png  {len(data) // 1000} kB")
        browser.close()
    site.stop()


if __name__ == "__main__":
    main()
