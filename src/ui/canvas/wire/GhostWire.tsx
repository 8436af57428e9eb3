import "./GhostWire.css";
import { useEffect, useMemo } from "react";
import { ViewportPortal } from "reactflow";
import { selectedStep } from "../../../editor/session/selectors";
import { printPath } from "../../../pipeline/definition/path";
import { curveBetween, curvePath } from "../../../pipeline/layout/curve";
import { type PortRef, spotOf } from "../../../pipeline/layout/portRef";
import { afterSpot, beforeSpot } from "../../../pipeline/layout/scene";
import { bestWire } from "../../../pipeline/wiring/offers";
import { useEditorState } from "../../kit/useWorkspace";
import { useCanvas } from "../canvasStore";
import { Lines } from "../edges/Lines";
import { useKit } from "../kit";

/** The wire that names speak for between a new step and the one before it: faint, until Tab takes it or the person goes on. */
export default function GhostWire({ from, to }: { readonly from: string; readonly to: string }) {
  const { editor, canvas } = useKit();
  const document = useEditorState((state) => state.document);
  const models = useEditorState((state) => state.models);
  const isSelected = useEditorState((state) => selectedStep(state) === to);
  const wire = useMemo(
    () => (isSelected ? bestWire(document, models, from, to) : null),
    [isSelected, document, models, from, to],
  );
  useEffect(() => {
    canvas.setState({ ghost: wire });
    if (wire !== null) editor.announce(`Tab connects ${wire.said}.`);
    return () => canvas.setState({ ghost: null });
  }, [canvas, editor, wire]);
  const scene = useCanvas((state) => state.scene);
  const [giver, taker] = [scene.cards.get(from), scene.cards.get(to)];
  if (wire === null || giver === undefined || taker === undefined || wire.source.kind !== "output") return null;
  const at = (port: PortRef) => spotOf(scene, port);
  const start = at({ key: from, side: "out", port: wire.source.output }) ?? afterSpot(giver);
  const end = at({ key: to, side: "in", port: printPath(wire.target.path) }) ?? beforeSpot(taker);
  return (
    <ViewportPortal>
      <Lines look="is-wire">
        <path className="sw-ghost-wire" d={curvePath(curveBetween(start, end))} />
      </Lines>
      <div className="sw-ghost-words" style={{ left: (start.x + end.x) / 2, top: Math.min(giver.y, taker.y) }}>
        <kbd>Tab</kbd> {wire.said}
      </div>
    </ViewportPortal>
  );
}
