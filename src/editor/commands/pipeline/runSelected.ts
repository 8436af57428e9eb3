/** Runs some of the steps without the others, as they are chosen on the canvas. */
import { fromThere, selectable } from "../../../pipeline/graph/selectedSteps";
import { graphOf } from "../../session/selectors";
import type { PromptCommand } from "../command";
import { anyChosen, type ChosenSteps, chosen, verbWith } from "../steps/chosen";

function running(id: string, verb: string, which: typeof fromThere): PromptCommand<ChosenSteps> {
  return {
    id,
    group: "Pipeline",
    palette: true,
    label: (state, args) => verbWith(verb, state, args),
    when: anyChosen,
    run: ({ editor, dialogs }, args) => {
      const state = editor.store.getState();
      dialogs.open({ kind: "run", only: which(graphOf(state), chosen(state, args)) });
      return { done: "Say what to run them with." };
    },
  };
}

/** The chosen steps, and all that come after them. */
export const runFrom = running("pipeline.runFrom", "Run from", fromThere);

/** The chosen steps alone. */
export const runOnly = running("pipeline.runOnly", "Run only", selectable);
