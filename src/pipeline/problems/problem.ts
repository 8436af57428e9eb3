import type { ApiModel, ApiModels } from "../api/model";
import type { Path } from "../definition/path";
import type { ObjectValue } from "../definition/value";
import type { Recipe } from "../edits/edit";
import type { Graph } from "../graph/deriveGraph";
import type { StepEntry } from "../graph/stepTree";

/** `error` only where a source says that SageMaker or its own SDK refuses it; `warning` where it is likely wrong; else `info`. */
export type Severity = "error" | "warning" | "info";

/** A cure: a named edit. */
export interface Fix {
  readonly label: string;
  readonly recipe: Recipe;
}

/** Something wrong or doubtful in a definition. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  /** Key of the step, null where it is not tied to one. */
  readonly step: string | null;
  /** Where, relative to the step (or to the definition, where there is no step). */
  readonly at: Path;
  /** One sentence that a person understands, with the name of the thing. */
  readonly message: string;
  /** Why it is one, with its source. */
  readonly why: string;
  readonly fixes?: readonly Fix[];
}

/** What a rule looks at. */
export interface Checked {
  readonly definition: ObjectValue;
  readonly graph: Graph;
  readonly models: ApiModels;
}

/**
 * One rule, one file. `checkStep` sees one step and its API model alone; what it says is remembered until one of them changes.
 * `checkDefinition` sees the whole and is asked at every edit, so it reads what is remembered already (analysis, graph).
 */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  /** Why this is a problem, in one or two sentences, with the source. */
  readonly why: string;
  readonly checkStep?: (entry: StepEntry, model: ApiModel | null) => readonly Finding[];
  readonly checkDefinition?: (checked: Checked) => readonly Finding[];
}

/** What a rule says of one place; code, severity and reason are the rule's, unless it says otherwise. */
export interface Finding {
  readonly step: string | null;
  readonly at: Path;
  readonly message: string;
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
}
