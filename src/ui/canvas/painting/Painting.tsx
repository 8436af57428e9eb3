import "./Painting.css";
import { useEffect, useRef } from "react";
import { useStoreApi } from "reactflow";
import { useCanvas } from "../canvasStore";
import { useKit } from "../kit";
import { startPainting } from "./painter";

/** Everything on the canvas, drawn. What is an element lies above its own picture. */
export default function Painting() {
  const kit = useKit();
  const flow = useStoreApi();
  const still = useRef<HTMLCanvasElement>(null);
  const lit = useRef<HTMLCanvasElement>(null);
  const moving = useRef<HTMLCanvasElement>(null);
  const fades = useCanvas(({ light }) => light !== null);
  useEffect(() => {
    if (still.current === null || lit.current === null || moving.current === null) return;
    return startPainting(kit, flow, { still: still.current, lit: lit.current, moving: moving.current });
  }, [kit, flow]);
  return (
    <div className={`sw-painting ${fades ? "is-lit" : ""}`} aria-hidden="true">
      <canvas ref={still} className="sw-painting-sheet" width={0} height={0} />
      <div className="sw-painting-veil" />
      <canvas ref={lit} className="sw-painting-sheet" width={0} height={0} />
      <canvas ref={moving} className="sw-painting-sheet" width={0} height={0} />
    </div>
  );
}
