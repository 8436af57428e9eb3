/** What each step takes on the canvas: its ports, its card's measures, its place. */
import type { EditorState } from "../../editor/session/editorState";
import { portsOf, type StepPorts } from "../../pipeline/card/ports";
import { atOnce } from "../../pipeline/definition/atOnce";
import { deepEqual } from "../../pipeline/definition/deepEqual";
import type { PipelineDocument, Position } from "../../pipeline/definition/document";
import { deriveGraph, type Graph } from "../../pipeline/graph/deriveGraph";
import type { StepEntry } from "../../pipeline/graph/stepTree";
import { arrange } from "../../pipeline/layout/arrange";
import { type CardShape, cardShape } from "../../pipeline/layout/cardShape";
import type { ApiModels } from "../../pipeline/schema/model";
import { stepTypeOf } from "../../pipeline/steps";
import type { CanvasState } from "./canvasStore";
import { withOpened } from "./wire/openedPorts";

export interface Measured {
  readonly state: Pick<EditorState, "document" | "models"> & Partial<Pick<EditorState, "comparison">>;
  readonly opened: CanvasState["opened"];
  readonly graph: Graph;
  readonly ports: ReadonlyMap<string, StepPorts>;
  readonly shapes: ReadonlyMap<string, CardShape>;
  readonly sentences: ReadonlyMap<string, string>;
  readonly positions: ReadonlyMap<string, Position>;
  /** The steps that differ from those of before; null where that is not known, or more than steps' own contents may differ. */
  readonly changed: readonly StepEntry[] | null;
}

const noPorts: StepPorts = { inputs: [], outputs: [], slots: [], itemInUse: false, hiddenFields: 0 };

/** What each step takes; of steps that an edit left alone, what they took before it. */
export function measure(state: Measured["state"], canvas: Pick<CanvasState, "opened">, before: Measured | null) {
  return atOnce(measureInParts(state, canvas, before));
}

/** The same in many small parts, for thousands of steps. */
export function* measureInParts(
  state: Measured["state"],
  { opened }: Pick<CanvasState, "opened">,
  before: Measured | null,
): Generator<undefined, Measured> {
  const { document, models, comparison = null } = state;
  const graph = comparison?.graph ?? deriveGraph(document.definition);
  const known = before !== null && isComparable(before, state, graph) ? before : null;
  const asked = askedOf({ graph, models, opened }, known);
  const [ports, shapes, sentences] = [copied(known?.ports), copied(known?.shapes), copied(known?.sentences)];
  let sizesStay = known !== null;
  for (const entry of asked) {
    const own = portsOf(document, models, entry.key);
    const shown = opened?.key === entry.key ? withOpened(own, opened.fields) : own;
    ports.set(entry.key, shown);
    const shapeBefore = shapes.of(entry.key);
    const shape = shapes.set(entry.key, shapeOf(entry, shown));
    if (shape !== shapeBefore && !isSameSize(shape, shapeBefore)) sizesStay = false;
    const sentence = stepTypeOf(entry.type).sentence?.(entry.step) ?? null;
    if (sentence !== null) sentences.set(entry.key, sentence);
    else sentences.remove(entry.key);
    yield;
  }
  const made = { ports: ports.now(), shapes: shapes.now(), sentences: sentences.now() };
  const positionsStay = sizesStay && known?.state.document.layout === document.layout;
  const positions = known !== null && positionsStay ? known.positions : positionsOf(document, graph, made.shapes);
  return {
    state: { document, models, comparison },
    opened,
    graph,
    ...made,
    positions,
    changed: known === null ? null : asked,
  };
}

/** How many steps would have to be measured. */
export function stepsToMeasure(
  state: Measured["state"],
  { opened }: Pick<CanvasState, "opened">,
  before: Measured | null,
): number {
  const graph = deriveGraph(state.document.definition);
  const known = before !== null && isComparable(before, state, graph) ? before : null;
  return askedOf({ graph, models: state.models, opened }, known).length;
}

