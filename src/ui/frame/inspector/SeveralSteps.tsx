import "./SeveralSteps.css";
import Button from "@cloudscape-design/components/button";
import { deleteSteps } from "../../../editor/commands/steps/deleteSteps";
import { duplicate } from "../../../editor/commands/steps/duplicate";
import { SharedFields } from "../../form/SharedFields";
import { InspectorHead } from "../../kit/InspectorHead";
import { entryOf } from "../../kit/inspectedStep";
import { KindBadge } from "../../kit/KindBadge";
import { StepsItem, StepsList } from "../../kit/StepsList";
import { useRun } from "../../kit/useCommands";
import { useEditor, useEditorState } from "../../kit/useWorkspace";

/** Several steps: which, and what can be done with all of them. */
export function SeveralSteps({ keys }: { readonly keys: readonly string[] }) {
  const run = useRun();
  const readOnly = useEditorState((state) => state.readOnly);
  return (
    <>
      <InspectorHead title={`${keys.length} steps`} said="Choose one to see its fields." />
      <StepsList aria-label="Selected steps">
        {keys.map((key) => (
          <SelectedStep key={key} stepKey={key} />
        ))}
      </StepsList>
      <SharedFields keys={keys} />
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
    <StepsItem step={stepKey} type={type} onGo={() => editor.reveal(stepKey)}>
      <KindBadge kind={type} />
    </StepsItem>
  );
}
