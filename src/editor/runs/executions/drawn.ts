import type { LineFlow } from "../../session/editorState";
import { lengthOf } from "./compare/compareRuns";
import { runFlowsOf } from "./runFlows";
import type { ShownExecution } from "./shownExecution";
import { seenAt } from "./timeline/seenAt";

interface Drawn {
  readonly seen: ShownExecution;
  readonly lines: ReadonlyMap<string, LineFlow>;
  /** By the step's name in the list: how it went in the other one. */
  readonly beside?: ReadonlyMap<string, string>;
}

/**
 * An execution as the canvas draws it: as it stands, or stood at the moment that a replay shows, with what went along its lines, and how the
 * steps went in the one that it is compared with.
 */
export function drawnOf(shown: ShownExecution, compared: ShownExecution | null): Drawn {
  const seen = shown.moment === null ? shown : seenAt(shown, shown.moment);
  const drawn = { seen, lines: runFlowsOf(seen) };
  return compared === null ? drawn : { ...drawn, beside: wordsOf(compared) };
}

/** `Failed, 1.2 s` */
function wordsOf({ steps }: ShownExecution): ReadonlyMap<string, string> {
  return new Map(
    steps.map((step) => {
      const took = lengthOf(step);
      return [step.name, took === null ? step.status : `${step.status}, ${(took / 1000).toFixed(1)} s`];
    }),
  );
}
