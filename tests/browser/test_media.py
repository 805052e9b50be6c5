"""Pictures, films, sound and tables in a lesson, with a film that the browser records itself."""

from __future__ import annotations

import base64
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Frame, Locator, Page, expect

from tests.browser.conftest import ROOT
from tests.browser.learner import Learner
from tests.browser.site import Site
from tests.browser.test_accessibility import RULES, scrolls_sideways, violations
from tests.project_copy import copy_project

Make = Callable[..., Learner]

RECORD = """async () => {
    const canvas = document.createElement("canvas");
    canvas.width = 320; canvas.height = 180;
    const brush = canvas.getContext("2d");
    const timer = setInterval(() => {
        brush.fillStyle = `hsl(${performance.now() / 10 % 360} 60% 40%)`;
        brush.fillRect(0, 0, 320, 180);
    }, 40);
    const sound = new AudioContext();
    const out = sound.createMediaStreamDestination();
    const tone = sound.createOscillator();
    tone.connect(out); tone.start();
    const stream = canvas.captureStream(25);
    for (const track of out.stream.getTracks()) stream.addTrack(track);
    const recorder = new MediaRecorder(stream, { mimeType: "video/webm;codecs=vp8,opus" });
    const parts = [];
    recorder.ondataavailable = (event) => parts.push(event.data);
    const ended = new Promise((resolve) => { recorder.onstop = resolve; });
    recorder.start();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    recorder.stop();
    await ended;
    clearInterval(timer); tone.stop(); await sound.close();
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
}"""
LESSON = "p-alle-blokken"


@pytest.fixture(scope="module")
def film(browser: Browser) -> bytes:
    """Two and a half seconds of colours and a tone, as webm."""
    page = browser.new_page()
    page.goto("data:text/html,<title>opname</title>")
    data = base64.b64decode(page.evaluate(RECORD))
    page.close()
    return data


