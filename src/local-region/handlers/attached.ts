/** Handlers of Lambda steps that are really run, by pipeline and step. */
import type { Language } from "../../handler/code/code";

export interface AttachedHandler {
  readonly code: string;
  readonly language: Language;
  /** The function's name. */
  readonly handler: string;
  /** The name of its file, where it has one. */
  readonly fileName?: string;
}

export interface HandlerSource {
  /** The names of a pipeline's steps that have one. */
  steps(pipeline: string): ReadonlySet<string>;
  /** The one of a step, as it is at this moment; a sentence where it may not or cannot be run; null where there is none. */
  find(pipeline: string, step: string): AttachedHandler | string | null;
}

/** By the name of the step, whatever its pipeline. */
export type AttachedHandlers = ReadonlyMap<string, AttachedHandler>;
