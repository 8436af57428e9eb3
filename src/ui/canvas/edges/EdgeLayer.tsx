import "./EdgeLayer.css";
import { memo, useEffect, useMemo, useRef } from "react";
import { useStore, ViewportPortal } from "reactflow";
import type { Rect } from "../../../pipeline/layout/rect";
import { useCanvas } from "../canvasStore";
import { linesIn } from "../sceneIndex";
import { Lanes } from "./Lanes";
import { Lines } from "./Lines";
import { LineView } from "./LineView";

/** Lanes, wires and their labels: below the cards, above the boxes. From afar wires are painted, and nobody picks one. */
export const EdgeLayer = memo(function EdgeLayer() {
  const region = useRegion();
  return (
    <ViewportPortal>
      <Lanes region={region} />
      <NearLines region={region} />
    </ViewportPortal>
  );
});

/** Only what is in view, with some around it; the region moves in steps, so that panning changes it seldom. */
const stride = 400;

/** While the view moves it stays. */
function useRegion(): Rect {
  const moving = useCanvas((state) => state.moving);
  const last = useMemo(() => ({ printed: "" }), []);
  const printed = useStore(({ transform: [x, y, zoom], width, height }) => {
    if (moving && last.printed !== "") return last.printed;
    const left = Math.floor(-x / zoom / stride);
    const top = Math.floor(-y / zoom / stride);
    const right = Math.ceil((-x + width) / zoom / stride);
    const bottom = Math.ceil((-y + height) / zoom / stride);
    last.printed = `${left} ${top} ${right} ${bottom}`;
    return last.printed;
  });
  return useMemo(() => {
    const [left = 0, top = 0, right = 0, bottom = 0] = printed.split(" ").map((part) => Number(part) * stride);
    return { x: left, y: top, width: right - left, height: bottom - top };
  }, [printed]);
}

const nothing: ReadonlySet<string> = new Set();

function NearLines({ region }: { readonly region: Rect }) {
  const far = useCanvas((state) => state.far);
  const lines = useCanvas((state) => state.lines);
  const dragged = useCanvas((state) => state.drag !== null);
  const labels = useCanvas((state) => state.labels);
  // From afar only what is looked at, for those who come to it by key.
  const highlighted = useCanvas((state) => (state.far ? state.highlighted : nothing));
  // While steps are dragged, what is in view is not asked for anew at each move.
  const settled = useSettled(lines, dragged);
  const ids = useMemo(
    () => (far ? [...highlighted] : linesIn(settled, region).map(({ id }) => id)),
    [far, settled, region, highlighted],
  );
  return (
    <Lines named>
      <Arrowheads />
      {ids.map((id) => {
        const line = lines.get(id);
        if (line === undefined) return null;
        const at = labels.get(line.id);
        return <LineView key={line.id} routed={line} labelX={at?.x ?? null} labelY={at?.y ?? null} />;
      })}
    </Lines>
  );
}

function useSettled<T>(value: T, changing: boolean): T {
  const last = useRef(value);
  useEffect(() => {
    if (!changing) last.current = value;
  });
  return changing ? last.current : value;
}

const tones = ["plain", "highlighted", "true", "false", "failed"] as const;

function Arrowheads() {
  return (
    <defs>
      {tones.map((tone) => (
        <marker
          key={tone}
          id={`wire-arrow-${tone}`}
          className={`sw-arrow is-${tone}`}
          viewBox="-8 -5 9 10"
          markerWidth="9"
          markerHeight="10"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M-7,-4L0,0L-7,4" />
        </marker>
      ))}
    </defs>
  );
}
