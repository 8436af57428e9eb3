import type { Position } from "../../definition/document";
import type { Rect } from "../rect";
import { type ElkEdge, type ElkNode, stepOfNode } from "./elkNode";

/** A part of a pipeline as elk drew it, its coordinates from the part's top left corner. */
export interface Drawing {
  readonly positions: ReadonlyMap<string, Position>;
  /** The way of each elk edge, from end to end, by the edge's id. */
  readonly ways: ReadonlyMap<string, readonly Position[]>;
  /** What lies on the canvas itself, cards and whatever is around steps, with the keys of the steps in it. */
  readonly blocks: readonly Block[];
}

export interface Block {
  readonly rect: Rect;
  readonly keys: readonly string[];
}

/** Reads what elk laid out, in coordinates of the node that is given, in many small parts. */
export function* fromElkInParts(part: ElkNode): Generator<undefined, Drawing> {
  const positions = new Map<string, Position>();
  const origins = new Map<string, Position>();
  const edges: ElkEdge[] = [...(part.edges ?? [])];
  const visit = (node: ElkNode, origin: Position): string[] => {
    origins.set(node.id, origin);
    return (node.children ?? []).flatMap((child) => {
      const at = { x: origin.x + (child.x ?? 0), y: origin.y + (child.y ?? 0) };
      edges.push(...(child.edges ?? []));
      const key = stepOfNode(child.id);
      if (key !== null) positions.set(key, at);
      return [...(key === null ? [] : [key]), ...visit(child, at)];
    });
  };
  origins.set(part.id, { x: 0, y: 0 });
  const blocks: Block[] = [];
  for (const child of part.children ?? []) {
    const at = { x: child.x ?? 0, y: child.y ?? 0 };
    const key = stepOfNode(child.id);
    if (key !== null) positions.set(key, at);
    edges.push(...(child.edges ?? []));
    const keys = [...(key === null ? [] : [key]), ...visit(child, at)];
    blocks.push({ rect: { ...at, width: child.width ?? 0, height: child.height ?? 0 }, keys });
    yield;
  }
  const ways = new Map<string, readonly Position[]>();
  for (const edge of edges) {
    const way = wayOf(edge, origins.get(edge.container ?? part.id));
    if (way !== null) ways.set(edge.id, way);
    yield;
  }
  return { positions, ways, blocks };
}

function wayOf({ sections }: ElkEdge, origin: Position | undefined): readonly Position[] | null {
  if (origin === undefined || sections === undefined) return null;
  const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]);
  return points.map(({ x, y }) => ({ x: x + origin.x, y: y + origin.y }));
}
