import type { EditorState } from "../../session/editorState";
import { named } from "../words";

/** The steps that a command means: those of its place, else those that are selected. */
export type ChosenSteps = { readonly steps: readonly string[] } | undefined;

export function chosen({ selection }: EditorState, args: ChosenSteps): readonly string[] {
  return args?.steps ?? selection.steps;
}

/** "Delete Train", "Delete 3 steps"; "Delete what is selected" where nothing is. */
export function verbWith(verb: string, state: EditorState, args: ChosenSteps): string {
  const keys = chosen(state, args);
  return `${verb} ${keys.length === 0 ? "what is selected" : named(keys)}`;
}

export function anyChosen(state: EditorState, args: ChosenSteps): true | string {
  return chosen(state, args).length > 0 || "No step is selected.";
}
