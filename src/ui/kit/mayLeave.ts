import type { Library } from "../../editor/session/storedDocuments";

/** Asks before a document is left that could not be stored; true where it may be left. */
export function mayLeave(library: Library): boolean {
  return (
    !library.hasUnsaved() ||
    window.confirm(
      "This pipeline is not saved. It is kept only for as long as this page is open. Leave it all the same?",
    )
  );
}

/** The browser asks before a page goes with which something would be lost. */
export function askBeforeUnload(library: Library): void {
  window.addEventListener("beforeunload", (event) => {
    if (library.hasUnsaved()) event.preventDefault();
  });
}
