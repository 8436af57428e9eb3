import { useEffect } from "react";
import { duplicateSelection } from "../../editor/commands/clipboard";
import { deleteSelection } from "../../editor/commands/deleteSelection";
import { sayWhetherSaved } from "../../editor/commands/sayWhetherSaved";
import type { Editor } from "../../editor/session/createEditor";
import { hasDialog, isPanel, isTextControl, originOf } from "../kit/focus";
import { useEditor } from "../kit/useWorkspace";
import type { PaletteMode } from "./CommandPalette";

interface Keyed {
  readonly editor: Editor;
  readonly openCommands: (mode: PaletteMode) => void;
}

/** Keys that hold everywhere, in a text control too. */
const everywhere: Readonly<Record<string, (keyed: Keyed) => void>> = {
  "mod+k": ({ openCommands }) => openCommands("commands"),
  "mod+f": ({ openCommands }) => openCommands("steps"),
  "mod+s": ({ editor }) => sayWhetherSaved(editor),
};

/** Keys that a text control has for itself. */
const outsideText: Readonly<Record<string, (keyed: Keyed) => void>> = {
  "mod+z": ({ editor }) => editor.undo(),
  "mod+shift+z": ({ editor }) => editor.redo(),
  "mod+y": ({ editor }) => editor.redo(),
};

/** Keys that mean the steps on the canvas; in the inspector and the bottom panel they mean nothing. */
const onCanvas: Readonly<Record<string, (keyed: Keyed) => void>> = {
  "mod+d": ({ editor }) => duplicateSelection(editor),
  "mod+a": ({ editor }) => editor.selectAll(),
  delete: ({ editor }) => deleteSelection(editor),
  backspace: ({ editor }) => deleteSelection(editor),
  escape: ({ editor }) => editor.clearSelection(),
};

/** The editor's keys. Whoever handled a key before (a menu, a wire being drawn, a text control) has prevented its default. */
export function useKeys(openCommands: (mode: PaletteMode) => void): void {
  const editor = useEditor();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = commandOf(chordOf(event), originOf(event));
      // Looking for a dialog goes through the whole page, so only keys that mean something ask.
      if (command === undefined || hasDialog()) return;
      event.preventDefault();
      command({ editor, openCommands });
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [editor, openCommands]);
}

function commandOf(chord: string, origin: Element | null) {
  if (everywhere[chord] !== undefined) return everywhere[chord];
  if (isTextControl(origin)) return undefined;
  return outsideText[chord] ?? (isPanel(origin) ? undefined : onCanvas[chord]);
}

/** "mod+shift+z", with Ctrl and Cmd as one. */
function chordOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): string {
  const modifiers = [ctrlKey || metaKey ? "mod+" : "", shiftKey ? "shift+" : "", altKey ? "alt+" : ""];
  return modifiers.join("") + key.toLowerCase();
}
