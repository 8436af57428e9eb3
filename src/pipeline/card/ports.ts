import type { Pins, PipelineDocument } from "../definition/document";
import { type Path, parsePath, printPath } from "../definition/path";
import type { ObjectValue } from "../definition/value";
import { deriveGraph } from "../graph/deriveGraph";
import { analysisOf, containersOf, type StepEntry, stepsByKey, stepsInside } from "../graph/stepTree";
import { shortOutputName, splitProperty } from "../references/propertyPath";
import type { FoundReference } from "../references/read";
import { oncePerObject } from "../remember";
import { outputKindOf } from "../schema/listOutputs";
import type { ApiModel, ApiModels } from "../schema/model";
import { placeAt } from "../schema/placesOf";
import { type ScalarField, scalarFields } from "../schema/scalarFields";
import type { Slot, StepType } from "../schema/stepType";
import { stepTypeOf } from "../steps";
import { outputKind, outputsOf, type StepOutput } from "../steps/outputs";
import { fieldName } from "../wiring/fieldName";
import { kindLabel } from "../wiring/fit";
import { defaultPorts, mostPorts } from "../wiring/portPattern";

/** An input field that shows as a port at the left edge of a card. */
export interface InputPort {
  readonly path: Path;
  /** Printed path, e.g. `Arguments.InputDataConfig[0].DataSource.S3DataSource.S3Uri`. */
  readonly printed: string;
  readonly label: string;
  readonly hint: string | null;
  /** It reads something: a filled port. */
  readonly inUse: boolean;
  readonly kindLabel: string;
}

/** An output that shows as a port at the right edge of a card. */
export interface OutputPort {
  /** What stands behind `Steps.NAME.`. */
  readonly output: string;
  readonly label: string;
  readonly hint: string | null;
  /** For the accessible name: a declared output by its name, all others by their full path. */
  readonly said: string;
  readonly inUse: boolean;
  readonly kindLabel: string;
}

export interface StepPorts {
  readonly inputs: readonly InputPort[];
  readonly outputs: readonly OutputPort[];
  /** True, False, Each: where a container's branches leave. */
  readonly slots: readonly Slot[];
  /** A step of a loop's body reads the item of the present iteration. */
  readonly itemInUse: boolean;
  /** Fields that could be shown and are not. */
  readonly hiddenFields: number;
}

const nothing: StepPorts = { inputs: [], outputs: [], slots: [], itemInUse: false, hiddenFields: 0 };

/** The ports of a step: the defaults of its type, what is in use, what is pinned. The same object again while nothing of it changed. */
export function portsOf(document: PipelineDocument, models: ApiModels, key: string): StepPorts {
  const entry = stepsByKey(document.definition).get(key);
  if (entry === undefined) return nothing;
  // Only a loop looks into the models of other types.
  const others = isLoop(entry.type) ? models : undefined;
  const read = outputsRead(document, key);
  const itemInUse = isItemRead(document, entry);
  const { references } = analysisOf(entry);
  const pins = document.pins.get(key);
  return makePorts(entry.step, entry.type, models.get(entry.type), others, pins, references, read, itemInUse);
}

const makePorts = oncePerObject(
  (
    step: ObjectValue,
    type: string,
    model: ApiModel | undefined,
    models: ApiModels | undefined,
    pins: Pins | undefined,
    references: readonly FoundReference[],
    read: string,
    itemInUse: boolean,
  ): StepPorts => {
    const stepType = stepTypeOf(type);
    const inputs = inputPorts(step, stepType, model, pins, references);
    let hiddenFields: number | null = null;
    return {
      inputs,
      outputs: outputPorts(step, stepType, model, models, pins, read === "" ? [] : read.split("\n")),
      slots: stepType.slots,
      itemInUse,
      // Dear to count, and no picture shows it.
      get hiddenFields() {
        hiddenFields ??= countHidden(scalarFields(model, stepType, step), inputs);
        return hiddenFields;
      },
    };
  },
);

