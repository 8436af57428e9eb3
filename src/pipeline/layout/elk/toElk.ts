/** The graph in elk's form. elk itself comes in as `RunElk`: a worker in the page, the library on the command line. */
import type { Line } from "../../card/lines";
import type { Group } from "../../definition/document";
import type { Graph } from "../../graph/deriveGraph";
import type { StepEntry } from "../../graph/stepTree";
import { stepTypeOf } from "../../steps";
import { type CardShape, card } from "../cardShape";
import { insideFrame } from "../frames";
import { lineEnds } from "../route";
import { childrenBySlot, inside } from "../scene";
import { type ElkEdge, type ElkNode, type ElkPort, nodeOfStep, type Options } from "./elkNode";
import { gap } from "./gap";
import type { Part } from "./parts";

const spacing: Options = {
  "elk.layered.spacing.nodeNodeBetweenLayers": String(gap.across),
  "elk.spacing.nodeNode": String(gap.down),
  "elk.layered.spacing.edgeNodeBetweenLayers": "24",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "12",
  "elk.spacing.edgeNode": "20",
  "elk.spacing.edgeEdge": "12",
};

const options: Options = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
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

const side = (name: "WEST" | "EAST") => ({ "elk.port.side": name });

/**
 * A part of a graph as elk takes it: lanes and boxes are nodes around their children, ports stand where the card has them. `most` says
 * how many steps stand in one layer at most; null leaves it to elk. Groups of steps that lie in no container stay together.
 */
export function* toElkInParts(
  { steps, lines }: Part,
  graph: Graph,
  shapeOf: (entry: StepEntry) => CardShape,
  most: number | null,
  groups: readonly Group[],
): Generator<undefined, ElkNode> {
  const children = childrenBySlot(graph.steps);
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
      return [boxNode(entry.key, shape, held)];
    }
    const lanes = stepTypeOf(entry.type).slots.flatMap(({ key }): ElkNode[] => {
      const held = inSlot(key);
      return held.length === 0 ? [] : [laneNode(entry.key, key, held)];
    });
    return [cardNode(entry.key, shape), ...lanes];
  };
  const edges = new Map<string, ElkEdge>();
  for (const line of lines) {
    const [from, to] = [graph.byKey.get(line.from), graph.byKey.get(line.to)];
    if (line.from === line.to || from === undefined || to === undefined) continue;
    const edge = edgeOf(line, shapeOf(from), shapeOf(to));
    edges.set(edge.id, edge);
    yield;
  }
  const layers: Options =
    most === null
      ? {}
      : {
          "elk.layered.layering.strategy": "COFFMAN_GRAHAM",
          "elk.layered.layering.coffmanGraham.layerBound": String(most),
        };
  const care = graph.steps.length > fewSteps ? quick : careful;
  return {
    id: "part",
    layoutOptions: { ...options, ...spacing, ...care, ...layers, "elk.padding": padding(noRoom) },
    children: yield* grouped(steps, groups, nodeOf),
    edges: [...edges.values()],
  };
}

/** The nodes of steps, those of a group in a node around them, where its first stands. */
function* grouped(
  steps: readonly StepEntry[],
  groups: readonly Group[],
  nodeOf: (entry: StepEntry) => ElkNode[],
): Generator<undefined, ElkNode[]> {
  const groupOf = new Map(groups.flatMap((group) => group.steps.map((key) => [key, group] as const)));
  const nodes: ElkNode[] = [];
  for (const entry of steps) {
    yield;
    const group = groupOf.get(entry.key);
    if (group === undefined) {
      nodes.push(...nodeOf(entry));
      continue;
    }
    const held = steps.filter(({ key }) => group.steps.includes(key));
    if (held[0] !== entry) continue;
    const layoutOptions = { ...spacing, "elk.padding": padding(insideFrame) };
    nodes.push({ id: `group:${group.id}`, children: held.flatMap(nodeOf), layoutOptions });
  }
  return nodes;
}

/** Lines from and to the same ports are one edge: they run as one. */
export function edgeOf(line: Line, from: CardShape, to: CardShape): ElkEdge {
  const { fromPort, toPort } = lineEnds(line, from, to);
  const source = line.reason.kind === "each" ? eachId(line.from) : portId(line.from, "out", fromPort);
  const target = portId(line.to, "in", toPort);
  return { id: `${source} ${target}`, sources: [source], targets: [target] };
}

const portId = (key: string, way: "in" | "out", port: string | null) => `${way}:${key}:${port ?? ""}`;
const eachId = (key: string) => `each:${key}`;

function portsOf(key: string, shape: CardShape): ElkPort[] {
  const port = (way: "in" | "out", id: string | null, y: number): ElkPort => ({
    id: portId(key, way, id),
    x: way === "in" ? 0 : shape.width,
    y,
    width: 0,
    height: 0,
    layoutOptions: side(way === "in" ? "WEST" : "EAST"),
  });
  return [
    port("in", null, card.handle),
    port("out", null, card.handle),
    ...[...shape.inputs].map(([id, y]) => port("in", id, y)),
    ...[...shape.outputs].map(([id, y]) => port("out", id, y)),
  ];
}

const fixedPorts: Options = { "elk.portConstraints": "FIXED_POS" };

function cardNode(key: string, shape: CardShape): ElkNode {
  const { width, height } = shape;
  return { id: nodeOfStep(key), width, height, layoutOptions: fixedPorts, ports: portsOf(key, shape) };
}

const noRoom = { left: 0, top: 0, right: 0, bottom: 0 };

function padding({ left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }): string {
  return `[left=${left},top=${top},right=${right},bottom=${bottom}]`;
}

/** The port from which the lines into a ForEach's body begin stands in the box: a layer of its own, in the room that the box keeps for it. */
function boxNode(key: string, shape: CardShape, children: ElkNode[]): ElkNode {
  if (children.length === 0) {
    const { width, height } = inside.emptyBody;
    const size = { width: Math.max(shape.width, width), height: shape.height + height };
    return { id: nodeOfStep(key), ...size, layoutOptions: fixedPorts, ports: portsOf(key, shape) };
  }
  const { left, top, right, bottom } = inside.box;
  const room = { left: Math.max(0, left - gap.across - 1), top: top + shape.height, right, bottom };
  const first: Options = { "elk.layered.layering.layerConstraint": "FIRST" };
  return {
    id: nodeOfStep(key),
    ports: portsOf(key, shape),
    children: [{ id: eachId(key), width: 1, height: 1, layoutOptions: first }, ...children],
    layoutOptions: {
      ...spacing,
      ...fixedPorts,
      "elk.padding": padding(room),
      "elk.nodeSize.constraints": "MINIMUM_SIZE",
      "elk.nodeSize.minimum": `(${shape.width},${shape.height})`,
    },
  };
}

function laneNode(container: string, slot: string, children: ElkNode[]): ElkNode {
  return {
    id: `lane:${container}:${slot}`,
    children,
    layoutOptions: { ...spacing, "elk.padding": padding(inside.lane) },
  };
}
