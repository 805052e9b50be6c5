"""Pictures of the course for the documents: ``python -m tools.screenshots``.

Builds the course, opens it in Chromium inside the tests' own LMS and writes docs/screenshots/*.png.
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

from tests.browser.conftest import CHROMIUM, FLAGS, PLAYER
from tests.browser.learner import Learner
from tests.browser.site import Site

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
    """The results of a quiz that was passed."""
    learner.read_all()
    for one in learner.questions():
        learner.answer(one, learner.right_keys(one))
    learner.go(f"r-{next(iter(learner.payload['quizzes']))}")


# Name, width, height, dark, steps.
PICTURES: tuple[tuple[str, int, int, bool, Step], ...] = (
    ("start-390", 390, 844, False, start),
    ("les-1280", 1280, 900, False, lesson),
    ("les-390-donker", 390, 844, True, lesson),
    ("vraag-390", 390, 844, False, question),
    ("feedback-390", 390, 844, False, feedback),
    ("resultaat-1280", 1280, 900, False, results),
)


def picture(browser: Browser, site: Site, width: int, height: int, dark: bool, step: Step) -> bytes:
    """One view as PNG, with few colours so that it stays small."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        locale="nl-NL",
        device_scale_factor=1.5,
    )
    page = context.new_page()
    learner = Learner(page, site.origin, "/pkg/course/index.html", "scorm12", "again").open()
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
        build = [sys.executable, "-m", "builder", "build", "--target", "scorm12", "--locked"]
        subprocess.run([*build, "--out", folder], cwd=ROOT, check=True)
        (package,) = Path(folder).glob("*.zip")
        site.add_package("course", package.read_bytes())
    again = PLAYER / "node_modules" / "scorm-again" / "dist" / "scorm12.min.js"
    site.files |= {"/lib/scorm12.js": again.read_bytes()}
    site.files |= {f"/lib/{name}.js": b"" for name in ("scorm2004", "doubles")}
    site.origin = site.start()
    OUTPUT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for name, width, height, dark, step in PICTURES:
            data = picture(browser, site, width, height, dark, step)
            (OUTPUT / f"{name}.png").write_bytes(data)
            print(f"docs/screenshots/{name}.png  {len(data) // 1000} kB")
        browser.close()
    site.stop()


if __name__ == "__main__":
    main()
