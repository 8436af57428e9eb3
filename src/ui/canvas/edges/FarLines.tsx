import { useMemo } from "react";
import { curvePath } from "../../../pipeline/layout/curve";
import { useCanvas } from "../session";

/** All wires as one path: from afar nobody picks one, and a thousand elements would cost every frame. */
export function FarLines() {
  const lines = useCanvas((state) => state.lines);
  const path = useMemo(() => {
    let drawn = "";
    for (const { curve, implied } of lines.values()) if (!implied) drawn += curvePath(curve);
    return drawn;
  }, [lines]);
  return (
    <svg className="sw-lines" aria-hidden="true">
      <path className="sw-far-lines" d={path} />
    </svg>
  );
}
