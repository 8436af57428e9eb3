import type { Documents } from "../../editor/session/documents";
import { openableFiles } from "../../editor/session/openableFiles";

/** Lets the person choose a file to open as a new document, and says why it is not opened. */
export async function chooseFile(documents: Documents): Promise<void> {
  const file = await chosenFile();
  const refusal = file === null ? null : await documents.openFile(file);
  if (refusal !== null) documents.say(refusal);
}

/** Lets the person choose a file; null where none was. */
export function chosenFile(): Promise<File | null> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = openableFiles;
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve(input.files?.[0] ?? null));
    input.addEventListener("cancel", () => resolve(null));
    input.click();
  });
}
