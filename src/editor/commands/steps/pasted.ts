import type { Layout, Position } from "../../../pipeline/definition/document";
import { type Clipping, namesForPaste, pasteSteps } from "../../../pipeline/edits/pasteSteps";
import { listSteps } from "../../../pipeline/graph/stepTree";
import type { EditorState } from "../../session/editorState";
import type { Workspace } from "../../workspace";

/** The names that the outer steps of a clipping get. */
export function pastedNames({ document }: EditorState, { definition }: Clipping): readonly string[] {
  const names = namesForPaste(document, definition);
  return listSteps(definition).flatMap(({ name, parent }) => (parent === null ? [names.get(name) ?? name] : []));
}

/** Adds a clipping's steps: at a place, or a little beside where they were, again and again until that is free. */
export function pasteClipping({ document }: EditorState, clipping: Clipping, at?: Position) {
  return pasteSteps(clipping, shift(document.layout, clipping, at));
}

/** The places may be those of another document: what came is selected and in view. */
export function showPasted({ editor }: Workspace, names: readonly string[]): void {
  if (names[0] !== undefined) editor.reveal(names[0]);
  editor.select(names);
}

const besides = 40;

function shift(taken: Layout, { layout }: Clipping, at: Position | undefined): Position {
  const positions = [...layout.values()];
  if (positions.length === 0) return { x: 0, y: 0 };
  const left = Math.min(...positions.map(({ x }) => x));
  const top = Math.min(...positions.map(({ y }) => y));
  if (at !== undefined) return { x: at.x - left, y: at.y - top };
  const corners = new Set([...taken.values()].map(({ x, y }) => `${x} ${y}`));
  let by = 0;
  while (corners.has(`${Math.round(left) + by} ${Math.round(top) + by}`)) by += besides;
  return { x: by, y: by };
}
