import type { Samples } from "../definition/document";
import type { ObjectValue } from "../definition/value";
import type { Graph } from "../graph/deriveGraph";
import type { ApiModels } from "../schema/model";
import type { Producers } from "./references/producers";

/** What is known of a definition beside its text. */
export interface Surroundings {
  /** The pipeline's name. */
  readonly name?: string;
  /** Sample outputs, by step. */
  readonly samples?: Samples;
}

/** What a rule looks at. */
export interface Checked {
  readonly definition: ObjectValue;
  readonly graph: Graph;
  readonly models: ApiModels;
  readonly surroundings: Surroundings;
  /** What the steps produce. */
  readonly producers: Producers;
  /** At least as many characters as the text has. */
  readonly roughSize: number;
}
