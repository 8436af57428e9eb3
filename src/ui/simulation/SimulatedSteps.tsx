import "./SimulatedSteps.css";
import { memo } from "react";
import type { SimulatedStep } from "../../pipeline/simulate/engine/simulate";
import { shownValue } from "../../pipeline/simulate/values/valueRows";
import { ExecutionStatus } from "../kit/ExecutionStatus";
import { ListRow, RowFacts } from "../kit/ListRow";
import { useEditor, useEditorState } from "../kit/useWorkspace";
import { OutcomeWord } from "./parts";
import { useSimulationState } from "./simulationContext";

interface Props {
  /** The name of the run that is shown beside the list. */
  readonly shown: string | null;
  readonly onChoose: (name: string) => void;
}

/** The steps in the order in which they run, each with its end and what decided it. */
export function SimulatedSteps({ shown, onChoose }: Props) {
  const editor = useEditor();
  const steps = useSimulationState((state) => state.steps);
  const choose = (step: SimulatedStep) => {
    onChoose(step.name);
    editor.reveal(step.key);
  };
  return (
    <ol className="sw-simulated-steps" aria-label="Simulated steps">
      {steps.map((step) => (
        <StepRow key={step.name} step={step} isShown={step.name === shown} onChoose={choose} />
      ))}
    </ol>
  );
}

interface RowProps {
  readonly step: SimulatedStep;
  readonly isShown: boolean;
  readonly onChoose: (step: SimulatedStep) => void;
}

const StepRow = memo(
  function StepRow({ step, isShown, onChoose }: RowProps) {
    const { name, key, status, outcome, iteration } = step;
    const isPinned = useEditorState(({ document }) => document.samples.has(key));
    const why = step.failureReason ?? step.why;
    return (
      <li>
        <ListRow
          className={`sw-simulated-step is-${status.toLowerCase()}`}
          aria-current={isShown ? "true" : undefined}
          onClick={() => onChoose(step)}
        >
          <RowFacts>
            <span className="sw-simulated-name">{name}</span>
            {iteration !== null && <span className="sw-simulated-item sw-mono">{shownValue(iteration.item)}</span>}
            {isPinned && (
              <span className="sw-simulated-pin" title="It has samples of yours">
                pinned
              </span>
            )}
            <ExecutionStatus simulated status={status} />
            {outcome !== null && <OutcomeWord outcome={outcome} />}
          </RowFacts>
          {why !== null && why !== "" && (
            <span className={step.failureReason === null ? "sw-simulated-why" : "sw-simulated-failure"} title={why}>
              {why}
            </span>
          )}
        </ListRow>
      </li>
    );
  },
  (before, now) => before.step === now.step && before.isShown === now.isShown,
);
