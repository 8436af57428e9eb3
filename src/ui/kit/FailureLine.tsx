import "./FailureLine.css";
import { failureWords, showFailure } from "../../editor/runs/executions/openOnFailure";
import type { RunFailure } from "../../editor/session/editorState";
import { PlainButton } from "./PlainButton";
import { useEditor } from "./useWorkspace";

/** What a run failed of, first of all that is told of it. */
export const FailureLine = (props: { readonly failure: RunFailure }) => (
  <p className="sw-failure-line">
    <FailureLink {...props} />
  </p>
);

/** The same as a word among others: it leads to the step. */
export function FailureLink({ failure }: { readonly failure: RunFailure }) {
  const editor = useEditor();
  const words = failureWords(failure);
  return (
    <PlainButton
      look="link"
      className="sw-failure-link"
      title={`${words}\nShow ${failure.name}`}
      onClick={() => showFailure(editor, failure)}
    >
      {words}
    </PlainButton>
  );
}
