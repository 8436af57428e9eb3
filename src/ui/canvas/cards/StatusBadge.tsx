import "./StatusBadge.css";
import type { StepRun } from "../../../editor/session/editorState";
import type { Problem } from "../../../pipeline/problems";

/** At the right of a card's head: the run's status, or else how many problems the step has. */
export function StatusBadge({
  run,
  problems,
}: {
  readonly run: StepRun | undefined;
  readonly problems: readonly Problem[];
}) {
  if (run !== undefined) {
    const status = run.status === "NotRun" ? "Not run" : run.status;
    const words = run.outcome === undefined ? status : `${status}: ${run.outcome}`;
    return (
      <span key={run.status} className={`sw-card-status is-${run.status.toLowerCase()}`} title={run.why}>
        {words}
      </span>
    );
  }
  const serious = problems.filter(({ severity }) => severity !== "info");
  if (serious.length === 0) return null;
  const tone = serious.some(({ severity }) => severity === "error") ? "error" : "warning";
  const words = `${serious.length} ${serious.length === 1 ? "problem" : "problems"}`;
  return (
    <span className={`sw-problem-count is-${tone}`} role="img" aria-label={words} title={serious[0]?.message}>
      {serious.length}
    </span>
  );
}
