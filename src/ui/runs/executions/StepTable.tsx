import "./StepTable.css";
import { Fragment, useEffect, useMemo, useRef, useState } from "react";
import type { StepRun } from "../../../contract/executions";
import { isFinished } from "../../../contract/finished";
import { bodyStepOf } from "../../../editor/runs/executions/runView";
import type { ShownExecution } from "../../../editor/runs/executions/shownExecution";
import { type Timeline, timelineOf } from "../../../editor/runs/executions/timeline/timelineOf";
import { selectedStep } from "../../../editor/session/selectors";
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import { durationWords, spanWords } from "../../kit/durationWords";
import { ExecutionStatus } from "../../kit/ExecutionStatus";
import { PanelNote } from "../../kit/paragraphs";
import { useNow } from "../../kit/useNow";
import { useEditor, useEditorState } from "../../kit/useWorkspace";
import { StepRunDetails } from "./StepRunDetails";
import { TimelineCell } from "./timeline/TimelineCell";

interface Props {
  readonly shown: ShownExecution;
  /** The step that the execution failed of: open, until another is chosen. */
  readonly failed: string | null;
}

/**
 * The steps that have started, in that order, with their times as bars below each other. A click shows one on the canvas, and what flowed
 * through it below; the row of the step that is selected on the canvas is marked.
 */
export function StepTable({ shown, failed }: Props) {
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const opened = chosen === undefined ? failed : chosen;
  const now = useNow(shown.execution !== null && !isFinished(shown.execution.status));
  const timeline = useMemo(() => timelineOf(shown, now), [shown, now]);
  if (shown.steps.length === 0) return <PanelNote>No step has started yet.</PanelNote>;
  return (
    <table className="sw-step-runs" aria-label="Steps of this execution">
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">Status</th>
          <th scope="col" className="sw-step-runs-times">
            <span>Timeline</span>
            {timeline !== null && <span>{spanWords(timeline.to - timeline.from)}</span>}
          </th>
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
                timeline={timeline}
                isOpen={isOpen}
                onToggle={() => setChosen(isOpen ? null : step.name)}
              />
              {isOpen && (
                <tr className="sw-step-run-details">
                  <td colSpan={4}>
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
  readonly timeline: Timeline | null;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function StepRow({ shown, step, timeline, isOpen, onToggle }: StepRowProps) {
  const editor = useEditor();
  const { name, status, started, ended, outcome, failureReason } = step;
  const key = (shown.definition === null ? null : bodyStepOf(name, shown.definition)) ?? name;
  const isSelected = useEditorState((state) => selectedStep(state) === key);
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView?.({ block: "nearest" });
  }, [isSelected]);
  const reveal = () => {
    if (stepsByKey(editor.store.getState().document.definition).has(key)) editor.reveal(key);
  };
  const toggle = () => {
    onToggle();
    if (!isOpen) reveal();
  };
  return (
    <tr ref={row} className={isSelected ? "sw-step-row is-selected" : "sw-step-row"}>
      <th scope="row">
        <button
          type="button"
          className="sw-step-run-name"
          aria-expanded={isOpen}
          aria-current={isSelected ? "true" : undefined}
          onClick={toggle}
        >
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
      <td className="sw-step-run-bar">
        {timeline !== null && <TimelineCell step={step} timeline={timeline} moment={shown.moment} onChoose={reveal} />}
      </td>
      <td>{durationWords(started, ended)}</td>
    </tr>
  );
}
