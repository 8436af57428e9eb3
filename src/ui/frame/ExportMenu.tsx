import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import type { Editor } from "../../editor/session/createEditor";
import { serialise } from "../../pipeline/definition/serialise";
import { useEditor } from "../kit/useEditor";

export function ExportMenu() {
  const editor = useEditor();
  return (
    <ButtonDropdown
      items={[
        { id: "file", text: "Download JSON file", iconName: "download" },
        { id: "copy", text: "Copy JSON to the clipboard", iconName: "copy" },
      ]}
      onItemClick={({ detail }) => (detail.id === "file" ? downloadJson(editor) : void copyJson(editor))}
    >
      Export
    </ButtonDropdown>
  );
}

function definitionText(editor: Editor): string {
  return `${serialise(editor.store.getState().document.definition, 2)}\n`;
}

/** Downloads the definition as a file named after the pipeline. */
export function downloadJson(editor: Editor): void {
  const blob = new Blob([definitionText(editor)], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${editor.store.getState().document.name}.json`;
  link.click();
  // The download holds on to the blob; the address may go once it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  editor.announce(`Downloaded ${link.download}.`);
}

export async function copyJson(editor: Editor): Promise<void> {
  try {
    await navigator.clipboard.writeText(definitionText(editor));
    editor.notice("success", "The definition is on the clipboard.");
  } catch {
    editor.notice(
      "error",
      "The browser did not let Stepwire write to the clipboard. Allow it in the address bar, or download the file.",
    );
  }
}
