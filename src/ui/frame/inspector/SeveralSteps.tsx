import Button from "@cloudscape-design/components/button";
import { deleteSteps } from "../../../editor/commands/steps/deleteSteps";
import { duplicate } from "../../../editor/commands/steps/duplicate";
import { entryOf } from "../../kit/inspectedStep";
import { StepIcon } from "../../kit/StepIcon";
import { useRun } from "../../kit/useCommands";
import { useEditor, useEditorState } from "../../kit/useWorkspace";

/** Several steps: which, and what can be done with all of them. */
export function SeveralSteps({ keys }: { readonly keys: readonly string[] }) {
  const run = useRun();
  const readOnly = useEditorState((state) => state.readOnly);
  return (
    <>
      <div className="sw-inspector-head">
        <div className="sw-inspector-title">
          <h2>{keys.length} steps</h2>
          <p>Choose one to see its fields.</p>
        </div>
      </div>
      <ul className="sw-steps" aria-label="Selected steps">
        {keys.map((key) => (
          <SelectedStep key={key} stepKey={key} />
        ))}
      </ul>
      <div className="sw-several-buttons">
        <Button disabled={readOnly} onClick={() => run(duplicate, { steps: keys })}>
          Duplicate
        </Button>
        <Button disabled={readOnly} onClick={() => run(deleteSteps, { steps: keys })}>
          Delete
        </Button>
      </div>
    </>
  );
}

function SelectedStep({ stepKey }: { readonly stepKey: string }) {
  const editor = useEditor();
  const type = useEditorState((state) => entryOf(state, stepKey)?.type ?? "");
  return (
    <li>
      <StepIcon type={type} size={18} />
      <button type="button" className="sw-link-button" onClick={() => editor.reveal(stepKey)}>
        {stepKey}
      </button>
      <span className="sw-kind">{type}</span>
    </li>
  );
}
