import { reasonsInWords, removeEdge } from "../../pipeline/edits/removeEdge";
import { removeSteps, withInside } from "../../pipeline/edits/removeSteps";
import { deriveGraph } from "../../pipeline/graph/deriveGraph";
import type { Editor } from "../session/createEditor";

/** Deletes what is selected, steps or an edge, and says what went and what stays to be mended. */
export function deleteSelection(editor: Editor): void {
  const { selection } = editor.store.getState();
  if (selection.edge !== null) deleteEdge(editor, selection.edge.from, selection.edge.to);
  else if (selection.steps.length > 0) deleteSteps(editor, selection.steps);
}

function deleteEdge(editor: Editor, from: string, to: string): void {
  const { definition } = editor.store.getState().document;
  const edge = deriveGraph(definition)
    .into.get(to)
    ?.find((candidate) => candidate.from === from);
  if (edge === undefined) return;
  const outcome = editor.edit(`Disconnect ${from} from ${to}`, removeEdge(from, to));
  if (outcome.ok && outcome.changed) tell(editor, reasonsInWords(from, to, edge.reasons).join(" "));
}

function deleteSteps(editor: Editor, keys: readonly string[]): void {
  const { document } = editor.store.getState();
  const gone = withInside(document, keys);
  const readers = new Set(
    deriveGraph(document.definition)
      .edges.filter(({ from, to, reasons }) => {
        return gone.has(from) && !gone.has(to) && reasons.some(({ kind }) => kind === "data" || kind === "order");
      })
      .map(({ to }) => to),
  );
  const outcome = editor.edit(`Delete ${inWords(keys)}`, removeSteps(keys));
  if (!outcome.ok || !outcome.changed) return;
  const inside = gone.size - keys.length;
  const also = inside > 0 ? ` and the ${inside === 1 ? "step" : `${inside} steps`} inside` : "";
  const left =
    readers.size === 0 ? "" : ` ${listed([...readers])} still ${readers.size === 1 ? "names" : "name"} what is gone.`;
  tell(editor, `Deleted ${inWords(keys)}${also}.${left}`);
}

function tell(editor: Editor, text: string): void {
  editor.announce(text);
  editor.notice("info", text, { label: "Undo", run: () => editor.undo() });
}

/** "Train", or "3 steps". */
export function inWords(keys: readonly string[]): string {
  return keys.length === 1 ? (keys[0] ?? "") : `${keys.length} steps`;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3);
  const rest = names.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  return all.length === 1 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
