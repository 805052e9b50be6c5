/**
 * One window at a time goes on with a course: the one that was asked last. The others look on, and hear
 * of every change, so that whoever goes on next starts from all that was done.
 */

import type { Channel, Surroundings } from "./surroundings";

/** How long another window may take to answer; a background tab still answers within it. */
export const ANSWER_MS = 200;

type Kind = "ask" | "here" | "take" | "gone" | "news";

interface Message {
  kind: Kind;
  from: string;
  /** Of `here`: since when; of the others: when it was sent. */
  at: number;
  /** The state of the one who goes on. */
  state: string;
}

export interface Windows {
  /** Asks whether another window goes on; `answer` hears at once where windows cannot hear each other. */
  ask(answer: (isOurs: boolean) => void): void;
  /** Takes over from the window that goes on, if there is one. */
  take(done: () => void): void;
  /** Waits for an answer: nobody knows yet who goes on. */
  isAsking(): boolean;
  /** Tells the others what was kept. */
  share(): void;
  leave(): void;
}

interface WindowsParts {
  surroundings: Surroundings;
  /** The same for every window of one learner in one course. */
  name: string;
  id: string;
  /** Our state as text. */
  state(): string;
  /** Another window takes over. Late: it has long gone on, and only needs to hear our state. */
  onTaken(isLate: boolean): void;
  onState(state: string): void;
}

export function createWindows({ surroundings, name, id, state, onTaken, onState }: WindowsParts): Windows {
  let channel: Channel | null = null;
  let role: "away" | "asking" | "taking" | "here" = "away";
  let since = 0;
  let cancel = (): void => undefined;
  let settle = (_isOurs: boolean): void => undefined;

  function post(kind: Kind, at = surroundings.now()): void {
    const isKnowing = kind === "here" || kind === "gone" || kind === "news";
    try {
      channel?.post({ kind, from: id, at, state: isKnowing ? state() : "" } satisfies Message);
    } catch {
      // Storage that is full carries no messages; then every window goes on, as if it were alone.
    }
  }

  function open(): void {
    channel ??= surroundings.openChannel(name, (message) => hear(message as Message));
  }

  function request(next: "asking" | "taking", kind: Kind, answer: (isOurs: boolean) => void): void {
    open();
    cancel();
    role = next;
    settle = answer;
    if (!channel) return decide(true);
    cancel = surroundings.after(ANSWER_MS, () => decide(true));
    post(kind);
  }

  function decide(isOurs: boolean): void {
    cancel();
    role = isOurs ? "here" : "away";
    since = surroundings.now();
    settle(isOurs);
  }

  function giveWay(isLate: boolean): void {
    onTaken(isLate);
    role = "away";
    post("gone");
  }

  function hear({ kind, from, at, state: theirs }: Message): void {
    if (theirs) onState(theirs);
    if (kind === "ask" && (role === "here" || (role === "asking" && id < from))) post("here", since);
    if (kind === "take" && role === "here") giveWay(surroundings.now() - at > ANSWER_MS);
    if (kind === "take" && role === "asking") decide(false);
    if (kind === "gone" && role === "taking") decide(true);
    if (kind !== "here") return;
    if (role === "asking") decide(false);
    else if (role === "here") {
      // Both thought to be the one, because a sleeping tab did not answer: the last who began goes on.
      if (at > since || (at === since && from > id)) giveWay(true);
      else post("here", since);
    }
  }

  return {
    ask: (answer) => request("asking", "ask", answer),
    take: (done) => request("taking", "take", done),
    isAsking: () => role === "asking",
    share: () => post("news"),
    leave() {
      cancel();
      channel?.close();
      channel = null;
      role = "away";
    },
  };
}
