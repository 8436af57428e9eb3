import { removeSteps, withInside } from "../../../pipeline/edits/removeSteps";
import { deriveGraph } from "../../../pipeline/graph/deriveGraph";
import type { EditorState } from "../../session/editorState";
import { editing } from "../editing";
import { listed, named } from "../words";
import { anyChosen, type ChosenSteps, chosen, verbWith } from "./chosen";

/** Deletes steps, and says what went with them and what stays to be mended. */
export const deleteSteps = editing<ChosenSteps>({
  id: "steps.delete",
  group: "Steps",
  palette: false,
  label: (state, args) => verbWith("Delete", state, args),
  when: anyChosen,
  recipe: (state, args) => removeSteps(chosen(state, args)),
  done: (before, args) => whatWent("Deleted", before, chosen(before, args)),
  offer: "undo",
});

/** "Deleted Gate and the 2 steps inside. Make still names what is gone." */
export function whatWent(verb: string, { document }: EditorState, keys: readonly string[]): string {
  const gone = withInside(document, keys);
  const readers = deriveGraph(document.definition).edges.filter(
    ({ from, to, reasons }) =>
      gone.has(from) && !gone.has(to) && reasons.some(({ kind }) => kind === "data" || kind === "order"),
  );
  const left = [...new Set(readers.map(({ to }) => to))];
  const inside = gone.size - keys.length;
  const also = inside > 0 ? ` and the ${inside === 1 ? "step" : `${inside} steps`} inside` : "";
  const stays = left.length === 0 ? "" : ` ${listed(left)} still ${left.length === 1 ? "names" : "name"} what is gone.`;
  return `${verb} ${named(keys)}${also}.${stays}`;
}
