/** Courses and states as they come, for what has to hold of all of them. */

import type { Payload, QuestionPayload } from "../../builder/player/src/payload";
import type { BranchingPayload } from "../../builder/player/src/questions/conversation";
import type { OrderingPayload } from "../../builder/player/src/questions/ordering";
import type { PairsPayload } from "../../builder/player/src/questions/pairs";
import type { ChoicePayload, OptionPayload } from "../../builder/player/src/questions/choice";
import type { FormsPayload } from "../../builder/player/src/questions/forms";
import type { GapsPayload } from "../../builder/player/src/questions/gaps";
import type { RatingPayload } from "../../builder/player/src/questions/rating";
import type { ReflectionPayload } from "../../builder/player/src/questions/reflection";
import type { ShortTextPayload } from "../../builder/player/src/questions/short-text";
import type { SavedState } from "../../builder/player/src/state-codec";
import { course, plainQuiz, question } from "./course";
import type { Chance } from "./random";

export function anyCourse(luck: Chance): Payload {
  const slots = (count: number) => [...new Set(Array.from({ length: count }, () => luck.below(count * 2)))];
  const questions = slots(1 + luck.below(60)).map((slot) => {
    const options = slots(2 + luck.below(20)).map((optionSlot) => ({
      key: `k${optionSlot}`,
      slot: optionSlot,
      correct: true,
      text: "",
      feedback: "",
    }));
    const scale = { steps: 3 + luck.below(8), low: "", high: "", before: null };
    const points = 1 + luck.below(9);
    return luck.pick<QuestionPayload | ReflectionPayload>([
      question(`vraag-${slot}`, slot, "multiple-choice", options, points),
      word(`vraag-${slot}`, slot, 1 + luck.below(20), points),
      pairing(`vraag-${slot}`, slot, slots(2 + luck.below(12)), slots(1 + luck.below(12)), points),
      conversation(luck, `vraag-${slot}`, slot, points),
      sequence(`vraag-${slot}`, slot, slots(3 + luck.below(12)), points),
      { id: `vraag-${slot}`, slot, type: "rating", points: 0, text: "", lesson: null, objective: null, ...scale },
      { id: `vraag-${slot}`, slot, type: "reflection", points: 0, text: "", lesson: null, objective: null, isPrivate: true, model: "" },
      text(`vraag-${slot}`, slot, options, 1 + luck.below(20), points),
    ]);
  });
  const quizIds: string[] = [];
  const pages = slots(2 + luck.below(120)).map((slot) => {
    const isQuiz = luck.next() < 0.2;
    if (isQuiz) quizIds.push(`bladzij-${slot}`);
    return {
      id: `bladzij-${slot}`,
      slot,
      kind: isQuiz ? ("quiz" as const) : ("lesson" as const),
      title: "",
      minutes: 1,
      module: "m",
    };
  });
  const quizzes = Object.fromEntries(
    quizIds.map((id) => [id, plainQuiz(questions.map((one) => one.id))]),
  );
  return { ...course(), pages, quizzes, questions: Object.fromEntries(questions.map((one) => [one.id, one])) };
}

export function anyState(luck: Chance, payload: Payload): SavedState {
  const points = Object.values(payload.questions).reduce((sum, one) => sum + one.points, 0);
  const answers = new Map<string, { answer: string[]; tries: number; revealed: boolean }>();
  for (const one of luck.some(Object.values(payload.questions))) {
    const answer = anyAnswer(luck, one);
    if (answer.length > 0) answers.set(one.id, { answer, tries: 1 + luck.below(35), revealed: luck.next() < 0.5 });
  }
  const drafted = luck.pick(Object.values(payload.questions));
  const draft = { question: drafted.id, answer: anyAnswer(luck, drafted) };
  return {
    build: payload.build,
    done: new Set(luck.some(payload.pages).map((page) => page.id)),
    bookmark: luck.next() < 0.2 ? null : luck.pick(payload.pages).id,
    quizzes: new Map(
      luck
        .some(Object.keys(payload.quizzes))
        .map((id) => [id, { attempt: 1 + luck.below(1295), best: luck.below(points * 100 + 1) / 100, drawing: null }]),
    ),
    score: luck.next() < 0.2 ? null : luck.below(10001) / 10000,
    completed: luck.next() < 0.5,
    success: luck.pick(["unknown", "passed", "failed"] as const),
    seen: new Set(),
    interactions: luck.below(46656),
    answers,
    draft: draft.answer.length > 0 ? draft : null,
  };
}

