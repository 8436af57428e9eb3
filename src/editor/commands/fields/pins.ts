import { portsOf } from "../../../pipeline/card/ports";
import { parsePath, printPath } from "../../../pipeline/definition/path";
import { pinPort as pinPortRecipe } from "../../../pipeline/edits/pins";
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import { shortOutputName } from "../../../pipeline/references/propertyPath";
import { scalarFields } from "../../../pipeline/schema/scalarFields";
import { stepTypeOf } from "../../../pipeline/steps";
import { outputsOf } from "../../../pipeline/steps/outputs";
import { fieldName } from "../../../pipeline/wiring/fieldName";
import type { EditorState } from "../../session/editorState";
import { type Choice, choicesOf, type Question } from "../../session/question";
import type { Command } from "../command";
import { editing } from "../editing";

interface PinArgs {
  readonly step: string;
  readonly side: "inputs" | "outputs";
  /** Printed, of a field; of an output what stands behind `Steps.NAME.`. */
  readonly path: string;
  readonly shown: boolean;
}

/** Shows a field or output as a port although nothing is wired to it, or hides it again. */
export const pinPort = editing<PinArgs>({
  id: "fields.pin",
  group: "Fields",
  palette: false,
  label: (state, args) => {
    const name = nameOf(state, args);
    return args.shown ? `Show ${name} of ${args.step} as port` : `Hide the port ${name} of ${args.step}`;
  },
  recipe: (_, { step, side, path, shown }) => pinPortRecipe(step, side, path, shown),
  done: (state, args) => `${nameOf(state, args)} of ${args.step} is ${args.shown ? "a port" : "no port any more"}.`,
});

/** Shows one of the fields and outputs of a step as a port: which one is asked. */
export const showPort: Command<{ readonly step: string } | PinArgs> = {
  id: "fields.showPort",
  group: "Fields",
  palette: false,
  edits: true,
  label: (state, args) => ("path" in args ? pinPort.label(state, args) : "Show fields and outputs…"),
  when: (state, { step }) => stepsByKey(state.document.definition).has(step) || `There is no step ${step} any more.`,
  run: (workspace, args) => {
    const { editor } = workspace;
    if (!("path" in args)) return { ask: whichPort(editor.store.getState(), args.step) };
    const outcome = pinPort.run(workspace, args);
    if ("done" in outcome && args.side === "inputs") editor.reveal(args.step, args.path);
    return outcome;
  },
};

function nameOf({ document }: EditorState, { step, side, path }: PinArgs): string {
  const entry = stepsByKey(document.definition).get(step);
  if (side === "outputs" || entry === undefined) return shortOutputName(path);
  return fieldName(entry.step, parsePath(path) ?? [path]).label;
}

type PortChoice = Choice & Pick<PinArgs, "side" | "path">;

/** What is no port yet: required fields first, then what is set, the outputs last. */
function whichPort(state: EditorState, step: string): Question<PinArgs> {
  const ports = [...fieldsOf(state, step), ...outputsAt(state, step)];
  return {
    title: `Field or output of ${step}`,
    choices: choicesOf(ports),
    none: "All fields are shown.",
    answer: (id) => {
      const chosen = ports.find((port) => port.id === id);
      if (chosen === undefined) throw new Error(`${step} has no ${id}.`);
      return { step, side: chosen.side, path: chosen.path, shown: true };
    },
  };
}

function fieldsOf({ document, models }: EditorState, key: string): readonly PortChoice[] {
  const entry = stepsByKey(document.definition).get(key);
  if (entry === undefined) return [];
  const shown = new Set(portsOf(document, models, key).inputs.map(({ printed }) => printed));
  return scalarFields(models.get(entry.type), stepTypeOf(entry.type), entry.step)
    .filter((field) => !field.isNew && !field.literalOnly && !shown.has(printPath(field.path)))
    .map((field) => {
      const printed = printPath(field.path);
      const note = field.needed ? "required" : field.present ? "set" : null;
      const rank = field.needed ? 0 : field.present ? 1 : 2;
      return { id: printed, ...fieldName(entry.step, field.path), note, path: printed, side: "inputs" as const, rank };
    })
    .sort((left, right) => left.rank - right.rank);
}

function outputsAt({ document, models }: EditorState, key: string): readonly PortChoice[] {
  const entry = stepsByKey(document.definition).get(key);
  if (entry === undefined) return [];
  const shown = new Set(portsOf(document, models, key).outputs.map(({ output }) => output));
  return outputsOf(entry.step, models.get(entry.type), stepTypeOf(entry.type), models)
    .filter(({ path }) => !shown.has(path))
    .map(({ label, detail, path }) => ({
      id: `output ${path}`,
      label,
      hint: detail,
      note: "output",
      path,
      side: "outputs" as const,
    }));
}
