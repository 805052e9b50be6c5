/** Films and sound are played by the browser; nothing goes on sounding on a page that is left. */

export function stopRecordings(doc: Document): void {
  for (const one of doc.querySelectorAll<HTMLMediaElement>("video, audio")) one.pause();
}
