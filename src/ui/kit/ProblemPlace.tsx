import "./ProblemPlace.css";
import { Breakable } from "./Breakable";
import { placeOf } from "./stepNamesIn";

/** Code, step and path of a problem. */
export function ProblemPlace({ problem }: { readonly problem: Parameters<typeof placeOf>[0] }) {
  return (
    <span className="sw-problem-place sw-mono">
      <Breakable text={placeOf(problem)} />
    </span>
  );
}
