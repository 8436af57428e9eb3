import "./EmptyCanvas.css";
import { useEditorState } from "../kit/useWorkspace";
import { useCanvas } from "./canvasStore";

/** What a blank canvas says. */
export function EmptyCanvas() {
  const blank = useCanvas((state) => state.measured && state.scene.cards.size === 0);
  const readOnly = useEditorState((state) => state.readOnly);
  if (!blank || readOnly) return null;
  return (
    <div className="sw-empty">
      <svg width="72" height="40" viewBox="0 0 72 40" aria-hidden="true">
        <rect x="1" y="8" width="24" height="24" rx="6" />
        <rect x="47" y="8" width="24" height="24" rx="6" />
        <path d="M25 20h20m-5-5l5 5-5 5" />
      </svg>
      <p className="sw-empty-title">Drag a step here</p>
      <p>
        or drop a definition, or <a href="#/">start from a template</a>.
      </p>
    </div>
  );
}
