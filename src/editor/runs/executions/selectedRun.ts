/** What has to be settled before some steps run without the others. */
import type { Execution } from "../../../contract/executions";
import { isFinished } from "../../../contract/finished";
import type { Target } from "../../../contract/target";
import type { ObjectValue } from "../../../pipeline/definition/value";
import { deriveGraph } from "../../../pipeline/graph/deriveGraph";
import { gapsBetween, neededBefore, selectable } from "../../../pipeline/graph/selectedSteps";
import type { ExecutionCalls } from "./calls";

/** As many as the service takes at once (API SelectiveExecutionConfig). */
export const mostSelected = 50;

export interface SelectionStanding {
  /** In document order. */
  readonly steps: readonly string[];
  /** Steps that lie between them, with a sentence about the first. */
  readonly gaps: readonly string[];
  readonly gapInWords: string | null;
  /** The steps before them whose results they take from an earlier execution. */
  readonly needed: readonly string[];
}

export function standingOf(definition: ObjectValue, chosen: readonly string[]): SelectionStanding {
  const graph = deriveGraph(definition);
  const steps = selectable(graph, chosen);
  const selected = new Set(steps);
  const gaps = gapsBetween(graph, selected);
  const [gap] = gaps;
  return {
    steps,
    gaps: gaps.map(({ step }) => step),
    gapInWords:
      gap === undefined ? null : `${gap.step} lies on the way from ${gap.from} to ${gap.to}: it has to run too.`,
    needed: [...new Set(steps.flatMap((step) => neededBefore(graph, step, selected)))],
  };
}

/** An execution that results could be taken from. */
export interface Source {
  readonly execution: Execution;
  /** The needed steps that did not succeed in it. */
  readonly missing: readonly string[];
}

/** How many of the newest executions are looked at. */
const mostSources = 10;

/** The newest executions that have ended, each with what it lacks. */
export async function sourcesFor(
  calls: Pick<ExecutionCalls, "listPipelines" | "listExecutions" | "listSteps">,
  target: Target,
  pipeline: string,
  needed: readonly string[],
): Promise<readonly Source[]> {
  const there = await calls.listPipelines({ target, prefix: pipeline });
  if (!there.ok || !there.value.pipelines.some(({ name }) => name === pipeline)) return [];
  const listed = await calls.listExecutions({ target, pipeline });
  if (!listed.ok) return [];
  const ended = listed.value.executions.filter(({ status }) => isFinished(status)).slice(0, mostSources);
  return Promise.all(
    ended.map(async (execution) => {
      const steps = await calls.listSteps({ target, executionArn: execution.arn });
      const succeeded = new Set(
        (steps.ok ? steps.value.steps : []).filter(({ status }) => status === "Succeeded").map(({ name }) => name),
      );
      return { execution, missing: needed.filter((step) => !succeeded.has(step)) };
    }),
  );
}
