import Button from "@cloudscape-design/components/button";
import { useCallback } from "react";
import type { PipelineDocument } from "../../pipeline/definition/document";
import { addDependsOn, removeDependsOn } from "../../pipeline/edits/dependsOn";
import { analysisOf } from "../../pipeline/graph/stepTree";
import { judgeOrder } from "../../pipeline/wiring/judge";
import { entryOf, useInspectedStep } from "../kit/inspectedStep";
import { TriggerSelect } from "../kit/TriggerSelect";
import { useEditor, useEditorState } from "../kit/useWorkspace";
import { StepSelect } from "./StepSelect";

/** The steps that this one waits for without reading anything of them: its `DependsOn`. */
export function RunsAfter() {
  const editor = useEditor();
  const { stepKey } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const waits = useEditorState((state) => {
    const entry = entryOf(state, stepKey);
    return entry === undefined ? [] : analysisOf(entry).dependsOn;
  });
  return (
    <section className="sw-group" data-path="DependsOn" aria-label="Runs after">
      <div className="sw-group-head">
        <h3>Runs after</h3>
        <span className="sw-group-path">DependsOn</span>
      </div>
      {waits.length === 0 && (
        <p className="sw-note">
          Steps whose values it reads come first by themselves. Name others that it has to wait for.
        </p>
      )}
      {waits.map(({ step, trigger, index }) => (
        <div className="sw-wait" key={`${step} ${index}`}>
          <strong className="sw-wait-name">{step}</strong>
          <TriggerSelect from={step} to={stepKey} trigger={trigger} />
          <Button
            variant="inline-icon"
            iconName="close"
            disabled={readOnly}
            ariaLabel={`No longer wait for ${step}`}
            onClick={() => editor.edit(`${stepKey} no longer waits for ${step}`, removeDependsOn(stepKey, step))}
          />
        </div>
      ))}
      <AddWait waits={waits.map(({ step }) => step)} />
    </section>
  );
}

function AddWait({ waits }: { readonly waits: readonly string[] }) {
  const editor = useEditor();
  const { stepKey } = useInspectedStep();
  const whyNot = useCallback(
    (document: PipelineDocument, upstream: string) => {
      const verdict = judgeOrder(document, upstream, stepKey);
      return verdict.ok ? null : verdict.reason;
    },
    [stepKey],
  );
  return (
    <StepSelect
      label="Wait for a step"
      present={waits}
      whyNot={whyNot}
      onPick={(upstream) => editor.edit(`${stepKey} waits for ${upstream}`, addDependsOn(stepKey, upstream))}
    />
  );
}
