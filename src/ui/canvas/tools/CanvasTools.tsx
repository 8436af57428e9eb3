import "./CanvasTools.css";
import type { Command } from "../../../editor/commands/command";
import { fit, tidy, zoomIn, zoomOut } from "../../../editor/commands/view/canvas";
import { useEditorState } from "../../kit/useWorkspace";
import { useCanvas } from "../canvasStore";
import { useKit } from "../kit";

/** Zoom, fit and tidy, at the canvas's lower left. */
export function CanvasTools() {
  const { run } = useKit();
  const tidying = useCanvas((state) => state.tidying);
  const readOnly = useEditorState((state) => state.readOnly);
  const tool = (command: Command, name: string, path: string) => (
    <button type="button" aria-label={name} title={name} onClick={() => void run(command)}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
  return (
    <div className="sw-tools" role="toolbar" aria-label="Canvas tools">
      {tool(zoomIn, "Zoom in", "M8 3v10M3 8h10")}
      {tool(zoomOut, "Zoom out", "M3 8h10")}
      {tool(fit, "Fit", "M9.5 2.5h4v4M6.5 13.5h-4v-4M13.5 2.5l-5 5M2.5 13.5l5-5")}
      <button
        type="button"
        className="sw-tools-word"
        aria-busy={tidying}
        disabled={readOnly || tidying}
        onClick={() => void run(tidy)}
      >
        Tidy
      </button>
    </div>
  );
}
