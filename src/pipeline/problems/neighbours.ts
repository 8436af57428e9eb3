import { type Parameter, parameterNamed } from "../definition/parameters";
import { append } from "../definition/shortList";
import type { Edge } from "../graph/deriveGraph";
import type { StepEntry } from "../graph/stepTree";
import type { ApiModel, ApiModels } from "../schema/model";
import type { Checked } from "./checked";
import type { Producers } from "./references/producers";
import type { TypedIn } from "./references/typedIn";

/** A container around a step, and the slot of it that the step lies in. */
export interface Inside {
  readonly container: string;
  readonly slot: string;
  readonly edge: "branch" | "each";
}

/** What the rules of a step asked of the rest of the definition. */
export interface Questions {
  /** What a step says and where it lies, by its name. */
  readonly steps: readonly string[];
  /** Which edges lead to a step or from it, by its key. */
  readonly edges: readonly string[];
  readonly parameters: readonly string[];
  /** Which steps produce what it has typed in. */
  readonly typedIn: readonly TypedIn[];
  /** The whole definition. */
  readonly whole: boolean;
}

const noNames: readonly string[] = [];
const noEdges: readonly Edge[] = [];
const noTexts: readonly TypedIn[] = [];
const none: readonly Inside[] = [];

/**
 * What a step's rules may ask of the rest of the definition. Every question is kept: as long as all answers stay, what the rules said
 * stays, so an edit asks again only the steps that look at what it changed.
 */
export class Neighbours {
  /** The texts that the step has typed in. */
  readonly typedIn: readonly TypedIn[];
  private readonly checked: Checked;
  private readonly entry: StepEntry;
  /** Several rules in turn ask for the same step. */
  private lastName: string | null = null;
  private lastStep: StepEntry | undefined;
  private steps: string[] | null = null;
  private edges: string[] | null = null;
  private parameters: string[] | null = null;
  private textsAsked: readonly TypedIn[] = noTexts;
  private asksWhole = false;

  constructor(checked: Checked, entry: StepEntry, typedIn: readonly TypedIn[]) {
    this.checked = checked;
    this.entry = entry;
    this.typedIn = typedIn;
  }

  get models(): ApiModels {
    return this.checked.models;
  }

  model(type: string): ApiModel | null {
    return this.checked.models.get(type) ?? null;
  }

  /** There are sample outputs: a text may be one of them. */
  get hasSamples(): boolean {
    return (this.checked.surroundings.samples?.size ?? 0) > 0;
  }

  /** The step of a name; undefined where there is none. */
  step(name: string): StepEntry | undefined {
    if (name !== this.lastName) {
      this.steps = asked(this.steps, name);
      this.lastStep = this.checked.graph.byKey.get(name);
      this.lastName = name;
    }
    return this.lastStep;
  }

  parameter(name: string): Parameter | undefined {
    this.parameters = asked(this.parameters, name);
    return parameterNamed(this.checked.definition, name);
  }

  /** The containers around a step, the nearest first. */
  containers(key: string): readonly Inside[] {
    // Where the step itself lies is known to whoever remembers what was said of it, as long as it lies at the top.
    if (key !== this.entry.key || this.entry.parent !== null) this.steps = asked(this.steps, key);
    return enclosingContainers(this.checked, key);
  }

  /** The edges that lead to a step. */
  edgesInto(key: string): readonly Edge[] {
    this.edges = asked(this.edges, key);
    return this.checked.graph.into.get(key) ?? noEdges;
  }

  /** The edges that lead from a step. */
  edgesOutOf(key: string): readonly Edge[] {
    this.edges = asked(this.edges, key);
    return this.checked.graph.outOf.get(key) ?? noEdges;
  }

  /** What all steps produce, for the texts that may be one of their outputs; all texts that were typed in, where there are samples. */
  producers(texts: readonly TypedIn[]): Producers {
    this.textsAsked = texts;
    return this.checked.producers;
  }

  /** The whole definition: the step is asked again at every edit, so only where something is wrong already. */
  whole(): Checked {
    this.asksWhole = true;
    return this.checked;
  }

  /** What was asked so far. */
  get questions(): Questions {
    return {
      steps: this.steps ?? noNames,
      edges: this.edges ?? noNames,
      parameters: this.parameters ?? noNames,
      typedIn: this.textsAsked,
      whole: this.asksWhole,
    };
  }
}

/** So many names are looked through for one that was asked before; of more, some are kept twice. */
const few = 16;

function asked(names: string[] | null, name: string): string[] {
  return names === null || names.length > few || !names.includes(name) ? append(names, name) : names;
}

function enclosingContainers({ graph }: Checked, key: string): readonly Inside[] {
  let entry = graph.byKey.get(key);
  if (entry === undefined || entry.parent === null) return none;
  const found: Inside[] = [];
  while (entry !== undefined && entry.parent !== null) {
    const container: StepEntry | undefined = graph.byKey.get(entry.parent);
    const slotKey = entry.slot ?? "";
    const slot = container?.stepType.slots.find((one) => one.key === slotKey);
    found.push({ container: entry.parent, slot: slotKey, edge: slot?.edge ?? "branch" });
    entry = container;
  }
  return found;
}
