import "./ComparedRuns.css";
import { Fragment, useMemo, useState } from "react";
import type { StepRun } from "../../../../contract/executions";
import {
  type ComparedStep,
  compareRuns,
  type Differing,
  lengthOf,
} from "../../../../editor/runs/executions/compare/compareRuns";
import { executionId } from "../../../../editor/runs/executions/executionId";
import { bodyStepOf } from "../../../../editor/runs/executions/runView";
import type { ShownExecution } from "../../../../editor/runs/executions/shownExecution";
import type { DefinitionChanges } from "../../../../pipeline/compare/changes";
import { countsInWords } from "../../../../pipeline/compare/words";
import { stepsByKey } from "../../../../pipeline/graph/stepTree";
import { spanWords } from "../../../kit/durationWords";
import { ExecutionStatus } from "../../../kit/ExecutionStatus";
import { PlainButton } from "../../../kit/PlainButton";
import { PanelNote } from "../../../kit/paragraphs";
import { useEditor } from "../../../kit/useWorkspace";
import { StepLog } from "../StepLog";
import { ComparedDefinitions } from "./ComparedDefinitions";

interface Props {
  readonly shown: ShownExecution;
  readonly compared: ShownExecution;
}

const nameOf = ({ arn, execution }: ShownExecution) => execution?.displayName ?? executionId(arn);

/** Two executions beside each other, step by step: how they went, how long they took, what they gave, what they wrote. */
export function ComparedRuns({ shown, compared }: Props) {
  const { parameters, steps, definition } = useMemo(() => compareRuns(shown, compared), [shown, compared]);
  const [opened, setOpened] = useState<string | null>(null);
  const names = [nameOf(shown), nameOf(compared)] as const;
  return (
    <div className="sw-compared">
      <PanelNote role="status">{differenceWords(definition, parameters.length)}</PanelNote>
      {definition !== null && <ComparedDefinitions changes={definition} />}
      {parameters.length > 0 && <Values label="Parameters that differ" names={names} rows={parameters} />}
      <table className="sw-compared-rows" aria-label={`Steps of ${names[0]} and ${names[1]}`}>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">{names[0]}</th>
            <th scope="col">{names[1]}</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => {
            const isOpen = step.name === opened;
            return (
              <Fragment key={step.name}>
                <Row
                  step={step}
                  definition={shown.definition}
                  isOpen={isOpen}
                  onToggle={() => setOpened(isOpen ? null : step.name)}
                />
                {isOpen && (
                  <tr>
                    <td colSpan={4}>
                      {step.values.length === 0 ? (
                        <PanelNote>Both gave the same.</PanelNote>
                      ) : (
                        <Values label={`What ${step.name} gave`} names={names} rows={step.values} />
                      )}
                      <div className="sw-compared-logs">
                        <div>{step.left !== null && <StepLog shown={shown} step={step.left} />}</div>
                        <div>{step.right !== null && <StepLog shown={compared} step={step.right} />}</div>
                      </div>
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly step: ComparedStep;
  readonly definition: ShownExecution["definition"];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Row({ step, definition, isOpen, onToggle }: RowProps) {
  const editor = useEditor();
  const { name, left, right, longer, values } = step;
  const open = () => {
    onToggle();
    const key = (definition === null ? null : bodyStepOf(name, definition)) ?? name;
    if (!isOpen && stepsByKey(editor.store.getState().document.definition).has(key)) editor.reveal(key);
  };
  return (
    <tr className={left?.status === right?.status ? "sw-compared-row" : "sw-compared-row is-different"}>
      <th scope="row">
        <PlainButton look="link" aria-expanded={isOpen} onClick={open}>
          {name}
        </PlainButton>
      </th>
      <td>
        <Went run={left} />
      </td>
      <td>
        <Went run={right} />
      </td>
      <td>
        {[
          longer === null || longer === 0 ? "" : `${longer > 0 ? "+" : "−"}${spanWords(Math.abs(longer))}`,
          values.length === 0 ? "" : values.length === 1 ? "1 value" : `${values.length} values`,
        ]
          .filter((part) => part !== "")
          .join(" · ")}
      </td>
    </tr>
  );
}

function Went({ run }: { readonly run: StepRun | null }) {
  if (run === null) return <span className="sw-compared-none">did not run</span>;
  const took = lengthOf(run);
  return (
    <>
      <ExecutionStatus status={run.status} /> {run.outcome} {took === null ? "" : spanWords(took)}
    </>
  );
}

interface ValuesProps {
  readonly label: string;
  readonly names: readonly [string, string];
  readonly rows: readonly Differing[];
}

function Values({ label, names, rows }: ValuesProps) {
  return (
    <table className="sw-compared-rows" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{label}</th>
          <th scope="col">{names[0]}</th>
          <th scope="col">{names[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, left, right }) => (
          <tr key={name}>
            <th scope="row" className="sw-mono">
              {name}
            </th>
            <td className="sw-mono">{left ?? "–"}</td>
            <td className="sw-mono">{right ?? "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function differenceWords(definition: DefinitionChanges | null, parameters: number): string {
  const given = parameters === 0 ? "Both were started with the same values." : "";
  if (definition === null) return given;
  const counts = [
    countsInWords(definition.steps, "step"),
    countsInWords(definition.parameters, "parameter"),
    definition.definition.length > 0 || definition.order !== null ? "the rest of the definition" : "",
  ].filter((part) => part !== "");
  const ran =
    counts.length === 0 ? "Both ran the same definition." : `The second ran another definition: ${counts.join("; ")}.`;
  return [ran, given].filter((part) => part !== "").join(" ");
}
