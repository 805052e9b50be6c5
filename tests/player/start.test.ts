import assert from "node:assert/strict";
import { test } from "node:test";
import type { Display } from "../../builder/player/src/display";
import { scorm12 } from "../../builder/player/src/lms/scorm12";
import { refusal, run } from "../../builder/player/src/start";
import { course } from "./course";
import { StrictScorm12 } from "../doubles/scorm12";

const display: Display = { get: () => "auto", set: () => undefined, reset: () => undefined, isKept: () => true };

interface FakeElement {
  className: string;
  textContent: string;
  role: string;
  setAttribute(name: string, value: string): void;
}

/** A page that lacks everything the shell draws in, as after a damaged upload. */
function brokenPage(payload: unknown, lang = "nl") {
  const messages: FakeElement[] = [];
  const classes = new Set<string>();
  const document = {
    documentElement: {
      lang,
      classList: { add: (name: string) => classes.add(name), remove: (name: string) => classes.delete(name) },
    },
    body: { prepend: (element: FakeElement) => messages.push(element) },
    getElementById: () => null,
    querySelectorAll: () => [],
    addEventListener: () => undefined,
    createElement(): FakeElement {
      return {
        className: "",
        textContent: "",
        role: "",
        setAttribute(_name, value) {
          this.role = value;
        },
      };
    },
  };
  const api = new StrictScorm12();
  const window = {
    LESBOUWER_COURSE: payload,
    API: api,
    document,
    addEventListener: () => undefined,
    setTimeout: () => 0,
    clearTimeout: () => undefined,
  };
  return { window: window as unknown as Window, api, messages, classes };
}

/** What the console is told, which would otherwise stand among the results. */
function quietly(task: () => void): unknown[] {
  const told: unknown[] = [];
  const { error } = console;
  console.error = (problem: unknown) => told.push(problem);
  try {
    task();
  } finally {
    console.error = error;
  }
  return told;
}

const payload = { ...course(), strings: { "state.broken": "De cursus kan niet starten." } };

test("a shell that cannot be put in place says so, and the course stays to be read", () => {
  const page = brokenPage(payload);
  const told = quietly(() => run(page.window, scorm12, display));
  assert.deepEqual(
    page.messages.map(({ textContent, role }) => [textContent, role]),
    [["De cursus kan niet starten.", "alert"]],
  );
  assert.deepEqual([...page.classes], ["is-broken"], "no page is hidden");
  assert.match(String(told[0]), /the page has no #main/);
  assert.equal(page.api.callsOf("Initialize").length, 1);
});

test("a way to the LMS that breaks down is told as well, and a payload without words has ours", () => {
  const breaks = () => {
    throw new Error("no way");
  };
  const page = brokenPage({ ...payload, strings: undefined }, "en");
  assert.match(String(quietly(() => run(page.window, breaks, display))[0]), /no way/);
  assert.match(page.messages[0]?.textContent ?? "", /^The content of this course did not load\./);
});

test("a payload that cannot be played is refused before anything is opened", () => {
  assert.deepEqual(
    [undefined, null, "course", {}, { ...payload, schema: 2 }, payload].map(refusal),
    ["missing", "missing", "missing", "missing", "newer", null],
  );
  const page = brokenPage({ ...payload, schema: 2 });
  run(page.window, scorm12, display);
  assert.match(page.messages[0]?.textContent ?? "", /^Deze cursus is gemaakt met een nieuwere versie\./);
  assert.equal(page.api.calls.length, 0);
});
