import type { Line } from "../../../pipeline/card/lines";

/** What a line's colour says. */
export function toneOf({ reason }: Line): "plain" | "true" | "false" | "failed" {
  if (reason.kind === "branch") return reason.slot === "IfSteps" ? "true" : "false";
  if (reason.kind === "order" && reason.trigger === "Failed") return "failed";
  return "plain";
}

/** True for a line between two steps that follow each other in a cycle. */
export function joinsCycle(cycle: readonly string[], { from, to }: Line): boolean {
  const at = cycle.indexOf(from);
  return at >= 0 && cycle[(at + 1) % cycle.length] === to;
}
