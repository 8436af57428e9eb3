/** The whole pipeline as lines to read: every step, and under it each of its edges as a sentence. */

import { saidOutput } from "../../pipeline/card/ports";
import { lookup } from "../../pipeline/definition/byName";
import { type Edge, edgeId, type Graph, type Reason } from "../../pipeline/graph/deriveGraph";
import { stepTypeOf } from "../../pipeline/steps";

export interface StepRow {
  readonly kind: "step";
  readonly id: string;
  readonly key: string;
  readonly type: string;
  readonly typeLabel: string;
  /** 1 at the top, 2 inside a container … */
  readonly level: number;
  /** Whether edges or steps lie under it. */
  readonly hasMore: boolean;
}

export interface EdgeRow {
  readonly kind: "edge";
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** "reads Preprocess train_path in Arguments.bucket". */
  readonly sentence: string;
  /** The field that reads, null where the edge is of another kind. */
  readonly field: string | null;
  readonly level: number;
}

export type OutlineRow = StepRow | EdgeRow;

/** The rows in document order; those under a step of `folded` are left out. */
export function outlineRows(graph: Graph, folded: ReadonlySet<string>): readonly OutlineRow[] {
  const containers = new Set(graph.steps.map(({ parent }) => parent));
  const hidden = new Set<string>();
  return graph.steps.flatMap((entry): OutlineRow[] => {
    const { key, type, parent } = entry;
    const level = entry.depth + 1;
    if (parent !== null && (hidden.has(parent) || folded.has(parent))) {
      hidden.add(key);
      return [];
    }
    const edges = graph.into.get(key) ?? [];
    const typeLabel = stepTypeOf(type).label;
    const hasMore = edges.length > 0 || containers.has(key);
    const step: StepRow = { kind: "step", id: `step ${key}`, key, type, typeLabel, level, hasMore };
    return folded.has(key) ? [step] : [step, ...edges.flatMap((edge) => edgeRows(edge, level + 1))];
  });
}

function edgeRows(edge: Edge, level: number): EdgeRow[] {
  const { from, to } = edge;
  return edge.reasons.map((reason, index) => ({
    kind: "edge",
    id: `edge ${edgeId(edge)} ${index}`,
    from,
    to,
    sentence: inWords(from, reason),
    field: reason.kind === "data" ? reason.field : null,
    level,
  }));
}

const afterWords: Readonly<Record<string, string>> = {
  Completed: "",
  Failed: " when it failed",
  Stopped: " when it stopped",
  Any: " however it ends",
};

/** What an edge says of the step that it leads to; `from` is the step that it comes from. */
export function inWords(from: string, reason: Reason): string {
  switch (reason.kind) {
    case "data":
      return `reads ${from} ${saidOutput(reason.output)} in ${reason.field}`;
    case "order":
      return `runs after ${from}${lookup(afterWords, reason.trigger) ?? ` (${reason.trigger})`}`;
    case "branch":
      return `in ${reason.label} of ${from}`;
    case "each":
      return `once for each item of ${from}`;
  }
}
