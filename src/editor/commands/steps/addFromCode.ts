import type { Position } from "../../../pipeline/definition/document";
import { addStep as addStepRecipe, nameForNewStep } from "../../../pipeline/edits/addStep";
import { stepAt } from "../../../pipeline/graph/stepTree";
import { countsInWords, type Taken, takeOver } from "../../form/fromCode";
import { editing } from "../editing";
import { positionForNew, showNew } from "./addStep";

interface Args {
  /** What the function's code declares and reads. */
  readonly taken: Taken;
  /** Where the step's head comes to; else it finds a free place in view. */
  readonly at?: Position;
}

const type = "Lambda";

/** Adds a Lambda step for a function whose code was brought, with its outputs and arguments. */
export const addFromCode = editing<Args>({
  id: "steps.addFromCode",
  group: "Steps",
  palette: false,
  label: (_, { taken }) => `Add a Lambda step with ${countsInWords(taken)}`,
  recipe: (state, { taken, at }, workspace) => {
    const name = nameForNewStep(state.document, type);
    const add = addStepRecipe(type, positionForNew(state, at, workspace));
    return (document) => {
      const added = add(document);
      return takeOver(name, stepAt(added.definition, name).step, taken)(added);
    };
  },
  after: (workspace, before, { at }) => showNew(workspace, before, type, at),
  done: ({ document }, { taken }) => `Added ${nameForNewStep(document, type)} with ${countsInWords(taken)}.`,
  offer: "undo",
});
