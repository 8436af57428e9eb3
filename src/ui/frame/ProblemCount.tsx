import "./ProblemCount.css";
import { problemsOf } from "../../editor/session/selectors";
import type { Severity } from "../../pipeline/problems";
import { useEditor, useEditorState } from "../kit/useWorkspace";

/** How many errors and warnings there are; what is only worth knowing is in the list. Opens and closes it. */
export function ProblemCount() {
  const editor = useEditor();
  const { count, errors, notes } = useEditorState((state) => {
    const problems = problemsOf(state);
    const count = (wanted: Severity) => problems.filter(({ severity }) => severity === wanted).length;
    return { count: count("error") + count("warning"), errors: count("error"), notes: count("info") };
  });
  const open = useEditorState((state) => state.panel === "problems");
  const checking = useEditorState((state) => state.reading === null);
  const grade = errors > 0 ? "error" : count > 0 ? "warning" : "none";
  return (
    <button
      type="button"
      className={`sw-top-problems sw-top-problems-${grade}`}
      aria-expanded={open}
      title={titleOf(errors, notes)}
      onClick={() => editor.setPanel(open ? null : "problems")}
    >
      <span className="sw-top-problems-count">{checking ? "…" : grade === "none" ? "✓" : count}</span>
      <span className="sw-top-problems-word">{checking ? "Checking problems" : inWords(count)}</span>
    </button>
  );
}

function inWords(count: number): string {
  return count === 0 ? "No problems" : count === 1 ? "Problem" : "Problems";
}

function titleOf(errors: number, notes: number): string | undefined {
  if (errors > 0) return `${errors} of them ${errors === 1 ? "is an error" : "are errors"}`;
  return notes > 0 ? `${notes} ${notes === 1 ? "note" : "notes"} in the list` : undefined;
}
