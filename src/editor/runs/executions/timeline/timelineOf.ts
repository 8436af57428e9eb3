/** When the steps of an execution ran, what they waited for, and which of them the execution's length follows from. */
import type { StepRun } from "../../../../contract/executions";
import { append } from "../../../../pipeline/definition/shortList";
import { deriveGraph } from "../../../../pipeline/graph/deriveGraph";
import { bodyStepOf } from "../runView";
import type { ShownExecution } from "../shownExecution";

export interface Bar {
  /** In milliseconds since 1970; of one that still runs, `to` is now. */
  readonly from: number;
  readonly to: number;
  readonly runs: boolean;
  /** Since when it could have started, where it had to wait; null where it started at once. */
  readonly readyAt: number | null;
  /** It is on the path that the execution's length follows from. */
  readonly critical: boolean;
}

export interface Timeline {
  readonly from: number;
  readonly to: number;
  /** By the step's name in the execution's list. */
  readonly bars: ReadonlyMap<string, Bar>;
}

interface Run {
  readonly name: string;
  readonly key: string;
  /** `0` of `Score-0`; null outside a loop. */
  readonly index: string | null;
  readonly from: number;
  readonly to: number;
  readonly runs: boolean;
}

/** So long a service takes to go on; what waits longer waits for something. */
const atOnce = 1000;

/** Null while no step has started. */
export function timelineOf({ steps, definition, execution }: ShownExecution, now: number): Timeline | null {
  const runs = steps.flatMap((step) => runOf(step, definition, now));
  if (runs.length === 0) return null;
  const from = Math.min(
    ...runs.map((run) => run.from),
    momentOf(execution?.started ?? null) ?? Number.POSITIVE_INFINITY,
  );
  const to = Math.max(...runs.map((run) => run.to));
  const before = definition === null ? () => [] : precedingIn(runs, definition);
  const critical = criticalPath(runs, before);
  const patience = Math.min(atOnce, (to - from) / 50);
  const bars = runs.map((run) => {
    const ready = Math.max(from, ...before(run).map((other) => doneFor(other, run)));
    const readyAt = run.from - ready > patience ? ready : null;
    return [
      run.name,
      { from: run.from, to: run.to, runs: run.runs, readyAt, critical: critical.has(run.name) },
    ] as const;
  });
  return { from, to, bars: new Map(bars) };
}

function runOf(
  { name, started, ended }: StepRun,
  definition: ShownExecution["definition"],
  now: number,
): readonly Run[] {
  const from = momentOf(started);
  if (from === null) return [];
  const body = definition === null ? null : bodyStepOf(name, definition);
  const index = body === null ? null : name.slice(body.length + 1);
  const end = momentOf(ended);
  return [{ name, key: body ?? name, index, from, to: Math.max(from, end ?? now), runs: end === null }];
}

function momentOf(text: string | null): number | null {
  const moment = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(moment) ? null : moment;
}

/** When what comes before a run let it start: its end, of a loop that it runs in the start. */
function doneFor(before: Run, run: Run): number {
  return before.to <= run.from ? before.to : before.from;
}

/** The runs that a run depends on; of a loop's body those of the same iteration. */
function precedingIn(runs: readonly Run[], definition: NonNullable<ShownExecution["definition"]>) {
  const { into } = deriveGraph(definition);
  const byKey = new Map<string, Run[]>();
  for (const run of runs) byKey.set(run.key, append(byKey.get(run.key) ?? null, run));
  return (run: Run): readonly Run[] =>
    (into.get(run.key) ?? []).flatMap((edge) => {
      const all = byKey.get(edge.from) ?? [];
      const same = all.filter(({ index }) => index === run.index);
      return (same.length > 0 ? same : all).filter((other) => doneFor(other, run) <= run.from);
    });
}

/** From what ended last back to what let it start last, and so on. */
function criticalPath(runs: readonly Run[], before: (run: Run) => readonly Run[]): ReadonlySet<string> {
  const path = new Set<string>();
  let next = latest(runs, ({ to }) => to);
  while (next !== undefined && !path.has(next.name)) {
    const run = next;
    path.add(run.name);
    next = latest(before(run), (other) => doneFor(other, run));
  }
  return path;
}

function latest(runs: readonly Run[], momentIn: (run: Run) => number): Run | undefined {
  return runs.reduce<Run | undefined>(
    (last, run) => (last === undefined || momentIn(run) > momentIn(last) ? run : last),
    undefined,
  );
}