interface Asking {
  readonly graph: Graph;
  readonly models: ApiModels;
  readonly opened: CanvasState["opened"];
}

/**
 * The steps that may take something else than they did: edited ones, those whose type's model came, the one that a wire hovers over, and
 * loops, whose ports depend on the steps of their body.
 */
function askedOf({ graph, models, opened }: Asking, known: Measured | null): readonly StepEntry[] {
  if (known === null) return graph.steps;
  const { steps } = known.graph;
  const before = known.state.models;
  const hovered = opened === known.opened ? [] : [opened?.key, known.opened?.key];
  return graph.steps.filter(
    (entry, i) =>
      entry !== steps[i] ||
      known.shapes.get(entry.key)?.box !== false ||
      models.get(entry.type) !== before.get(entry.type) ||
      hovered.includes(entry.key),
  );
}

/** A table that is copied when a value of it changes; equal values remain the objects that they were. */
function copied<V>(before: ReadonlyMap<string, V> | undefined) {
  let table: ReadonlyMap<string, V> = before ?? new Map();
  let own: Map<string, V> | null = null;
  const ownTable = () => {
    own ??= new Map(table);
    table = own;
    return own;
  };
  return {
    of: (key: string) => table.get(key),
    set(key: string, value: V): V {
      const old = table.get(key);
      if (old !== undefined && deepEqual(old, value)) return old;
      ownTable().set(key, value);
      return value;
    },
    remove(key: string) {
      if (table.has(key)) ownTable().delete(key);
    },
    now: () => table,
  };
}

/** True when between the two only the contents of single steps may have changed: no edge, no name, no port that was asked for. */
function isComparable(before: Measured, { document }: Measured["state"], graph: Graph): boolean {
  return (
    before.graph.edges === graph.edges &&
    before.graph.steps.length === graph.steps.length &&
    before.state.document.pins === document.pins &&
    before.state.document.folded === document.folded &&
    graph.steps.every((entry, i) => isSameStanding(entry, before.graph.steps[i]))
  );
}

function isSameStanding(entry: StepEntry, before: StepEntry | undefined): boolean {
  if (entry === before) return true;
  return (
    entry.key === before?.key &&
    entry.name === before.name &&
    entry.type === before.type &&
    entry.parent === before.parent &&
    entry.slot === before.slot &&
    entry.depth === before.depth
  );
}
function isSameSize(shape: CardShape, before: CardShape | undefined): boolean {
  return before?.width === shape.width && before.height === shape.height && before.box === shape.box;
}

const shapesRemembered = new WeakMap<StepPorts, { readonly step: StepEntry["step"]; readonly shape: CardShape }>();

/** A step's card, remembered by its ports. */
function shapeOf(entry: StepEntry, ports: StepPorts): CardShape {
  const known = shapesRemembered.get(ports);
  if (known !== undefined && known.step === entry.step) return known.shape;
  const shape = cardShape(entry, ports);
  shapesRemembered.set(ports, { step: entry.step, shape });
  return shape;
}

/** The card of a step that nobody measured. */
export function shapeWithoutPorts(entry: StepEntry): CardShape {
  return shapeOf(entry, noPorts);
}

/** Where the document says that the steps are, with places for those of which it says nothing. */
function positionsOf(
  { layout }: PipelineDocument,
  graph: Graph,
  shapes: ReadonlyMap<string, CardShape>,
): ReadonlyMap<string, Position> {
  return arrange(graph, layout, (entry) => shapes.get(entry.key) ?? shapeWithoutPorts(entry));
}

/** The measures that tidy works with: the ports of the document alone. */
export function shapesOf(state: Pick<EditorState, "document" | "models">): (entry: StepEntry) => CardShape {
  return (entry) => shapeOf(entry, portsOf(state.document, state.models, entry.key));
}
