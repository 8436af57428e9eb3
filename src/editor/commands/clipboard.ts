/**
 * Copy and paste. What is copied is a definition's JSON, so it can be pasted into another document, another tab, a file or a mail;
 * the places of the steps travel beside it.
 */
import type { Layout, Place } from "../../pipeline/definition/document";
import { serialise } from "../../pipeline/definition/serialise";
import { type Clipping, clipSteps, namesForPaste, pasteSteps } from "../../pipeline/edits/pasteSteps";
import { listSteps } from "../../pipeline/graph/stepTree";
import type { Editor } from "../session/createEditor";
import { importBytes, refusalInWords } from "../session/importDefinition";
import { deleteSelection, inWords } from "./deleteSelection";

/** The clipboard's type for the places of what is copied: `[["Train", {"x": 10, "y": 20}]]`. */
export const layoutType = "application/x-stepwire-layout";

export interface Copied {
  readonly text: string;
  readonly layout: string;
}

/** The selected steps as a definition's text; null when none are selected. */
export function copySelection(editor: Editor): Copied | null {
  const { selection, document } = editor.store.getState();
  if (selection.steps.length === 0) return null;
  const { definition, layout } = clipSteps(document, selection.steps);
  editor.announce(`Copied ${inWords(selection.steps)}.`);
  return { text: serialise(definition, 2), layout: JSON.stringify([...layout]) };
}

export function cutSelection(editor: Editor): Copied | null {
  const copied = copySelection(editor);
  if (copied !== null) deleteSelection(editor);
  return copied;
}

/** Adds the steps of a definition's text, and the parameters that are not yet declared. A refusal says why and changes nothing. */
export function pasteText(editor: Editor, text: string, layout = "", at?: Place): void {
  // Through bytes, so that the same limits hold as for a file.
  const imported = importBytes(new TextEncoder().encode(text), "What you pasted", "pasted");
  if (!imported.ok) {
    const refusal = refusalInWords("What you pasted", imported.refusal);
    editor.notice("error", refusal);
    return;
  }
  const clipping: Clipping = { definition: imported.document.definition, layout: readLayout(layout) };
  paste(editor, clipping, "Paste", at);
}

/** Adds copies of the selected steps beside them. */
export function duplicateSelection(editor: Editor): void {
  const { selection, document } = editor.store.getState();
  if (selection.steps.length > 0) paste(editor, clipSteps(document, selection.steps), "Duplicate");
}

function paste(editor: Editor, clipping: Clipping, verb: string, at?: Place): void {
  const { document } = editor.store.getState();
  const names = namesForPaste(document, clipping.definition);
  const tops = listSteps(clipping.definition).filter(({ parent }) => parent === null);
  if (tops.length === 0) {
    editor.notice("warning", "The definition that you pasted has no steps.");
    return;
  }
  const pasted = tops.map(({ name }) => names.get(name) ?? name);
  const outcome = editor.edit(`${verb} ${inWords(pasted)}`, pasteSteps(clipping, shift(document.layout, clipping, at)));
  if (!outcome.ok || !outcome.changed) return;
  // The places may be those of another document: what was pasted comes into view.
  if (pasted[0] !== undefined) editor.reveal(pasted[0]);
  editor.select(pasted);
  editor.announce(`${verb === "Paste" ? "Pasted" : "Duplicated"}: ${pasted.join(", ")}.`);
}

const besides = 40;

/** How far copies move: to a place, or a little beside where they were, again and again until that is free. */
function shift(taken: Layout, { layout }: Clipping, at: Place | undefined): Place {
  const places = [...layout.values()];
  if (places.length === 0) return { x: 0, y: 0 };
  const left = Math.min(...places.map(({ x }) => x));
  const top = Math.min(...places.map(({ y }) => y));
  if (at !== undefined) return { x: at.x - left, y: at.y - top };
  const corners = new Set([...taken.values()].map(({ x, y }) => `${x} ${y}`));
  let by = 0;
  while (corners.has(`${Math.round(left) + by} ${Math.round(top) + by}`)) by += besides;
  return { x: by, y: by };
}

function readLayout(text: string): Layout {
  const parsed: unknown = text === "" ? null : tryJson(text);
  if (!Array.isArray(parsed)) return new Map();
  return new Map(parsed.filter(isEntry).map(([key, { x, y }]) => [key, { x, y }]));
}

function isEntry(entry: unknown): entry is [string, Place] {
  return Array.isArray(entry) && typeof entry[0] === "string" && isPlace(entry[1]);
}

function isPlace(value: unknown): value is Place {
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
