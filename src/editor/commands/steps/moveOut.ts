import type { Layout } from "../../../pipeline/definition/document";
import { moveAllTo, moveOutOfSlot } from "../../../pipeline/edits/moveToSlot";
import { rootsOf, stepsByKey } from "../../../pipeline/graph/stepTree";
import { positionsNotSaved } from "../../../pipeline/layout/positionsNotSaved";
import { positionsBelow } from "../../../pipeline/layout/slotPositions";
import type { EditorState } from "../../session/editorState";
import { editing } from "../editing";
import { named } from "../words";
import { anyChosen, type ChosenSteps, chosen } from "./chosen";
import { placed } from "./moveIntoSlot";

type Args =
  | ChosenSteps
  | {
      readonly steps: readonly string[];
      /** Where they were dropped: out of all that holds them. Without, one level up, below what holds them. */
      readonly positions?: Layout;
    };

/** Moves steps out of the branch or loop that holds them. */
export const moveOut = editing<Args>({
  id: "steps.moveOut",
  group: "Steps",
  palette: true,
  label: (state, args) => {
    const container = containerOf(state, args);
    const steps = roots(state, args);
    return `Move ${steps.length === 0 ? "what is selected" : named(steps)} out of ${container ?? "its branch or loop"}`;
  },
  when: (state, args) => {
    const any = anyChosen(state, args);
    return any !== true || containerOf(state, args) !== null ? any : "Nothing holds all that is selected.";
  },
  recipe: (state, args, workspace) => {
    const steps = roots(state, args);
    const container = containerOf(state, args);
    if (args !== undefined && "positions" in args && args.positions !== undefined) {
      return placed(workspace, moveAllTo(steps, null), args.positions, steps, false);
    }
    const scene = workspace.canvas?.scene();
    const positions =
      scene === undefined || container === null
        ? new Map()
        : new Map([...positionsNotSaved(state.document, scene), ...positionsBelow(scene, steps, container)]);
    return placed(
      workspace,
      (before) => steps.reduceRight((after, key) => moveOutOfSlot(key)(after), before),
      positions,
      steps,
      false,
    );
  },
  done: (before, args) => `${named(roots(before, args))} moved out of ${containerOf(before, args)}.`,
});

function roots(state: EditorState, args: Args): readonly string[] {
  return rootsOf(state.document.definition, chosen(state, args));
}

/** What holds all of them; null where nothing does, or not one and the same. */
function containerOf(state: EditorState, args: Args): string | null {
  const steps = stepsByKey(state.document.definition);
  const parents = new Set(roots(state, args).map((key) => steps.get(key)?.parent ?? null));
  const [parent = null] = parents;
  return parents.size === 1 ? parent : null;
}
