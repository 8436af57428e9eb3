import type { Documents } from "../../editor/session/documents";
import { openableFiles } from "../../editor/session/openableFiles";

/** Lets the person choose a file to open as a new document, and says why it is not opened. */
export function chooseFile(documents: Documents): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = openableFiles;
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    const refusal = file === undefined ? null : await documents.openFile(file);
    if (refusal !== null) documents.say(refusal);
  });
  input.click();
}
