import type { LineFlow } from "../../session/editorState";
import { runFlowsOf } from "./runFlows";
import type { ShownExecution } from "./shownExecution";
import { seenAt } from "./timeline/seenAt";

/** An execution as the canvas draws it: as it stands, or stood at the moment that a replay shows, with what went along its lines. */
export function drawnOf(shown: ShownExecution): { seen: ShownExecution; lines: ReadonlyMap<string, LineFlow> } {
  const seen = shown.moment === null ? shown : seenAt(shown, shown.moment);
  return { seen, lines: runFlowsOf(seen) };
}
