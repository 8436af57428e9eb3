import "./Lanes.css";
import { memo, useMemo } from "react";
import { overlaps, type Rect } from "../../../pipeline/layout/rect";
import type { Lane } from "../../../pipeline/layout/scene";
import type { GhostLane } from "../../../pipeline/layout/slotAreas";
import { type CanvasState, useCanvas } from "../canvasStore";
import { startLaneDrag } from "../drop/stepsDrag";
import { mostElements } from "../elements";
import { Fold } from "../folding/Fold";
import { useKit } from "../kit";
import { nameSize } from "../painting/names";

/** The areas around the steps of a Condition's branches. */
export function Lanes({ region }: { readonly region: Rect }) {
  const lanes = useCanvas((state) => state.scene.lanes);
  const far = useCanvas((state) => state.far);
  const cards = useCanvas((state) => state.scene.cards);
  const ghosts = useCanvas((state) => state.drop?.ghosts ?? noGhosts);
  const seen = useMemo(() => {
    const near = [...lanes.values()].filter((lane) => overlaps(lane, region));
    return near.length <= mostElements
      ? near
      : near.sort((left, right) => right.width - left.width).slice(0, mostElements);
  }, [lanes, region]);
  return (
    <>
      {seen.map((lane) => (
        <LaneView key={lane.id} lane={lane} depth={cards.get(lane.container)?.depth ?? 0} far={far} />
      ))}
      {ghosts.map((ghost) => (
        <GhostView key={ghost.id} ghost={ghost} />
      ))}
    </>
  );
}

const noGhosts: readonly GhostLane[] = [];

interface LaneProps {
  readonly lane: Lane;
  readonly depth: number;
  readonly far: boolean;
}

const LaneView = memo(function LaneView({ lane, depth, far }: LaneProps) {
  const kit = useKit();
  const { x, y, width, height, label, index, container, slot, folded } = lane;
  const mark = useCanvas((state) => dropMark(state, lane));
  const style = { transform: `translate(${x}px,${y}px)`, width, height, zIndex: Math.min(-1, 2 * depth - 20) };
  return (
    <div className={`sw-lane ${far ? "is-far-lane" : ""} ${toneOf(index)} ${mark}`} style={style}>
      <span
        className="sw-lane-label nopan"
        style={far ? { fontSize: nameSize(kit.view.zoom()) } : undefined}
        title={`${label} of ${lane.container}: drag to move its steps, click to select them`}
        onPointerDown={(event) => startLaneDrag(kit, event.nativeEvent, lane)}
      >
        {label}
      </span>
      <Fold container={container} slot={slot} frame={folded === null ? null : lane} />
    </div>
  );
});

/** The place of an empty branch, as long as a step is dragged nearby. */
function GhostView({ ghost }: { readonly ghost: GhostLane }) {
  const { x, y, width, height, label, container } = ghost;
  const mark = useCanvas((state) => dropMark(state, ghost));
  return (
    <div
      className={`sw-lane is-ghost ${toneOf(ghost.index)} ${mark}`}
      style={{ transform: `translate(${x}px,${y}px)`, width, height }}
      aria-hidden="true"
    >
      <span className="sw-lane-words">
        Drop here: {label} of {container}
      </span>
    </div>
  );
}

function toneOf(index: number): string {
  return index === 0 ? "is-true" : "is-false";
}

function dropMark({ drop }: CanvasState, { container, slot }: { readonly container: string; readonly slot: string }) {
  if (drop === null || drop.words === null || drop.to?.container !== container || drop.to.slot !== slot) return "";
  return drop.refused === null ? "is-drop" : "is-drop-refused";
}
