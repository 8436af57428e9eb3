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

/** The first start of an execution, or a retry. */
export interface Attempt {
  readonly startedAt: number;
  readonly stoppedAt: number | null;
  readonly token: string | null;
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