function countHidden(fields: readonly ScalarField[], inputs: readonly InputPort[]): number {
  const shown = new Set(inputs.map(({ printed }) => printed));
  // A card has some hundred fields: few are called as one that is shown, and only these are printed.
  const shownNames = new Set(inputs.map(({ path }) => path.at(-1)));
  const isShown = ({ path }: ScalarField) => shownNames.has(path.at(-1)) && shown.has(printPath(path));
  return fields.filter((field) => !field.isNew && !field.literalOnly && !isShown(field)).length;
}

/** The outputs of a step that others read, each on a line, in the order in which they are first read. */
function outputsRead({ definition }: PipelineDocument, key: string): string {
  const read = new Set<string>();
  for (const edge of deriveGraph(definition).outOf.get(key) ?? []) {
    for (const reason of edge.reasons) if (reason.kind === "data") read.add(reason.output);
  }
  return [...read].join("\n");
}

/** Of loops in loops, an item is that of the nearest. */
function isItemRead({ definition }: PipelineDocument, { key, type }: StepEntry): boolean {
  if (!isLoop(type)) return false;
  const byKey = stepsByKey(definition);
  return stepsInside(definition, key).some((inner) => {
    const loop = containersOf(definition, inner).find((container) => isLoop(byKey.get(container)?.type ?? ""));
    const entry = byKey.get(inner);
    if (loop !== key || entry === undefined) return false;
    return analysisOf(entry).references.some(({ reference }) => reference.kind === "currentItem");
  });
}

function isLoop(type: string): boolean {
  return stepTypeOf(type).slots.some(({ edge }) => edge === "each");
}

function inputPorts(
  step: ObjectValue,
  stepType: StepType,
  model: ApiModel | undefined,
  pins: Pins | undefined,
  references: readonly FoundReference[],
): InputPort[] {
  const inUse = new Map(references.map(({ field }) => [printPath(field), field]));
  const shown = new Map(defaultPorts(stepType, step).map((path) => [printPath(path), path]));
  for (const [printed, path] of inUse) if (!shown.has(printed)) shown.set(printed, path);
  for (const printed of pins?.inputs ?? []) {
    const path = parsePath(printed);
    if (path !== null && !shown.has(printed)) shown.set(printed, path);
  }
  return [...shown].map(([printed, path]) => {
    const { shape } = placeAt(stepType, model, path);
    const kind = shape?.kind === "any" ? "scalar" : outputKindOf(shape);
    return { path, printed, ...fieldName(step, path), inUse: inUse.has(printed), kindLabel: kindLabel(kind) };
  });
}

function outputPorts(
  step: ObjectValue,
  stepType: StepType,
  model: ApiModel | undefined,
  models: ApiModels | undefined,
  pins: Pins | undefined,
  read: readonly string[],
): OutputPort[] {
  const outputs = outputsOf(step, model, stepType, models);
  const defaults = outputs.filter(({ isDefaultPort }) => isDefaultPort).slice(0, mostPorts);
  const shown = new Map<string, StepOutput | undefined>(defaults.map((output) => [output.path, output]));
  for (const output of [...read, ...(pins?.outputs ?? [])]) {
    if (!shown.has(output))
      shown.set(
        output,
        outputs.findLast(({ path }) => path === output),
      );
  }
  const inUse = new Set(read);
  return [...shown].map(([output, known]) => {
    const kind = known?.kind ?? outputKind(step, model, stepType, output, models);
    return {
      output,
      label: known?.label ?? shortOutputName(output),
      hint: known?.detail ?? null,
      said: saidOutput(output),
      inUse: inUse.has(output),
      kindLabel: kindLabel(kind),
    };
  });
}

/** How an output is said: `train_path` for `OutputParameters['train_path']`, all others in full. */
export function saidOutput(output: string): string {
  const segments = splitProperty(output);
  return segments?.length === 2 && segments[0] === "OutputParameters" ? String(segments[1]) : output;
}
