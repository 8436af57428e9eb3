import type { Overlay } from "../../pipeline/compare/overlay";
import type { PipelineDocument } from "../../pipeline/definition/document";
import type { ObjectValue } from "../../pipeline/definition/value";
import type { History } from "../../pipeline/history";
import type { Reading } from "../../pipeline/reading";
import type { ApiModels } from "../../pipeline/schema/model";
import type { WireSource } from "../../pipeline/wiring/wire";
import type { NewSteps } from "./toDo";

export interface EdgeEnds {
  readonly from: string;
  readonly to: string;
}

/** What is selected: steps by key, or one edge. Not part of the history. */
export interface Selection {
  readonly steps: readonly string[];
  readonly edge: EdgeEnds | null;
}

export type PanelTab = "problems" | "definition" | "simulation" | "executions";

export type NoticeKind = "info" | "success" | "warning" | "error";

/** A message that stays until it is dismissed or its time is over; may offer one thing to do. */
export interface Notice {
  readonly id: number;
  readonly kind: NoticeKind;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface SaveStatus {
  readonly state: "saved" | "saving" | "unsaved";
  /** It was deleted while it was open here, and can be kept. */
  readonly isDeleted?: boolean;
  /** Why it is not saved and what to do. */
  readonly reason?: string;
}

/** Asks canvas and inspector to show a step, or one of its fields; `count` grows so that asking twice is seen twice. */
export interface Reveal {
  readonly key: string;
  readonly path?: string;
  readonly count: number;
}

/** `NotRun`: in a simulation, a step that never comes to run. */
export type StepStatus =
  | "Starting"
  | "Executing"
  | "Stopping"
  | "Stopped"
  | "Failed"
  | "Succeeded"
  | "Waiting"
  | "NotRun";

export interface StepRun {
  readonly status: StepStatus;
  readonly failureReason?: string;
  readonly outcome?: "True" | "False";
  /** What decided: a condition's comparisons, why a step does not run. */
  readonly why?: string;
  /** The name of the run that waits for an answer: the step's own, or an iteration's. */
  readonly asks?: string;
  /** When it began and when it ended, in milliseconds since 1970; of one that still runs in a replay, up to the moment that is shown. */
  readonly started?: number;
  readonly ended?: number;
  /** How it went in the execution that this one is compared with. */
  readonly beside?: string;
  /** More than one. */
  readonly attempts?: number;
  /** An earlier result was found and taken. */
  readonly reused?: true;
  /** Nothing ran: it is what a simulation says of the step. */
  readonly simulated?: boolean;
}

/** What a run failed of. */
export interface RunFailure {
  /** The run's name: of a ForEach's body `<body>-<index>`. */
  readonly name: string;
  /** The step's key. */
  readonly key: string;
  /** Null where nobody told. */
  readonly reason: string | null;
}

/** The execution that is shown on the canvas; statuses join the steps by name. */
export interface RunView {
  readonly executionArn: string;
  readonly status: string;
  /** The definition that runs, as it was when it started; null while it is not known. */
  readonly definition: ObjectValue | null;
  readonly steps: ReadonlyMap<string, StepRun>;
  /** By the line's id. */
  readonly lines: ReadonlyMap<string, LineFlow>;
  /** The step that failed first, once one has. */
  readonly failure: RunFailure | null;
}

/** What went along a line in a simulation or an execution. */
export interface LineFlow {
  /** False where nothing goes: the branch that is not taken, a step that does not run. */
  readonly flows: boolean;
  /** The value, shortened, in the place of the line's label; null: the label stays. */
  readonly label: string | null;
  /** The value in full. */
  readonly value: string | null;
}

/** The simulation that is shown on the canvas while its tab is open; it stands before an execution's statuses. */
export interface SimulationView {
  /** By the step's key. */
  readonly steps: ReadonlyMap<string, StepRun>;
  /** By the line's id. */
  readonly lines: ReadonlyMap<string, LineFlow>;
}

/** What was typed as the definition and does not stand in the document: it does not parse, or the document changed meanwhile. */
export interface DefinitionDraft {
  readonly text: string;
  /** The definition that it was written over. */
  readonly over: ObjectValue;
}

/** A step that was added after another one: a wire between them is proposed. */
export interface Proposal {
  readonly from: string;
  readonly to: string;
}

export interface EditorState {
  /** The present document; the same object as `history.present`. */
  readonly document: PipelineDocument;
  readonly history: History<PipelineDocument>;
  readonly selection: Selection;
  readonly readOnly: boolean;
  /** Why, as a sentence, where it is. */
  readonly readOnlyBecause: string;
  /** The API models of the types that are present; a type's fields are unknown until its model is here. */
  readonly models: ApiModels;
  /** What is derived of the document, with its problems; null until the rules are here, and while a large document is first read. */
  readonly reading: Reading | null;
  /** Steps that were added here, and not checked since. */
  readonly newSteps: NewSteps;
  /** What was looked for last, and which of what was found is shown; `marked` while the canvas marks it. */
  readonly search: { readonly wanted: string; readonly at: number; readonly marked: boolean } | null;
  /** Until the document changes. */
  readonly proposal: Proposal | null;
  readonly draft: DefinitionDraft | null;
  readonly panel: PanelTab | null;
  readonly revealed: Reveal | null;
  readonly notices: readonly Notice[];
  readonly announcement: { readonly text: string; readonly count: number };
  readonly save: SaveStatus;
  readonly run: RunView | null;
  readonly simulation: SimulationView | null;
  /** What differs between the two versions that the document holds over each other; null in all others. */
  readonly comparison: Overlay | null;
  /** The parameter or variable that is dragged from its list. */
  readonly dragged: WireSource | null;
  /** The edge whose chip or row the pointer is over, in the inspector or the problems. */
  readonly hoveredEdge: EdgeEnds | null;
}
