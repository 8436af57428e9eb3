/** What the pickers offer. */

import type { ApiModels } from "../../../pipeline/api/model";
import { scalarFields } from "../../../pipeline/api/scalarFields";
import type { PipelineDocument, Place } from "../../../pipeline/definition/document";
import { type Path, printPath } from "../../../pipeline/definition/path";
import { addStep, nameForNewStep } from "../../../pipeline/edits/addStep";
import { addDependsOn } from "../../../pipeline/edits/dependsOn";
import type { Recipe } from "../../../pipeline/edits/edit";
import { moveSteps } from "../../../pipeline/edits/moveSteps";
import { moveToSlot, whyNotInSlot } from "../../../pipeline/edits/moveToSlot";
import { pinPort } from "../../../pipeline/edits/pins";
import { deriveGraph } from "../../../pipeline/graph/deriveGraph";
import { topologicalOrder } from "../../../pipeline/graph/order";
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import { stepTypeList, stepTypeOf } from "../../../pipeline/steps";
import { outputsOf } from "../../../pipeline/steps/outputs";
import {
  connect,
  fieldName,
  judgeOrder,
  judgeWire,
  listSources,
  listTargets,
  portsOf,
  typesThatTake,
  type WireSource,
  type WireTarget,
} from "../../../pipeline/wiring";
import type { CanvasKit } from "../kit";
import type { WireEnd } from "../wire/drawnWire";
import { connectWire, order, putInSlot } from "../wire/finishWire";
import type { Option } from "./ListPicker";

function close({ session }: CanvasKit): void {
  session.setState({ overlay: null });
}

/** AWS's own path: what stands below `Arguments` is the request's. */
function awsPath(printed: string): string {
  return printed.replace(/^Arguments\.?/, "");
}

/** The fields of one step that a value could go to; of all steps those that take it. */
export function fieldOptions(kit: CanvasKit, source: WireSource, step: string | null, at: Place): Option[] {
  const { document, models } = kit.editor.store.getState();
  const graph = deriveGraph(document.definition);
  const steps = step === null ? topologicalOrder(graph) : [step];
  const best: Option[] = [];
  const rest: Option[] = [];
  for (const key of steps) {
    for (const { path, printed, label, hint, match, verdict } of listTargets(document, models, source, key)) {
      if (step === null && !verdict.ok) continue;
      const option: Option = {
        id: `${key} ${printed}`,
        label: step === null ? `${key} ${label}` : label,
        hint,
        path: awsPath(printed),
        note: match ?? (verdict.ok && verdict.conversion ? "as text" : null),
        refused: verdict.ok ? null : verdict.reason,
        pick: () => {
          close(kit);
          connectWire(kit, source, { step: key, path }, at);
        },
      };
      (match !== null ? best : rest).push(option);
    }
  }
  return [...best, ...rest];
}

/** What a field could read; with a step, of its outputs alone. */
export function sourceOptions(kit: CanvasKit, target: WireTarget, step: string | null, at: Place): Option[] {
  const { document, models } = kit.editor.store.getState();
  const choices = listSources(document, models, target).filter(({ source, verdict }) => {
    if (step === null) return verdict.ok;
    return (source.kind === "output" || source.kind === "currentItem") && source.step === step;
  });
  return choices.map(({ source, label, hint, kindLabel, match, verdict }) => ({
    id: JSON.stringify(source),
    label,
    hint: step === null ? hint : kindLabel,
    note: match,
    ...(source.kind === "output" ? { path: source.output } : {}),
    refused: verdict.ok ? null : verdict.reason,
    pick: () => {
      close(kit);
      connectWire(kit, source, target, at);
    },
  }));
}

/** The steps that an order or a slot could go to. */
export function stepOptions(kit: CanvasKit, end: WireEnd): Option[] {
  const { document } = kit.editor.store.getState();
  const graph = deriveGraph(document.definition);
  const options = topologicalOrder(graph).flatMap((key): Option[] => {
    const refused = whyNotStep(document, end, key);
    if ("step" in end && end.step === key) return [];
    const pick = () => {
      close(kit);
      if (end.kind === "after") order(kit, end.step, key);
      else if (end.kind === "before") order(kit, key, end.step);
      else if (end.kind === "slot") putInSlot(kit, key, end.step, end.slot);
    };
    const type = graph.byKey.get(key)?.type ?? "";
    return [{ id: key, label: key, hint: stepTypeOf(type).label, icon: type, refused, pick }];
  });
  return [...options.filter(({ refused }) => !refused), ...options.filter(({ refused }) => refused)];
}

function whyNotStep(document: PipelineDocument, end: WireEnd, key: string): string | null {
  if (end.kind === "slot") return whyNotInSlot(document, key, end.step, end.slot);
  if (end.kind !== "after" && end.kind !== "before") return null;
  const verdict = end.kind === "after" ? judgeOrder(document, end.step, key) : judgeOrder(document, key, end.step);
  return verdict.ok ? null : verdict.reason;
}

