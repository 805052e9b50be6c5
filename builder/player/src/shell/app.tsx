/** Brings the page to life: draws bar, outline and views, and follows the fragment of the address. */

import { render } from "preact";
import { mountFolds } from "../blocks/fold";
import { mountOverviews } from "../blocks/overview";
import { stopRecordings } from "../blocks/recording";
import { mountReflections } from "../blocks/reflection";
import { mountTables } from "../blocks/table";
import type { Display } from "../display";
import type { PageId } from "../payload";
import type { Store } from "../store";
import { AppBar } from "./appbar";
import { Banner } from "./banner";
import { Certificate } from "./certificate";
import { DisplayDialog } from "./display-dialog";
import { Exited, ExitDialog } from "./exit";
import { watchLessonEnds } from "./lesson-end";
import { Outline, OutlineDialog } from "./outline";
import { preparePage } from "./places";
import { findPage } from "./progress";
import { QuestionView } from "./question-view";
import { takeQuestions } from "./question-texts";
import { QuizStart } from "./quiz-start";
import { Results } from "./results";
import { pageOf, readRoute, type Route } from "./route";
import { emptyDesk, type Scene } from "./scene";
import { SearchDialog } from "./search";
import { hasBegun, StartActions } from "./start";
import { readWords } from "./words";

/** Takes over the page of the build. Call once; from then on every change of the store is drawn. */
export function mountShell(
  store: Store,
  doc: Document,
  display: Display,
  /** Drawing broke down. It stops for good; the store goes on. */
  onBreak: (problem: unknown) => void,
): void {
  const { payload } = store;
  const words = readWords(payload);
  const texts = takeQuestions(doc);
  const places = preparePage(doc);
  const notes = mountReflections(doc, payload, words);
  const reached = new Set<PageId>();
  let route: Route = { kind: "start" };
  let visited: PageId | null = null;
  let shown = "";
  let desk = emptyDesk;
  let announced: ReadonlySet<PageId> | null = null;
  let trouble = "";
  let isBroken = false;

  const makeScene = (): Scene => ({
    store,
    payload,
    view: store.view(),
    route,
    desk,
    words,
    texts,
    display,
    notes,
    isOnline: navigator.onLine,
    dispatch: (action) => store.dispatch(action),
    arrange(change) {
      desk = { ...desk, ...change };
      draw();
    },
  });

  function draw(): void {
    if (isBroken) return;
    try {
      drawAll();
    } catch (problem) {
      isBroken = true;
      onBreak(problem);
    }
  }

  /** Good news after trouble; it goes with the next view. */
  function noticeRecovery({ view, isOnline }: Scene): void {
    const isTrouble = !isOnline || view.saving === "failing";
    if (isTrouble) trouble = isOnline ? "state.saved" : "state.online";
    else if (trouble && view.saving === "kept") {
      desk = { ...desk, recovered: trouble };
      trouble = "";
    }
  }

  function drawAll(): void {
    noticeRecovery(makeScene());
    const scene = makeScene();
    const hasEnded = scene.view.phase === "ended";
    render(<AppBar scene={scene} />, places.appbar);
    render(<Banner scene={scene} />, places.banner);
    render(hasEnded ? null : <Outline scene={scene} prefix="rail" />, places.outline);
    render(dialogView(scene), places.dialogs);
    if (hasBegun(scene)) render(<StartActions scene={scene} />, places.start());
    for (const [quiz, place] of places.quizzes) render(<QuizStart scene={scene} page={quiz} />, place);
    render(stageView(scene), places.stage);
    show(hasEnded ? "exit" : addressOf(route));
    announceLesson(scene);
    tellStore(scene);
  }

  /** Says once that a lesson is done; nothing about those that were done before. */
  function announceLesson({ view }: Scene): void {
    if (view.phase === "searching") return;
    const page = announced && pageOf(route);
    if (page && view.done.has(page) && !announced?.has(page)) {
      places.status.textContent = words("progress.lesson_done", { title: findPage(payload, page)?.title ?? "" });
    }
    announced = new Set(view.done);
  }

  /** What the store should hear about where the learner is; waits until it knows its state. */
  function tellStore({ view }: Scene): void {
    if (view.phase !== "running" && view.phase !== "reviewing") return;
    const page = pageOf(route);
    if (page !== visited) {
      visited = page;
      if (page) store.dispatch({ type: "visit", page, chance: Math.random() });
    }
    leaveUnasked();
    for (const id of reached) {
      reached.delete(id);
      if (!view.done.has(id)) store.dispatch({ type: "finish-page", page: id });
    }
  }

  /** A question that was not drawn has no place: its quiz has. */
  function leaveUnasked(): void {
    if (route.kind !== "question") return;
    const asked = store.view().quizzes.get(route.page)?.asked;
    if (asked && !asked.includes(route.question)) location.replace(`#p-${route.page}`);
  }

  /** Puts one article in view; after the first time also its top, its title and the focus. */
  function show(address: string): void {
    if (address === shown) return;
    const isFirst = shown === "";
    shown = address;
    stopRecordings(doc);
    const article = places.showArticle(address);
    const heading = article.querySelector("h1");
    const title = heading?.textContent?.trim() ?? "";
    const course = payload.course.title;
    doc.title = title && title !== course ? `${title} – ${course}` : course;
    const named = route.kind === "page" && route.anchor ? doc.getElementById(route.anchor) : null;
    // Who comes back to a question that goes by steps goes on at the last one.
    const anchor = named ?? article.querySelector<HTMLElement>("[data-here]");
    if (anchor) {
      anchor.closest("details")?.setAttribute("open", "");
      anchor.scrollIntoView();
    } else if (!isFirst || address !== "start") {
      window.scrollTo(0, 0);
      // In a page that grows with its frame, the frame's own page scrolls.
      places.appbar.scrollIntoView({ block: "nearest" });
    }
    const target = anchor ?? heading;
    if (isFirst || !target) return;
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }

  function follow(): void {
    const found = readRoute(location.hash, payload, doc);
    if (!found) history.replaceState(null, "", "#start");
    route = found ?? { kind: "start" };
    desk = emptyDesk;
    draw();
  }

  mountFolds(doc, window);
  mountOverviews(doc, words);
  mountTables(doc);
  watchLessonEnds(doc, (page) => {
    reached.add(page);
    if (page === pageOf(route)) tellStore(makeScene());
  });
  history.scrollRestoration = "manual";
  window.addEventListener("hashchange", follow);
  window.addEventListener("online", draw);
  window.addEventListener("offline", draw);
  store.subscribe(draw);
  follow();
}

