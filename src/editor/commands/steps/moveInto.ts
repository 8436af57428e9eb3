import type { PipelineDocument } from "../../../pipeline/definition/document";
import { deriveGraph } from "../../../pipeline/graph/deriveGraph";
import { topologicalOrder } from "../../../pipeline/graph/order";
import type { SlotOf } from "../../../pipeline/graph/slotOf";
import { rootsOf, stepAt } from "../../../pipeline/graph/stepTree";
import { stepTypeOf } from "../../../pipeline/steps";
import { slotInWords, whyNotInSlot } from "../../../pipeline/wiring/slots";
import { type Choice, choicesOf, type Question } from "../../session/question";
import type { Command } from "../command";
import { named } from "../words";
import { anyChosen, type ChosenSteps, chosen, verbWith } from "./chosen";
import { type MoveArgs, moveIntoSlot } from "./moveIntoSlot";
import { alongInWords, restOf, slotsOf, whyNotMoved } from "./slots";

/** `into` alone: which step comes into it is asked. */
type Args = ChosenSteps | MoveArgs | { readonly into: SlotOf };

/** Moves steps into a branch or a loop: which one, or which step, is asked. */
export const moveInto: Command<Args> = {
  id: "steps.moveInto",
  group: "Steps",
  palette: true,
  edits: true,
  label: (state, args) => {
    if (args === undefined || !("into" in args)) return `${verbWith("Move", state, args)} into…`;
    return "steps" in args
      ? moveIntoSlot.label(state, args)
      : `Move a step into ${slotInWords(state.document, args.into)}`;
  },
  when: (state, args) => {
    const any = args !== undefined && "into" in args ? true : anyChosen(state, args);
    return any !== true || slotsOf(state.document).length > 0 ? any : "There is no branch or loop to move into.";
  },
  run: (workspace, args) => {
    const { document, ...state } = workspace.editor.store.getState();
    if (args === undefined || !("into" in args)) {
      const steps = rootsOf(document.definition, chosen({ ...state, document }, args));
      return { ask: whichSlot(document, steps) };
    }
    if (!("steps" in args)) return { ask: whichStep(document, args.into) };
    const why = whyNotMoved(document, args.steps, args.into);
    return why === null ? moveIntoSlot.run(workspace, args) : { refused: why };
  },
};

/** Where steps could move to: alone, with what only they feed, with what only they need. Refused places last, with the reason. */
function whichSlot(document: PipelineDocument, steps: readonly string[]): Question<MoveArgs> {
  const rests = restOf(document, steps);
  const moves = slotsOf(document).flatMap((into): readonly (Choice & MoveArgs)[] => {
    const move = (how: string, moving: readonly string[], hint: string, refused: string | null) => ({
      id: `${how} ${into.container} ${into.slot}`,
      label: slotInWords(document, into),
      hint,
      icon: stepAt(document.definition, into.container).type,
      refused,
      steps: moving,
      into,
    });
    const refused = whyNotMoved(document, steps, into);
    const along = rests
      .map((rest) => ({ ...rest, all: [...steps, ...rest.keys] }))
      .filter(({ all }) => refused === null && whyNotMoved(document, all, into) === null)
      .map(({ all, ...rest }) => move(rest.how, all, alongInWords(rest, steps), null));
    return [move("alone", steps, "", refused), ...along];
  });
  const possible = moves.filter(({ refused }) => refused === null);
  return {
    title: `Move ${named(steps)} into`,
    choices: choicesOf([...possible, ...moves.filter(({ refused }) => refused !== null)]),
    none: "There is no branch or loop.",
    answer: (id) => {
      const chosenMove = moves.find((move) => move.id === id);
      if (chosenMove === undefined) throw new Error(`There is no place ${id} to move to.`);
      return { steps: chosenMove.steps, into: chosenMove.into };
    },
  };
}

/** The steps that could come into a slot, those that cannot last. */
function whichStep(document: PipelineDocument, into: SlotOf): Question<MoveArgs> {
  const graph = deriveGraph(document.definition);
  const all = topologicalOrder(graph)
    .filter((key) => key !== into.container)
    .map((key): Choice => {
      const type = graph.byKey.get(key)?.type ?? "";
      const refused = whyNotInSlot(document, key, into.container, into.slot);
      return { id: key, label: key, hint: stepTypeOf(type).label, icon: type, refused };
    });
  return {
    title: "Which step goes in?",
    choices: choicesOf([...all.filter(({ refused }) => !refused), ...all.filter(({ refused }) => refused)]),
    none: "There is no other step.",
    answer: (key) => ({ steps: [key], into }),
  };
}
