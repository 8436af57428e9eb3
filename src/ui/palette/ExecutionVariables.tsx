import { useState } from "react";
import { executionVariables } from "../../pipeline/references/read";
import { draggedAs } from "../kit/draggedValue";
import { useEditor } from "../kit/useWorkspace";

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
        <h2 className="sw-group-title">Execution variables</h2>
        <span aria-hidden="true">{open ? "▾" : "▸"}</span>
      </button>
      {open && (
        <ul className="sw-left-values">
          {executionVariables.map((variable) => (
            <li
              key={variable}
              className="sw-left-value"
              {...draggedAs(editor, { kind: "execution", variable })}
              title={`${said[variable]}; drag it onto a field`}
            >
              <span className="sw-left-value-name">{variable}</span>
              <span className="sw-left-value-kind">String</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
