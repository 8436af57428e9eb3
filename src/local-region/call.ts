import type { Input } from "./input";
import type { Store } from "./state/store";

/** What an operation works with: the region of the request, the moment, what is remembered, and a maker of ids. */
export interface Call {
  readonly region: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly store: Store;
  /** Length of every simulated step, for executions started now. */
  readonly stepSeconds: number;
  readonly newId: () => string;
  /** Names of a pipeline's Lambda steps that have a handler to run. */
  readonly attached: (pipeline: string) => ReadonlySet<string>;
}

/** What goes back on the wire: JSON, moments in seconds. */
export type Output = Readonly<Record<string, unknown>>;

export type Operation = (call: Call, input: Input) => Output;

/** A moment as AWS JSON 1.1 carries it: seconds since 1970, with a fraction. */
export function seconds(milliseconds: number): number {
  return milliseconds / 1000;
}
