import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import { renamePipeline } from "../../editor/commands/pipeline/settings";
import { plural } from "../../editor/form/draft";
import { experimentWriter, mlflowWriter, parallelismWriter } from "../../editor/form/writers";
import { graphOf } from "../../editor/session/selectors";
import { listParameters } from "../../pipeline/definition/parameters";
import { whyNotPipelineName } from "../../pipeline/definition/pipelineName";
import { get, text } from "../../pipeline/definition/value";
import { FieldBox } from "../kit/FieldBox";
import { FieldPath } from "../kit/FieldPath";
import { FieldRefusal } from "../kit/FieldProblem";
import { useFieldIds } from "../kit/fieldIds";
import { Group, GroupTitle } from "../kit/Group";
import { InspectorHead } from "../kit/InspectorHead";
import { Hint, Note } from "../kit/paragraphs";
import { useRun } from "../kit/useCommands";
import { useDraft } from "../kit/useDraft";
import { useVisit } from "../kit/useVisit";
import { useEditorState } from "../kit/useWorkspace";
import { VisitKeys } from "../kit/VisitKeys";
import { NamedField } from "../text/NamedField";
import { PipelineTags } from "./PipelineTags";

/** Nothing is selected: the pipeline's own settings, and what to do next. */
export function PipelineSettings() {
  const steps = useEditorState((state) => graphOf(state).steps.length);
  const edges = useEditorState((state) => graphOf(state).edges.length);
  const parameters = useEditorState((state) => listParameters(state.document.definition).length);
  const version = useEditorState((state) => text(get(state.document.definition, "Version")) ?? "not given");
  return (
    <>
      <InspectorHead
        title="Pipeline"
        said={`${plural("step", steps)} · ${plural("edge", edges)} · ${plural("parameter", parameters)}`}
      />
      <PipelineName />
      <Parallelism />
      <PipelineTags />
      <Group label="Experiment">
        <GroupTitle title="Experiment" path="PipelineExperimentConfig" />
        <Note>Where SageMaker keeps the runs of this pipeline in Experiments. Leave both empty to keep none.</Note>
        <NamedField
          at={["PipelineExperimentConfig", "ExperimentName"]}
          label="Experiment name"
          write={experimentName}
        />
        <NamedField at={["PipelineExperimentConfig", "TrialName"]} label="Trial name" write={trialName} />
      </Group>
      <Group label="MLflow">
        <GroupTitle title="MLflow" path="MlflowConfig" />
        <Note>Where the runs of this pipeline are tracked. Leave both empty to track none.</Note>
        <NamedField at={["MlflowConfig", "MlflowResourceArn"]} label="MLflow resource ARN" write={mlflowArn} />
        <NamedField at={["MlflowConfig", "MlflowExperimentName"]} label="MLflow experiment name" write={mlflowName} />
      </Group>
      <Hint>Definition version {version}.</Hint>
      <Hint>
        {steps === 0
          ? "Drag a step from the palette onto the canvas, drop a definition, or start from a template."
          : "Choose a step to see its fields, or an edge to see why it is there."}
      </Hint>
    </>
  );
}

function PipelineName() {
  const run = useRun();
  const ids = useFieldIds();
  const name = useEditorState((state) => state.document.name);
  const readOnly = useEditorState((state) => state.readOnly);
  const { why, input } = useDraft(name, { whyNot: whyNotPipelineName, take: (to) => void run(renamePipeline, { to }) });
  return (
    <FieldBox label="Pipeline name" controlId={ids.control}>
      <Input {...input} controlId={ids.control} readOnly={readOnly} />
      <FieldRefusal why={why} />
    </FieldBox>
  );
}

function Parallelism() {
  const ids = useFieldIds();
  const count = useEditorState((state) => state.document.settings.maxParallelSteps);
  const readOnly = useEditorState((state) => state.readOnly);
  const visit = useVisit("Set the steps at the same time", parallelismWriter);
  const [draft, setDraft] = useState<string | null>(null);
  const wrong = draft !== null && !isCount(draft);
  const change = (typed: string) => {
    setDraft(typed);
    if (isCount(typed)) visit.set(typed === "" ? undefined : Number(typed));
  };
  return (
    <FieldBox
      label="Steps at the same time"
      controlId={ids.control}
      path={<FieldPath id={ids.path} path="MaxParallelExecutionSteps" />}
    >
      <VisitKeys visit={visit} onCancel={() => setDraft(null)}>
        <Input
          value={draft ?? (count === undefined ? "" : String(count))}
          controlId={ids.control}
          ariaDescribedby={ids.path}
          placeholder="as many as the service allows"
          inputMode="numeric"
          invalid={wrong}
          readOnly={readOnly}
          autoComplete={false}
          onChange={({ detail }) => change(detail.value)}
          onBlur={() => {
            visit.commit();
            if (!wrong) setDraft(null);
          }}
        />
      </VisitKeys>
      <FieldRefusal why={wrong ? "A whole number from 1 on, or nothing." : null} />
    </FieldBox>
  );
}

function isCount(typed: string): boolean {
  return typed === "" || /^[1-9]\d{0,8}$/.test(typed);
}

const experimentName = experimentWriter("ExperimentName");
const trialName = experimentWriter("TrialName");
const mlflowArn = mlflowWriter("MlflowResourceArn");
const mlflowName = mlflowWriter("MlflowExperimentName");
