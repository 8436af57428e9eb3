import type { PipelineDocument } from "../../pipeline/definition/document";
import { listSteps } from "../../pipeline/graph/stepTree";
import { framesOf } from "../../pipeline/layout/frames";
import { boundsOf, type Rect } from "../../pipeline/layout/rect";
import { drawnBounds } from "../../pipeline/layout/route";
import type { CanvasKit } from "./kit";

/** Around all that is on the canvas; null on a blank one. */
export function shownBounds({ canvas, editor }: CanvasKit): Rect | null {
  const { scene, lines } = canvas.getState();
  const { notes, groups } = editor.store.getState().document;
  const drawn = drawnBounds(scene, lines);
  const written = notes.map(({ place, size }) => ({ ...place, ...size }));
  return boundsOf([...(drawn === null ? [] : [drawn]), ...written, ...framesOf(groups, scene)]);
}

/** Up to so many steps a view that nobody chose need not show all of. */
const few = 30;

/** The first look at a document: all of it, or its beginning where all would be too small to read. */
export function firstFit(kit: CanvasKit): void {
  const { canvas, view } = kit;
  const { scene } = canvas.getState();
  view.fit(shownBounds(kit), { at: "once", readable: scene.cards.size <= few });
}

/** After the steps were tidied: as near as it was, where all of them can be seen so; else as at the first look. */
export function fitTidied(kit: CanvasKit): void {
  const { canvas, view } = kit;
  const { scene } = canvas.getState();
  const isFew = scene.cards.size <= few;
  view.fit(shownBounds(kit), { readable: isFew, near: isFew });
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
