import type { Layout, PipelineDocument } from "../definition/document";
import type { Scene } from "./scene";

/** The places of steps that were only arranged, not saved: they are kept once any step is moved, for what one sees must not shift. */
export function positionsNotSaved({ layout }: PipelineDocument, { cards }: Scene): Layout {
  return new Map([...cards.values()].flatMap(({ key, x, y }) => (layout.has(key) ? [] : [[key, { x, y }] as const])));
}
