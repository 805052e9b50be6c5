import assert from "node:assert/strict";
import { test } from "node:test";
import { findApi } from "../../builder/player/src/lms/find-api";
import { scorm12 } from "../../builder/player/src/lms/scorm12";
import { scorm2004 } from "../../builder/player/src/lms/scorm2004";
import { StrictScorm12 } from "../doubles/scorm12";
import { StrictScorm2004 } from "../doubles/scorm2004";

const methods = ["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit"];
const api = () => new StrictScorm12();

interface FakeWindow {
  API?: unknown;
  API_1484_11?: unknown;
  parent?: unknown;
  opener?: unknown;
}

/** A top window is its own parent, as in browsers. */
function top(own: FakeWindow = {}): FakeWindow {
  own.parent = own;
  return own;
}

function inside(parent: unknown, levels: number): FakeWindow {
  return levels === 0 ? (parent as FakeWindow) : inside({ parent }, levels - 1);
}

/** A window of another origin: reading anything but its relations is refused. */
function foreign(parent: unknown): unknown {
  return new Proxy(
    {},
    {
      get(_, property) {
        if (property === "parent") return parent;
        throw new Error("SecurityError");
      },
    },
  );
}

const find = (window: unknown) => findApi(window, "API", methods);

test("found in the parent and seven levels up [item 25]", () => {
  const found = api();
  for (const levels of [0, 1, 2, 7, 9]) assert.equal(find(inside(top({ API: found }), levels)), found, `${levels} up`);
});

test("found in the opener, the opener's parent, and the opener of a parent [item 25]", () => {
  const found = api();
  const lms = top({ API: found });
  assert.equal(find(top({ opener: lms })), found);
  assert.equal(find(top({ opener: inside(lms, 2) })), found);
  assert.equal(find(inside(top({ opener: lms }), 2)), found);
});

test("the nearest one wins over the opener's [item 25]", () => {
  const near = api();
  assert.equal(find(inside(top({ API: near, opener: top({ API: api() }) }), 1)), near);
});

test("a parent of another origin is passed by without an exception [item 25]", () => {
  assert.equal(find(inside(foreign(foreign(null)), 1)), null);
  const found = api();
  assert.equal(find({ parent: foreign(top({ API: found })), opener: foreign(null) }), found);
  const locked = new Proxy(
    {},
    {
      get: () => {
        throw new Error("SecurityError");
      },
    },
  );
  assert.equal(find({ parent: locked, opener: locked }), null);
  assert.equal(find(locked), null);
});

test("a chain of windows without an end does not hang [item 25]", () => {
  const endless: unknown = new Proxy(
    {},
    { get: (_, property) => (property === "parent" ? { parent: endless } : undefined) },
  );
  assert.equal(find(endless), null);
});

test("an object without the methods is no run-time [item 26]", () => {
  assert.equal(find({ API: {} }), null);
  assert.equal(find({ API: null }), null);
  assert.equal(find({ API: { LMSInitialize: () => "true", LMSGetValue: () => "" } }), null);
  const thrower = {
    get LMSInitialize(): unknown {
      throw new Error("no");
    },
  };
  assert.equal(find({ API: thrower }), null);
});

test("one standard's object under the other's name is rejected [item 26]", () => {
  assert.equal(scorm2004({ API_1484_11: new StrictScorm12() }).open(), null);
  assert.equal(scorm12({ API: new StrictScorm2004() }).open(), null);
});

test("a run-time without an end call works and is left in peace [item 26]", () => {
  const real = api();
  const bare = {
    LMSInitialize: (text: string) => real.LMSInitialize(text),
    LMSGetValue: (name: string) => real.LMSGetValue(name),
    LMSSetValue: (name: string, value: string) => real.LMSSetValue(name, value),
    LMSCommit: (text: string) => real.LMSCommit(text),
  };
  const transport = scorm12({ API: bare });
  assert.ok(transport.open());
  assert.equal(transport.close(), true);
  assert.deepEqual(transport.failures(), []);
});
