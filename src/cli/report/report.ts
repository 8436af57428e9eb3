import type { ExplainedProblem } from "../../pipeline/reading/explainProblems";

/** A problem with its place in a file. */
export interface FileProblem extends ExplainedProblem {
  readonly file: string;
  /** Which pipeline it is of, where the file holds several. */
  readonly pipeline?: string;
  /** Where the value stands in the file. */
  readonly line: number;
  readonly column: number;
}

/** A problem that somebody decided to live with. */
export interface Ignored extends FileProblem {
  readonly reason: string;
}

/** What a check found. */
export interface CheckReport {
  readonly files: readonly string[];
  readonly problems: readonly FileProblem[];
  readonly ignored: readonly Ignored[];
}
