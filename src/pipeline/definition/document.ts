import type { ObjectValue, Value } from "./value";

/** A position on the canvas, absolute, in canvas pixels; the top left corner of the step's card. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Where steps are, by their key. */
export type Layout = ReadonlyMap<string, Position>;

/** The folded slots of containers, by their step's key. */
export type Folded = ReadonlyMap<string, readonly string[]>;

/** Where a line runs as the layout led it around the cards, from end to end: it counts as long as a line has both its ends. */
export type Way = readonly Position[];

/** What steps are simulated with, by their key (`simulate/stepSample.ts`). */
export type Samples = ReadonlyMap<string, Value>;

/** Ports that the user asked to see although they are not in use: printed paths, relative to the step. */
export interface Pins {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** The colours of notes and groups; the first is that of new ones. */
export const colours = ["yellow", "blue", "green", "red", "grey"] as const;
export type Colour = (typeof colours)[number];

/** A text that lies on the canvas, in Markdown. */
export interface Note {
  readonly id: string;
  readonly text: string;
  readonly place: Position;
  readonly size: { readonly width: number; readonly height: number };
  /** Left out: the first. */
  readonly colour?: Colour;
}

/** Steps with a titled frame around them. A step is in one group at most; keys of steps that are gone mean nothing. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly colour: Colour;
  readonly steps: readonly string[];
}

/** What is remembered for one target (`local` or `aws:PROFILE:REGION`). */
export interface TargetSettings {
  readonly roleArn?: string;
  /** Where a definition goes that is too large to be sent by itself. */
  readonly bucket?: string;
}

/** A tag that a pipeline is deployed with. */
export interface PipelineTag {
  readonly key: string;
  readonly value: string;
}

export interface DocumentSettings {
  readonly targets: ReadonlyMap<string, TargetSettings>;
  readonly target?: string;
  readonly maxParallelSteps?: number;
  /** Left out, a deploy says nothing of tags. */
  readonly tags?: readonly PipelineTag[];
  /** What parameters are simulated with instead of their defaults: texts as typed, by parameter. */
  readonly simulatedValues: ReadonlyMap<string, string>;
}

/**
 * All that is saved of one pipeline. `definition` is what SageMaker gets; everything else is ours and never leaves with it.
 * What is kept by a name is a map: `layout`, `folded`, `pins` and `samples` by the key of a step (its name; of a second one `name#2`).
 */
export interface PipelineDocument {
  readonly id: string;
  /** The pipeline's name: 1-256 of `[a-zA-Z0-9](-*[a-zA-Z0-9])*`. */
  readonly name: string;
  readonly definition: ObjectValue;
  readonly layout: Layout;
  readonly ways: readonly Way[];
  /** The slots of a container that are folded on the canvas. */
  readonly folded: Folded;
  readonly pins: ReadonlyMap<string, Pins>;
  readonly notes: readonly Note[];
  readonly groups: readonly Group[];
  readonly settings: DocumentSettings;
  readonly samples: Samples;
  /** Values to start executions with, by the name that a person gave them: texts by the parameter's name. */
  readonly presets: ReadonlyMap<string, Value>;
  /** What names of an account become at another target, by both targets (`promotionBetween`): texts by the key of the literal. */
  readonly promotions: ReadonlyMap<string, Value>;
  /**
   * Of steps that were renamed or copied, the names under which code may have been attached to be run for them, the last one first. The
   * code itself, and that it may run, is kept by the local server and never here.
   */
  readonly codeOf: ReadonlyMap<string, readonly string[]>;
}

/** Under which it is kept what is called otherwise at another target; both are keys of targets. */
export function promotionBetween(from: string, to: string): string {
  return `${from} > ${to}`;
}

/** The definition of a blank pipeline. */
export const blankDefinition: ObjectValue = { Version: "2020-12-01", Metadata: {}, Parameters: [], Steps: [] };

export function createDocument(id: string, name: string, definition: ObjectValue = blankDefinition): PipelineDocument {
  const settings = { targets: new Map(), simulatedValues: new Map() };
  const places = { layout: new Map(), ways: [], folded: new Map(), pins: new Map(), notes: [], groups: [] };
  return {
    id,
    name,
    definition,
    ...places,
    settings,
    samples: new Map(),
    presets: new Map(),
    promotions: new Map(),
    codeOf: new Map(),
  };
}
