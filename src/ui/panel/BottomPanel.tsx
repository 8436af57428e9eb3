import { printPath } from "../../pipeline/definition/path";
import { problemsOf } from "../../editor/selectors";
import { useEditor, useEditorState } from "../kit/useEditor";

export function BottomPanel() {
  const editor = useEditor();
  const problems = useEditorState(problemsOf);
  return (
    <section aria-label="Problems">
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.step} ${printPath(problem.at)} ${problem.message}`}>
            {problem.message}{" "}
            {problem.step !== null && (
              <button type="button" onClick={() => editor.reveal(problem.step ?? "", printPath(problem.at))}>
                Show
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
