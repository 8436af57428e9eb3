import type { Parameter } from "../definition/parameters";
import { listParameters } from "../definition/parameters";
import { get, isList, type ObjectValue, type Value } from "../definition/value";
import type { Graph } from "../graph/deriveGraph";
import type { StepEntry } from "../graph/stepTree";
import type { Checked } from "../problems/checked";
import type { Questions } from "../problems/neighbours";
import { mayBeKnown, newProducers, type Producers } from "../problems/references/producers";
import type { TypedIn } from "../problems/references/typedIn";

/** What is other than before, by what a step's rules may ask for. */
export class Changes {
  /** Steps that say something else, lie elsewhere, came or went. */
  private readonly steps: ReadonlySet<string>;
  /** Steps to which or from which other edges lead. */
  private readonly edges: ReadonlySet<string>;
  private readonly parameters: ReadonlySet<string>;
  /** What steps produce now, and did not before. What they do not produce any more is asked for as a whole by whoever reads it. */
  private readonly producers: Producers;

  constructor(before: Checked, now: Checked) {
    this.steps = changedSteps(before.graph, now.graph);
    this.edges = changedEdges(before.graph, now.graph);
    this.parameters = changedParameters(before.definition, now.definition);
    this.producers = newProducers(before.producers, now.producers);
  }

  /** True while every question would be answered as it was. */
  leave({ steps, edges, parameters, typedIn, whole }: Questions): boolean {
    if (whole || hasAny(this.steps, steps) || hasAny(this.edges, edges) || hasAny(this.parameters, parameters)) {
      return false;
    }
    const { producers } = this;
    if (producers.produced.length === 0) return true;
    for (let i = 0; i < typedIn.length; i++) if (mayBeKnown(typedIn[i] as TypedIn, producers)) return false;
    return true;
  }
}

function hasAny(changed: ReadonlySet<string>, names: readonly string[]): boolean {
  if (changed.size === 0) return false;
  for (let i = 0; i < names.length; i++) if (changed.has(names[i] as string)) return true;
  return false;
}

function changedSteps(before: Graph, now: Graph): ReadonlySet<string> {
  const changed = new Set<string>();
  /** Their containers are others, or other containers hold those. */
  const moved = new Set<string>();
  for (let i = 0; i < now.steps.length; i++) {
    const entry = now.steps[i] as StepEntry;
    const isMoved = entry.parent !== null && moved.has(entry.parent);
    if (entry === before.steps[i] && !isMoved) continue;
    const old = before.byKey.get(entry.key);
    if (old?.memory !== entry.memory || isMoved) changed.add(entry.key);
    if (isMoved || !standsAlike(old, entry)) moved.add(entry.key);
  }
  if (before.keys !== now.keys) for (const key of before.keys) if (!now.byKey.has(key)) changed.add(key);
  return changed;
}

function standsAlike(old: StepEntry | undefined, { type, parent, slot }: StepEntry): boolean {
  return old !== undefined && old.type === type && old.parent === parent && old.slot === slot;
}

function changedEdges(before: Graph, now: Graph): ReadonlySet<string> {
  const changed = new Set<string>();
  if (before.into === now.into) return changed;
  for (const key of now.keys) {
    if (before.into.get(key) !== now.into.get(key) || before.outOf.get(key) !== now.outOf.get(key)) changed.add(key);
  }
  return changed;
}

function changedParameters(before: ObjectValue, now: ObjectValue): ReadonlySet<string> {
  const changed = new Set<string>();
  if (get(before, "Parameters") === get(now, "Parameters")) return changed;
  const [old, present] = [parametersByName(before), parametersByName(now)];
  for (const [name, value] of present) if (old.get(name) !== value) changed.add(name);
  for (const name of old.keys()) if (!present.has(name)) changed.add(name);
  return changed;
}

/** The first of each name. */
function parametersByName(definition: ObjectValue): ReadonlyMap<string, Value | undefined> {
  const list = get(definition, "Parameters");
  const entryOf = ({ name, index }: Parameter) => [name, isList(list) ? list[index] : undefined] as const;
  return new Map(listParameters(definition).toReversed().map(entryOf));
}
