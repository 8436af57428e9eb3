/** What the local region remembers. Records are immutable and replaced whole; all moments are milliseconds since 1970. */
export const account = "111122223333";

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

export interface PipelineVersion {
  readonly id: number;
  readonly definition: string;
  readonly createdAt: number;
  /** Names that it goes by; without it none. */
  readonly aliases?: readonly string[];
  readonly displayName?: string;
  readonly description?: string;
}

export interface GivenParameter {
  readonly Name: string;
  readonly Value: string;
}

/** From a moment on, so many steps may run at a time. */
export interface ParallelLimit {
  readonly from: number;
  readonly maxParallel: number;
}

/** A run of a step whose result another execution takes over. Values as JSON text, so that numbers stay as they are written. */
export interface StoredRun {
  /** The name of the run: the step's own, or `<body>-<index>` in a ForEach. */
  readonly step: string;
  /** The ARN of its execution. */
  readonly from: string;
  readonly endedAt: number;
  readonly outcome: boolean | null;
  readonly outputs: readonly (readonly [path: string, json: string])[];
}

/** One that caching may take over. */
export interface ReusableRun extends StoredRun {
  /** Stands for the step's type and arguments. */
  readonly key: string;
}

/** One that a selective execution takes over in place of a step that was not selected. */
export interface CopiedRun extends StoredRun {
  readonly request: string;
  readonly envelope: string;
  readonly iteration: { readonly forEach: string; readonly index: number; readonly item: string } | null;
}

export interface Selection {
  readonly source: string | null;
  readonly steps: readonly string[];
  readonly copies: readonly CopiedRun[];
}

/** The end of a step that the region does not end by itself: someone answered a callback, or a handler returned. */
export interface StepAnswer {
  /** The name of the step's run. */
  readonly step: string;
  readonly at: number;
  /** What it gives, as texts; null where it failed. */
  readonly outputs: readonly GivenParameter[] | null;
  readonly failureReason: string | null;
  /** The ClientRequestToken, and what stands for the request behind it. */
  readonly token: string | null;
  readonly fingerprint: string;
}

/** The first start of an execution, or a retry. */
export interface Attempt {
  readonly startedAt: number;
  readonly stoppedAt: number | null;
  readonly token: string | null;
  readonly answers?: readonly StepAnswer[];
  /** Names of Lambda steps whose attached handler is run. */
  readonly handled?: readonly string[];
  /** What caching may take over: it had succeeded when the attempt began. */
  readonly reusable?: readonly ReusableRun[];
}

export interface ExecutionRecord {
  readonly id: string;
  readonly arn: string;
  readonly version: number;
  readonly createdAt: number;
  readonly displayName: string;
  readonly description: string | null;
  /** What the description said at the start, where it was changed since: the failures that it asked for stay asked for. */
  readonly firstDescription?: string | null;
  /** When UpdatePipelineExecution was last called; without it never. */
  readonly updatedAt?: number;
  /** Values of all parameters, defaults included, as texts. */
  readonly parameters: readonly GivenParameter[];
  /** What it began with; null for no limit. */
  readonly maxParallel: number | null;
  /** Limits that came later, oldest first. */
  readonly limits?: readonly ParallelLimit[];
  readonly stepSeconds: number;
  readonly token: string | null;
  /** The request behind the token: the same token with another request is a conflict. */
  readonly fingerprint: string;
  readonly attempts: readonly Attempt[];
  /** Of a selective execution. */
  readonly selection?: Selection;
}

export interface PipelineRecord {
  readonly region: string;
  readonly name: string;
  readonly arn: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly roleArn: string;
  readonly maxParallel: number | null;
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** Oldest first; the last is what DescribePipeline gives. */
  readonly versions: readonly PipelineVersion[];
  readonly executions: readonly ExecutionRecord[];
  readonly tags: readonly Tag[];
  readonly token: string | null;
  readonly fingerprint: string;
}

/** A deletion is remembered for its token: asked again, it gives the same answer. */
export interface Deletion {
  readonly token: string;
  readonly name: string;
  readonly arn: string;
}
