import type { ObjectValue, Value } from "./value";

/** A place on the canvas, absolute, in canvas pixels; the top left corner of the step's card. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Ports that the user asked to see although they are not in use: printed paths, relative to the step. */
export interface Pins {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

export interface Note {
  readonly id: string;
  readonly text: string;
  readonly place: Place;
  readonly size: { readonly width: number; readonly height: number };
}

/** What is remembered for one target (`local` or `aws:PROFILE:REGION`). */
export interface TargetSettings {
  readonly roleArn?: string;
}

export interface DocumentSettings {
  readonly targets: Readonly<Record<string, TargetSettings>>;
  readonly target?: string;
  readonly maxParallelSteps?: number;
  /** What parameters are simulated with instead of their defaults: texts as typed, by parameter. */
  readonly simulatedValues?: Readonly<Record<string, string>>;
}

/**
 * All that is saved of one pipeline. `definition` is what SageMaker gets; everything else is ours and never leaves with it.
 * `layout`, `pins` and `samples` are kept by step name.
 */
export interface PipelineDocument {
  readonly id: string;
  /** The pipeline's name: 1-256 of `[a-zA-Z0-9](-*[a-zA-Z0-9])*`. */
  readonly name: string;
  readonly definition: ObjectValue;
  readonly layout: Readonly<Record<string, Place>>;
  readonly pins: Readonly<Record<string, Pins>>;
  readonly notes: readonly Note[];
  readonly settings: DocumentSettings;
  readonly samples: Readonly<Record<string, Value>>;
}

/** The definition of a blank pipeline. */
export const blankDefinition: ObjectValue = { Version: "2020-12-01", Metadata: {}, Parameters: [], Steps: [] };

export function createDocument(id: string, name: string, definition: ObjectValue = blankDefinition): PipelineDocument {
  return { id, name, definition, layout: {}, pins: {}, notes: [], settings: { targets: {} }, samples: {} };
}