/** The fields and outputs of a step that could be ports. */
export function moreOptions(kit: CanvasKit, key: string): Option[] {
  const { editor } = kit;
  const { document, models } = editor.store.getState();
  const entry = stepsByKey(document.definition).get(key);
  if (entry === undefined) return [];
  const type = stepTypeOf(entry.type);
  const shown = portsOf(document, models, key);
  const inputs = new Set(shown.inputs.map(({ printed }) => printed));
  const outputs = new Set(shown.outputs.map(({ output }) => output));
  const show = (side: "inputs" | "outputs", path: string, name: string) => () => {
    close(kit);
    editor.edit(`Show ${name} of ${key}`, pinPort(key, side, path, true));
    if (side === "inputs") editor.reveal(key, path);
  };
  const fields = scalarFields(models.get(entry.type), type, entry.step)
    .filter((field) => !field.isNew && !field.literalOnly && !inputs.has(printPath(field.path)))
    .map((field): Option => {
      const { label, hint } = fieldName(entry.step, field.path);
      const printed = printPath(field.path);
      const note = field.needed ? "required" : field.present ? "set" : null;
      return { id: printed, label, hint, note, path: awsPath(printed), pick: show("inputs", printed, label) };
    })
    .sort((left, right) => rankOf(left) - rankOf(right));
  const offered = outputsOf(entry.step, models.get(entry.type), type, models)
    .filter(({ path }) => !outputs.has(path))
    .map((output): Option => {
      const { label, path } = output;
      return {
        id: `output ${path}`,
        label,
        hint: output.detail,
        note: "output",
        path,
        pick: show("outputs", path, label),
      };
    });
  return [...fields, ...offered];
}

/** Required fields first, then what is set. */
function rankOf({ note }: Option): number {
  return note === "required" ? 0 : note === "set" ? 1 : 2;
}

/** The step types that a wire dropped on empty canvas can go on with; all, for a new step without a wire. */
export function typeOptions(kit: CanvasKit, end: WireEnd | null, at: Place, models: ApiModels): Option[] {
  const { document } = kit.editor.store.getState();
  if (end?.kind === "source") {
    return typesThatTake(document, models, end.source).map(({ type, label, path, fieldLabel }) => {
      const hint = `reads it as ${fieldLabel}`;
      return typeOption(type, label, hint, () => addAndConnect(kit, type, end.source, path, at, models));
    });
  }
  if (end?.kind === "field") return feedingTypes(kit, end.target, at, models);
  return stepTypeList.flatMap((stepType): Option[] => {
    const { type, label, summary } = stepType;
    if (end?.kind === "slot" && refusedInSlot(document, end, type)) return [];
    return [typeOption(type, label, summary, () => addWith(kit, type, at, ending(end)))];
  });
}

function typeOption(type: string, label: string, hint: string, pick: () => void): Option {
  return { id: type, label, hint, icon: type, pick };
}

function refusedInSlot(document: PipelineDocument, end: WireEnd & { kind: "slot" }, type: string): boolean {
  const container = stepsByKey(document.definition).get(end.step);
  const slots = stepTypeOf(container?.type ?? "").slots;
  return slots.find(({ key }) => key === end.slot)?.refuses.includes(type) === true;
}

/** What the wire adds to a new step: an order, a place in a slot. */
function ending(end: WireEnd | null): (name: string) => Recipe {
  return (name) => (document) => {
    if (end?.kind === "after") return addDependsOn(name, end.step)(document);
    if (end?.kind === "slot") return moveToSlot(name, end.step, end.slot)(document);
    return document;
  };
}

/** Adds a step and what the wire asks for, as one entry of the history. */
function addWith(kit: CanvasKit, type: string, at: Place, then: (name: string) => Recipe): void {
  const { editor } = kit;
  close(kit);
  const name = nameForNewStep(editor.store.getState().document, type);
  const place = { x: Math.round(at.x), y: Math.round(at.y - 25) };
  const outcome = editor.edit(`Add ${name}`, (document) =>
    moveSteps({ [name]: place })(then(name)(addStep(type, place)(document))),
  );
  if (!outcome.ok) return;
  editor.select([name]);
  editor.announce(`${name} added.`);
}

function addAndConnect(
  kit: CanvasKit,
  type: string,
  source: WireSource,
  path: Path,
  at: Place,
  models: ApiModels,
): void {
  addWith(kit, type, at, (step) => connect(source, { step, path }, models));
}

/** Step types with an output that a field takes. */
function feedingTypes(kit: CanvasKit, target: WireTarget, at: Place, models: ApiModels): Option[] {
  const { document } = kit.editor.store.getState();
  return stepTypeList.flatMap(({ type, label }): Option[] => {
    const name = nameForNewStep(document, type);
    const added = addStep(type, at)(document);
    const port = portsOf(added, models, name).outputs.find(
      ({ output }) => judgeWire(added, models, { kind: "output", step: name, output }, target).ok,
    );
    if (port === undefined) return [];
    const source: WireSource = { kind: "output", step: name, output: port.output };
    const pick = () => addWith(kit, type, { x: at.x - 240, y: at.y }, () => connect(source, target, models));
    return [typeOption(type, label, `gives ${port.label}`, pick)];
  });
}
