import type { AppError } from "../../../contract/appError";
import type { Execution, ParameterValue, StepRun } from "../../../contract/executions";
import type { Target } from "../../../contract/target";
import type { ObjectValue } from "../../../pipeline/definition/value";

/** One execution, as much of it as is known. */
export interface ShownExecution {
  readonly arn: string;
  readonly target: Target;
  readonly execution: Execution | null;
  readonly steps: readonly StepRun[];
  readonly parameters: readonly ParameterValue[] | null;
  readonly definition: ObjectValue | null;
  readonly error: AppError | null;
  /** True from the wish to stop it until the service says that it stops. */
  readonly stopping: boolean;
  /** The moment that the canvas shows in a replay, in milliseconds since 1970; null for how it stands. */
  readonly moment: number | null;
}
