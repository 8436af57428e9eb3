import type { Answer } from "./evaluate/run";
import { alternatives, type Known, type OutputType } from "./evaluate/values";

/** What one key of the returned dictionary will hold. */
export interface OutputForm {
  readonly type: OutputType;
  /** The type is not certain from the code. */
  readonly guess: boolean;
  /** A dictionary or list, of which SageMaker makes one string. */
  readonly nested: boolean;
}

export interface FoundOutput extends OutputForm {
  readonly name: string;
  readonly at: number;
}

export interface Returned {
  readonly outputs: readonly FoundOutput[];
  /** Where keys are returned that the code does not name, where something that is no dictionary, where something unknown. */
  readonly openAt: readonly number[];
  readonly notDictAt: readonly number[];
  readonly unknownAt: readonly number[];
  /** Where the members of the event are returned as they came. */
  readonly eventAt: readonly number[];
}

/** Unites the keys over all that a handler gives back. */
export function readAnswers(answers: readonly Answer[]): Returned {
  const found = new Map<string, { at: number; values: OutputForm[] }>();
  const places = {
    openAt: [] as number[],
    notDictAt: [] as number[],
    unknownAt: [] as number[],
    eventAt: [] as number[],
  };
  for (const { value, state, at } of answers) {
    for (const one of alternatives(value)) {
      const dict = one.kind === "dict" ? state.dicts.get(one.id) : undefined;
      if (dict === undefined) {
        if (one.kind === "scalar" || one.kind === "list") places.notDictAt.push(at);
        else if (one.kind !== "none" && one.kind !== "never") places.unknownAt.push(at);
        continue;
      }
      if (dict.isEvent) places.eventAt.push(at);
      else if (dict.openAt !== null) places.openAt.push(dict.openAt);
      for (const [name, slot] of dict.entries) {
        const known = found.get(name) ?? { at: slot.at, values: [] };
        known.values.push(...formsOf(slot.value));
        found.set(name, known);
      }
    }
  }
  const outputs = [...found].map(([name, { at, values }]) => ({ name, at, ...unite(values) }));
  return { outputs, ...places };
}

function formsOf(value: Known): OutputForm[] {
  return alternatives(value).flatMap((one): OutputForm[] => {
    if (one.kind === "scalar") return [{ type: one.type, guess: one.isGuess, nested: false }];
    if (one.kind === "dict" || one.kind === "list") return [{ type: "String", guess: false, nested: true }];
    // Nothing here says nothing of the type.
    if (one.kind === "none" || one.kind === "never") return [];
    return [{ type: "String", guess: true, nested: false }];
  });
}

/** One type for all: a known one counts more than a guessed one; whole and other numbers are numbers; else it is a text. */
function unite(forms: readonly OutputForm[]): OutputForm {
  const nested = forms.some((form) => form.nested);
  const sure = forms.filter((form) => !form.guess);
  const best = sure.length > 0 ? sure : forms.filter((form) => form.type !== "String");
  const types = new Set((best.length > 0 ? best : forms).map((form) => form.type));
  const guess = sure.length < forms.length || forms.length === 0;
  const [only] = types;
  if (nested) return { type: "String", guess: false, nested };
  if (only === undefined) return { type: "String", guess: true, nested };
  if (types.size === 1) return { type: only, guess, nested };
  const areNumbers = types.size === 2 && types.has("Integer") && types.has("Float");
  return areNumbers ? { type: "Float", guess, nested } : { type: "String", guess: true, nested };
}
