/** What the canvas shows of an execution: a status for each step, joined by name. */
import type { Execution, StepRun as ListedStep } from "../../../contract/executions";
import { isFinished } from "../../../contract/finished";
import type { ObjectValue } from "../../../pipeline/definition/value";
import { listSteps, stepsByKey } from "../../../pipeline/graph/stepTree";
import type { RunView, StepRun, StepStatus } from "../../session/editorState";

const known: readonly StepStatus[] = ["Starting", "Executing", "Stopping", "Stopped", "Failed", "Succeeded"];

function statusOf(status: string): StepStatus {
  return known.find((one) => one === status) ?? "Executing";
}

/** The iteration that a step of a ForEach's body ran in is named `<body>-<index>`; null for a name that is a step's own. */
export function bodyStepOf(name: string, definition: ObjectValue): string | null {
  const steps = stepsByKey(definition);
  if (steps.has(name)) return null;
  const body = /^(.+)-\d+$/.exec(name)?.[1];
  return body !== undefined && steps.has(body) ? body : null;
}

/** Of several iterations the one to be told of: what still runs, else what failed. */
const weight: readonly StepStatus[] = ["Succeeded", "Stopped", "Failed", "Starting", "Stopping", "Executing"];

function heavier(left: StepRun | undefined, right: StepRun): StepRun {
  return left !== undefined && weight.indexOf(left.status) > weight.indexOf(right.status) ? left : right;
}

/**
 * Steps that were not reached are in no list of the service: while the execution goes on they wait, and when it is over they
 * did not run. `moment`: the one that a replay shows, in milliseconds since 1970; null for how it stands.
 * `beside`: what is to be said of the step in the execution that it is compared with.
 */
export function runViewOf(
  execution: Pick<Execution, "arn" | "status">,
  definition: ObjectValue | null,
  listed: readonly ListedStep[],
  moment: number | null = null,
  beside?: ReadonlyMap<string, string>,
): Omit<RunView, "lines" | "failure"> {
  const steps = new Map<string, StepRun>();
  for (const { name, status, failureReason, outcome, started, ended, attempts, cachedFrom, callbackToken } of listed) {
    const end = ended === null ? moment : Date.parse(ended);
    const run: StepRun = {
      status: statusOf(status),
      ...(started === null ? {} : { started: Date.parse(started) }),
      ...(end === null ? {} : { ended: end }),
      ...(attempts > 1 ? { attempts } : {}),
      ...(beside === undefined ? {} : { beside: beside.get(name) ?? "did not run" }),
      ...(cachedFrom === null ? {} : { reused: true }),
      ...(failureReason === null ? {} : { failureReason }),
      ...(callbackToken === null ? {} : { asks: name }),
      ...(outcome === "True" || outcome === "False" ? { outcome } : {}),
    };
    const body = definition === null ? null : bodyStepOf(name, definition);
    steps.set(body ?? name, body === null ? run : heavier(steps.get(body), run));
  }
  if (definition !== null) {
    const unreached = isFinished(execution.status) ? "NotRun" : "Waiting";
    for (const { key } of listSteps(definition)) if (!steps.has(key)) steps.set(key, { status: unreached });
  }
  return { executionArn: execution.arn, status: execution.status, definition, steps };
}
