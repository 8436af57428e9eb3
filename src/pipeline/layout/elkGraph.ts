/** The graph in elk's form and back. elk itself comes in as `RunElk`: a worker in the page, the library on the command line. */
import type { Line } from "../card/lines";
import type { Layout, Position } from "../definition/document";
import type { Graph } from "../graph/deriveGraph";
import type { StepEntry } from "../graph/stepTree";
import { stepTypeOf } from "../steps";
import { type CardShape, card } from "./cardShape";
import { labelWidth } from "./labels";
import { lineEnds } from "./route";
import { childrenBySlot, inside } from "./scene";

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

export interface ElkEdge {
  readonly id: string;
  readonly sources: string[];
  readonly targets: string[];
}

/** Lays a graph out and gives it back with coordinates, each relative to its parent. */
export type RunElk = (graph: ElkNode) => Promise<ElkNode>;

type Options = Readonly<Record<string, string>>;

const options: Options = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.layered.spacing.edgeNodeBetweenLayers": "24",
  "elk.spacing.edgeNode": "18",
  "elk.spacing.edgeEdge": "10",
  "elk.layered.considerModelOrder.strategy": "PREFER_NODES",
  "elk.layered.cycleBreaking.strategy": "GREEDY",
};

/** How much care is taken: the finest strategy takes half a minute at 1,000 steps, the other three seconds, and is as compact. */
const fewSteps = 150;
const careful: Options = {
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
  "elk.layered.thoroughness": "4",
};
const quick: Options = {
  "elk.layered.nodePlacement.strategy": "LINEAR_SEGMENTS",
  "elk.layered.thoroughness": "1",
};

/** How parts of the pipeline that no edge connects lie beside each other: in rows, about as wide as a window. */
const parts: Options = {
  "elk.algorithm": "rectpacking",
  "elk.aspectRatio": "1.8",
  "elk.spacing.nodeNode": "56",
};

const side = (name: "WEST" | "EAST") => ({ "elk.port.side": name });

/** A graph and its drawn lines as elk takes them: lanes and boxes are nodes around their children, ports stand where the card has them. */
export function toElk(graph: Graph, shapeOf: (entry: StepEntry) => CardShape, lines: readonly Line[]): ElkNode {
  const children = childrenBySlot(graph.steps);
  const between = String(roomForLabels(lines, graph.steps.length));
  // A box or lane does not inherit it.
  const spacing = { "elk.layered.spacing.nodeNodeBetweenLayers": between, "elk.spacing.nodeNode": "36" };
  const nodeOf = (entry: StepEntry): ElkNode[] => {
    const shape = shapeOf(entry);
    const slots = children.get(entry.key);
    const inSlot = (slot: string) =>
      (slots?.get(slot) ?? []).flatMap((key) => {
        const child = graph.byKey.get(key);
        return child === undefined ? [] : nodeOf(child);
      });
    if (shape.box) {
      const held = stepTypeOf(entry.type).slots.flatMap(({ key }) => inSlot(key));
      return [boxNode(entry.key, shape, held, spacing)];
    }
    const lanes = stepTypeOf(entry.type).slots.flatMap(({ key }): ElkNode[] => {
      const held = inSlot(key);
      return held.length === 0 ? [] : [laneNode(entry.key, key, held, spacing)];
    });
    return [cardNode(entry.key, shape), ...lanes];
  };
  const shapes = new Map(graph.steps.map((entry) => [entry.key, shapeOf(entry)]));
  const care = graph.steps.length > fewSteps ? quick : careful;
  const partNode = ({ steps, lines }: Part, id: string): ElkNode => ({
    id,
    layoutOptions: { ...options, ...spacing, ...care },
    children: steps.flatMap(nodeOf),
    edges: lines.flatMap((line): ElkEdge[] => {
      const [from, to] = [shapes.get(line.from), shapes.get(line.to)];
      if (line.reason.kind === "each" || line.from === line.to || from === undefined || to === undefined) return [];
      const { fromPort, toPort } = lineEnds(line, from, to);
      const source = from.box ? nodeId(line.from) : portId(line.from, "out", fromPort);
      const target = to.box ? nodeId(line.to) : portId(line.to, "in", toPort);
      return [{ id: `edge:${line.id}`, sources: [source], targets: [target] }];
    }),
  });
  const [whole, ...others] = partsOf(graph, lines);
  if (whole === undefined) return { id: "root" };
  if (others.length === 0) return partNode(whole, "root");
  // elk separates them by itself only where no node holds others.
  const found = [whole, ...others].map((part, index) => withoutPadding(partNode(part, `part:${index}`)));
  return { id: "root", layoutOptions: parts, children: found };
}

