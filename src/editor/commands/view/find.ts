import { stepsByKey } from "../../../pipeline/graph/stepTree";
import type { OpenDialog } from "../../session/dialogs";
import { doneInSlices } from "../../session/slices";
import type { Command, PromptCommand } from "../command";
import { hasSteps } from "../selection";
import { showing } from "../showing";
import { spotsCalledInParts } from "./spotsCalled";

const opening = (id: string, label: string, done: string, dialog: OpenDialog) =>
  showing(id, "View", label, done, ({ dialogs }) => dialogs.open(dialog));

export const openPalette: PromptCommand = {
  ...opening("view.commands", "Show all commands", "Type what you would like to do.", { kind: "commands" }),
  keys: ["mod+k"],
  scope: "everywhere",
  // It is open already where it would be offered.
  palette: false,
};

export const openKeys: PromptCommand = {
  ...opening("view.keys", "Show all keys", "All keys are shown.", { kind: "keys" }),
  keys: ["?"],
  scope: "page",
};

export const findStep: PromptCommand = {
  ...opening("view.findStep", "Find a step", "Type the name or type of a step, a field or a value.", {
    kind: "find a step",
  }),
  keys: ["mod+f"],
  scope: "everywhere",
  when: hasSteps,
};

export const findNext = going("next", "Find the next one", "f3", 1);
export const findPrevious = going("previous", "Find the previous one", "shift+f3", -1);

/** Takes the marks of what was found off the canvas. */
export const endFind: PromptCommand = {
  id: "view.find.end",
  group: "View",
  palette: true,
  label: () => "Unmark what was found",
  when: ({ search }) => search?.marked === true || "Nothing is marked as found.",
  run: ({ editor }) => {
    editor.unmarkSearch();
    return { done: "What was found is marked no more." };
  },
};

/** Goes on among what was found last, around its end. */
function going(which: "next" | "previous", label: string, key: string, by: 1 | -1): Command {
  return {
    id: `view.find.${which}`,
    group: "View",
    keys: [key],
    scope: "everywhere",
    palette: true,
    label: () => label,
    when: ({ search }) => search !== null || "Nothing was looked for yet: Ctrl+F does.",
    run: async ({ editor }) => {
      const state = editor.store.getState();
      const { wanted, at } = state.search ?? { wanted: "", at: 0 };
      const spots = await doneInSlices(spotsCalledInParts(state, wanted));
      const next = (at + by + spots.length) % spots.length;
      const spot = spots[next];
      if (spot === undefined) return { refused: `Nothing is called “${wanted}” any more.` };
      editor.rememberSearch(wanted, next);
      editor.reveal(spot.step, spot.field);
      return { done: `${next + 1} of ${spots.length}: ${spot.label}.` };
    },
  };
}

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
