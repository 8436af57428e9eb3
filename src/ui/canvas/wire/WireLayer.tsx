import "./WireLayer.css";
import { useSyncExternalStore } from "react";
import { ViewportPortal } from "reactflow";
import { curveBetween, curvePath } from "../../../pipeline/layout/curve";
import { spotOf } from "../../../pipeline/layout/portRef";
import { Bubble } from "../Bubble";
import { useCanvas, useCanvasStore } from "../canvasStore";
import { Lines } from "../edges/Lines";
import { wirePointer } from "./pointer";

function usePointer() {
  return useSyncExternalStore(wirePointer.subscribe, wirePointer.getState);
}

/** The wire being drawn: it follows the pointer, and snaps to the port that takes it. */
export function WireLayer() {
  const drawing = useCanvas((state) => state.wire !== null);
  return drawing ? (
    <>
      <ViewportPortal>
        <FreeWire />
      </ViewportPortal>
      <WireBubble />
    </>
  ) : null;
}

function FreeWire() {
  const wire = useCanvas((state) => state.wire);
  const canvas = useCanvasStore();
  const { at } = usePointer();
  if (wire === null || wire.start === null) return null;
  const { over, end } = wire;
  const snapped =
    over !== null && over.reason === null && over.port !== null ? spotOf(canvas.getState().scene, over.port) : null;
  const free = snapped ?? at;
  const backwards = end.kind === "field" || end.kind === "before";
  const curve = backwards ? curveBetween(free, wire.start) : curveBetween(wire.start, free);
  const words = [
    "sw-free-wire",
    over?.reason ? "is-refused" : "",
    end.kind === "after" || end.kind === "before" ? "is-order" : "",
  ];
  return (
    <Lines look="is-wire">
      <path className={words.join(" ")} d={curvePath(curve)} />
      <circle className="sw-free-end" cx={free.x} cy={free.y} r={4} />
    </Lines>
  );
}

/** Near the pointer: why the wire is refused here, or what it would do. */
function WireBubble() {
  const wire = useCanvas((state) => state.wire);
  const { client } = usePointer();
  const words = wire?.over?.reason ?? null;
  if (words === null) return null;
  return (
    <Bubble at={client} refused>
      {words}
    </Bubble>
  );
}
