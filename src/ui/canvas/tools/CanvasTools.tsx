import "./CanvasTools.css";
import { useEffect, useRef } from "react";
import { useStoreApi } from "reactflow";
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
      <ZoomButton />
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

/** How near one is; opens the menu of zooms. The figure is written past React: it changes with each frame of a zoom. */
function ZoomButton() {
  const { canvas, view } = useKit();
  const store = useStoreApi();
  const figure = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const write = () => {
      const percent = `${Math.round(store.getState().transform[2] * 100)}%`;
      if (figure.current !== null && figure.current.textContent !== percent) figure.current.textContent = percent;
    };
    write();
    return store.subscribe(write);
  }, [store]);
  const open = useCanvas((state) => state.overlay?.kind === "zoomMenu");
  return (
    <button
      type="button"
      className="sw-tools-zoom"
      aria-haspopup="menu"
      aria-expanded={open}
      onClick={(event) => {
        const { left, top } = event.currentTarget.getBoundingClientRect();
        canvas.setState({ overlay: { kind: "zoomMenu", at: view.toCanvas({ x: left, y: top - menuHeight }) } });
      }}
    >
      <span className="sw-unseen">Zoom </span>
      <span ref={figure} />
    </button>
  );
}

/** About as high as the menu is, so that it opens above its button. */
const menuHeight = 320;
