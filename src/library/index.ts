/**
 * The pure core of Stepwire as a library: `import { check, graph, parse, simulate } from "stepwire"`. It needs no network, no account and no
 * browser. The types below say all of it: they name nothing of the inside.
 */
import { parseDefinition } from "../pipeline/definition/parse";
import { serialise } from "../pipeline/definition/serialise";
import type { ObjectValue, Value } from "../pipeline/definition/value";
import { deriveGraph } from "../pipeline/graph/deriveGraph";
import { graphAsJson } from "../pipeline/graph/graphAsJson";
import { explainProblems } from "../pipeline/reading/explainProblems";
import { simulate as simulateDefinition } from "../pipeline/simulate/engine/simulate";
import { simulationAsJson } from "../pipeline/simulate/engine/simulationAsJson";
import { simulationParameters } from "../pipeline/simulate/values/givenParameters";
import { sampleContext } from "../pipeline/steps/runs/values/names";

declare const isDefinition: unique symbol;

/** A definition that was read. It keeps the text of numbers and the order of keys; `String(definition)` writes it again. */
export interface Definition {
  readonly [isDefinition]: true;
  /** The definition as JSON, token for token as it was read. */
  toString(): string;
}

/** What every function takes: a text, a value as `JSON.parse` gives it, or what `parse` read. */
export type Source = string | object | Definition;

/** Why a text is no definition. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export type Parsed =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly refusal: Refusal };

/** Something wrong or doubtful in a definition. */
export interface Problem {
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  /** The step it belongs to, null where it belongs to none. */
  readonly step: string | null;
  /** Where, relative to the step, or to the definition. */
  readonly path: string;
  readonly message: string;
  /** Why it is one, with its source. */
  readonly why: string;
  /** What the editor offers to mend it. */
  readonly fixes: readonly string[];
}

export interface Step {
  readonly name: string;
  readonly type: string;
}

export type Reason =
  | { readonly kind: "data"; readonly output: string; readonly field: string }
  | { readonly kind: "order"; readonly trigger: string }
  | { readonly kind: "branch" }
  | { readonly kind: "each" };

/** `to` waits for `from`, for each of the reasons. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly reasons: readonly Reason[];
}

export interface Graph {
  readonly steps: readonly Step[];
  readonly edges: readonly Edge[];
}

export interface SimulatedStep extends Step {
  readonly status: "Succeeded" | "Failed" | "Stopped" | "NotRun";
  /** Which way a Condition went: `True`, `False`; null for all others. */
  readonly outcome: string | null;
  readonly why: string | null;
  /** What the step would be sent; null where it does not run. */
  readonly request: unknown;
  /** By the property that a reference names. */
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly failureReason: string | null;
}

export interface Simulation {
  readonly status: string;
  /** How many errors keep SageMaker from taking the definition. */
  readonly refused: number;
  readonly steps: readonly SimulatedStep[];
}

export interface SimulationOptions {
  /** Values of parameters by name, as text: `{ Rows: "10" }`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Samples of outputs: by step, then by output. */
  readonly samples?: object;
  /** The pipeline's name, for references to it. */
  readonly name?: string;
}

/** Thrown where what is given is no definition, or a parameter's value does not fit. */
export class StepwireError extends Error {
  /** Where reading stopped, null where it is not about a text. */
  readonly refusal: Refusal | null;
  constructor(message: string, refusal: Refusal | null = null) {
    super(message);
    this.name = "StepwireError";
    this.refusal = refusal;
  }
}

/** What `parse` handed out, and the value that it stands for. */
const read: WeakMap<Definition, ObjectValue> = new WeakMap();

/** Reads a definition without losing anything of it. Never throws. */
export function parse(text: string): Parsed {
  const result = parseDefinition(text);
  if (!result.ok) {
    const { code, message, line, column } = result.refusal;
    return { ok: false, refusal: { code, message, line, column } };
  }
  const definition = { toString: () => serialise(result.value) } as Definition;
  read.set(definition, result.value);
  return { ok: true, definition };
}

/** The problems of a definition, each with its source and its cures: what the editor and `stepwire check` tell. */
export async function check(source: Source): Promise<readonly Problem[]> {
  return explainProblems(valueOfSource(source));
}

/** Steps, and the edges that follow from the definition, each with all of its reasons. */
export function graph(source: Source): Graph {
  return graphAsJson(deriveGraph(valueOfSource(source))) as Graph;
}

/** What every step would be sent, which branch is taken and why, without an account. Nothing is run. */
export async function simulate(source: Source, options: SimulationOptions = {}): Promise<Simulation> {
  const definition = valueOfSource(source);
  const { values, refusals } = simulationParameters(definition, new Map(Object.entries(options.parameters ?? {})));
  if (refusals.length > 0) throw new StepwireError(refusals.join(" "));
  const samples = new Map(Object.entries(JSON.parse(JSON.stringify(options.samples ?? {})))) as ReadonlyMap<
    string,
    Value
  >;
  const simulation = simulateDefinition(definition, {
    parameters: values,
    context: sampleContext(options.name ?? "pipeline"),
    samples,
  });
  const errors = (await explainProblems(definition)).filter(({ severity }) => severity === "error").length;
  return JSON.parse(serialise(simulationAsJson(simulation, errors))) as Simulation;
}

function valueOfSource(source: Source): ObjectValue {
  const known = typeof source === "object" ? read.get(source as Definition) : undefined;
  if (known !== undefined) return known;
  const result = parseDefinition(typeof source === "string" ? source : JSON.stringify(source));
  if (result.ok) return result.value;
  const { code, message, line, column } = result.refusal;
  throw new StepwireError(`${line}:${column}: ${message}`, { code, message, line, column });
}
