import "./Painting.css";
import { useEffect, useRef } from "react";
import { useStoreApi } from "reactflow";
import { useKit } from "../kit";
import { startPainting } from "./painter";

/** Everything on the canvas, drawn. What is an element lies above its own picture. */
export default function Painting() {
  const kit = useKit();
  const flow = useStoreApi();
  const still = useRef<HTMLCanvasElement>(null);
  const moving = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (still.current === null || moving.current === null) return;
    return startPainting(kit, flow, { still: still.current, moving: moving.current });
  }, [kit, flow]);
  return (
    <div className="sw-painting" aria-hidden="true">
      <canvas ref={still} className="sw-painting-sheet" width={0} height={0} />
      <canvas ref={moving} className="sw-painting-sheet" width={0} height={0} />
    </div>
  );
}
