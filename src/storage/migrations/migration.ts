import type { Value } from "../../pipeline/definition/value";

/** The way from one schema of what is stored to the next. Pure: a record that was migrated and never written is as it was. */
export interface Migration {
  /** A document: what snapshots, pending saves and second copies hold as text, and what the log goes on from. */
  readonly document: (document: Value) => Value;
  /** A record of a store, without the document in it. */
  readonly record?: (record: unknown, store: string) => unknown;
}
