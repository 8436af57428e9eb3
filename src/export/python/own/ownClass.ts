import type { Value } from "../../../pipeline/definition/value";
import type { Argument } from "../layout";
import type { Program } from "../program";
import type { Token } from "../properties";
import type { StepParts } from "../stepParts";

/** A class of the SDK as it is called for one step. */
export interface OwnClass {
  /** The keys beside `Arguments` that its `to_request` writes, besides those of every step. */
  readonly takes: readonly (
    | "CacheConfig"
    | "RetryPolicies"
    | "PropertyFiles"
    | "FunctionArn"
    | "SqsQueueUrl"
    | "OutputParameters"
  )[];
  /** Its name and what it is called with besides name, order, words, caching and retries; null where it would send something else. */
  readonly write: (step: StepParts, program: Program) => Called | null;
  /** How others read a property of it, null where they cannot; without it, it has those of the type's Describe answer. */
  readonly properties?: (step: StepParts, tokens: readonly Token[]) => readonly Token[] | null;
}

export interface Called {
  readonly of: string;
  readonly args: readonly (Argument | null)[];
}

/** A keyword argument for a value that is there. */
export function keyword(program: Program, name: string, value: Value | undefined): Argument | null {
  return value === undefined ? null : [name, program.value(value)];
}
