import "./ExecutionVariables.css";
import { useState } from "react";
import { executionVariables } from "../../pipeline/references/executionVariables";
import { draggedAs } from "../kit/draggedValue";
import { SmallTitle } from "../kit/SmallTitle";
import { useEditor } from "../kit/useWorkspace";
import { ValueList, ValueWords, valueRow } from "./values";

const said: Readonly<Record<string, string>> = {
  StartDateTime: "When the execution started",
  CurrentDateTime: "When the step runs",
  PipelineName: "The pipeline's name",
  PipelineArn: "The pipeline's ARN",
  PipelineExecutionId: "The execution's id",
  PipelineExecutionArn: "The execution's ARN",
  TrainingJobName: "The name of the training job",
  ProcessingJobName: "The name of the processing job",
};

/** What each execution knows of itself, to be dragged onto fields; folded until it is wanted. */
export function ExecutionVariables() {
  const editor = useEditor();
  const [open, setOpen] = useState(false);
  return (
    <div role="group" aria-label="Execution variables">
      <button type="button" className="sw-left-values-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        <SmallTitle>Execution variables</SmallTitle>
        <span aria-hidden="true">{open ? "▾" : "▸"}</span>
      </button>
      {open && (
        <ValueList>
          {executionVariables.map((variable) => (
            <li
              key={variable}
              className={valueRow}
              {...draggedAs(editor, { kind: "execution", variable })}
              title={`${said[variable]}; drag it onto a field`}
            >
              <ValueWords name={variable} kind="String" isRead />
            </li>
          ))}
        </ValueList>
      )}
    </div>
  );
}
