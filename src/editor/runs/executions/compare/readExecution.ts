import type { AppError } from "../../../../contract/appError";
import type { Target } from "../../../../contract/target";
import { parseDefinition } from "../../../../pipeline/definition/parse";
import type { ExecutionCalls } from "../calls";
import type { ShownExecution } from "../shownExecution";

type Calls = Pick<
  ExecutionCalls,
  "describeExecution" | "listSteps" | "definitionForExecution" | "parametersForExecution"
>;

/** All that is known of an execution as it stands now; the error where a part of it cannot be read. */
export async function readExecution(
  calls: Calls,
  arn: string,
  target: Target,
): Promise<ShownExecution | { readonly failed: AppError }> {
  const of = { target, executionArn: arn };
  const [described, listed, definition, parameters] = await Promise.all([
    calls.describeExecution(of),
    calls.listSteps(of),
    calls.definitionForExecution(of),
    calls.parametersForExecution(of),
  ]);
  if (!described.ok) return { failed: described.error };
  if (!listed.ok) return { failed: listed.error };
  if (!definition.ok) return { failed: definition.error };
  if (!parameters.ok) return { failed: parameters.error };
  const parsed = parseDefinition(definition.value.definition);
  return {
    ...{ arn, target, execution: described.value, steps: listed.value.steps, parameters: parameters.value.parameters },
    ...{ definition: parsed.ok ? parsed.value : null, error: null, stopping: false, moment: null },
  };
}
