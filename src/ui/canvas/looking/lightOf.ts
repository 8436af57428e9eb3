import { edgeId, type Graph } from "../../../pipeline/graph/deriveGraph";
import { surroundingsOf } from "../../../pipeline/graph/surroundings";
import { keysOf } from "../../../pipeline/layout/replaced";
import { placed, type Scene } from "../../../pipeline/layout/scene";
import { oncePerObject } from "../../../pipeline/remember";
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
  const present = steps.filter((key) => placed(scene, key) !== undefined);
  if (present.length === 0) return null;
  const own = withInside(scene, new Set(present), () => true);
  const { keys, edges } = surroundingsOf(graph, own, whole);
  // What lies in a box that is lit lies on it.
  const lit = withInside(scene, keys, (key) => scene.cards.get(key)?.shape.box === true);
  for (const key of [...lit]) {
    const frame = scene.hidden.get(key)?.frame;
    if (frame !== undefined && "shape" in frame) lit.add(frame.key);
  }
  const litLines = linesOfEdges(edges, lines);
  const isAll = lit.size === scene.cards.size + scene.hidden.size && litLines.size === lines.size;
  if (litLines.size === 0 || isAll) return null;
  return { own, keys: lit, lines: litLines };
}

/** The steps, and all that lies in those of them that are opened. */
function withInside(scene: Scene, keys: ReadonlySet<string>, opens: (key: string) => boolean): Set<string> {
  // A container stands before what it holds.
  const all = new Set(keys);
  for (const { key, parent } of [...heldIn(scene.cards), ...heldIn(scene.hidden)]) {
    if (all.has(parent) && opens(parent)) all.add(key);
  }
  return all;
}

interface Held {
  readonly key: string;
  readonly parent: string;
}

/** What lies in a container; of thousands of steps few do. */
const heldIn = oncePerObject((steps: Scene["cards"] | Scene["hidden"]): readonly Held[] => {
  const held: Held[] = [];
  for (const one of steps.values()) {
    const { key, parent } = "card" in one ? one.card : one;
    if (parent !== null) held.push({ key, parent });
  }
  return held;
});

type Lines = CanvasState["lines"];

function linesOfEdges(edges: ReadonlySet<string>, lines: Lines): Set<string> {
  const byEdge = idsByEdge(keysOf(lines));
  return new Set([...edges].flatMap((edge) => byEdge.get(edge) ?? []));
}

const idsByEdge = oncePerObject((lines: Lines): ReadonlyMap<string, readonly string[]> => {
  const ids = new Map<string, string[]>();
  for (const { id, line } of lines.values()) {
    const edge = edgeId(line);
    const its = ids.get(edge);
    if (its === undefined) ids.set(edge, [id]);
    else its.push(id);
  }
  return ids;
});
