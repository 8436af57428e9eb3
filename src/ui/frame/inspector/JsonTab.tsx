import "./JsonTab.css";
import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { editStepJson } from "../../../editor/commands/fields/fields";
import { isDone } from "../../../editor/commands/perform";
import { parseValue } from "../../../pipeline/definition/parse";
import { serialise } from "../../../pipeline/definition/serialise";
import { get, isObject, type Value } from "../../../pipeline/definition/value";
import { FieldRefusal } from "../../kit/FieldProblem";
import { useInspectedStep, useStep } from "../../kit/inspectedStep";
import { JsonArea } from "../../kit/JsonArea";
import { useRun } from "../../kit/useCommands";
import { useEditor, useEditorState } from "../../kit/useWorkspace";

/** The step as SageMaker gets it; an edit here is one undoable change once it is applied. */
export function JsonTab() {
  const run = useRun();
  const editor = useEditor();
  const { stepKey } = useInspectedStep();
  const step = useStep(stepKey);
  const readOnly = useEditorState((state) => state.readOnly);
  const [draft, setDraft] = useState<string | null>(null);
  const text = serialise(step, 2);
  const read = draft === null ? null : readStep(draft, get(step, "Name"));
  const apply = () => {
    if (read?.ok !== true) return;
    if (isDone(run(editStepJson, { step: stepKey, value: read.value }))) setDraft(null);
  };
  return (
    <div className="sw-json-tab">
      <JsonArea
        value={draft ?? text}
        ariaLabel={`JSON of ${stepKey}`}
        readOnly={readOnly}
        invalid={read?.ok === false}
        rows={24}
        onChange={({ detail }) => setDraft(detail.value === text ? null : detail.value)}
      />
      <FieldRefusal why={read?.ok === false ? read.why : null} />
      <div className="sw-json-buttons">
        <Button
          iconName="copy"
          onClick={() => {
            navigator.clipboard.writeText(draft ?? text).then(
              () => editor.announce("Copied."),
              () =>
                editor.notice(
                  "warning",
                  "The browser does not let Stepwire write to the clipboard. Select the text and copy it.",
                ),
            );
          }}
        >
          Copy
        </Button>
        {draft !== null && (
          <>
            <Button variant="primary" disabled={read?.ok !== true} onClick={apply}>
              Apply
            </Button>
            <Button variant="link" onClick={() => setDraft(null)}>
              Discard
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function readStep(text: string, name: Value | undefined) {
  const parsed = parseValue(text);
  if (!parsed.ok) {
    const { line, column, message } = parsed.refusal;
    return { ok: false, why: `Line ${line}, column ${column}: ${message}` } as const;
  }
  if (!isObject(parsed.value)) return { ok: false, why: "A step is a JSON object." } as const;
  if (get(parsed.value, "Name") !== name) {
    return { ok: false, why: "Rename the step in Configure: there all references to it follow." } as const;
  }
  return { ok: true, value: parsed.value } as const;
}
