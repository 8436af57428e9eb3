import { envelopeChoices } from "./envelope";
import type { Shape } from "./model";
import type { Choice, StepType } from "./stepType";

/**
 * Who says what stands at a place: AWS's `request`; the type's `own` shapes (Condition, ForEach …); the author, who names the keys
 * (`open`); the step itself, `beside` its arguments; AWS's `response`, for what other steps read. `unknown`: nobody.
 */
export type Zone = "request" | "own" | "open" | "envelope" | "response" | "unknown";

/** What the places of one zone have in common. */
export interface Ground {
  readonly zone: Zone;
  readonly shapes: Readonly<Record<string, Shape>>;
  /** What the step type says of single places. */
  readonly stepType: Pick<StepType, "api" | "slots" | "envelope" | "ownFields" | "literals" | "choices">;
}

/** Where no type says anything of its own. */
export const plainType: Ground["stepType"] = {
  api: { request: null, response: null, dropped: [] },
  slots: [],
  envelope: [],
};

/** The members of the structure at a place that exclude each other; null where none do. */
export function choiceAt({ zone, stepType }: Ground, pattern: string): Choice | null {
  const choices = zone === "envelope" ? envelopeChoices : stepType.choices;
  return choices?.find(({ at }) => at === pattern) ?? null;
}
