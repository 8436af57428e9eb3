import type { Metadata } from "./values/metadata";
import type { TypePermissions } from "./values/permissions";
import type { OutputsOfRun } from "./values/sampleRequest";

/** A call of AWS that describes what a run has made. Its response is what other steps could refer to. */
export interface Described {
  readonly client: "sagemaker";
  /** As AWS calls it: `DescribeTrainingJob`. */
  readonly operation: string;
  /** The member of its request that says which. */
  readonly parameter: string;
  /** What that member takes of the ARN in the step's metadata. */
  readonly by: "name" | "arn";
}

/** Where AWS's console shows what a run has made. */
export interface ConsolePages {
  /** The page of the job, as the console's address has it. */
  readonly page: string;
  /** The log group below `/aws/sagemaker/`. */
  readonly logs: string;
}

/**
 * How a run comes to its end: `withOutputs`, as jobs do; `byComparing`, which chooses a branch; `withItsBody`, when the last of its
 * iterations has ended; `asFailed`, and the execution with it.
 */
export type RunEnd = "withOutputs" | "byComparing" | "withItsBody" | "asFailed";

/** What a run of one step type gives. Simulation, local region, server and executions derive from it. */
export interface RunsAs {
  readonly ends: RunEnd;
  /** What it is known to give when it succeeds. */
  readonly outputs: OutputsOfRun;
  /** What ListPipelineExecutionSteps says of it; null for a type of which nothing is known. */
  readonly metadata: Metadata | null;
  /** Null where no call describes it. */
  readonly describedBy: Described | null;
  /** Null where the console has no page of its own for it. */
  readonly console: ConsolePages | null;
  /** What the pipeline's role has to be allowed for it; null for a type of which nothing is known. */
  readonly asks: TypePermissions | null;
  /** Outputs that repeat where the request says to write to in S3: paths behind `Steps.NAME.`, `['*']` for each named element. */
  readonly writes: readonly string[];
  /** The execution variable that names its own job: it exists in steps of such types alone. */
  readonly jobVariable?: "TrainingJobName" | "ProcessingJobName";
  /** True where a stopped execution waits for its end. */
  readonly runsToItsEnd?: true;
  /** True where someone outside says that it has ended, by the token it was given. */
  readonly endsByAnswer?: true;
}

/** What most runs have in common: they end with outputs, no call describes them, the console has no page, and no output repeats its place. */
export const plainRun = {
  ends: "withOutputs",
  describedBy: null,
  console: null,
  writes: [],
} as const satisfies Partial<RunsAs>;

/** What SageMaker describes by the name it goes under: DescribeTrainingJob takes a TrainingJobName. */
export function describedByName(member: string): Described {
  return { client: "sagemaker", operation: `Describe${member}`, parameter: `${member}Name`, by: "name" };
}
