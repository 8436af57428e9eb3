import "./StatusBadge.css";
import type { StepRun } from "../../../editor/session/editorState";
import type { ShownProblem } from "../../../editor/session/toDo";
import { simulatedWords } from "../../kit/simulatedWords";
import { useNow } from "../../kit/useNow";
import { runFacts, statusInWords, toldOf } from "./aside";

interface Props {
  readonly run: StepRun | undefined;
  readonly problems: readonly ShownProblem[];
}

/**
 * At the right of a card's head: the run's status, or else how many problems the step has. A simulation hides no problem: what it says
 * stands on the card's edge, where no run says anything.
 */
export function StatusBadge({ run, problems }: Props) {
  if (run === undefined) return <ProblemCount problems={problems} />;
  const { status, outcome, simulated = false, why } = run;
  return (
    <>
      <span
        key={status}
        className={`sw-card-status is-${status.toLowerCase()} ${simulated ? "is-simulated" : ""}`}
        title={why}
      >
        {simulated ? simulatedWords(status, outcome) : statusInWords(run)}
      </span>
      {simulated ? <ProblemCount problems={problems} /> : <RunFacts run={run} />}
    </>
  );
}

/** How long it took, on the card's edge; of one that runs, how long so far. */
function RunFacts({ run }: { readonly run: StepRun }) {
  const goesOn = run.started !== undefined && run.ended === undefined;
  const now = useNow(goesOn);
  const facts = runFacts(run, now);
  return facts === null ? null : <span className="sw-card-facts">{facts}</span>;
}

/** How many problems there are, and how bad the worst of them is. */
export function ProblemCount({ problems }: Pick<Props, "problems">) {
  const found = toldOf(problems);
  if (found === null) return null;
  const { told, first, tone } = found;
  const words = first.toDo ? "to do" : told.length === 1 ? "problem" : "problems";
  return (
    <span
      className={`sw-problem-count is-${tone}`}
      role="img"
      aria-label={`${told.length} ${words}`}
      title={first.toDo ? `To do: ${first.message}` : first.message}
    >
      {told.length}
    </span>
  );
}
