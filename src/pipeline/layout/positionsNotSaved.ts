import type { Layout, PipelineDocument } from "../definition/document";
import type { Scene } from "./scene";

/** The places of steps that were only arranged, not saved: they are kept once any step is moved, for what one sees must not shift. */
export function positionsNotSaved({ layout }: PipelineDocument, { cards, hidden }: Scene): Layout {
  const all = [...cards.values(), ...[...hidden.values()].map(({ card }) => card)];
  return new Map(all.flatMap(({ key, x, y }) => (layout.has(key) ? [] : [[key, { x, y }] as const])));
}
