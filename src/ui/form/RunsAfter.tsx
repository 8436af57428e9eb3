import Button from "@cloudscape-design/components/button";
import { useCallback } from "react";
import { disconnect } from "../../editor/commands/edges/disconnect";
import { waitFor } from "../../editor/commands/edges/order";
import type { PipelineDocument } from "../../pipeline/definition/document";
import { analysisOf } from "../../pipeline/graph/stepTree";
import { judgeOrder } from "../../pipeline/wiring/judge";
import { Group, GroupTitle } from "../kit/Group";
import { entryOf, useInspectedStep } from "../kit/inspectedStep";
import { Note } from "../kit/paragraphs";
import { TriggerSelect } from "../kit/TriggerSelect";
import { useRun } from "../kit/useCommands";
import { useEditorState } from "../kit/useWorkspace";
import { StepSelect } from "./StepSelect";
import { WaitRow } from "./WaitRow";

/** The steps that this one waits for without reading anything of them: its `DependsOn`. */
export function RunsAfter() {
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const waits = useEditorState((state) => {
    const entry = entryOf(state, stepKey);
    return entry === undefined ? [] : analysisOf(entry).dependsOn;
  });
  return (
    <Group label="Runs after" path="DependsOn">
      <GroupTitle title="Runs after" path="DependsOn" />
      {waits.length === 0 && (
        <Note>Steps whose values it reads come first by themselves. Name others that it has to wait for.</Note>
      )}
      {waits.map(({ step, trigger, index }) => (
        <WaitRow key={`${step} ${index}`} step={step}>
          <TriggerSelect from={step} to={stepKey} trigger={trigger} />
          <Button
            variant="inline-icon"
            iconName="close"
            disabled={readOnly}
            ariaLabel={`No longer wait for ${step}`}
            onClick={() => run(disconnect, { from: step, to: stepKey, reason: { kind: "order", trigger, index } })}
          />
        </WaitRow>
      ))}
      <AddWait waits={waits.map(({ step }) => step)} />
    </Group>
  );
}

function AddWait({ waits }: { readonly waits: readonly string[] }) {
  const run = useRun();
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
      onPick={(upstream) => void run(waitFor, { from: upstream, to: stepKey })}
    />
  );
}
