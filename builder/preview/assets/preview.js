// Loads the page again when the preview server has built it anew.
"use strict";
(() => {
  const shown = document.currentScript.dataset.generation;
  const events = new EventSource("/__preview/events");
  events.onmessage = (event) => {
    if (event.data !== shown) {
      events.close();
      location.reload();
    }
  };
  // A page that is left must not keep its connection: a browser allows six of them per server.
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
})();
