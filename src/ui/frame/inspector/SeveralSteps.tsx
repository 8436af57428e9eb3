import Button from "@cloudscape-design/components/button";
import { clipSteps, pasteSteps } from "../../../pipeline/edits/pasteSteps";
import { removeSteps, withInside } from "../../../pipeline/edits/removeSteps";
import { stepNames } from "../../../pipeline/edits/stepNames";
import { entryOf } from "../../kit/inspectedStep";
import { StepIcon } from "../../kit/StepIcon";
import { useEditor, useEditorState } from "../../kit/useWorkspace";

/** Several steps: which, and what can be done with all of them. */
export function SeveralSteps({ keys }: { readonly keys: readonly string[] }) {
  const editor = useEditor();
  const readOnly = useEditorState((state) => state.readOnly);
  const duplicate = () => {
    const { document } = editor.store.getState();
    const before = stepNames(document.definition);
    const done = editor.edit(`Duplicate ${keys.length} steps`, pasteSteps(clipSteps(document, keys), { x: 32, y: 32 }));
    if (!done.ok) return;
    const now = stepNames(editor.store.getState().document.definition);
    editor.select([...now].filter((name) => !before.has(name)));
  };
  const remove = () => {
    const all = withInside(editor.store.getState().document, keys).size;
    if (editor.edit(`Delete ${all} steps`, removeSteps(keys)).ok) editor.announce(`${all} steps deleted.`);
  };
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
        <Button disabled={readOnly} onClick={duplicate}>
          Duplicate
        </Button>
        <Button disabled={readOnly} onClick={remove}>
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
