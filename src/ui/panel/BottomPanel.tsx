import { problemsOf } from "../../editor/selectors";
import { useEditor, useEditorState } from "../kit/useEditor";

export function BottomPanel() {
  const editor = useEditor();
  const problems = useEditorState(problemsOf);
  return (
    <section aria-label="Problems">
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.step} ${problem.path} ${problem.message}`}>
            {problem.message}{" "}
            {problem.step !== null && (
              <button type="button" onClick={() => editor.reveal(problem.step ?? "", problem.path)}>
                Show
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
