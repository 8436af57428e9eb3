import "./BottomArea.css";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { useEditorState } from "../kit/useWorkspace";
import { BottomPanel } from "./panel/BottomPanel";
import { fittingHeight, largestHeight, readHeight, rememberHeight, smallestHeight } from "./panel/panelHeight";

const step = 24;

/** The bottom panel at the height that the person gave it; its tab bar alone while no tab is open. */
export function BottomArea() {
  const open = useEditorState((state) => state.panel !== null);
  const [wanted, setWanted] = useState(readHeight);
  const height = fittingHeight(wanted);
  const resize = (next: number) => {
    setWanted(fittingHeight(next));
    rememberHeight(fittingHeight(next));
  };
  return (
    <div className="sw-bottom" style={open ? { height } : undefined}>
      {open && <Divider height={height} onChange={resize} />}
      <BottomPanel />
    </div>
  );
}

function Divider({ height, onChange }: { readonly height: number; readonly onChange: (height: number) => void }) {
  const press = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onChange(window.innerHeight - event.clientY);
  };
  const key = (event: KeyboardEvent) => {
    const by = event.key === "ArrowUp" ? step : event.key === "ArrowDown" ? -step : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(height + by);
  };
  return (
    <div
      className="sw-bottom-divider"
      role="separator"
      aria-label="Height of the bottom panel"
      aria-orientation="horizontal"
      aria-valuenow={height}
      aria-valuemin={smallestHeight}
      aria-valuemax={largestHeight()}
      tabIndex={0}
      onPointerDown={press}
      onPointerMove={move}
      onKeyDown={key}
    />
  );
}
