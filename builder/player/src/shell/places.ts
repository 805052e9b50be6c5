/** The places in the page of the build that the shell draws in. */

import type { PageId } from "../payload";

export interface Places {
  appbar: HTMLElement;
  banner: HTMLElement;
  outline: HTMLElement;
  dialogs: HTMLElement;
  /** Hidden polite status for things that happen without focus moving. */
  status: HTMLElement;
  /** Views that only exist with script: question, result, exit. */
  stage: HTMLElement;
  quizzes: ReadonlyMap<PageId, HTMLElement>;
  /** Takes the place of the first button of the start page when called. */
  start(): HTMLElement;
  /** Makes one article the visible one, by its address; returns it. */
  showArticle(address: string): HTMLElement;
}

/** Empties what the shell replaces and adds what the page lacks. */
export function preparePage(doc: Document): Places {
  doc.documentElement.classList.add("js");
  const main = byId(doc, "main");
  const stage = doc.createElement("article");
  stage.className = "page";
  main.append(stage);
  const dialogs = add(doc, doc.body, "");
  const status = add(doc, doc.body, "vh");
  status.setAttribute("role", "status");

  const quizzes = new Map<PageId, HTMLElement>();
  for (const article of doc.querySelectorAll<HTMLElement>('[data-kind="quiz"]')) {
    article.querySelector(".pager")?.remove();
    quizzes.set(article.dataset["page"] ?? "", add(doc, article, "flow"));
  }

  let startPlace: HTMLElement | null = null;
  doc.querySelector(".skip")?.addEventListener("click", (event) => {
    event.preventDefault();
    const heading = doc.querySelector<HTMLElement>(".is-current h1") ?? main;
    heading.tabIndex = -1;
    heading.focus();
  });
  return {
    appbar: emptied(doc, "appbar"),
    banner: emptied(doc, "banner"),
    outline: emptied(doc, "outline"),
    dialogs,
    status,
    stage,
    quizzes,
    start() {
      if (!startPlace) {
        startPlace = doc.createElement("div");
        startPlace.className = "block";
        const actions = doc.querySelector("#start .actions");
        if (actions) actions.replaceWith(startPlace);
        else byId(doc, "start").append(startPlace);
      }
      return startPlace;
    },
    showArticle(address) {
      const [id = ""] = address.split("#");
      const inPage = /^(start$|glossary$|p-)/.test(id) ? doc.getElementById(id) : null;
      const article = inPage ?? stage;
      stage.id = inPage ? "stage" : id;
      doc.documentElement.classList.toggle("has-ended", id === "exit");
      for (const other of main.querySelectorAll(".page")) other.classList.toggle("is-current", other === article);
      return article;
    },
  };
}

function byId(doc: Document, id: string): HTMLElement {
  const element = doc.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

function emptied(doc: Document, id: string): HTMLElement {
  const element = byId(doc, id);
  element.replaceChildren();
  return element;
}

function add(doc: Document, parent: HTMLElement, className: string): HTMLElement {
  const element = doc.createElement("div");
  element.className = className;
  parent.append(element);
  return element;
}