@pytest.fixture(scope="module")
def playing(film: bytes, site: Site, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the course with everything, now with a film that plays."""
    project = copy_project("everything", tmp_path_factory.mktemp("film"))
    media = project / "modules" / "alles-module" / "media"
    (media / "gesprek.webm").write_bytes(film)
    lesson = media.parent / "01-alle-blokken.md"
    text = lesson.read_text(encoding="utf-8").replace("media/gesprek.mp4", "media/gesprek.webm")
    lesson.write_text(text, encoding="utf-8")
    captions = "WEBVTT\n\n00:00.000 --> 00:01.900\nDag Noor. Hoe is het? Fijn dat je het zegt.\n"
    (media / "gesprek.vtt").write_text(captions, encoding="utf-8")
    return f"{site.origin}{publish(project, site)}"


def publish(project: Path, site: Site) -> str:
    out = project.parent / "dist"
    words = ["build", "alles", "--target", "scorm12", "--out", str(out)]
    command = [sys.executable, "-m", "builder", *words, "--project", str(project)]
    subprocess.run(command, cwd=ROOT, check=True)
    (package,) = out.glob("*.zip")
    return site.add_package("alles-film", package.read_bytes())


def film_of(page: Page) -> Locator:
    return page.locator(f"#{LESSON} video")


def test_a_film_plays_with_captions_and_never_by_itself(page: Page, playing: str) -> None:
    page.goto(f"{playing}#{LESSON}")
    video = film_of(page)
    expect(video).to_be_visible()
    page.wait_for_timeout(700)
    assert video.evaluate("v => v.paused && v.currentTime === 0 && !v.autoplay && v.readyState > 0")
    assert video.evaluate("v => v.videoWidth === 320 && v.controls && v.playsInline")
    video.focus()
    page.keyboard.press("Space")
    page.wait_for_function("v => v.currentTime > 0.3", arg=video.element_handle())
    track = video.evaluate(
        "v => { const t = v.textTracks[0]; "
        "return [t.kind, t.language, t.mode, t.activeCues[0]?.text]; }"
    )
    assert track == [
        "captions",
        "nl",
        "showing",
        "Dag Noor. Hoe is het? Fijn dat je het zegt.",
    ]


def test_a_film_stops_when_its_page_is_left(page: Page, playing: str) -> None:
    page.goto(f"{playing}#{LESSON}")
    video = film_of(page)
    video.evaluate("v => { v.muted = true; v.loop = true; return v.play(); }")
    assert not video.evaluate("v => v.paused")
    page.evaluate("location.hash = 'start'")
    expect(page.locator(f"#{LESSON}")).to_be_hidden()
    assert video.evaluate("v => v.paused")


def test_without_script_film_and_transcript_are_there(browser: Browser, playing: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(playing)
    video = film_of(page)
    expect(video).to_be_visible()
    assert video.get_attribute("controls") is not None
    fold = page.locator(f"#{LESSON} .recording").first.locator("details")
    expect(fold.get_by_text("In beeld: een lokaal na de les.")).to_be_hidden()
    fold.locator("summary").click()
    expect(fold.get_by_text("In beeld: een lokaal na de les.")).to_be_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_lesson_with_media_is_accessible(
    learner: Make, page: Page, width: int, scheme: str
) -> None:
    """Axe finds nothing, also with all folds open, and nothing scrolls sideways."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    someone = learner("scorm12", course="alles").open()
    someone.go(LESSON)
    for fold in someone.sco.locator(f"#{LESSON} .recording summary").all():
        fold.click()
    page.wait_for_timeout(300)
    assert violations(someone) == []
    assert not scrolls_sideways(someone)
    right = someone.sco.locator(f"#{LESSON}").evaluate("e => e.getBoundingClientRect().right")
    for one in someone.sco.locator(f"#{LESSON} :is(video, audio, img)").all():
        if one.is_visible():
            box = one.evaluate("e => [e.getBoundingClientRect().right, e.clientWidth]")
            assert box[0] <= right + 1
            assert box[1] > 0


def test_axe_is_told_about_media() -> None:
    """The rules about captions are among those that are run."""
    assert "wcag2a" in RULES
    assert Axe().axe_script.count("video-caption") > 0


@pytest.mark.parametrize(("width", "ratio", "file"), [(390, 1, "vlak-600"), (1280, 2, "vlak")])
def test_a_screen_gets_the_picture_that_fits(
    browser: Browser, site: Site, width: int, ratio: int, file: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, device_scale_factor=ratio
    )
    page = context.new_page()
    page.goto(f"{site.origin}/pkg/alles-scorm12/index.html#{LESSON}")
    picture = page.get_by_role("img", name="Een donker vlak, zo breed als het scherm")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("i => i.currentSrc").endswith(f"media/{file}.webp")
    link = page.locator("a", has=picture)
    assert (link.get_attribute("href"), link.get_attribute("target")) == (
        "media/vlak.webp",
        "_blank",
    )
    with context.expect_page() as opening:
        link.click()
    assert opening.value.url.endswith("/media/vlak.webp")
    context.close()


WRITTEN_TABLES = f"#{LESSON} .table:not(.overview > *)"
"""Those of the text itself, not of the library."""


def frames(sco: Frame) -> list[tuple[str | None, str | None, str | None]]:
    tables = sco.locator(WRITTEN_TABLES).all()
    return [
        (one.get_attribute("role"), one.get_attribute("tabindex"), one.get_attribute("aria-label"))
        for one in tables
    ]


def test_a_table_takes_the_focus_while_it_is_too_wide(learner: Make, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    someone = learner("scorm12", course="alles").open()
    someone.go(LESSON)
    caption = "Cijfers die leerlingen aan hun leven geven"
    page.wait_for_timeout(300)
    assert frames(someone.sco) == [("group", None, caption), ("group", None, "Tabel 2")]
    page.set_viewport_size({"width": 240, "height": 800})
    page.wait_for_timeout(300)
    assert frames(someone.sco)[0] == ("region", "0", caption)
    region = someone.sco.get_by_role("region", name=caption)
    region.focus()
    page.keyboard.press("ArrowRight")
    expect(region).not_to_have_js_property("scrollLeft", 0)
    rows = someone.sco.locator(WRITTEN_TABLES).get_by_role("rowheader")
    assert rows.all_inner_texts() == ["jongens", "meisjes"]


def test_on_paper_poster_and_transcript_stand_in_for_the_film(learner: Make, page: Page) -> None:
    someone = learner("scorm12", course="alles").open()
    someone.go(LESSON)
    page.emulate_media(media="print")
    someone.sco.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    lesson = someone.sco.locator(f"#{LESSON}")
    still = lesson.locator(".recording__still")
    still.scroll_into_view_if_needed()
    expect(still).to_be_visible()
    expect(still).to_have_js_property("complete", True)
    assert still.evaluate("i => i.naturalWidth") == 1200
    for one in lesson.locator("video, audio").all():
        expect(one).to_be_hidden()
    expect(lesson.get_by_text("In beeld: een lokaal na de les.")).to_be_visible()
    expect(lesson.get_by_text("Eerst wilde ik niets zeggen.")).to_be_visible()
