import type { Path } from "../definition/path";
import type { Recipe } from "../edits/edit";
import type { StepEntry } from "../graph/stepTree";
import type { Reference } from "../references/read";
import type { ApiModel } from "../schema/model";
import type { Place } from "../schema/place";
import type { StepType } from "../schema/stepType";
import type { Look, Visited } from "../schema/walk";
import type { Checked } from "./checked";
import type { Link } from "./link";
import type { Neighbours } from "./neighbours";

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
  /** All steps it is about, where that is more than one: the steps of a cycle. */
  readonly steps?: readonly string[];
  /** Where, relative to the step (or to the definition, where there is no step). */
  readonly at: Path;
  /** One sentence that a person understands, with the name of the thing. */
  readonly message: string;
  /** Why it is one, with its source. */
  readonly why: string;
  readonly fixes?: readonly Fix[];
}

/** One value somewhere in a step. The object is used again for the next value: what is kept of it must be copied. */
export interface Field extends Visited {
  readonly entry: StepEntry;
  readonly stepType: StepType;
}

/** Says something of the field that is looked at: of its place, where it names no other below it. */
export type Report = (statement: Statement & { readonly at?: Path }) => void;

/**
 * One rule, one file. What it is asked is chosen by what it needs to know:
 * `checkField` sees every value of a step in one walk that all rules share; `checkStep` sees one step and its API model alone;
 * `checkReference` sees every reference of a step, read once for all rules; `checkLinks` sees one step; both ask for what they need of
 * the rest. What these say is remembered until the step, or an answer that was given, changes. `checkDefinition` sees the whole and is
 * asked at every edit, so it reads what is remembered already.
 */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  /** Why this is a problem, in one or two sentences, with the source. */
  readonly why: string;
  readonly checkField?: (field: Field, report: Report) => void;
  /** What `checkField` looks at; all values, where it does not say. Of texts it says nothing of those that the API lists for their place. */
  readonly looksAt?: readonly Look[];
  /** The places that `checkField` can say something of; all, where it does not say. Decided once for each place. */
  readonly looksWhere?: (place: Place, look: Look) => boolean;
  /** The types of step that `checkStep` and `checkLinks` are for; all, where it does not say. */
  readonly types?: readonly string[];
  /** A key without which a step is of no interest to `checkStep` and `checkLinks`. */
  readonly withKey?: string;
  readonly checkStep?: (entry: StepEntry, model: ApiModel | null) => readonly Finding[];
  /** The kinds of reference that `checkReference` looks at; all, where it does not say. */
  readonly ofKinds?: readonly Reference["kind"][];
  readonly checkReference?: (link: Link, report: Report) => void;
  readonly checkLinks?: (entry: StepEntry, neighbours: Neighbours) => readonly Finding[];
  readonly checkDefinition?: (checked: Checked) => readonly Finding[];
}

/** Where a rule says something; code, severity and reason are the rule's, unless it says otherwise. */
export interface Position {
  readonly step: string | null;
  readonly steps?: readonly string[];
  readonly at: Path;
  readonly severity?: Severity;
  readonly why?: string;
}

/** What a rule says. */
export interface Said {
  readonly message: string;
  readonly fixes?: readonly Fix[];
}

/** The same, found out when somebody reads it: for what has to look at much, such as for a name that was meant. */
export interface SaidLater {
  readonly say: () => Said;
}

export type Finding = Position & (Said | SaidLater);
/** A finding whose place is known. */
export type Statement = Pick<Position, "severity" | "why"> & (Said | SaidLater);

export type { Checked, Surroundings } from "./checked";
