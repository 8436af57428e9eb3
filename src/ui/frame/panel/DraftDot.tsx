import "./DraftDot.css";
import { useEditorState } from "../../kit/useWorkspace";

/** What was typed as the definition is not in the document yet. */
export function DraftDot() {
  const isThere = useEditorState(({ draft }) => draft !== null);
  if (!isThere) return null;
  return (
    <span className="sw-draft-dot" role="img" aria-label="draft" title="What you typed there is kept as a draft" />
  );
}
