/** Which steps of a pipeline may be run without the others, as SageMaker's selective execution takes them. */
import type { Edge, Graph } from "./deriveGraph";
import { downstreamOf, upstreamOf } from "./order";

/** A step that is missing between two selected ones. */
export interface Gap {
  readonly step: string;
  readonly from: string;
  readonly to: string;
}

/** "All step(s) in all path(s) between two selected steps should be included" (API SelectiveExecutionConfig): those that are not. */
export function gapsBetween(graph: Graph, selected: ReadonlySet<string>): readonly Gap[] {
  const within = (keys: ReadonlySet<string>, but: string) => [...keys].find((key) => key !== but && selected.has(key));
  return graph.steps.flatMap(({ key, slot }) => {
    if (selected.has(key) || slot === "ForEachBody") return [];
    const from = within(upstreamOf(graph, key), key);
    const to = within(downstreamOf(graph, key), key);
    return from === undefined || to === undefined ? [] : [{ step: key, from, to }];
  });
}

/** The steps that one waits for by their success, and that are not selected: their results come from an earlier execution. */
export function neededBefore(graph: Graph, step: string, selected: ReadonlySet<string>): readonly string[] {
  const edges = graph.into.get(step) ?? [];
  return edges.filter((edge) => !selected.has(edge.from) && needsSuccess(edge)).map(({ from }) => from);
}

function needsSuccess({ reasons }: Edge): boolean {
  return reasons.some((reason) => reason.kind !== "order" || reason.trigger === "Completed");
}

/** The steps that can be selected in place of those given: a step of a loop's body runs with its ForEach alone. In document order. */
export function selectable(graph: Graph, keys: readonly string[]): readonly string[] {
  const chosen = new Set(keys.map((key) => loopAround(graph, key)));
  return graph.keys.filter((key) => chosen.has(key));
}

/** The given steps with all that come after them. */
export function fromThere(graph: Graph, keys: readonly string[]): readonly string[] {
  const chosen = selectable(graph, keys);
  return selectable(graph, [...chosen, ...chosen.flatMap((key) => [...downstreamOf(graph, key)])]);
}

function loopAround(graph: Graph, key: string): string {
  const entry = graph.byKey.get(key);
  return entry?.slot === "ForEachBody" && entry.parent !== null ? entry.parent : key;
}
