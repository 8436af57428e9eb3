/** A comparison as a person goes through it: one stop for each step that differs, one for the pipeline. */
import type { FieldChange, ItemChange, StepChange } from "./changes";
import type { EdgeEnds } from "./compareEdges";
import type { Meaning } from "./meaning";
import type { Compared } from "./overlay";

interface Said {
  /** Who may do what, which code runs, where data goes. */
  readonly security: boolean;
  readonly sentences: readonly Meaning[];
}

export interface StepStop extends Said {
  readonly kind: "step";
  readonly change: StepChange;
  /** The steps that it waits for now and did not before, and those that it no longer waits for. */
  readonly waitsFor: readonly string[];
  readonly waitedFor: readonly string[];
}

/** All that is about no step. */
export interface PipelineStop extends Said {
  readonly kind: "pipeline";
  readonly parameters: readonly ItemChange[];
  readonly fields: readonly FieldChange[];
}

export type Stop = StepStop | PipelineStop;

/**
 * What differs, stop by stop: what touches security first, in the order in which `stepwire diff` says it; then the steps as they stand,
 * those that are gone after them. What is said of the pipeline stands before its steps.
 */
export function stopsOf(compared: Compared & { readonly meaning: readonly Meaning[] }): readonly Stop[] {
  const { changes, edges, meaning } = compared;
  const about = (step: string | null) => meaning.filter((one) => one.step === step);
  const ends = (list: readonly EdgeEnds[], to: string) => list.filter((edge) => edge.to === to).map(({ from }) => from);
  const steps = changes.steps.map((change): StepStop => {
    const sentences = about(change.name);
    return {
      kind: "step",
      change,
      sentences,
      security: isSensitive(sentences, change.fields),
      waitsFor: change.change === "added" ? [] : ends(edges.added, change.name),
      waitedFor: change.change === "removed" ? [] : ends(edges.removed, change.name),
    };
  });
  const stops = [...pipelineStop(compared), ...steps];
  const rankOf = (stop: Stop) => {
    if (!stop.security) return meaning.length + 1;
    const first = meaning.findIndex(({ security, step }) => security && step === stepOf(stop));
    return first < 0 ? meaning.length : first;
  };
  return stops.sort((left, right) => rankOf(left) - rankOf(right));
}

/** The step that a stop is about; null for the pipeline. */
export function stepOf(stop: Stop): string | null {
  return stop.kind === "step" ? stop.change.name : null;
}

function pipelineStop({ changes, meaning }: Parameters<typeof stopsOf>[0]): readonly PipelineStop[] {
  const { parameters, definition, order } = changes;
  const sentences = meaning.filter(({ step }) => step === null);
  const fields = order === null ? definition : [...definition, { path: "Steps", ...order, sensitive: false }];
  if (parameters.length + fields.length + sentences.length === 0) return [];
  const all = [...fields, ...parameters.flatMap((parameter) => parameter.fields)];
  return [{ kind: "pipeline", parameters, fields, sentences, security: isSensitive(sentences, all) }];
}

function isSensitive(sentences: readonly Meaning[], fields: readonly FieldChange[]): boolean {
  return sentences.some(({ security }) => security) || fields.some(({ sensitive }) => sensitive);
}
