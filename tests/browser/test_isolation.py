"""Packages stay inside themselves: no outside requests, strict servers, the file system."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import STANDARDS, Watch
from tests.browser.learner import Learner

Make = Callable[..., Learner]


@pytest.mark.conformance(22, 23)
@pytest.mark.parametrize("standard", STANDARDS)
def test_strict_server(learner: Make, page: Page, standard: str) -> None:
    """With ``nosniff`` and right types all works, without console errors or outside requests."""
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    someone = learner(standard).open()
    someone.read_all()
    for question in someone.questions():
        someone.answer(question, someone.right_keys(question))
    someone.wait_for_commit()
    own = [url for url in requests if "/pkg/" in url]
    first_view = [url for url in own if not url.endswith((".svg", ".png", ".webp"))]
    assert len(first_view) <= 6


@pytest.mark.conformance(23)
@pytest.mark.parametrize("standard", STANDARDS)
def test_blocked_pictures(learner: Make, page: Page, watch: Watch, standard: str) -> None:
    """A server that blocks SVG takes the pictures away, not the course."""
    page.route("**/*.svg", lambda route: route.abort())
    someone = learner(standard, course="proefcursus")
    page.goto("about:blank")
    someone.open()
    someone.read_lesson("alle-blokken")
    alternative = someone.sco.locator("#p-alle-blokken img").first.get_attribute("alt")
    assert alternative == "Een groen vierkant met de letter A"
    first = someone.questions()[0]
    someone.answer(first, someone.right_keys(first))
    someone.wait_for_commit()
    assert someone.kept_state() != ""
    assert all("ERR_FAILED" in error for error in watch.errors)
    watch.errors.clear()


@pytest.mark.conformance(24)
@pytest.mark.parametrize("standard", STANDARDS)
def test_from_the_file_system(
    page: Page,
    standard: str,
    archives: dict[tuple[str, str], bytes],
    tmp_path: Path,
) -> None:
    """Opened from a folder the package shows itself and checks answers."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    with zipfile.ZipFile(io.BytesIO(archives[("proefcursus", standard)])) as archive:
        archive.extractall(tmp_path)
    page.goto((tmp_path / "index.html").as_uri())
    expect(page.get_by_text("Je resultaat wordt nu niet doorgegeven").first).to_be_visible(
        timeout=8000
    )
    page.evaluate("location.hash = 'q-een-goed'")
    page.locator("#q-een-goed input[value=a]").check()
    page.get_by_role("button", name="Controleer antwoord").click()
    expect(page.locator("#q-een-goed").get_by_text("Jouw antwoord: goed").first).to_be_visible()
    assert errors == []


@pytest.mark.conformance(24)
def test_without_script(
    browser: Browser, archives: dict[tuple[str, str], bytes], tmp_path: Path
) -> None:
    """Without script all can be read, and a line says that results are not kept."""
    with zipfile.ZipFile(io.BytesIO(archives[("proefcursus", "scorm12")])) as archive:
        archive.extractall(tmp_path)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    for words in ("Alle blokken", "Korte les", "Welke twee horen bij steun?", "Een hoog cijfer."):
        expect(page.get_by_text(words, exact=True).locator("visible=true").first).to_be_visible()
    expect(page.locator("#banner .notice")).to_be_visible()
    context.close()


@pytest.mark.conformance(25)
@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("where", ["seven-levels", "opener", "opener-parent"])
def test_where_the_run_time_is(learner: Make, page: Page, standard: str, where: str) -> None:
    """The run-time is found seven frames up, in the window that opened us, and above that one."""
    someone = learner(standard)
    someone.open(popup=True)
    address = someone.origin + someone.launch
    if where == "seven-levels":
        page.evaluate(
            """address => {
                let home = document;
                for (let level = 0; level < 7; level += 1) {
                    const frame = home.createElement("iframe");
                    home.body.append(frame);
                    home = frame.contentDocument;
                    if (level === 6) frame.src = address;
                }
            }""",
            address,
        )
    else:
        with page.expect_popup() as popup:
            if where == "opener":
                page.evaluate("address => { window.open(address, 'sco'); }", address)
            else:
                page.evaluate(
                    """address => {
                        const frame = document.createElement("iframe");
                        document.body.append(frame);
                        frame.contentWindow.eval(`window.open(${JSON.stringify(address)}, 'sco')`);
                    }""",
                    address,
                )
        popup.value.wait_for_load_state()
    page.wait_for_function("window.calls.some(c => c.method.endsWith('Initialize'))", timeout=8000)
