import "./ProblemLabel.css";
import { Breakable } from "./Breakable";
import { problemLabel } from "./stepNamesIn";

/** Code, step and path of a problem. */
export function ProblemLabel({ problem }: { readonly problem: Parameters<typeof problemLabel>[0] }) {
  return (
    <span className="sw-problem-label sw-mono">
      <Breakable text={problemLabel(problem)} />
    </span>
  );
}
