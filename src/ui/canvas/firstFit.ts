import type { PipelineDocument } from "../../pipeline/definition/document";
import { listSteps } from "../../pipeline/graph/stepTree";
import { drawnBounds } from "../../pipeline/layout/route";
import type { CanvasKit } from "./kit";

/** Up to so many steps a view that nobody chose need not show all of. */
const few = 30;

/** The first look at a document: all of it, or its beginning where all would be too small to read. */
export function firstFit({ canvas, view }: CanvasKit): void {
  const { scene, lines } = canvas.getState();
  view.fit(drawnBounds(scene, lines), { at: "once", readable: scene.cards.size <= few });
}

/** After the steps were tidied: as near as it was, where all of them can be seen so; else as at the first look. */
export function fitTidied({ canvas, view }: CanvasKit): void {
  const { scene, lines } = canvas.getState();
  const isFew = scene.cards.size <= few;
  view.fit(drawnBounds(scene, lines), { readable: isFew, near: isFew });
}

/** True for a document of which no step has a place: it was imported. */
function isUnplaced({ definition, layout }: PipelineDocument): boolean {
  const steps = listSteps(definition);
  return steps.length > 0 && steps.every(({ key }) => !layout.has(key));
}

/** Up to so many steps are laid out before they show; more show at once, roughly placed, and stay so until they are tidied. */
const waitedFor = 300;

export function waitsForLayout(document: PipelineDocument): boolean {
  return isUnplaced(document) && listSteps(document.definition).length <= waitedFor;
}
