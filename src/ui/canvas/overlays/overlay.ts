import type { Asked } from "../../../editor/session/question";
import type { Position } from "../../../pipeline/definition/document";

/** What opens over the canvas at a point of it. The parts that draw it load when the first one opens. */
export type Overlay = { readonly at: Position } & (
  | { readonly kind: "question"; readonly question: Asked }
  /** A callback that waits, by the name of its run. */
  | { readonly kind: "answer"; readonly run: string }
  | { readonly kind: "stepMenu"; readonly step: string }
  | { readonly kind: "lineMenu"; readonly line: string }
  | { readonly kind: "noteMenu" | "groupMenu"; readonly id: string }
  | { readonly kind: "canvasMenu" }
  | { readonly kind: "zoomMenu" }
);
