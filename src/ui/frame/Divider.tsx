import "./Divider.css";
import type { KeyboardEvent, PointerEvent } from "react";

interface Props {
  /** "Height of the bottom panel" */
  readonly label: string;
  /** The side of its panel that it stands on. */
  readonly side: "top" | "left" | "right";
  readonly size: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (size: number) => void;
}

const step = 24;

/** The keys that make the panel larger and smaller. */
const keys = { top: ["ArrowUp", "ArrowDown"], left: ["ArrowLeft", "ArrowRight"], right: ["ArrowRight", "ArrowLeft"] };

/** The edge of a panel, to be dragged or moved by the arrow keys. */
export function Divider({ label, side, size, least, most, onChange }: Props) {
  const press = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault();
    event.currentTarget.focus();
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const panel = event.currentTarget.parentElement?.getBoundingClientRect();
    if (panel === undefined) return;
    if (side === "top") onChange(panel.bottom - event.clientY);
    else onChange(side === "right" ? event.clientX - panel.left : panel.right - event.clientX);
  };
  const key = (event: KeyboardEvent) => {
    const at = keys[side].indexOf(event.key);
    if (at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(size + (at === 0 ? step : -step));
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
