import type { ObjectValue, Value } from "../definition/value";
import type { ApiModel } from "./model";

export type Category =
  | "Data processing"
  | "Training"
  | "Models and endpoints"
  | "Logic"
  | "Integrations"
  | "Monitoring"
  | "Other";

/** The order of the palette's groups. */
export const categories: readonly Category[] = [
  "Data processing",
  "Training",
  "Models and endpoints",
  "Logic",
  "Integrations",
  "Monitoring",
  "Other",
];

/**
 * Keys beside `Arguments` that several types have. Name, Type, DependsOn, DisplayName and Description may always stand there, and what a
 * type alone has is a field of its own.
 */
export type EnvelopeKey =
  | "RetryPolicies"
  | "CacheConfig"
  | "PropertyFiles"
  | "OutputParameters"
  | "FunctionArn"
  | "SqsQueueUrl";

/** A place in a container step where other steps lie. */
export interface Slot {
  /** The key below `Arguments`, e.g. `IfSteps`. */
  readonly key: string;
  /** What the port that leads there says: True, False, Each. */
  readonly label: string;
  /** The reason of the edge from the container to what lies here. */
  readonly edge: "branch" | "each";
  /** The types that SageMaker refuses here, with its reason. */
  readonly refuses: readonly string[];
}

/** A field that only the step's own type knows of: `FunctionArn`, `SqsQueueUrl`, a Condition's rules. */
export interface OwnField {
  /** Printed path relative to the step, e.g. `FunctionArn`. */
  readonly path: string;
  readonly label: string;
  readonly kind: "string" | "integer" | "boolean" | "json";
  /** The values that SageMaker knows for a text. */
  readonly enum?: readonly string[];
  readonly required: boolean;
  /** SageMaker takes only a literal here. */
  readonly literalOnly: boolean;
  readonly documentation: string;
  /** The inspector has a form of its own for what stands here. */
  readonly form?: OwnForm;
}

/** Conditions as sentences; a loop's items, its pace, the iteration that is selected; the steps whose outputs are deleted. */
export type OwnForm = "conditions" | "items" | "pace" | "selector" | "sources";

/**
 * What `Arguments` is:
 * `request`: the request shape of the API model; `open`: a flat map whose keys the author names, each a scalar (Lambda, Callback),
 * or whatever is there (unknown types); `own`: the shapes of `ownModel` (Condition, ForEach, Fail).
 */
export type ArgumentsForm = "request" | "open" | "own";

/** What the outputs of a type are: members of the API response, declared output parameters, `ownOutputs` alone, or none. */
export type OutputsForm = "response" | "declared" | "own" | "none";

export interface OwnOutput {
  /** Path behind `Steps.NAME.`, e.g. `Outcome`. */
  readonly path: string;
  readonly kind: "string" | "integer" | "float" | "boolean" | "structure";
}

/** Members of one structure that exclude each other: one is given, not two. The inspector draws them as a choice. */
export interface Choice {
  /** Printed path of the structure, relative to the step; `[]` for each element of a list. */
  readonly at: string;
  readonly members: readonly string[];
  /** SageMaker needs one of them. */
  readonly required: boolean;
  /** Other members that go with one of these alone: an EMR step's `ExecutionRoleArn` with `ClusterId`. */
  readonly with?: Readonly<Record<string, readonly string[]>>;
  /** How members begin: one that is chosen, and what it cannot be without (the `Type` beside a Lineage association's `Name`). */
  readonly begins?: Readonly<Record<string, Value>>;
}

/** The AWS SDK client that a type's shapes come from, where it is not that of SageMaker. */
export type ApiClient = "athena" | "bedrock" | "emr" | "emr-serverless";

/** A list in the step whose elements give outputs their names. */
export interface NamedList {
  /** Printed path of the list, relative to the step. */
  readonly at: string;
  /** The member of each element that holds the name. */
  readonly name: string;
  /** True where the service knows names that the step does not say (the metrics of a built-in algorithm). */
  readonly more?: boolean;
}

