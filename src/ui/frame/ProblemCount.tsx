import "./ProblemCount.css";
import { shownProblemsOf } from "../../editor/session/selectors";
import { gradeOf } from "../../editor/session/toDo";
import { useEditor, useEditorState } from "../kit/useWorkspace";

/** How many errors and warnings there are, else what is to do; what is only worth knowing is in the list. Opens and closes it. */
export function ProblemCount() {
  const editor = useEditor();
  const counts = useEditorState((state) => {
    const counts = { error: 0, warning: 0, info: 0, toDo: 0 };
    for (const problem of shownProblemsOf(state)) counts[gradeOf(problem)]++;
    return counts;
  });
  const open = useEditorState((state) => state.panel === "problems");
  const checking = useEditorState((state) => state.reading === null);
  const { error, warning, info, toDo } = counts;
  const count = error + warning;
  const grade = error > 0 ? "error" : warning > 0 ? "warning" : toDo > 0 ? "to-do" : "none";
  return (
    <button
      type="button"
      className={`sw-top-problems sw-top-problems-${grade}`}
      aria-expanded={open}
      title={titleOf(error, info, toDo)}
      onClick={() => editor.setPanel(open ? null : "problems")}
    >
      <span className="sw-top-problems-count">{checking ? "…" : grade === "none" ? "✓" : count || toDo}</span>
      <span className="sw-top-problems-word">
        {checking ? "Checking" : grade === "to-do" ? "To do" : inWords(count)}
      </span>
    </button>
  );
}

function inWords(count: number): string {
  return count === 0 ? "No problems" : count === 1 ? "Problem" : "Problems";
}

function titleOf(errors: number, notes: number, toDo: number): string | undefined {
  const said = [
    errors > 0 ? `${errors} of them ${errors === 1 ? "is an error" : "are errors"}` : "",
    toDo > 0 ? `${toDo} to do in new steps` : "",
    errors === 0 && notes > 0 ? `${notes} ${notes === 1 ? "note" : "notes"} in the list` : "",
  ].filter(Boolean);
  return said.length === 0 ? undefined : said.join("; ");
}
