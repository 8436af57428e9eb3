import "./ToldStep.css";
import { graphOf, problemsOfStep } from "../../../editor/session/selectors";
import { ownArguments } from "../../../pipeline/simulate/engine/plan";
import { valueRows } from "../../../pipeline/simulate/values/valueRows";
import { stepTypeOf } from "../../../pipeline/steps";
import { useKeyed } from "../../kit/keyedStore";
import { simulatedWords } from "../../kit/simulatedWords";
import { useEditorObject, useEditorState } from "../../kit/useWorkspace";
import { Bubble } from "../Bubble";
import { useCanvas } from "../canvasStore";
import { runFacts, statusInWords } from "../cards/aside";
import { useKit } from "../kit";

/** So many fields and problems are told: all of them stand in the inspector. */
const most = 7;

/** The step that the pointer rests on from afar, where its card shows little: type, name, how it stands, problems and filled fields. */
export function ToldStep() {
  const { told, step } = useCanvas(({ told, far, under, hover }) => ({
    told,
    step: far && hover === null ? under : null,
  }));
  return told === null || step === null ? null : <Told at={told} step={step} />;
}

function Told({ at, step }: { readonly at: { readonly x: number; readonly y: number }; readonly step: string }) {
  const { cards } = useKit();
  const run = useKeyed(cards.runs, step);
  const entry = useEditorObject((state) => graphOf(state).byKey.get(step));
  const problems = useEditorState((state) => problemsOfStep(state, step));
  if (entry === undefined) return null;
  const written = ownArguments(entry);
  const facts = run === undefined ? null : runFacts(run, Date.now());
  const rows = valueRows(written, written, ["Arguments"], []);
  return (
    <Bubble at={at}>
      <strong className="sw-told-name">{entry.name}</strong>
      <span className="sw-bubble-hint">{stepTypeOf(entry.type).label}</span>
      {run !== undefined && (
        <span className="sw-told-line">
          {run.simulated === true ? simulatedWords(run.status, run.outcome) : statusInWords(run)}
          {run.failureReason !== undefined && `: ${run.failureReason}`}
        </span>
      )}
      {facts !== null && <span className="sw-told-line">{facts}</span>}
      {problems.slice(0, most).map(({ code, message }) => (
        <span key={`${code} ${message}`} className="sw-told-line is-problem">
          ⚠ {message}
        </span>
      ))}
      {rows.slice(0, most).map(({ path, value, from }) => (
        <span key={path} className="sw-told-line is-field">
          <span className="sw-told-path">{path}</span> {from ?? value}
        </span>
      ))}
      {rows.length > most && <span className="sw-bubble-hint">and {rows.length - most} more fields</span>}
    </Bubble>
  );
}
