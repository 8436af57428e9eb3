import "./FarLines.css";
import { useMemo } from "react";
import { curvePath } from "../../../pipeline/layout/curve";
import type { RoutedLine } from "../../../pipeline/layout/route";
import { type CanvasStore, useCanvas, useCanvasStore } from "../canvasStore";
import { Lines } from "./Lines";

/**
 * All wires as one path: from afar nobody picks one, and a thousand elements would cost every frame. While steps are dragged, the
 * wires that follow them are a second path on a sheet of its own, so that nothing of the first is painted again.
 */
export function FarLines() {
  const canvas = useCanvasStore();
  const lines = useCanvas((state) => state.lines);
  const dragged = useCanvas(({ drag }) => (drag === null ? null : [...drag.keys()].join("\n")));
  const settled = dragged === null ? lines : null;
  const still = useMemo(() => stillPath(canvas, dragged, settled), [canvas, dragged, settled]);
  const moving = dragged === null ? "" : pathOf(lines, new Set(dragged.split("\n")), true);
  return (
    <>
      <Lines>
        <path className="sw-far-lines" d={still} />
      </Lines>
      {moving !== "" && (
        <Lines look="is-moving">
          <path className="sw-far-lines" d={moving} />
        </Lines>
      )}
    </>
  );
}

type Routes = ReadonlyMap<string, RoutedLine>;

function stillPath(canvas: CanvasStore, dragged: string | null, settled: Routes | null): string {
  return pathOf(settled ?? canvas.getState().lines, new Set(dragged?.split("\n") ?? []), false);
}

/** The wires that meet the steps (`touching`), or all others. */
function pathOf(lines: Routes, keys: ReadonlySet<string>, touching: boolean): string {
  let drawn = "";
  for (const { curve, implied, line } of lines.values()) {
    if (!implied && (keys.has(line.from) || keys.has(line.to)) === touching) drawn += curvePath(curve);
  }
  return drawn;
}
