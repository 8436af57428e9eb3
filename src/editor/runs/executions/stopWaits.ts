/** What an execution that stops still waits for: SageMaker ends neither a Lambda function nor a callback from outside (StopPipelineExecution). */
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import { runOfType } from "../../../pipeline/steps/runs";
import { bodyStepOf } from "./runView";
import type { ShownExecution } from "./shownExecution";

/** One sentence for each step; none where the execution does not stop. */
export function stopWaits({ execution, steps, definition }: ShownExecution): readonly string[] {
  if (execution?.status !== "Stopping") return [];
  const byKey = definition === null ? null : stepsByKey(definition);
  return steps
    .filter(({ ended }) => ended === null)
    .map(({ name }) => {
      const key = (definition === null ? null : bodyStepOf(name, definition)) ?? name;
      const { endsByAnswer, runsToItsEnd } = runOfType(byKey?.get(key)?.type ?? "");
      if (endsByAnswer === true) return `${name} waits for its answer: approve or reject it, then the execution stops.`;
      return runsToItsEnd === true ? `${name} runs to its end, which nobody can hasten.` : `${name} is being stopped.`;
    });
}
