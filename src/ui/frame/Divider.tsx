import "./Divider.css";
import type { KeyboardEvent, PointerEvent } from "react";
import type { PanelSize } from "./panelSizes";

interface Props {
  /** "Height of the bottom panel" */
  readonly label: string;
  /** The side of its panel that it stands on. */
  readonly side: "top" | "left" | "right";
  readonly panel: PanelSize;
}

const step = 24;

/** The keys that make the panel larger and smaller. */
const keys = { top: ["ArrowUp", "ArrowDown"], left: ["ArrowLeft", "ArrowRight"], right: ["ArrowRight", "ArrowLeft"] };

/** The edge of a panel, to be dragged or moved by the arrow keys. */
export function Divider({ label, side, panel: { size, least, most, resize } }: Props) {
  const press = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault();
    event.currentTarget.focus();
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box === undefined) return;
    if (side === "top") resize(box.bottom - event.clientY);
    else resize(side === "right" ? event.clientX - box.left : box.right - event.clientX);
  };
  const key = (event: KeyboardEvent) => {
    const at = keys[side].indexOf(event.key);
    if (at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    resize(size + (at === 0 ? step : -step));
  };
  return (
    <div
      className={`sw-divider is-${side}`}
      role="separator"
      aria-label={label}
      aria-orientation={side === "top" ? "horizontal" : "vertical"}
      aria-valuenow={size}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={press}
      onPointerMove={move}
      onKeyDown={key}
    />
  );
}
