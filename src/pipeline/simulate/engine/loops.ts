/** What a ForEach does around its iterations: its items, its end, what it gives. */
import { type Path, parsePath, printPath } from "../../definition/path";
import { get, getIn, isList, isNumber, type Value } from "../../definition/value";
import { readExpression } from "../../references/read";
import { type Outputs, outputAt, structureIn } from "../../steps/runs/values/outputs";
import { judge, verdictOf } from "./readiness";
import { failed, failureOf, type StepResult, succeeded, unresolvedReason } from "./result";
import type { Run, StepRun } from "./run";

/** The items that a ForEach goes over: a list, or the JSON text of one; null when it is neither, or empty. */
export function itemsOf(forEach: StepRun): readonly Value[] | null {
  const items = get(forEach.request, "IterableItems");
  const list = typeof items === "string" ? structureIn(items) : items;
  return isList(list) && list.length > 0 ? list : null;
}

/** Ends every ForEach of which no iteration is running or can still come. */
export function closeLoops(run: Run): Run {
  const loops = [...run.plan.bodies.keys()].flatMap((key) => {
    const loop = run.started.get(key);
    return loop?.status === "Executing" && isOver(run, loop) ? [loop] : [];
  });
  if (loops.length === 0) return run;
  const started = new Map(run.started);
  const waiting = new Map(run.waiting);
  for (const loop of loops) {
    for (const [name, step] of run.waiting) if (isChildOf(loop, step)) waiting.delete(name);
    const children = [...run.started.values()].filter((step) => isChildOf(loop, step));
    started.set(loop.name, { ...loop, ...loopResult(run, loop, children) });
  }
  const names = loops.map(({ name }) => name);
  return closeLoops(judge({ ...run, started, waiting }, names));
}

function isChildOf(loop: StepRun, step: Pick<StepRun, "iteration">): boolean {
  return step.iteration?.forEach === loop.name;
}

function isOver(run: Run, loop: StepRun): boolean {
  for (const step of run.started.values()) if (isChildOf(loop, step) && step.status === "Executing") return false;
  for (const step of run.waiting.values()) {
    if (isChildOf(loop, step) && verdictOf(run, step.name) !== "never") return false;
  }
  return true;
}

function loopResult(run: Run, loop: StepRun, children: readonly StepRun[]): StepResult {
  if (loop.unresolved.length > 0) return failed(unresolvedReason(loop.unresolved));
  const items = itemsOf(loop);
  if (items === null) return failed("ClientError: IterableItems is not a list of 1 to 100 items.");
  const failure = failureOf(run, loop);
  if (failure !== null) return failed(failure.reason);
  if (children.some(({ status }) => status === "Stopped")) {
    return {
      ...failed(""),
      status: "Stopped",
      failureReason: null,
      outputs: loopOutputs(run, loop, children, "Stopped"),
    };
  }
  const anyFailed = children.some(({ status }) => status === "Failed");
  const outputs = loopOutputs(run, loop, children, anyFailed ? "Failed" : "Succeeded");
  if (!anyFailed) return succeeded(outputs);
  return { ...failed("Step failure: One or multiple iterations failed"), outputs };
}

function loopOutputs(run: Run, loop: StepRun, children: readonly StepRun[], status: string): Outputs {
  const count = (wanted: string) => children.filter((child) => child.status === wanted).length;
  const outputs = new Map<string, Value>([
    ["Status", status],
    ["InputItemCount", itemsOf(loop)?.length ?? 0],
    ["TotalStepCount", children.length],
    ["SucceededStepCount", count("Succeeded")],
    ["FailedStepCount", count("Failed")],
    ["StoppedStepCount", count("Stopped")],
  ]);
  for (const child of children) {
    for (const [key, value] of child.outputs) {
      const path: Path = [
        "IterationOutputs",
        child.iteration?.index ?? 0,
        child.entry.key,
        ...(parsePath(key) ?? [key]),
      ];
      outputs.set(printPath(path), value);
    }
  }
  const selected = selectedChild(run, loop, children);
  for (const [key, value] of selected?.outputs ?? [])
    outputs.set(printPath(["Selected", ...(parsePath(key) ?? [key])]), value);
  return outputs;
}

/** The body step of the iteration that the Selector picks. */
function selectedChild(_run: Run, loop: StepRun, children: readonly StepRun[]): StepRun | null {
  const selector = getIn(loop.entry.step, ["Arguments", "Selector"]);
  const field = readExpression(get(selector, "Field"));
  if (field?.kind !== "get" || field.reference.kind !== "iterationOutput") return null;
  const { step, segments } = field.reference;
  const sign = get(selector, "Pick") === "MinBy" ? -1 : 1;
  let best: { readonly child: StepRun; readonly worth: number } | null = null;
  for (const child of children) {
    if (child.entry.key !== step || child.status !== "Succeeded") continue;
    const value = outputAt(child.outputs, segments);
    const worth = isNumber(value) ? sign * Number(value) : Number.NEGATIVE_INFINITY;
    if (best === null || worth > best.worth) best = { child, worth };
  }
  return best?.child ?? null;
}