function dialogView(scene: Scene) {
  if (scene.view.phase === "ended") return null;
  if (scene.desk.dialog === "outline") return <OutlineDialog scene={scene} />;
  if (scene.desk.dialog === "search") return <SearchDialog scene={scene} />;
  if (scene.desk.dialog === "display") return <DisplayDialog scene={scene} />;
  return scene.desk.dialog === "exit" ? <ExitDialog scene={scene} /> : null;
}

/** The views that are not in the page of the build. */
function stageView(scene: Scene) {
  const { route, payload, view } = scene;
  if (view.phase === "ended") return <Exited scene={scene} />;
  if (route.kind === "certificate") return <Certificate scene={scene} />;
  // Answers of this window would not count: the way on is the button in the banner.
  if (view.phase === "elsewhere" && (route.kind === "question" || route.kind === "result")) {
    return <h1>{scene.words("state.elsewhere_short")}</h1>;
  }
  if (route.kind === "result") return <Results scene={scene} quiz={route.page} />;
  if (route.kind !== "question") return null;
  const question = payload.questions[route.question];
  return question ? <QuestionView key={question.id} scene={scene} question={question} quiz={route.page} /> : null;
}

function addressOf(route: Route): string {
  if (!("page" in route)) return route.kind;
  if (route.kind === "question") return `q-${route.question}`;
  if (route.kind === "result") return `r-${route.page}`;
  return `p-${route.page}${route.anchor ? `#${route.anchor}` : ""}`;
}
