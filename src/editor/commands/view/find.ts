import { stepsByKey } from "../../../pipeline/graph/stepTree";
import type { OpenDialog } from "../../session/dialogs";
import type { Workspace } from "../../workspace";
import type { PromptCommand } from "../command";
import { hasSteps } from "../selection";

function open(dialog: OpenDialog, done: string) {
  return ({ dialogs }: Workspace) => {
    dialogs.open(dialog);
    return { done };
  };
}

export const openPalette: PromptCommand = {
  id: "view.commands",
  group: "View",
  keys: ["mod+k"],
  scope: "everywhere",
  // It is open already where it would be offered.
  palette: false,
  label: () => "Show all commands",
  run: open({ kind: "commands" }, "Type what you would like to do."),
};

export const openKeys: PromptCommand = {
  id: "view.keys",
  group: "View",
  keys: ["?"],
  scope: "page",
  palette: true,
  label: () => "Show all keys",
  run: open({ kind: "keys" }, "All keys are shown."),
};

export const findStep: PromptCommand = {
  id: "view.findStep",
  group: "View",
  keys: ["mod+f"],
  scope: "everywhere",
  palette: true,
  label: () => "Find a step",
  when: hasSteps,
  run: open({ kind: "find a step" }, "Type the name or type of a step."),
};

interface Spot {
  readonly step: string;
  /** One of its fields, by its printed path. */
  readonly field?: string;
}

/** Selects a step and brings it into view, or one of its fields. */
export const goTo: PromptCommand<Spot> = {
  id: "view.goTo",
  group: "View",
  palette: false,
  label: (_, spot) => `Go to ${inWords(spot)}`,
  when: ({ document }, { step }) => stepsByKey(document.definition).has(step) || `There is no step ${step} any more.`,
  run: ({ editor }, spot) => {
    editor.reveal(spot.step, spot.field);
    return { done: `Went to ${inWords(spot)}.` };
  },
};

function inWords({ step, field }: Spot): string {
  return field === undefined ? step : `${field} of ${step}`;
}
