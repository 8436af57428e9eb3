import "./Frames.css";
import { type KeyboardEvent, useMemo } from "react";
import { renameGroup, ungroup } from "../../../editor/commands/notes/groups";
import { type Frame, framesOf } from "../../../pipeline/layout/frames";
import { useEditorState } from "../../kit/useWorkspace";
import { useCanvas } from "../canvasStore";
import { startStepsDrag } from "../drop/stepsDrag";
import { useKit } from "../kit";

/** The frames of the groups, below all else. */
export function Frames() {
  const scene = useCanvas((state) => state.scene);
  const groups = useEditorState((state) => state.document.groups);
  const frames = useMemo(() => framesOf(groups, scene), [groups, scene]);
  return frames.map((frame) => <FrameView key={frame.group.id} frame={frame} />);
}

/** A frame by its title: dragged, its steps move with it; clicked, they are selected; a double click renames it. */
function FrameView({ frame: { group, x, y, width, height } }: { readonly frame: Frame }) {
  const kit = useKit();
  const readOnly = useEditorState((state) => state.readOnly);
  const { id, title, colour, steps } = group;
  const rename = () => void kit.runAt({ x, y })(renameGroup, { id });
  const openMenu = () => kit.canvas.setState({ overlay: { kind: "groupMenu", id, at: { x, y: y + 30 } } });
  const key = (event: KeyboardEvent) => {
    if (event.key === "Enter" || event.key === " ") kit.editor.select(steps);
    else if (readOnly) return;
    else if (event.key === "F2") rename();
    else if (event.key === "Delete" || event.key === "Backspace") kit.run(ungroup, { id });
    else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) openMenu();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={`sw-frame is-${colour}`} style={{ transform: `translate(${x}px,${y}px)`, width, height }}>
      <button
        type="button"
        className="sw-frame-title nopan"
        title={`${title}: drag to move its steps, click to select them, double click to rename it`}
        aria-label={`Group ${title}`}
        onKeyDown={key}
        onPointerDown={(event) => startStepsDrag(kit, event.nativeEvent, steps)}
        onDoubleClick={() => {
          if (!readOnly) rename();
        }}
        onContextMenu={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (!readOnly) openMenu();
        }}
      >
        {title}
      </button>
    </div>
  );
}
