import "./BottomArea.css";
import { useEditorState } from "../kit/useWorkspace";
import { Divider } from "./Divider";
import { BottomPanel } from "./panel/BottomPanel";
import { usePanelSize } from "./panelSizes";

/** The bottom panel at the height that the person gave it; its tab bar alone while no tab is open. */
export function BottomArea() {
  const open = useEditorState((state) => state.panel !== null);
  const panel = usePanelSize("bottom");
  return (
    <div className="sw-bottom" style={open ? { height: panel.size } : undefined}>
      {open && <Divider label="Height of the bottom panel" side="top" panel={panel} />}
      <BottomPanel />
    </div>
  );
}