function withoutPadding(node: ElkNode): ElkNode {
  return {
    ...node,
    layoutOptions: { ...node.layoutOptions, "elk.padding": padding({ left: 0, top: 0, right: 0, bottom: 0 }) },
  };
}

/** Steps outside of all containers that edges connect, theirs or those of the steps inside them, and these edges. */
interface Part {
  readonly steps: StepEntry[];
  readonly lines: Line[];
}

/** The parts of a graph in the order of their first steps. */
function partsOf({ steps, byKey }: Graph, lines: readonly Line[]): readonly Part[] {
  const outermost = (key: string): string => {
    const parent = byKey.get(key)?.parent ?? null;
    return parent === null ? key : outermost(parent);
  };
  const joined = new Map<string, string>();
  const partOf = (key: string): string => {
    const next = joined.get(key);
    if (next === undefined) return key;
    const last = partOf(next);
    // The next to ask goes there at once.
    joined.set(key, last);
    return last;
  };
  for (const { from, to } of lines) {
    const [left, right] = [partOf(outermost(from)), partOf(outermost(to))];
    if (left !== right) joined.set(right, left);
  }
  const found = new Map<string, Part>();
  const part = (key: string): Part => {
    const name = partOf(outermost(key));
    const there = found.get(name) ?? { steps: [], lines: [] };
    found.set(name, there);
    return there;
  };
  for (const entry of steps) if (entry.parent === null) part(entry.key).steps.push(entry);
  for (const line of lines) part(line.from).lines.push(line);
  return [...found.values()];
}

const labelRoom = { least: 84, most: 220, mostOfMany: 140, many: 6, padding: 34 } as const;

/** The room between two layers, so that most labels find a place between the cards; where steps are many, being near counts more. */
function roomForLabels(lines: readonly Line[], steps: number): number {
  const widths = lines.map(({ label }) => labelWidth(label)).sort((left, right) => left - right);
  const wide = widths[Math.floor(widths.length * 0.9)] ?? 0;
  const most = steps > labelRoom.many ? labelRoom.mostOfMany : labelRoom.most;
  return Math.max(labelRoom.least, Math.min(most, wide + labelRoom.padding));
}

const nodeId = (key: string) => `step:${key}`;
const portId = (key: string, way: "in" | "out", port: string | null) => `${way}:${key}:${port ?? ""}`;

function cardNode(key: string, shape: CardShape): ElkNode {
  const port = (way: "in" | "out", id: string | null, y: number): ElkPort => ({
    id: portId(key, way, id),
    x: way === "in" ? 0 : shape.width,
    y,
    width: 0,
    height: 0,
    layoutOptions: side(way === "in" ? "WEST" : "EAST"),
  });
  return {
    id: nodeId(key),
    width: shape.width,
    height: shape.height,
    layoutOptions: { "elk.portConstraints": "FIXED_POS" },
    ports: [
      port("in", null, card.handle),
      port("out", null, card.handle),
      ...[...shape.inputs].map(([id, y]) => port("in", id, y)),
      ...[...shape.outputs].map(([id, y]) => port("out", id, y)),
    ],
  };
}

function padding({ left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }): string {
  return `[left=${left},top=${top},right=${right},bottom=${bottom}]`;
}

function boxNode(key: string, shape: CardShape, children: ElkNode[], spacing: Options): ElkNode {
  if (children.length === 0) {
    const { width, height } = inside.emptyBody;
    return { id: nodeId(key), width: Math.max(shape.width, width), height: shape.height + height };
  }
  const room = { ...inside.box, top: inside.box.top + shape.height };
  return {
    id: nodeId(key),
    children,
    layoutOptions: {
      ...spacing,
      "elk.padding": padding(room),
      "elk.nodeSize.constraints": "MINIMUM_SIZE",
      "elk.nodeSize.minimum": `(${shape.width},${shape.height})`,
    },
  };
}

function laneNode(container: string, slot: string, children: ElkNode[], spacing: Options): ElkNode {
  return {
    id: `lane:${container}:${slot}`,
    children,
    layoutOptions: { ...spacing, "elk.padding": padding(inside.lane) },
  };
}

/** The places of the steps in a graph that elk laid out, absolute, in whole pixels. */
export function fromElk(root: ElkNode): Layout {
  const positions = new Map<string, Position>();
  const visit = (node: ElkNode, x: number, y: number) => {
    for (const child of node.children ?? []) {
      const at = { x: x + (child.x ?? 0), y: y + (child.y ?? 0) };
      if (child.id.startsWith("step:")) {
        positions.set(child.id.slice("step:".length), { x: Math.round(at.x), y: Math.round(at.y) });
      }
      visit(child, at.x, at.y);
    }
  };
  visit(root, 0, 0);
  return positions;
}
