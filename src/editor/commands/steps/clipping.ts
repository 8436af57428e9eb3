/** What goes through the clipboard: steps as a definition's text, so that it can be pasted into another document, tab, file or mail. */
import type { Layout, Position } from "../../../pipeline/definition/document";
import { serialise } from "../../../pipeline/definition/serialise";
import { type Clipping, clipSteps } from "../../../pipeline/edits/pasteSteps";
import type { EditorState } from "../../session/editorState";
import { importBytes, refusalInWords } from "../../session/importDefinition";
import type { Copied } from "../../session/pagePort";

/** The clipboard's type for the places of what is copied: `[["Train", {"x": 10, "y": 20}]]`. */
export const layoutType = "application/x-stepwire-layout";

/** Steps as the clipboard holds them. */
export function copied({ document }: EditorState, keys: readonly string[]): Copied {
  const { definition, layout } = clipSteps(document, keys);
  return { text: serialise(definition, 2), layout: JSON.stringify([...layout]) };
}

/** Reads what was pasted; a refusal is the sentence that says why it is no definition. */
export function readCopied({ text, layout }: Copied): Clipping | { readonly refused: string } {
  // Through bytes, so that the same limits hold as for a file.
  const imported = importBytes(new TextEncoder().encode(text), "What you pasted", "pasted");
  if (!imported.ok) return { refused: refusalInWords("What you pasted", imported.refusal) };
  return { definition: imported.document.definition, layout: readLayout(layout) };
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
