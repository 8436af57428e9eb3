import { lookup } from "../definition/byName";
import { printPath } from "../definition/path";
import type { ObjectValue } from "../definition/value";
import { type Edge, edgeId, type Graph, type Reason } from "../graph/deriveGraph";
import { shortOutputName } from "../references/propertyPath";
import { oncePerObject } from "../remember";
import { type FieldName, fieldName } from "../wiring/fieldName";

/** One line on the canvas: a reason of an edge, from a port to a port. */
export interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly reason: Reason;
  /** What stands on it, as short as tells it apart: `train → in0`, `on failure`, `True`; "" for order after success. */
  readonly label: string;
  /** Its accessible name: `Preprocess train_path to Train S3Uri`. */
  readonly said: string;
}

const triggers: Readonly<Record<string, string>> = {
  Completed: "",
  Failed: "on failure",
  Stopped: "on stop",
  Any: "always",
};

/** A trigger as people say it; "" for success, which needs no word. */
export function triggerLabel(trigger: string): string {
  return lookup(triggers, trigger) ?? trigger;
}

/** The lines of an edge, the same objects again while edge and step are unchanged. A field that reads one output twice has one line. */
export function linesOf(edge: Edge, graph: Graph): readonly Line[] {
  const step = graph.byKey.get(edge.to)?.step;
  return step === undefined ? [] : linesInto(edge, step);
}

const linesInto = oncePerObject(makeLines, keepLines);

/** The lines of before as far as they say the same: most edits of a step change none of its lines. */
function keepLines(before: readonly Line[], lines: readonly Line[]): readonly Line[] {
  return lines.map((line) => {
    const old = before.find(({ id }) => id === line.id);
    const isSame = old?.reason === line.reason && old.label === line.label && old.said === line.said;
    return isSame ? old : line;
  });
}

function makeLines(edge: Edge, step: ObjectValue): readonly Line[] {
  const made = new Map<string, Line>();
  for (const reason of edge.reasons) {
    const line = lineOf(edge, reason, step);
    if (!made.has(line.id)) made.set(line.id, line);
  }
  const lines = [...made.values()];
  const count = new Map<string, number>();
  for (const { said } of lines) count.set(said, (count.get(said) ?? 0) + 1);
  return lines.map((line) => ((count.get(line.said) ?? 0) > 1 ? { ...line, said: saidInFull(line) } : line));
}

function lineOf(edge: Edge, reason: Reason, step: ObjectValue): Line {
  const { from, to } = edge;
  const id = edgeId(edge);
  switch (reason.kind) {
    case "data": {
      const output = shortOutputName(reason.output);
      const field = fieldName(step, reason.path);
      return {
        id: `${id} ${reason.output} ${reason.field}`,
        from,
        to,
        reason,
        label: labelOf(reason.output, field),
        said: `${from} ${output} to ${to} ${field.label}`,
      };
    }
    case "order": {
      const label = triggerLabel(reason.trigger);
      return {
        id: `${id} order ${reason.trigger}`,
        from,
        to,
        reason,
        label,
        said: `${from} before ${to}${label === "" ? "" : `, ${label}`}`,
      };
    }
    default:
      return {
        id: `${id} ${reason.slot}`,
        from,
        to,
        reason,
        label: reason.label,
        said: `${from} ${reason.label} to ${to}`,
      };
  }
}

/**
 * An output and a field in the words that tell them from others: an element's name rather than its member, one word where both are called
 * the same. What a condition compares is called by its source already.
 */
function labelOf(output: string, { label, hint }: FieldName): string {
  const from = /\['([^']+)'\][^[]*$/.exec(output)?.[1] ?? shortOutputName(output);
  const to = hint ?? label;
  if (from === to) return from;
  return to.startsWith(`${from} `) ? to.slice(from.length + 1) : `${from} → ${to}`;
}

/** Where two lines between the same steps would be said alike: the whole output and the whole path of the field. */
function saidInFull({ from, to, reason, said }: Line): string {
  return reason.kind === "data" ? `${from} ${reason.output} to ${to} ${printPath(reason.path)}` : said;
}

/** What a line's colour says. */
export function toneOf({ reason }: Line): "plain" | "true" | "false" | "failed" {
  if (reason.kind === "branch") return reason.slot === "IfSteps" ? "true" : "false";
  if (reason.kind === "order" && reason.trigger === "Failed") return "failed";
  return "plain";
}
