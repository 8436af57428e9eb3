/** What the viewer's page is told of a pipeline, as the JSON in it: all that it shows beside the picture. */
export interface Told {
  /** In the order of the picture's cards. */
  readonly steps: readonly ToldStep[];
  readonly parameters: readonly ToldField[];
  /** Those of no step. */
  readonly problems: readonly ToldProblem[];
  /** Where two versions are shown: what differs that is of no step. */
  readonly changes?: ToldChanges;
}

export interface ToldStep {
  readonly key: string;
  readonly type: string;
  readonly colour: string;
  /** How deep it lies in containers, and where: `in True of Gate`; "" at the top. */
  readonly depth: number;
  readonly inside: string;
  readonly fields: readonly ToldField[];
  /** What it waits for, and what waits for it. */
  readonly from: readonly ToldLink[];
  readonly to: readonly ToldLink[];
  readonly problems: readonly ToldProblem[];
  /** How it differs from the version before. */
  readonly changes?: ToldChanges;
}

export interface ToldChanges {
  /** What happened, and what it means. */
  readonly said: readonly string[];
  readonly fields: readonly { readonly path: string; readonly before: string | null; readonly after: string | null }[];
}

export interface ToldField {
  /** Its printed path; a parameter's name. */
  readonly path: string;
  readonly value: readonly Piece[];
}

/** A piece of a value: text, or an expression with the step that it reads, if any. */
export type Piece = string | { readonly text: string; readonly step: number | null };

export interface ToldLink {
  readonly step: number;
  /** `train_path → S3Uri`, `on failure`, `True`. */
  readonly said: string;
}

export interface ToldProblem {
  readonly severity: "error" | "warning" | "info";
  /** The printed path of the field; "" for the whole. */
  readonly path: string;
  readonly message: string;
}
