import { renameStep as renameStepRecipe } from "../../../pipeline/edits/renameStep";
import { whyNotRename } from "../../../pipeline/graph/stepNames";
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import type { EditorState } from "../../session/editorState";
import type { PromptCommand } from "../command";
import { editing } from "../editing";
import { type ChosenSteps, chosen } from "./chosen";

interface Args {
  readonly step: string;
  readonly to: string;
}

/** Gives a step another name; all that names it follows. */
export const renameStep = editing<Args>({
  id: "steps.rename",
  group: "Steps",
  palette: false,
  label: (state, { step, to }) => `Rename ${nameOf(state, step)} to ${to}`,
  when: (state, { step, to }) => whyNotRename(state.document.definition, nameOf(state, step), to) ?? true,
  recipe: (_, { step, to }) => renameStepRecipe(step, to),
  done: (before, { step, to }) => `${nameOf(before, step)} is now called ${to}.`,
});

/** Lets the person write over a step's name, on its card. */
export const writeOverName: PromptCommand<ChosenSteps> = {
  id: "steps.writeOverName",
  group: "Steps",
  keys: ["f2"],
  palette: true,
  edits: true,
  label: (state, args) => {
    const [step, ...others] = chosen(state, args);
    return step === undefined || others.length > 0 ? "Rename" : `Rename ${step}`;
  },
  when: (state, args) => chosen(state, args).length === 1 || "Select one step to rename it.",
  run: ({ editor, canvas }, args) => {
    const [step] = chosen(editor.store.getState(), args);
    if (step === undefined || canvas === null) return { refused: "The canvas is not shown." };
    canvas.rename(step);
    return { done: `Type the new name of ${step}.` };
  },
};

function nameOf({ document }: EditorState, step: string): string {
  return stepsByKey(document.definition).get(step)?.name ?? step;
}
