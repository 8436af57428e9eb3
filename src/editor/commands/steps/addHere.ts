/** A new step where the person points, of a type that goes on with the wire that was drawn there. */
import { portsOf } from "../../../pipeline/card/ports";
import type { Position } from "../../../pipeline/definition/document";
import type { Path } from "../../../pipeline/definition/path";
import { addStep as addStepRecipe, nameForNewStep } from "../../../pipeline/edits/addStep";
import { connect } from "../../../pipeline/edits/connect";
import { addDependsOn } from "../../../pipeline/edits/dependsOn";
import type { Recipe } from "../../../pipeline/edits/edit";
import { loadAllModels } from "../../../pipeline/schema/load";
import type { ApiModels } from "../../../pipeline/schema/model";
import { stepTypeList } from "../../../pipeline/steps";
import { judgeWire } from "../../../pipeline/wiring/judge";
import { typesThatTake } from "../../../pipeline/wiring/offers";
import { whyTypeNotInSlot } from "../../../pipeline/wiring/slots";
import type { WireEnd, WireSource, WireTarget } from "../../../pipeline/wiring/wire";
import type { EditorState } from "../../session/editorState";
import { type Choice, choicesOf, type Question } from "../../session/question";
import type { Workspace } from "../../workspace";
import type { Command } from "../command";
import { edit } from "../editing";
import type { Settled } from "../outcome";
import { addIntoSlot } from "./addIntoSlot";
import { addStep, selectNew } from "./addStep";

interface Args {
  readonly at: Position;
  /** The wire that was let go there; null for a step that nothing is drawn to. */
  readonly end: WireEnd | null;
  readonly chosen?: NewStep;
}

/** A type, and how a step of it goes on with the wire. */
interface NewStep {
  readonly type: string;
  /** Its field that reads the wire's value. */
  readonly reads?: Path;
  /** Its output that the wire's field reads. */
  readonly output?: string;
}

/** Adds a step of the type that the person chooses, connected to the wire. */
export const addHere: Command<Args> = {
  id: "steps.addHere",
  group: "Steps",
  palette: false,
  edits: true,
  label: (state, { chosen }) => (chosen === undefined ? "Add a step here…" : addStep.label(state, chosen)),
  run: async (workspace, args) => {
    // What a new step could take depends on its type's model.
    const models = await loadAllModels();
    const state = workspace.editor.store.getState();
    const { at, end, chosen } = args;
    if (chosen === undefined) return { ask: whichType({ ...state, models }, args) };
    if (end === null) return addStep.run(workspace, { type: chosen.type, at });
    if (end.kind === "slot") {
      return addIntoSlot.run(workspace, { type: chosen.type, into: { container: end.step, slot: end.slot }, at });
    }
    return addConnected(workspace, args, chosen, models);
  },
};

function addConnected(workspace: Workspace, args: Args, chosen: NewStep, models: ApiModels): Settled {
  const { editor } = workspace;
  const state = editor.store.getState();
  const { at, end } = args;
  const name = nameForNewStep(state.document, chosen.type);
  const isBefore = end?.kind === "field" || end?.kind === "before";
  const position = { x: Math.round(isBefore ? at.x - 240 : at.x), y: Math.round(at.y - 25) };
  const recipe: Recipe = (document) =>
    wired(end, chosen, name, models)(addStepRecipe(chosen.type, position, name)(document));
  return edit(workspace, addHere.label(state, { ...args, chosen }), recipe, () => {
    selectNew(workspace, name);
    return { done: `Added ${name}.` };
  });
}

/** What the wire says of the new step. */
function wired(end: WireEnd | null, { reads, output }: NewStep, name: string, models: ApiModels): Recipe {
  switch (end?.kind) {
    case "source":
      return connect(end.source, { step: name, path: reads ?? [] }, models);
    case "field":
      return connect({ kind: "output", step: name, output: output ?? "" }, end.target, models);
    case "after":
      return addDependsOn(name, end.step);
    case "before":
      return addDependsOn(end.step, name);
    default:
      return (document) => document;
  }
}

function whichType(state: EditorState, args: Args): Question<Args> {
  const found = typesFor(state, args.end);
  return {
    title: "Add a step",
    choices: choicesOf(found),
    none: "No step type takes this.",
    answer: (type) => {
      const chosen = found.find(({ id }) => id === type);
      if (chosen === undefined) throw new Error(`No step of type ${type} goes on here.`);
      return { ...args, chosen };
    },
  };
}

type TypeChoice = Choice & NewStep;

function typesFor(state: EditorState, end: WireEnd | null): readonly TypeChoice[] {
  const { document, models } = state;
  switch (end?.kind) {
    case "source":
      return typesThatTake(document, models, end.source).map(({ type, label, path, fieldLabel }) => {
        return { ...choice(type, label, `reads it as ${fieldLabel}`), reads: path };
      });
    case "field":
      return typesThatFeed(state, end.target);
    case "slot": {
      const into = { container: end.step, slot: end.slot };
      return stepTypeList
        .filter(({ type }) => whyTypeNotInSlot(document, type, into) === null)
        .map(({ type, label, summary }) => choice(type, label, summary));
    }
    default:
      return stepTypeList.map(({ type, label, summary }) => choice(type, label, summary));
  }
}

function choice(type: string, label: string, hint: string): TypeChoice {
  return { id: type, label, hint, icon: type, type };
}

/** Step types with an output that a field takes. */
function typesThatFeed({ document, models }: EditorState, target: WireTarget): readonly TypeChoice[] {
  return stepTypeList.flatMap(({ type, label }): readonly TypeChoice[] => {
    const name = nameForNewStep(document, type);
    const added = addStepRecipe(type, { x: 0, y: 0 }, name)(document);
    const sourceOf = (output: string): WireSource => ({ kind: "output", step: name, output });
    const port = portsOf(added, models, name).outputs.find(
      ({ output }) => judgeWire(added, models, sourceOf(output), target).ok,
    );
    return port === undefined ? [] : [{ ...choice(type, label, `gives ${port.label}`), output: port.output }];
  });
}
