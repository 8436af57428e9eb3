import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import { renameStep } from "../../editor/commands/steps/renameStep";
import { problemsOfStep } from "../../editor/session/selectors";
import { startsWith } from "../../pipeline/definition/path";
import { whyNotRename } from "../../pipeline/graph/stepNames";
import { FieldBox } from "../kit/FieldBox";
import { FieldRefusal, ProblemList } from "../kit/FieldProblem";
import { useFieldIds } from "../kit/fieldIds";
import { entryOf, useInspectedStep } from "../kit/inspectedStep";
import { useRun } from "../kit/useCommands";
import { useEditor, useEditorState } from "../kit/useWorkspace";

/**
 * The step's name, with what speaks against a new one while it is typed. It is renamed when the field is left: every reference
 * follows, and half a name could be another's.
 */
export function NameField() {
  const editor = useEditor();
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const ids = useFieldIds();
  const name = useEditorState((state) => entryOf(state, stepKey)?.name ?? "");
  const readOnly = useEditorState((state) => state.readOnly);
  const problems = useEditorState((state) =>
    problemsOfStep(state, stepKey).filter(({ at }) => at.length > 0 && startsWith(at, ["Name"])),
  );
  const [draft, setDraft] = useState<string | null>(null);
  const { definition } = editor.store.getState().document;
  const why = draft === null || draft === name ? null : whyNotRename(definition, name, draft);
  const leave = () => {
    if (draft === null) return;
    if (draft !== name && why === null) run(renameStep, { step: stepKey, to: draft });
    if (why !== null) editor.announce(`${why} The step is still called ${name}.`);
    setDraft(null);
  };
  return (
    <FieldBox label="Name" controlId={ids.control} required data-path="Name">
      <div className="sw-unseen" id={ids.path}>
        Name
      </div>
      <Input
        value={draft ?? name}
        controlId={ids.control}
        ariaDescribedby={ids.path}
        ariaRequired
        invalid={why !== null}
        readOnly={readOnly}
        autoComplete={false}
        spellcheck={false}
        onChange={({ detail }) => setDraft(detail.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.detail.key === "Enter" && why === null) leave();
          if (event.detail.key === "Escape" && draft !== null) {
            event.preventDefault();
            event.stopPropagation();
            setDraft(null);
          }
        }}
      />
      <FieldRefusal why={why} />
      {draft === null && <ProblemList problems={problems} />}
    </FieldBox>
  );
}
