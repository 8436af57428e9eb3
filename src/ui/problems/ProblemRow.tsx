import "./ProblemRow.css";
import { memo, useState } from "react";
import { applyFix } from "../../editor/commands/applyFix";
import { stepKeysOf } from "../../editor/session/selectors";
import { gradeOf, type ShownProblem } from "../../editor/session/toDo";
import { printPath } from "../../pipeline/definition/path";
import { PlainButton } from "../kit/PlainButton";
import { ProblemLabel } from "../kit/ProblemLabel";
import { SeverityIcon } from "../kit/SeverityIcon";
import { withStepNames } from "../kit/stepNamesIn";
import { useRun } from "../kit/useCommands";
import { useEditor, useEditorObject, useEditorState } from "../kit/useWorkspace";

interface Props {
  readonly problem: ShownProblem;
  /** True for the one row that Tab reaches first. */
  readonly reachable: boolean;
}

/** One problem: what it is, where, and what can be done about it. */
export const ProblemRow = memo(function ProblemRow({ problem, reachable }: Props) {
  const editor = useEditor();
  const run = useRun();
  const [why, setWhy] = useState(false);
  const readOnly = useEditorState((state) => state.readOnly);
  const { code, at, message, fixes = [] } = problem;
  const step = problem.step ?? problem.steps?.[0] ?? null;
  const path = printPath(at);
  const show = step === null ? undefined : () => editor.reveal(step, path === "" ? undefined : path);
  return (
    <li className="sw-problem">
      <SeverityIcon severity={gradeOf(problem)} />
      <button type="button" className="sw-problem-main" tabIndex={reachable ? 0 : -1} onClick={show}>
        <span className="sw-problem-sentence">
          <Sentence text={message} />
        </span>
        <ProblemLabel problem={{ code, step, path, message }} />
      </button>
      <span className="sw-problem-actions">
        {fixes.map((fix) => (
          <PlainButton key={fix.label} look="text" disabled={readOnly} onClick={() => run(applyFix, { fix })}>
            {fix.label}
          </PlainButton>
        ))}
        {show !== undefined && (
          <PlainButton look="text" aria-label={`Show ${step}: ${message}`} onClick={show}>
            Show
          </PlainButton>
        )}
        <PlainButton
          look="text"
          className="sw-problem-why-button"
          aria-expanded={why}
          aria-label={`Why: ${message}`}
          onClick={() => setWhy(!why)}
        >
          Why
        </PlainButton>
      </span>
      {why && <p className="sw-problem-why">{problem.why}</p>}
    </li>
  );
});

function Sentence({ text }: { readonly text: string }) {
  const steps = useEditorObject(stepKeysOf);
  let at = 0;
  return withStepNames(text, steps).map((part) => {
    const key = at;
    at += part.text.length;
    return part.isStep ? <strong key={key}>{part.text}</strong> : part.text;
  });
}