/** Everything Stepwire knows of one step type. One file per type; the palette, the inspector, the ports and the checks derive from it. */
export interface StepType {
  /** The exact `Type` string of the definition. */
  readonly type: string;
  readonly label: string;
  readonly category: Category;
  /** The name of its picture in `card/icons`, without `.svg`: that of its own file. */
  readonly icon: string;
  /** One sentence for the palette and the docs table. */
  readonly summary: string;
  /** AWS's own page about the step. */
  readonly documentation: string;
  /** What people call it beside its label, for the palette's search: "if branch gate". */
  readonly alsoCalled?: string;
  readonly argumentsForm: ArgumentsForm;
  readonly outputsForm: OutputsForm;
  /** What it declares is what a Lambda handler returns, and can be read from its code. */
  readonly outputsFromCode?: boolean;
  /** Shape names in the AWS SDK, and the request's members that Pipelines drops or forbids. */
  readonly api: {
    readonly request: string | null;
    readonly response: string | null;
    readonly dropped: readonly string[];
    /** Those of them that the service refuses by name; the others it takes, and ignores or uses as a prefix. */
    readonly refused?: readonly string[];
    /** Members that the service does not require although the API does (a serverless Training has no AlgorithmSpecification). */
    readonly optional?: readonly string[];
    /** Members that the service requires where another one is not given. */
    readonly requiredWithout?: Readonly<Record<string, readonly string[]>>;
    readonly client?: ApiClient;
    /** The shapes are a guess at what the service takes: they help to fill in the form, and nothing that departs from them is wrong. */
    readonly hint?: true;
  };
  /** The shapes of `Arguments` where `argumentsForm` is `own`. */
  readonly ownModel?: ApiModel;
  readonly envelope: readonly EnvelopeKey[];
  /** The errors that a retry policy can name, where they are not all that there are. */
  readonly retryErrors?: readonly string[];
  /** SageMaker refuses a policy that names others; elsewhere it has no effect. */
  readonly refusesOtherRetryErrors?: true;
  /** The members of the request by which a cached result is found. */
  readonly cachedBy?: readonly string[];
  /** The smallest useful draft: all keys behind Name and Type, in the order in which they are written. */
  readonly create: () => Readonly<Record<string, Value>>;
  /**
   * Fields shown as ports without being in use: printed paths relative to the step, `[]` for each element of a list that is there
   * (`Arguments.InputDataConfig[].DataSource.S3DataSource.S3Uri`), `['*']` for each key that a map has (`Arguments['*']`).
   */
  readonly inputPorts: readonly string[];
  /** Outputs shown as ports without being in use: paths behind `Steps.NAME.`; `['*']` for each named element of the step's own list. */
  readonly outputPorts: readonly string[];
  /**
   * Outputs that are addressed by a name which the step itself gives: from the output's path behind `Steps.NAME.` to the list in
   * the step that names its elements, and the member that holds the name
   * (`ProcessingOutputConfig.Outputs` → `Arguments.ProcessingOutputConfig.Outputs`, `OutputName`).
   */
  readonly namedLists?: Readonly<Record<string, NamedList>>;
  readonly ownFields?: readonly OwnField[];
  /** Fields inside `Arguments` that take no reference: printed paths, `[]` for each element of a list. */
  readonly literals?: readonly string[];
  /** Places that no wire fills, each with the sentence that says why: printed paths. */
  readonly unwired?: Readonly<Record<string, string>>;
  readonly ownOutputs?: readonly OwnOutput[];
  /** Outputs that hold JSON text into which a reference may go on: `JobConfigDocument.Model.Id`, read as a text. */
  readonly documents?: readonly string[];
  readonly choices?: readonly Choice[];
  /** It ends the execution, so nothing can follow it. */
  readonly endsExecution?: true;
  readonly slots: readonly Slot[];
  /** One line for the card: what the step says of itself, null where its ports say it all. */
  readonly sentence?: (step: ObjectValue) => string | null;
}

/** What most types have in common: they send a request of the API, offer what its description tells, and hold no steps. */
export const plainStep = {
  argumentsForm: "request",
  outputsForm: "response",
  envelope: [],
  slots: [],
} as const satisfies Partial<StepType>;

/** What Lambda and Callback have in common: they hand over keys that the author names, and declare what comes back. */
export const callStep = {
  argumentsForm: "open",
  outputsForm: "declared",
  api: { request: null, response: null, dropped: [] },
  envelope: ["CacheConfig", "OutputParameters"],
  inputPorts: ["Arguments['*']"],
  outputPorts: ["OutputParameters['*']"],
  namedLists: { OutputParameters: { at: "OutputParameters", name: "OutputName" } },
  slots: [],
} as const satisfies Partial<StepType>;
