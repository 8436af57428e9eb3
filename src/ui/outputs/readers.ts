import type { EditorState } from "../../editor/session/editorState";
import { graphOf } from "../../editor/session/selectors";

/** The steps that read an output of a step; `path` is what stands behind `Steps.NAME.`. */
export function readersOf(state: EditorState, stepKey: string, path: string): readonly string[] {
  const edges = graphOf(state).outOf.get(stepKey) ?? [];
  return edges
    .filter(({ reasons }) => reasons.some((reason) => reason.kind === "data" && reason.output === path))
    .map(({ to }) => to);
}
