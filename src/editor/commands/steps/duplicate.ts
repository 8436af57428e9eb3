import { clipSteps } from "../../../pipeline/edits/pasteSteps";
import { editing } from "../editing";
import { anyChosen, type ChosenSteps, chosen, verbWith } from "./chosen";
import { pasteClipping, pastedNames, showPasted } from "./pasted";

/** Adds copies of steps beside them. */
export const duplicate = editing<ChosenSteps>({
  id: "steps.duplicate",
  group: "Steps",
  keys: ["mod+d"],
  palette: true,
  label: (state, args) => verbWith("Duplicate", state, args),
  when: anyChosen,
  recipe: (state, args) => pasteClipping(state, clipSteps(state.document, chosen(state, args))),
  after: (workspace, before, args) => {
    showPasted(workspace, pastedNames(before, clipSteps(before.document, chosen(before, args))));
  },
  done: (before, args) => {
    const clipping = clipSteps(before.document, chosen(before, args));
    return `Duplicated: ${pastedNames(before, clipping).join(", ")}.`;
  },
});
