import "./StepTable.css";
import { Fragment, useState } from "react";
import type { StepRun } from "../../../contract/executions";
import { bodyStepOf } from "../../../editor/runs/executions/runView";
import type { ShownExecution } from "../../../editor/runs/executions/shownExecution";
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import { ExecutionStatus } from "../../kit/ExecutionStatus";
import { PanelNote } from "../../kit/paragraphs";
import { useEditor } from "../../kit/useWorkspace";
import { StepRunDetails } from "./StepRunDetails";
import { durationWords, momentWords } from "./words";

interface Props {
  readonly shown: ShownExecution;
  /** The step that the execution failed of: open, until another is chosen. */
  readonly failed: string | null;
}

/** The steps that have started, in that order; a click shows one on the canvas, and what flowed through it below. */
export function StepTable({ shown, failed }: Props) {
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const opened = chosen === undefined ? failed : chosen;
  if (shown.steps.length === 0) return <PanelNote>No step has started yet.</PanelNote>;
  return (
    <table className="sw-step-runs" aria-label="Steps of this execution">
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">Status</th>
          <th scope="col">Started</th>
          <th scope="col">Ended</th>
          <th scope="col">Duration</th>
        </tr>
      </thead>
      <tbody>
        {shown.steps.map((step) => {
          const isOpen = step.name === opened;
          return (
            <Fragment key={step.name}>
              <StepRow
                shown={shown}
                step={step}
                isOpen={isOpen}
                onToggle={() => setChosen(isOpen ? null : step.name)}
              />
              {isOpen && (
                <tr className="sw-step-run-details">
                  <td colSpan={5}>
                    <StepRunDetails shown={shown} step={step} />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

interface StepRowProps {
  readonly shown: ShownExecution;
  readonly step: StepRun;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function StepRow({ shown, step, isOpen, onToggle }: StepRowProps) {
  const editor = useEditor();
  const { name, status, started, ended, outcome, failureReason } = step;
  const reveal = () => {
    onToggle();
    const { definition } = editor.store.getState().document;
    const key = (shown.definition === null ? null : bodyStepOf(name, shown.definition)) ?? name;
    if (!isOpen && stepsByKey(definition).has(key)) editor.reveal(key);
  };
  const now = new Date();
  return (
    <tr>
      <th scope="row">
        <button type="button" className="sw-step-run-name" aria-expanded={isOpen} onClick={reveal}>
          <span aria-hidden="true" className="sw-step-run-fold">
            {isOpen ? "▾" : "▸"}
          </span>
          {name}
        </button>
        {failureReason !== null && !isOpen && <div className="sw-step-run-why">{failureReason}</div>}
      </th>
      <td>
        <ExecutionStatus status={status} />
        {outcome !== null && <span className="sw-step-run-outcome"> {outcome}</span>}
      </td>
      <td>{momentWords(started, now)}</td>
      <td>{momentWords(ended, now)}</td>
      <td>{durationWords(started, ended)}</td>
    </tr>
  );
}