/** A walk, options of a choice, some of the pairs, items in any order; else a text of any characters, as long as may be. */
function anyAnswer(luck: Chance, one: QuestionPayload): string[] {
  if ("start" in one) return anyWalk(luck, one as BranchingPayload);
  if ("choices" in one) {
    const { items, choices } = one as PairsPayload;
    return luck.some(items).map((item) => `${item.key}.${luck.pick(choices).key}`);
  }
  if ("options" in one) return luck.some((one as ChoicePayload).options).map((option) => option.key);
  if ("items" in one) {
    const keys = luck.some((one as OrderingPayload).items).map((item) => item.key);
    return luck.next() < 0.5 ? keys : keys.reverse();
  }
  if ("gaps" in one) {
    const empty = luck.below(4);
    return (one as GapsPayload).gaps.map((gap, at) => {
      if (at === empty) return "";
      return "options" in gap ? luck.pick(gap.options).key : anyText(luck, gap).replace(/^ +$/, "x");
    });
  }
  if ("steps" in one) return [String(1 + luck.below((one as RatingPayload).steps))];
  if ("model" in one) return ["done"];
  return [anyText(luck, one as ShortTextPayload)];
}

function anyText(luck: Chance, { maxLength }: FormsPayload): string {
  const signs = Array.from({ length: 1 + luck.below(maxLength) }, () => luck.pick([..."aZ9 -_.,;~!%é\u4e2d"]));
  return signs.join("");
}

/** A gap to type in and one to choose from. */
function text(id: string, slot: number, options: OptionPayload[], maxLength: number, points: number): GapsPayload {
  const forms = { answers: ["a"], spelling: 0, strict: [], maxLength, mistakes: [], feedback: { right: "", wrong: "" } };
  const gaps = [
    { key: "a", slot: 100, ...forms },
    { key: "b", slot: 101, options },
  ];
  return { id, slot, type: "gaps", points, text: "", lesson: null, objective: null, gaps };
}

function word(id: string, slot: number, maxLength: number, points: number): ShortTextPayload {
  const feedback = { right: "", wrong: "" };
  const text = { answers: ["a"], spelling: 0, strict: [], maxLength, mistakes: [], feedback };
  return { id, slot, type: "short-text", points, text: "", lesson: null, objective: null, ...text };
}

function pairing(id: string, slot: number, itemSlots: number[], choiceSlots: number[], points: number): PairsPayload {
  const choices = choiceSlots.map((at) => ({ key: `k${at}`, slot: at, text: "" }));
  const items = itemSlots.map((at) => ({ key: `i${at}`, slot: at, to: choices[0]!.key, text: "", feedback: "" }));
  return { id, slot, type: "matching", points, text: "", lesson: null, objective: null, items, choices };
}

function sequence(id: string, slot: number, itemSlots: number[], points: number): OrderingPayload {
  const items = itemSlots.map((at, place) => ({ key: `i${at}`, slot: at, place, text: "", feedback: "" }));
  return { id, slot, type: "ordering", points, text: "", lesson: null, objective: null, items };
}

/** Steps of which each leads to later ones, to an ending or nowhere; slots of one and of two characters. */
function conversation(luck: Chance, id: string, slot: number, points: number): BranchingPayload {
  const names = Array.from({ length: 1 + luck.below(6) }, (_, place) => `stap-${place}`);
  const free = Array.from({ length: 128 }, (_, place) => place);
  const choices = names.flatMap((step, place) =>
    [..."abcd"].slice(0, 1 + luck.below(4)).map((letter) => ({
      key: `${step}/${letter}`,
      step,
      slot: free.splice(luck.below(free.length), 1)[0]!,
      to: luck.pick(["", "", "einde", ...names.slice(place + 1)]),
    })),
  );
  const talk = { detourCost: 10, start: names[0]!, choices, endings: [{ key: "einde", score: 100, text: "" }], best: [] };
  return { id, slot, type: "branching", points, text: "", lesson: null, objective: null, ...talk };
}

/** What a learner does: choosing, and now and then a step back. */
function anyWalk(luck: Chance, { start, choices }: BranchingPayload): string[] {
  let answer: string[] = [];
  const way = [start];
  const led: string[] = [];
  for (let move = luck.below(40); move > 0; move -= 1) {
    const here = choices.filter(({ step }) => step === way[way.length - 1]);
    if (here.length === 0) break;
    const last = led[led.length - 1];
    const isBack = last !== undefined && luck.next() < 0.3;
    const choice = luck.pick(here);
    const token = isBack ? `!${last}` : choice.key;
    answer = [...answer.filter((one) => one !== token && !(isBack && one === last)), token];
    if (isBack) {
      way.pop();
      led.pop();
    } else if (choice.to) {
      way.push(choice.to);
      led.push(token);
    }
  }
  return answer;
}
