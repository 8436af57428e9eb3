/**
 * What step caching takes over (developer guide, pipelines-caching): the result of the most recent successful run of the same step of the
 * same pipeline, with the same type and the same values of what the type is cached by, not older than `ExpireAfter`.
 */
import { createHash } from "node:crypto";
import { lookup } from "../pipeline/definition/byName";
import { serialise } from "../pipeline/definition/serialise";
import { get, getIn, text } from "../pipeline/definition/value";
import type { StepRun } from "../pipeline/simulate/engine/run";
import { stepTypeOf } from "../pipeline/steps";
import type { PipelineRecord, ReusableRun } from "./state/records";
import { storedRun } from "./storedRuns";
import type { Timeline } from "./timedStep";

/** How many executions back are looked at, and how many results one takes along. */
const mostExecutions = 20;
const mostRuns = 200;

/** The run whose result stands for that of `step` at a moment; null where it has to run. */
export function reusedRun(step: StepRun, reusable: readonly ReusableRun[], now: number): ReusableRun | null {
  if (reusable.length === 0 || !isCached(step)) return null;
  const oldest = now - expiry(text(getIn(step.entry.step, ["CacheConfig", "ExpireAfter"])));
  const key = keyOf(step);
  return reusable.findLast((run) => run.step === step.name && run.key === key && run.endedAt >= oldest) ?? null;
}

/**
 * What an execution of the pipeline may take over that begins now, oldest first. It is kept with the execution, so that where that stands
 * follows from its own record; a result that comes later is not looked for.
 */
export function reusableRuns(
  { executions }: Pick<PipelineRecord, "executions">,
  timelineOf: (execution: PipelineRecord["executions"][number]) => Timeline,
  now: number,
): readonly ReusableRun[] {
  const found = new Map<string, ReusableRun>();
  for (const execution of executions.slice(-mostExecutions)) {
    const before = execution.attempts.flatMap(({ reusable = [] }) => reusable);
    const own = timelineOf(execution).steps.flatMap((timed): ReusableRun[] => {
      const { end, endedAt, cachedFrom, copiedFrom } = timed;
      if (end.status !== "Succeeded" || endedAt > now || cachedFrom !== null || copiedFrom !== null) return [];
      return isCached(end) ? [{ ...storedRun(timed, execution.arn), key: keyOf(end) }] : [];
    });
    for (const run of [...before, ...own]) {
      const id = `${run.step}/${run.key}`;
      const other = found.get(id);
      if (other === undefined || other.endedAt <= run.endedAt) found.set(id, run);
    }
  }
  return [...found.values()].toSorted((one, other) => one.endedAt - other.endedAt).slice(-mostRuns);
}

/** Whether a step asks for caching, and its type knows it. */
function isCached({ entry }: StepRun): boolean {
  const isEnabled = getIn(entry.step, ["CacheConfig", "Enabled"]) === true;
  return isEnabled && stepTypeOf(entry.type).envelope.includes("CacheConfig");
}

function keyOf({ entry, request, envelope }: StepRun): string {
  const { cachedBy } = stepTypeOf(entry.type);
  const values = cachedBy === undefined ? [request] : cachedBy.map((member) => get(request, member) ?? null);
  // A check's configuration, a function and a queue stand beside the arguments; what only says how the step is run does not count.
  const beside = besides.map((member) => get(envelope, member) ?? null);
  const written = [entry.type, ...values.map(serialise), ...beside.map(serialise)].join("\n");
  return createHash("sha256").update(written).digest("hex").slice(0, 32);
}

const besides = [
  ...["FunctionArn", "SqsQueueUrl", "CheckType", "ModelPackageGroupName", "SkipCheck", "RegisterNewBaseline"],
  ...["SuppliedBaselineStatistics", "SuppliedBaselineConstraints"],
];

const day = 24 * 60 * 60 * 1000;
const calendar = { Y: 365 * day, M: 30 * day, W: 7 * day, D: day } as const;
const clock = { H: day / 24, M: day / 24 / 60, S: 1000 } as const;

/** An ISO 8601 duration in milliseconds, also as the guide writes it: `30d`, `T16m`, `30dT5h`. Without one nothing expires. */
function expiry(written: string | undefined): number {
  const [, days = "", hours = ""] = /^P?((?:\d+[YMWD])*)(?:T((?:\d+[HMS])+))?$/i.exec(written ?? "") ?? [];
  const sum = (parts: string, units: Readonly<Record<string, number>>) =>
    [...parts.matchAll(/(\d+)([A-Z])/gi)].reduce((all, [, count, unit = ""]) => {
      return all + Number(count) * (lookup(units, unit.toUpperCase()) ?? 0);
    }, 0);
  return sum(days, calendar) + sum(hours, clock) || Number.POSITIVE_INFINITY;
}
