import Input from "@cloudscape-design/components/input";
import { renameStep } from "../../editor/commands/steps/renameStep";
import { problemsOfStep } from "../../editor/session/selectors";
import { startsWith } from "../../pipeline/definition/path";
import { whyNotRename } from "../../pipeline/graph/stepNames";
import { FieldBox } from "../kit/FieldBox";
import { FieldRefusal, ProblemList } from "../kit/FieldProblem";
import { useFieldIds } from "../kit/fieldIds";
import { entryOf, useInspectedStep } from "../kit/inspectedStep";
import { useRun } from "../kit/useCommands";
import { useDraft } from "../kit/useDraft";
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
  const { draft, why, input } = useDraft(name, {
    whyNot: (to) => whyNotRename(editor.store.getState().document.definition, name, to),
    take: (to) => run(renameStep, { step: stepKey, to }),
    refuse: (reason) => editor.announce(`${reason} The step is still called ${name}.`),
  });
  return (
    <FieldBox label="Name" controlId={ids.control} required data-path="Name">
      <div className="sw-unseen" id={ids.path}>
        Name
      </div>
      <Input {...input} controlId={ids.control} ariaDescribedby={ids.path} ariaRequired readOnly={readOnly} />
      <FieldRefusal why={why} />
      {draft === null && <ProblemList problems={problems} />}
    </FieldBox>
  );
}
