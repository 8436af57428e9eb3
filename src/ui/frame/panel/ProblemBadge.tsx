import "./ProblemBadge.css";
import { shownProblemsOf } from "../../../editor/session/selectors";
import { useEditorState } from "../../kit/useWorkspace";

/** Errors and warnings; what is only worth knowing is in the list. */
export function ProblemBadge() {
  const { count, errors } = useEditorState((state) => {
    const problems = shownProblemsOf(state).filter(({ severity }) => severity !== "info");
    return { count: problems.length, errors: problems.filter(({ severity }) => severity === "error").length };
  });
  if (count === 0) return null;
  return <span className={`sw-panel-badge sw-panel-badge-${errors > 0 ? "error" : "warning"}`}>{count}</span>;
}
