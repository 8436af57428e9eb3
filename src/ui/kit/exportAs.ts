/** The ways out of the page: a definition in one of the forms of `export`, as a file or on the clipboard. */
import type { Editor } from "../../editor/session/createEditor";
import type { ExportForm } from "../../export";

/** Downloads the definition as a file named after the pipeline. */
export function downloadAs({ extension, mediaType, write }: ExportForm, editor: Editor): void {
  const { document: pipeline } = editor.store.getState();
  const blob = new Blob([write(pipeline)], { type: mediaType });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${pipeline.name}${extension}`;
  link.click();
  // The download holds on to the blob; the address may go once it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  editor.announce(`Downloaded ${link.download}.`);
}

export async function copyAs({ write }: ExportForm, editor: Editor): Promise<void> {
  try {
    await navigator.clipboard.writeText(write(editor.store.getState().document));
    editor.notice("success", "The definition is on the clipboard.");
  } catch {
    editor.notice(
      "error",
      "The browser did not let Stepwire write to the clipboard. Allow it in the address bar, or download the file.",
    );
  }
}
