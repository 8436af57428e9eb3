/** The viewer: one file with a pipeline in it, to be looked at. What is here runs in that file and knows nothing but it. */
import { showDetails } from "./details";
import { found } from "./element";
import { openOutline } from "./outline";
import { openPicture } from "./picture";
import type { Told } from "./told";

const told = JSON.parse(found("#told", HTMLScriptElement).text) as Told;
const details = found("#details", HTMLElement);

/** Null: the pipeline as a whole. */
function select(step: number | null): void {
  picture.mark(step);
  outline.mark(step);
  showDetails(details, told, step, select);
  details.scrollTop = 0;
}

/** A step that was asked for elsewhere than in the picture. */
function show(step: number | null): void {
  select(step);
  if (step !== null) picture.reveal(step);
}

const picture = openPicture(found("#picture svg", SVGSVGElement), select);
const outline = openOutline(found("#outline", HTMLElement), told, show);
select(null);
