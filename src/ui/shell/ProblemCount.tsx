import { problemsOf } from "../../editor/selectors";
import { useEditor, useEditorState } from "../kit/useEditor";

/** How many problems there are, worst first to see; opens and closes their list. */
export function ProblemCount() {
  const editor = useEditor();
  const { count, errors } = useEditorState((state) => {
    const problems = problemsOf(state);
    return { count: problems.length, errors: problems.filter(({ severity }) => severity === "error").length };
  });
  const open = useEditorState((state) => state.panel === "problems");
  const grade = errors > 0 ? "error" : count > 0 ? "warning" : "none";
  return (
    <button
      type="button"
      className={`sw-top-problems sw-top-problems-${grade}`}
      aria-expanded={open}
      title={errors > 0 ? `${errors} of them ${errors === 1 ? "is an error" : "are errors"}` : undefined}
      onClick={() => editor.setPanel(open ? null : "problems")}
    >
      <span className="sw-top-problems-count">{grade === "none" ? "✓" : count}</span>
      <span className="sw-top-problems-word">{count === 0 ? "No problems" : count === 1 ? "Problem" : "Problems"}</span>
    </button>
  );
}
