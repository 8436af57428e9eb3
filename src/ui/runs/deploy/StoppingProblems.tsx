import "./StoppingProblems.css";
import type { ReportedProblem } from "../../../contract/problem";
import type { Target } from "../../../contract/target";
import { ProblemLabel } from "../../kit/ProblemLabel";
import { DialogLine } from "../../kit/paragraphs";
import { SeverityIcon } from "../../kit/SeverityIcon";
import { useEditor } from "../../kit/useWorkspace";

interface Props {
  readonly problems: readonly ReportedProblem[];
  readonly target: Target;
  readonly onClose: () => void;
}

/** The errors that stop a deploy; each leads to its field. */
export function StoppingProblems({ problems, target, onClose }: Props) {
  const editor = useEditor();
  const many = problems.length !== 1;
  const go = ({ step, path }: ReportedProblem) => {
    onClose();
    editor.setPanel("problems");
    if (step !== null) editor.reveal(step, path === "" ? undefined : path);
  };
  return (
    <>
      <DialogLine role="status">
        {many ? `${problems.length} errors stop` : "One error stops"} the deploy:{" "}
        {target.kind === "local"
          ? "SageMaker would refuse the definition. Mend it, then deploy."
          : "SageMaker will most likely refuse the definition."}
      </DialogLine>
      <ul className="sw-stopping" aria-label="Errors that stop the deploy">
        {problems.map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change while it is shown
          <li key={index}>
            <button type="button" className="sw-stopping-row" onClick={() => go(problem)}>
              <SeverityIcon severity={problem.severity} />
              <span>
                {problem.message}
                <ProblemLabel problem={problem} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
