import type { StepRun } from "../../../contract/executions";
import type { ObjectValue } from "../../../pipeline/definition/value";
import type { RunFailure } from "../../session/editorState";
import { bodyStepOf } from "./runView";

type Ended = Pick<StepRun, "name" | "status" | "failureReason" | "ended">;

/** What an execution failed of: the step that failed first, and why. What failed after it may have failed of it. */
export function failureOf(steps: readonly Ended[], definition: ObjectValue | null): RunFailure | null {
  const endOf = ({ ended }: Ended) => (ended === null ? Number.POSITIVE_INFINITY : Date.parse(ended));
  const [first] = steps
    .filter(({ status }) => status === "Failed")
    .toSorted((left, right) => (endOf(left) < endOf(right) ? -1 : endOf(left) > endOf(right) ? 1 : 0));
  if (first === undefined) return null;
  const { name, failureReason } = first;
  const key = (definition === null ? null : bodyStepOf(name, definition)) ?? name;
  return { name, key, reason: failureReason === "" ? null : failureReason };
}
