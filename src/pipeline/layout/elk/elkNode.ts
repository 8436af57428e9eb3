/** A graph as elk takes it and gives it back, with coordinates then. */
import type { Position } from "../../definition/document";

export type Options = Readonly<Record<string, string>>;

export interface ElkPort {
  readonly id: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly layoutOptions?: Options;
}

export interface ElkNode {
  readonly id: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly ports?: ElkPort[];
  readonly children?: ElkNode[];
  readonly edges?: ElkEdge[];
  readonly layoutOptions?: Options;
}

interface ElkSection {
  readonly startPoint: Position;
  readonly endPoint: Position;
  readonly bendPoints?: readonly Position[];
}

export interface ElkEdge {
  readonly id: string;
  readonly sources: string[];
  readonly targets: string[];
  /** Given by elk: the way, and the node in whose coordinates it is told. */
  readonly sections?: readonly ElkSection[];
  readonly container?: string;
}

/** Lays a graph out and gives it back with coordinates, each relative to its parent. */
export type RunElk = (graph: ElkNode) => Promise<ElkNode>;

/** Waited for between the parts of a long work: a page gives all else its turn. */
export type Pause = () => Promise<void>;

const steps = "step:";

export const nodeOfStep = (key: string) => `${steps}${key}`;

/** The key of the step that a node is; null for a node that is a lane, or a part of the pipeline. */
export function stepOfNode(id: string): string | null {
  return id.startsWith(steps) ? id.slice(steps.length) : null;
}

/** Graphs in one, each laid out for itself. */
export function separately(parts: readonly ElkNode[]): ElkNode {
  const children = parts.map((part, index) => ({ ...part, id: `part:${index}` }));
  return { id: "root", layoutOptions: { "elk.algorithm": "rectpacking" }, children };
}
