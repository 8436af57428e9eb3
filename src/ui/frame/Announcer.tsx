import { useEditorState } from "../kit/useWorkspace";

/** Says what the editor announces. Two regions take turns, so that the same words twice are said twice. */
export function Announcer() {
  const { text, count } = useEditorState((state) => state.announcement);
  return (
    <div className="sw-unseen">
      <div aria-live="polite">{count % 2 === 0 ? text : ""}</div>
      <div aria-live="polite">{count % 2 === 1 ? text : ""}</div>
    </div>
  );
}
