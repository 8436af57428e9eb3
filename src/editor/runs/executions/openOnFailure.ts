import type { PipelineDocument } from "../../../pipeline/definition/document";
import type { Editor } from "../../session/createEditor";
import type { RunFailure } from "../../session/editorState";
import { stepKeysOf } from "../../session/selectors";

/** Why a run failed, in a line: `AbaloneMSEFail: MSE > 5.5`. */
export function failureWords({ name, reason }: RunFailure): string {
  return reason === null ? `${name} failed.` : `${name}: ${reason}`;
}

/** Selects the step that failed and brings it into view, if the document (still) has it. */
export function showFailure(editor: Editor, { key }: RunFailure): void {
  if (stepKeysOf(editor.store.getState()).has(key)) editor.reveal(key);
}

/**
 * A run that failed opens on its reason. Who went on editing since it was shown (`begunOver`), or looks at another panel, is told of it
 * and keeps what they are at.
 */
export function openOnFailure(editor: Editor, failure: RunFailure, begunOver: PipelineDocument): void {
  const { document, panel, history } = editor.store.getState();
  const words = failureWords(failure);
  const isFree = document === begunOver && history.gesture === null && (panel === null || panel === "executions");
  const show = () => {
    editor.setPanel("executions");
    showFailure(editor, failure);
  };
  editor.announce(`The execution failed. ${words}`);
  if (isFree) show();
  else editor.notice("error", `The execution failed. ${words}`, { label: "Show", run: show });
}
