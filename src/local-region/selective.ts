/** Selective execution: only some steps run, and the results of those before them come from an earlier execution. */
import { deriveGraph, type Graph } from "../pipeline/graph/deriveGraph";
import { upstreamOf } from "../pipeline/graph/order";
import { gapsBetween, neededBefore } from "../pipeline/graph/selectedSteps";
import type { Call } from "./call";
import { invalid } from "./errors";
import { type Input, optionalStructure, optionalText, requiredStructures, requiredText, violated } from "./input";
import { executionByArn } from "./lookup";
import { definitionOf, executionStatus, timelineFor } from "./progress";
import type { CopiedRun, PipelineRecord, PipelineVersion, Selection } from "./state/records";
import { copiedRun } from "./storedRuns";

const mostSteps = 50;

/** What a request selects, checked; undefined where it selects nothing. */
export function selectionIn(
  call: Call,
  input: Input,
  pipeline: PipelineRecord,
  version: PipelineVersion,
): Selection | undefined {
  const config = optionalStructure(input, "SelectiveExecutionConfig");
  if (config === undefined) return undefined;
  const graph = deriveGraph(definitionOf(version));
  const steps = selectedSteps(config, graph);
  const selected = new Set(steps);
  refuseGaps(graph, selected);
  const needed = steps.flatMap((step) => neededBefore(graph, step, selected));
  const source = optionalText(config, "SourcePipelineExecutionArn", "executionArn") ?? null;
  if (source === null) {
    if (needed.length === 0) return { source, steps, copies: [] };
    const dependent = steps.filter((step) => neededBefore(graph, step, selected).length > 0).join(", ");
    throw invalid(
      `Invalid SourcePipelineExecutionArn: null. The selected steps [${dependent}] have dependencies on [${[...new Set(needed)].join(", ")}]`,
    );
  }
  const copies = copiesFrom(call, source, pipeline, graph, selected);
  const missing = [...new Set(needed)].filter((step) => !copies.some((copy) => copy.step === step));
  if (missing.length > 0) {
    throw invalid(
      `Invalid SourcePipelineExecutionArn: ${source}. The steps [${missing.join(", ")}] did not succeed in it.`,
    );
  }
  return { source, steps, copies };
}

/** As answers have it; undefined for an execution of the whole pipeline. */
export function toldSelection(selection: Selection | undefined) {
  if (selection === undefined) return undefined;
  const { source, steps } = selection;
  return {
    ...(source !== null && { SourcePipelineExecutionArn: source }),
    SelectedSteps: steps.map((StepName) => ({ StepName })),
  };
}

function selectedSteps(config: Input, graph: Graph): readonly string[] {
  const asked = requiredStructures(config, "SelectedSteps", mostSteps);
  if (asked.length === 0) {
    throw violated("SelectedSteps", null, "Member must have length greater than or equal to 1");
  }
  const names = asked.map((one) => requiredText(one, "StepName"));
  for (const [index, name] of names.entries()) {
    const entry = graph.byKey.get(name);
    if (entry === undefined) throw invalid(`Selected step '${name}' is not a step of the pipeline.`);
    if (entry.slot === "ForEachBody") {
      throw invalid(`Selected step '${name}' runs with each item of ForEach step '${entry.parent}': select that one.`);
    }
    if (names.indexOf(name) !== index) throw invalid(`Selected steps must be unique. Duplicate step '${name}'.`);
  }
  return names;
}

function refuseGaps(graph: Graph, selected: ReadonlySet<string>): void {
  const [gap] = gapsBetween(graph, selected);
  if (gap === undefined) return;
  throw invalid(
    `The selected steps are not connected: step '${gap.step}' is on a path from '${gap.from}' to '${gap.to}'.`,
  );
}

/** What ran before the selected steps in the source, as far as it succeeded; a ForEach with its iterations. */
function copiesFrom(
  call: Call,
  source: string,
  pipeline: PipelineRecord,
  graph: Graph,
  selected: ReadonlySet<string>,
): readonly CopiedRun[] {
  const found = executionByArn(call, source);
  if (found.pipeline.arn !== pipeline.arn) {
    throw invalid(`Invalid SourcePipelineExecutionArn: ${source}. It is not an execution of ${pipeline.arn}.`);
  }
  const timeline = timelineFor(found);
  const status = executionStatus(timeline, call.now);
  if (status === "Executing" || status === "Stopping") {
    throw invalid(`Invalid SourcePipelineExecutionArn: ${source}. Its status is ${status}.`);
  }
  const before = new Set([...selected].flatMap((step) => [...upstreamOf(graph, step)]));
  return timeline.steps.flatMap((step) => {
    const key = step.end.iteration?.forEach ?? step.end.name;
    const isCopied = before.has(key) && !selected.has(key) && step.end.status === "Succeeded";
    return isCopied ? [copiedRun(step, source)] : [];
  });
}
