import { useEditorState } from "../../kit/useWorkspace";
import { useKit } from "../kit";
import { useCanvas } from "../session";
import { tidyNow } from "../useCanvasView";

/** Zoom, fit and tidy, at the canvas's lower left. */
export function CanvasTools() {
  const kit = useKit();
  const tidying = useCanvas((state) => state.tidying);
  const readOnly = useEditorState((state) => state.readOnly);
  const { view, session } = kit;
  return (
    <div className="sw-tools" role="toolbar" aria-label="Canvas tools">
      <button type="button" aria-label="Zoom in" title="Zoom in" onClick={view.zoomIn}>
        <Icon path="M8 3v10M3 8h10" />
      </button>
      <button type="button" aria-label="Zoom out" title="Zoom out" onClick={view.zoomOut}>
        <Icon path="M3 8h10" />
      </button>
      <button type="button" aria-label="Fit" title="Fit" onClick={() => view.fit(session.getState().scene.bounds)}>
        <Icon path="M9.5 2.5h4v4M6.5 13.5h-4v-4M13.5 2.5l-5 5M2.5 13.5l5-5" />
      </button>
      <button
        type="button"
        className="is-word"
        aria-busy={tidying}
        disabled={readOnly || tidying}
        onClick={() => void tidyNow(kit, "asked")}
      >
        Tidy
      </button>
    </div>
  );
}

function Icon({ path }: { readonly path: string }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
