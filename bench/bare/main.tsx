/**
 * The reference that our canvas is measured against: React Flow as its own examples use it.
 * A custom node with 4 target and 3 source handles, a minimap, the graph of the same definition.
 */
import {
  Background,
  Controls,
  type Edge,
  Handle,
  MiniMap,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  useEdgesState,
  useNodesState,
} from "reactflow";
import "reactflow/dist/style.css";
import "./bare.css";
import { memo } from "react";
import { createRoot } from "react-dom/client";

export interface BareStep {
  readonly name: string;
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface BareGraph {
  readonly area: { readonly width: number; readonly height: number };
  readonly steps: readonly BareStep[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

declare global {
  interface Window {
    /** The harness opens a graph here, as the editor opens a definition. */
    openGraph: (text: string) => void;
  }
}

type StepNode = Node<BareStepData, "step">;

type BareStepData = Pick<BareStep, "name" | "type" | "width" | "height">;

const targets = ["t0", "t1", "t2", "t3"];
const sources = ["s0", "s1", "s2"];

const Step = memo(function Step({ data }: NodeProps<StepNode>) {
  return (
    <div className="step" style={{ width: data.width, height: data.height }}>
      <strong>{data.name}</strong>
      <small>{data.type}</small>
      {targets.map((id, row) => (
        <Handle key={id} id={id} type="target" position={Position.Left} style={{ top: 60 + row * 25 }} />
      ))}
      {sources.map((id, row) => (
        <Handle key={id} id={id} type="source" position={Position.Right} style={{ top: 60 + row * 25 }} />
      ))}
    </div>
  );
});

const nodeTypes = { step: Step };

function Bare({ graph }: { graph: BareGraph }) {
  const [nodes, , onNodesChange] = useNodesState<StepNode>(
    graph.steps.map(({ x, y, ...data }) => ({ id: data.name, type: "step", position: { x, y }, data })),
  );
  const [edges, , onEdgesChange] = useEdgesState<Edge>(
    graph.edges.map(({ from, to }, index) => ({
      id: `${from}-${to}`,
      source: from,
      target: to,
      sourceHandle: sources[index % sources.length],
      targetHandle: targets[index % targets.length],
    })),
  );
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      nodeTypes={nodeTypes}
      minZoom={0.02}
      fitView
    >
      <MiniMap pannable zoomable />
      <Controls />
      <Background />
    </ReactFlow>
  );
}

const root = document.getElementById("root");
if (root === null) throw new Error("the page has no root");
const reactRoot = createRoot(root);
window.openGraph = (text) => {
  const graph: BareGraph = JSON.parse(text);
  reactRoot.render(
    <section aria-label="Canvas" style={graph.area}>
      <Bare graph={graph} />
    </section>,
  );
};
