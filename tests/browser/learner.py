"""A learner at the keyboard: opens a package in the test LMS and does what teachers do."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Frame, Page, expect

CHECK = "Controleer antwoord"


class Learner:
    """Drives one package in one browser page; every wait is for something a person would see."""

    def __init__(self, page: Page, origin: str, launch: str, standard: str, runtime: str) -> None:
        self.page = page
        self.origin = origin
        self.launch = launch
        self.standard = standard
        self.runtime = runtime

    # -- the LMS side -------------------------------------------------------------------------

    def open(self, **options: Any) -> Learner:
        """Opens the host page and with it the package; waits until a heading can be read."""
        query = {
            "standard": self.standard,
            "runtime": self.runtime,
            "launch": self.launch,
            "options": json.dumps(options),
        }
        self.page.goto(f"{self.origin}/host/lms.html?{urlencode(query)}")
        if not options.get("popup"):
            expect(self.sco.locator("h1:visible").first).to_be_visible()
        return self

    @property
    def sco(self) -> Frame:
        """The frame that the package runs in."""
        handle = self.page.wait_for_selector("#sco")
        assert handle is not None
        frame = handle.content_frame()
        assert frame is not None
        return frame

    def calls(self, method: str | None = None) -> list[dict[str, Any]]:
        """What the package asked of the LMS, in order."""
        calls: list[dict[str, Any]] = self.page.evaluate("window.calls")
        return [call for call in calls if method is None or call["method"].endswith(method)]

    def refused(self) -> list[dict[str, Any]]:
        """Writes that the run-time did not accept."""
        return [call for call in self.calls("SetValue") if call["result"] != "true"]

    def written(self, element: str) -> list[str]:
        """All values written to one element, in order."""
        return [call["args"][1] for call in self.calls("SetValue") if call["args"][0] == element]

    def last(self, element: str) -> str | None:
        """The value last written to one element."""
        values = self.written(element)
        return values[-1] if values else None

    def wait_for_commit(self) -> None:
        """Waits until nothing is waiting to be kept (a commit follows within a second)."""
        self.page.wait_for_timeout(100)
        self.page.wait_for_function(
            """() => {
                const calls = window.calls.filter(c => !c.fault);
                const last = calls.map(c => c.method).reverse()
                    .find(m => /SetValue$|Commit$|Finish$|Terminate$/.test(m));
                return last && !/SetValue$/.test(last);
            }""",
            timeout=5000,
        )
        self.page.wait_for_timeout(1200)

    def fault(self, method: str, **how: Any) -> None:
        """From now on the LMS refuses ``method``; ``how``: element, result, throws, code."""
        prefix = "LMS" if self.standard == "scorm12" else ""
        self.page.evaluate("([m, how]) => { window.faults[m] = how; }", [prefix + method, how])

    def kept_state(self) -> str:
        """The suspend data as the LMS has it after the last commit."""
        return str(
            self.page.evaluate(
                "() => { const k = window.kept() || {}; "
                "return k.suspend_data || k['cmi.suspend_data'] || ''; }"
            )
        )

    def heal(self) -> None:
        """The LMS answers as usual again."""
        self.page.evaluate(
            "() => { window.faults = {}; for (const k in faults) delete faults[k]; }"
        )

    # -- the course ---------------------------------------------------------------------------

    @property
    def payload(self) -> dict[str, Any]:
        """The payload of the package."""
        payload: dict[str, Any] = self.sco.evaluate("window.LESBOUWER_COURSE")
        return payload

    def heading(self) -> str:
        """The visible main heading."""
        return self.sco.locator("h1:visible").first.inner_text()

    def go(self, fragment: str) -> None:
        """Follows a link inside the course."""
        self.sco.evaluate("f => { location.hash = f; }", fragment)
        self.page.wait_for_timeout(80)

    def read_lesson(self, page_id: str) -> None:
        """Opens a lesson and scrolls to its end."""
        self.go(f"p-{page_id}")
        pager = self.sco.locator(f"#p-{page_id} .pager")
        pager.scroll_into_view_if_needed()
        self.page.wait_for_timeout(150)

    def answer(self, question: str, keys: Sequence[str], check: bool = True) -> None:
        """Chooses options by their letter, or types the first of ``keys``, and has it checked."""
        self.go(f"q-{question}")
        section = self.sco.locator(f'[id="q-{question}"]')
        again = section.get_by_role("button", name="Probeer opnieuw")
        if again.count() and again.is_visible():
            again.click()
        for field in section.locator("input").all():
            value = field.get_attribute("value")
            field.set_checked(value in keys) if field.get_attribute("type") == "checkbox" else None
            if field.get_attribute("type") == "radio" and value in keys:
                field.check()
            if field.get_attribute("type") == "text":
                field.fill(keys[0])
        if check:
            section.get_by_role("button", name=CHECK).click()

    def right_keys(self, question: str) -> list[str]:
        """The options that are right, from the payload."""
        options = self.payload["questions"][question]["options"]
        return [option["key"] for option in options if option["correct"]]

    def wrong_keys(self, question: str) -> list[str]:
        """One option that is not right."""
        options = self.payload["questions"][question]["options"]
        return [next(option["key"] for option in options if not option["correct"])]

    def read_all(self) -> None:
        """Reads every lesson to its end."""
        for page in self.payload["pages"]:
            if page["kind"] == "lesson":
                self.read_lesson(page["id"])

    def questions(self) -> list[str]:
        """Ids of the questions on the way, in the order in which this learner gets them."""
        pages = [page["id"] for page in self.payload["pages"] if page["kind"] == "quiz"]
        return [question for page in pages for question in self.asked(page)]

    def asked(self, quiz: str) -> list[str]:
        """Ids of the questions of a quiz; where chance decides, as its result lists them."""
        settings = self.payload["quizzes"][quiz]
        pools = settings["pools"]
        is_drawn = any(pool["count"] < len(pool["questions"]) for pool in pools)
        if not (is_drawn or settings["shufflesQuestions"]):
            return [question for pool in pools for question in pool["questions"]]
        self.go(f"r-{quiz}")
        links = self.sco.locator(".verdicts a[href^='#q-']")
        expect(links.first).to_be_visible()
        return [str(link.get_attribute("href"))[3:] for link in links.all()]

    def exit(self) -> None:
        """Presses the exit button."""
        self.sco.get_by_role("button", name="Opslaan en stoppen").first.click()
        self.page.wait_for_timeout(150)
