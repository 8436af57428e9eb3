import type { PipelineDocument } from "../../pipeline/definition/document";
import { listSteps } from "../../pipeline/graph/stepTree";
import type { CanvasKit } from "./kit";

/** How many steps a first view need not show all of. */
const few = 20;

/** The first look at a document: all of it, or its beginning where all would be too small to read. */
export function firstFit({ canvas, view }: CanvasKit): void {
  const { bounds, cards } = canvas.getState().scene;
  view.fit(bounds, { at: "once", readable: cards.size <= few });
}

/** True for a document of which no step has a place: it was imported. */
export function isUnplaced({ definition, layout }: PipelineDocument): boolean {
  const steps = listSteps(definition);
  return steps.length > 0 && steps.every(({ key }) => !layout.has(key));
}

/** Up to so many steps the first layout is waited for; more show at once, roughly placed. */
const waitedFor = 150;

export function waitsForLayout(document: PipelineDocument): boolean {
  return isUnplaced(document) && listSteps(document.definition).length <= waitedFor;
}
