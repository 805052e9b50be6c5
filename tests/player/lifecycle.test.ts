import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { initial, move, phases, savings, type LifecycleEvent } from "../../builder/player/src/lifecycle";

type Edge = string;

const text = readFileSync(join(process.env["LESBOUWER_ROOT"] ?? ".", "docs/lifecycle.md"), "utf8");

/** Edges of the drawings, one set per Mermaid block: `from --> to: event`. */
const drawings = [...text.matchAll(/```mermaid\n([^`]*)```/g)].map(([, drawing = ""]) => {
  const lines = drawing.split("\n").map((line) => line.trim());
  const start = lines.flatMap((line) => /^\[\*\] --> (\S+)$/.exec(line)?.[1] ?? []);
  const edges = lines.flatMap((line) => {
    const [, from, to, event] = /^(\w+) --> (\w+): ([\w-]+)$/.exec(line) ?? [];
    return event ? [`${from} ${event} ${to}`] : [];
  });
  return { start, edges };
});

function edgesOf(table: Readonly<Record<string, Partial<Record<LifecycleEvent, string>>>>): Edge[] {
  return Object.entries(table).flatMap(([from, row]) =>
    Object.entries(row).map(([event, to]) => `${from} ${event} ${to}`),
  );
}

test("the drawings in docs/lifecycle.md are the tables, edge for edge", () => {
  const [phase, saving] = drawings;
  assert.deepEqual(phase?.edges.sort(), edgesOf(phases).sort());
  assert.deepEqual(saving?.edges.sort(), edgesOf(savings).sort());
  assert.deepEqual([phase?.start, saving?.start], [[initial.phase], [initial.saving]]);
  assert.equal(drawings.length, 2);
});

test("every event is explained in docs/lifecycle.md", () => {
  const events = new Set([...edgesOf(phases), ...edgesOf(savings)].map((edge) => edge.split(" ")[1] ?? ""));
  for (const event of events) assert.match(text, new RegExp(`\\| \`${event}\` \\|`), event);
});

test("every state can be reached, and only the end has no way on", () => {
  for (const [table, start] of [
    [phases, initial.phase],
    [savings, initial.saving],
  ] as const) {
    const rows: Readonly<Record<string, Partial<Record<string, string>>>> = table;
    const reached = new Set<string>([start]);
    for (const state of reached) for (const to of Object.values(rows[state] ?? {})) if (to) reached.add(to);
    assert.deepEqual([...reached].sort(), Object.keys(rows).sort());
  }
  assert.deepEqual(phases.ended, {});
});

test("an event that a state does not name leaves it as it is", () => {
  const ended = { phase: "ended", saving: "kept" } as const;
  assert.equal(move(ended, "opened"), ended);
  assert.equal(move(initial, "saved"), initial);
});
