import { useEffect } from "react";
import type { Surroundings } from "../../../editor/runs/executions/calls";
import {
  createExecutions,
  type Executions,
  type ExecutionsState,
} from "../../../editor/runs/executions/createExecutions";
import type { Editor } from "../../../editor/session/createEditor";
import { useClient } from "../../kit/useConnection";
import { useEditor } from "../../kit/useEditor";
import { useStorePart } from "../../kit/useStorePart";

const ofEditors = new WeakMap<Editor, Executions>();

const page: Surroundings = {
  later(run, milliseconds) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  isHidden: () => document.visibilityState === "hidden",
  onAttention(listener) {
    document.addEventListener("visibilitychange", listener);
    return () => document.removeEventListener("visibilitychange", listener);
  },
};

/** The executions of the document on the screen: the same for the panel, the dialogs and the strip. */
export function useExecutions(): Executions {
  const editor = useEditor();
  const client = useClient();
  let executions = ofEditors.get(editor);
  if (executions === undefined) {
    executions = createExecutions(editor, client, page);
    ofEditors.set(editor, executions);
  }
  return executions;
}

/** Stops following when the document is left. Called once, by what is there as long as the document is. */
export function useExecutionsWhileOpen(): void {
  const executions = useExecutions();
  useEffect(() => () => executions.close(), [executions]);
}

/** A part of what is known of the executions; renders again only when that part changes. */
export function useExecutionsState<T>(selector: (state: ExecutionsState) => T): T {
  const { store } = useExecutions();
  return useStorePart(store, selector);
}
