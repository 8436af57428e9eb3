/** What goes through the clipboard: steps as a definition's text, so that it can be pasted into another document, tab, file or mail. */

import type { Layout, Position } from "../../../pipeline/definition/document";
import { serialise } from "../../../pipeline/definition/serialise";
import { type Clipping, clipSteps } from "../../../pipeline/edits/pasteSteps";
import type { EditorState } from "../../session/editorState";
import type { Import, refusalInWords } from "../../session/importDefinition";
import { loadPart } from "../../session/loadPart";
import type { Copied } from "../../session/pagePort";
import type { Choices } from "../../session/question";

/** The clipboard's type for the places of what is copied: `[["Train", {"x": 10, "y": 20}]]`. */
export const layoutType = "application/x-stepwire-layout";

/** Steps as the clipboard holds them. */
export function copied({ document }: EditorState, keys: readonly string[]): Copied {
  const { definition, layout } = clipSteps(document, keys);
  return { text: serialise(definition, 2), layout: JSON.stringify([...layout]) };
}

/** What was pasted: steps, several definitions of which one has to be chosen, or the sentence that says why it is none. */
export type Pasted =
  | Clipping
  | { readonly refused: string }
  | { readonly choices: Choices; readonly chosen: (choice: string) => Pasted };

export async function readCopied({ text, layout }: Copied): Promise<Pasted> {
  // Through bytes, so that the same limits hold as for a file.
  const { importBytes, refusalInWords: inWords } = await loadPart(() => import("../../session/importDefinition"));
  const imported = await importBytes(new TextEncoder().encode(text), what, () => "pasted");
  return clippingOf(imported, readLayout(layout), inWords);
}

const what = "What you pasted";

function clippingOf(imported: Import | null, layout: Layout, inWords: typeof refusalInWords): Pasted {
  if (imported === null) return { refused: "There is no such pipeline in it." };
  if (!imported.ok) return { refused: inWords(what, imported.refusal) };
  if ("document" in imported) return { definition: imported.document.definition, layout };
  const { choices, chosen } = imported.several;
  return { choices, chosen: (choice) => clippingOf(chosen(choice), layout, inWords) };
}

function readLayout(text: string): Layout {
  const parsed: unknown = text === "" ? null : tryJson(text);
  if (!Array.isArray(parsed)) return new Map();
  return new Map(parsed.filter(isEntry).map(([key, { x, y }]) => [key, { x, y }]));
}

function isEntry(entry: unknown): entry is [string, Position] {
  return Array.isArray(entry) && typeof entry[0] === "string" && isPosition(entry[1]);
}

function isPosition(value: unknown): value is Position {
  if (typeof value !== "object" || value === null || !("x" in value) || !("y" in value)) return false;
  return Number.isFinite(value.x) && Number.isFinite(value.y);
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
