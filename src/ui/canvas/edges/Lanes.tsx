import { memo } from "react";
import type { Lane } from "../../../pipeline/layout/scene";
import { useCanvas } from "../session";

/** The areas around the steps of a Condition's branches. */
export function Lanes() {
  const lanes = useCanvas((state) => state.scene.lanes);
  const cards = useCanvas((state) => state.scene.cards);
  return [...lanes.values()].map((lane) => (
    <LaneView key={lane.id} lane={lane} depth={cards.get(lane.container)?.depth ?? 0} />
  ));
}

const LaneView = memo(function LaneView({ lane, depth }: { readonly lane: Lane; readonly depth: number }) {
  const { x, y, width, height, label, index } = lane;
  const style = { transform: `translate(${x}px,${y}px)`, width, height, zIndex: Math.min(-1, 2 * depth - 20) };
  return (
    <div className={`sw-lane ${index === 0 ? "is-true" : "is-false"}`} style={style}>
      <span className="sw-lane-label">{label}</span>
    </div>
  );
});
