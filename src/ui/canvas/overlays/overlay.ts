import type { Place } from "../../../pipeline/definition/document";
import type { WireSource, WireTarget } from "../../../pipeline/wiring";
import type { WireEnd } from "../wire/drawnWire";

export type ItemSource = WireSource & { readonly kind: "currentItem" };

/** What opens over the canvas at a point of it. The parts that draw it load when the first one opens. */
export type Overlay = { readonly at: Place } & (
  | { readonly kind: "moreFields"; readonly step: string }
  /** A wire was dropped on a step's body, or is drawn by keyboard: which field? Without a step, of all steps. */
  | { readonly kind: "pickField"; readonly source: WireSource; readonly step: string | null }
  /** A field looks for what it should read; with a step, among its outputs. */
  | { readonly kind: "pickSource"; readonly target: WireTarget; readonly step: string | null }
  /** A step looks for one that waits for it, or for which it waits; a slot looks for a step to hold. */
  | { readonly kind: "pickStep"; readonly end: WireEnd }
  /** Steps look for a branch or a loop to lie in. */
  | { readonly kind: "pickSlot"; readonly steps: readonly string[] }
  /** Empty canvas: which new step takes the wire, or just which new step. */
  | { readonly kind: "addStep"; readonly end: WireEnd | null }
  | { readonly kind: "jsonPath"; readonly source: WireSource; readonly target: WireTarget }
  /** A loop's item goes to a field: all of it, or which member? */
  | { readonly kind: "itemMember"; readonly source: ItemSource; readonly target: WireTarget }
  | { readonly kind: "iteration"; readonly source: WireSource; readonly target: WireTarget }
  | { readonly kind: "stepMenu"; readonly step: string }
  | { readonly kind: "lineMenu"; readonly line: string }
  | { readonly kind: "canvasMenu" }
);
