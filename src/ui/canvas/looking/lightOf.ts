import { edgeId, type Graph } from "../../../pipeline/graph/deriveGraph";
import { surroundingsOf } from "../../../pipeline/graph/surroundings";
import type { Scene } from "../../../pipeline/layout/scene";
import type { CanvasState, Light } from "../canvasStore";

/**
 * What is lit while some steps are looked at: they, what containers among them hold, their wires and neighbours, or with `whole` the whole
 * path. Null where nothing would be faded, and for steps without a wire: there is nothing to tell of them.
 */
export function lightOf(
  graph: Graph,
  { scene, lines }: Pick<CanvasState, "scene" | "lines">,
  steps: readonly string[],
  whole: boolean,
): Light | null {
  const present = steps.filter((key) => scene.cards.has(key));
  if (present.length === 0) return null;
  const own = withInside(scene, new Set(present), () => true);
  const { keys, edges } = surroundingsOf(graph, own, whole);
  // What lies in a box that is lit lies on it.
  const lit = withInside(scene, keys, (key) => scene.cards.get(key)?.shape.box === true);
  const litLines = new Set<string>();
  for (const { id, line } of lines.values()) if (edges.has(edgeId(line))) litLines.add(id);
  const isAll = lit.size === scene.cards.size && litLines.size === lines.size;
  if (litLines.size === 0 || isAll) return null;
  return { own, keys: lit, lines: litLines };
}

/** The steps, and all that lies in those of them that are opened. */
function withInside(scene: Scene, keys: ReadonlySet<string>, opens: (key: string) => boolean): ReadonlySet<string> {
  const all = new Set(keys);
  // A container stands before what it holds.
  for (const { key, parent } of scene.cards.values()) {
    if (parent !== null && all.has(parent) && opens(parent)) all.add(key);
  }
  return all;
}
