import type { EditorState, StepRun } from "./editorState";

/** How a step stands on the canvas: in the simulation while one is shown, else in the execution that is followed. */
export function shownRun(
  { simulation, run }: Pick<EditorState, "simulation" | "run">,
  key: string,
  name: string,
): StepRun | undefined {
  return simulation === null ? run?.steps.get(name) : simulation.steps.get(key);
}
