import "./Minimap.css";
import { type PointerEvent, useMemo, useRef } from "react";
import { useStore } from "reactflow";
import { boundsOf, grown, type Rect } from "../../../pipeline/layout/rect";
import { emptyScene, type Scene } from "../../../pipeline/layout/scene";
import { useCanvas } from "../canvasStore";
import { useKit } from "../kit";

const size = { width: 148, height: 92 };

/** The whole pipeline in small, and what of it is in view. A click or drag goes there. All steps are one path. */
export function Minimap() {
  const { cards, bounds: all } = useSettledScene();
  const path = useMemo(() => {
    let drawn = "";
    for (const { x, y, width, height, shape } of cards.values()) {
      if (!shape.box) drawn += `M${x},${y}h${width}v${height}h${-width}z`;
    }
    return drawn;
  }, [cards]);
  if (all === null) return null;
  return <SmallMap path={path} all={all} />;
}

/** The scene as it is between drags: the map need not follow each move. */
function useSettledScene(): Scene {
  const last = useRef<Scene>(emptyScene);
  return useCanvas(({ scene, drag }) => {
    if (drag === null) last.current = scene;
    return last.current;
  });
}

function SmallMap({ path, all }: { readonly path: string; readonly all: Rect }) {
  const { view } = useKit();
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  const shown = grown(boundsOf([all, seen]) ?? all, 40);
  const scale = Math.max(shown.width / size.width, shown.height / size.height);
  const go = (event: PointerEvent<SVGSVGElement>) => {
    const matrix = event.currentTarget.getScreenCTM();
    if (matrix === null) return;
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    const now = view.inView();
    view.panBy((now.x + now.width / 2 - at.x) * zoom, (now.y + now.height / 2 - at.y) * zoom);
  };
  return (
    <svg
      className="sw-minimap"
      role="img"
      aria-label="Map of the pipeline"
      width={size.width}
      height={size.height}
      viewBox={`${shown.x} ${shown.y} ${shown.width} ${shown.height}`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) go(event);
      }}
    >
      <path className="sw-minimap-steps" d={path} />
      <rect className="sw-minimap-view" {...seen} rx={3 * scale} strokeWidth={1.5 * scale} />
    </svg>
  );
}
