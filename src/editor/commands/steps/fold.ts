/** Folds what lies in a container into a small frame, and unfolds it: kept with the layout, never in the definition. */
import { foldSlots } from "../../../pipeline/edits/folded";
import { childrenBySlot } from "../../../pipeline/layout/scene";
import { stepTypeOf } from "../../../pipeline/steps";
import type { EditorState } from "../../session/editorState";
import { graphOf, selectedStep } from "../../session/selectors";
import { editing } from "../editing";

/** The container is the selected step where none is given; without a slot all of its slots are meant. */
type FoldArgs = { readonly container: string; readonly slot?: string } | undefined;

interface Meant {
  readonly container: string;
  /** Those that hold steps. */
  readonly slots: readonly string[];
  /** True where one of them is open. */
  readonly folds: boolean;
  /** `Gate`, `True of Gate`. */
  readonly words: string;
}

function meant(state: EditorState, args: FoldArgs): Meant | null {
  const graph = graphOf(state);
  const container = args?.container ?? selectedStep(state) ?? "";
  const entry = graph.byKey.get(container);
  const held = childrenBySlot(graph.steps).get(container);
  if (entry === undefined || held === undefined) return null;
  const wanted = args?.slot;
  const slots = [...held.keys()].filter((slot) => wanted === undefined || slot === wanted);
  if (slots.length === 0) return null;
  const folded = state.document.folded.get(container) ?? [];
  const label = stepTypeOf(entry.type).slots.find(({ key }) => key === wanted)?.label;
  const words = label === undefined ? entry.name : `${label} of ${entry.name}`;
  return { container, slots, folds: slots.some((slot) => !folded.includes(slot)), words };
}

export const foldSteps = editing<FoldArgs>({
  id: "steps.fold",
  group: "Steps",
  keys: ["mod+."],
  scope: "page",
  palette: true,
  label: (state, args) => {
    const fold = meant(state, args);
    if (fold === null) return "Fold or unfold a branch or loop";
    return `${fold.folds ? "Fold" : "Unfold"} ${fold.words}`;
  },
  when: (state, args) =>
    meant(state, args) !== null || "Select one step that holds others: a Condition or a ForEach with steps in it.",
  recipe: (state, args) => {
    const fold = meant(state, args);
    return fold === null ? (document) => document : foldSlots(fold.container, fold.slots, fold.folds);
  },
  done: (before, args) => {
    const fold = meant(before, args);
    return `${fold?.words ?? "It"} is ${fold?.folds === true ? "folded" : "unfolded"}.`;
  },
  // What is folded away cannot be seen to be selected.
  after: ({ editor }, before, args) => {
    const fold = meant(before, args);
    const { steps } = editor.store.getState().selection;
    const { byKey } = graphOf(before);
    const isIn = (key: string): boolean => {
      const parent = byKey.get(key)?.parent ?? null;
      return parent !== null && (parent === fold?.container || isIn(parent));
    };
    if (fold?.folds === true && steps.some(isIn)) editor.select([fold.container]);
  },
});
