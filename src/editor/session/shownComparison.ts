import type { Comparison } from "../../export/comparison/comparison";
import type { Stop } from "../../pipeline/compare/stops";
import type { PipelineDocument } from "../../pipeline/definition/document";
import type { Editor } from "./createEditor";

/** One of the two: what it is called, and what it is. */
export interface Side {
  readonly label: string;
  readonly document: PipelineDocument;
}

export interface ShownComparison {
  /** Another one each time. */
  readonly id: number;
  readonly before: Side;
  readonly after: Side;
  readonly comparison: Comparison;
  /** What differs, in the order in which one goes through it. */
  readonly stops: readonly Stop[];
  /** Holds both over each other; nothing can be edited in it. */
  readonly editor: Editor;
}
