import "./EdgeLayer.css";
import { memo, useMemo } from "react";
import { useStore, ViewportPortal } from "reactflow";
import type { Position } from "../../../pipeline/definition/document";
import { curveBounds } from "../../../pipeline/layout/curve";
import { labelPositions, labelsOf } from "../../../pipeline/layout/labels";
import { grown, overlaps, type Rect } from "../../../pipeline/layout/rect";
import type { RoutedLine } from "../../../pipeline/layout/route";
import { laneTitle, solidPart } from "../../../pipeline/layout/scene";
import { useEditorState } from "../../kit/useWorkspace";
import { useCanvas } from "../canvasStore";
import { useFar } from "../far";
import { FarLines } from "./FarLines";
import { Lanes } from "./Lanes";
import { Lines } from "./Lines";
import { LineView } from "./LineView";

/** Lanes, wires and their labels: below the cards, above the boxes. From afar all wires are one path. */
export const EdgeLayer = memo(function EdgeLayer() {
  const far = useFar();
  return (
    <ViewportPortal>
      <Lanes far={far} />
      {far ? <FarLines /> : <NearLines />}
    </ViewportPortal>
  );
});

/** Only what is in view is drawn, with half a screen around it; the region moves in steps, so that panning draws seldom. */
const stride = 400;

function useRegion(): Rect {
  const printed = useStore(({ transform: [x, y, zoom], width, height }) => {
    const left = Math.floor(-x / zoom / stride) - 1;
    const top = Math.floor(-y / zoom / stride) - 1;
    const right = Math.ceil((-x + width) / zoom / stride) + 1;
    const bottom = Math.ceil((-y + height) / zoom / stride) + 1;
    return `${left} ${top} ${right} ${bottom}`;
  });
  return useMemo(() => {
    const [left = 0, top = 0, right = 0, bottom = 0] = printed.split(" ").map((part) => Number(part) * stride);
    return { x: left, y: top, width: right - left, height: bottom - top };
  }, [printed]);
}

function inRegion({ curve }: RoutedLine, region: Rect): boolean {
  return overlaps(grown(curveBounds(curve), 1), region);
}

const noLabels: ReadonlyMap<string, Position> = new Map();

function NearLines() {
  const lines = useCanvas((state) => state.lines);
  const cards = useCanvas((state) => state.scene.cards);
  const lanes = useCanvas((state) => state.scene.lanes);
  const region = useRegion();
  const small = useStore((state) => state.transform[2] < 0.6);
  const flows = useEditorState((state) => state.simulation?.lines);
  const seen = useMemo(() => [...lines.values()].filter((line) => inRegion(line, region)), [lines, region]);
  const labels = useMemo(() => {
    if (small) return noLabels;
    const solid = [...[...cards.values()].map(solidPart), ...[...lanes.values()].map(laneTitle)];
    const rects = solid.filter((rect) => overlaps(rect, region));
    const shown = seen.filter(({ implied }) => !implied).map(({ curve }) => curve);
    return labelPositions(
      labelsOf(seen, (id) => flows?.get(id)?.label),
      rects,
      shown,
    );
  }, [seen, cards, lanes, region, small, flows]);
  return (
    <Lines named>
      <Arrowheads />
      {seen.map((line) => {
        const at = labels.get(line.id);
        return <LineView key={line.id} routed={line} labelX={at?.x ?? null} labelY={at?.y ?? null} />;
      })}
    </Lines>
  );
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
