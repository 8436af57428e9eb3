import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { useEditorState } from "../kit/useEditor";
import { BottomPanel } from "../panel/BottomPanel";
import "./bottomArea.css";

const smallest = 120;
const first = 240;
const step = 24;
const largest = () => Math.max(smallest, Math.round(window.innerHeight * 0.75));
const within = (height: number) => Math.min(largest(), Math.max(smallest, height));

/** The bottom panel at the height that the person gave it; its tab bar alone while no tab is open. */
export function BottomArea() {
  const open = useEditorState((state) => state.panel !== null);
  const [height, setHeight] = useState(first);
  return (
    <div className="sw-bottom" style={open ? { height } : undefined}>
      {open && <Divider height={height} onChange={setHeight} />}
      <BottomPanel />
    </div>
  );
}

function Divider({ height, onChange }: { readonly height: number; readonly onChange: (height: number) => void }) {
  const press = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onChange(within(window.innerHeight - event.clientY));
  };
  const key = (event: KeyboardEvent) => {
    const by = event.key === "ArrowUp" ? step : event.key === "ArrowDown" ? -step : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(within(height + by));
  };
  return (
    <div
      className="sw-bottom-divider"
      role="separator"
      aria-label="Height of the bottom panel"
      aria-orientation="horizontal"
      aria-valuenow={height}
      aria-valuemin={smallest}
      aria-valuemax={largest()}
      tabIndex={0}
      onPointerDown={press}
      onPointerMove={move}
      onKeyDown={key}
    />
  );
}
