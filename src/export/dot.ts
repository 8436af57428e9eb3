import { plainText } from "../pipeline/definition/plainText";
import { type Cluster, type DiagramEdge, diagramOf, type Node } from "./diagram/diagram";
import type { ExportSource, ExportWriter } from "./form";

/** A graph in the language of Graphviz. */
export const dot = {
  write({ name, definition }: ExportSource): string {
    const { nodes, edges } = diagramOf(definition);
    const lines = [
      'graph [rankdir=LR, compound=true, fontname="Helvetica", fontsize=11];',
      'node [shape=box, style=rounded, fontname="Helvetica", fontsize=11];',
      'edge [fontname="Helvetica", fontsize=9];',
      ...nodes.flatMap(linesOf),
      ...edges.map(arrow),
    ];
    return `digraph ${quoted(name)} {\n${indented(lines).join("\n")}\n}\n`;
  },
  losses: () => ["Steps and what joins them come along; parameters and the values of fields do not."],
} satisfies ExportWriter;

function linesOf(node: Node): string[] {
  const { id, entry, clusters } = node;
  const shape = entry.stepType.slots.some(({ edge }) => edge === "branch") ? ", shape=diamond" : "";
  return [
    `${id} [label=${quoted(entry.key, entry.stepType.label)}${shape}];`,
    ...clusters.flatMap((cluster) => clusterLines(node, cluster)),
  ];
}

/** An edge cannot end at a cluster: it leads to the first step in there, and is cut at the cluster's border. */
function clusterLines(node: Node, { id, label, nodes }: Cluster): string[] {
  const [first] = nodes;
  return [
    `subgraph cluster_${id} {`,
    ...indented([`label=${quoted(`${node.entry.key}: ${label}`)};`, ...nodes.flatMap(linesOf)]),
    "}",
    ...(first === undefined ? [] : [`${node.id} -> ${first.id} [label=${quoted(label)}, lhead=cluster_${id}];`]),
  ];
}

function arrow({ from, to, labels, isOrder }: DiagramEdge): string {
  const attributes = [
    ...(labels.length === 0 ? [] : [`label=${quoted(...labels)}`]),
    ...(isOrder ? ["style=dashed"] : []),
  ];
  return `${from} -> ${to}${attributes.length === 0 ? "" : ` [${attributes.join(", ")}]`};`;
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** Lines of a text between quotes. In there `&` begins an entity, and a backslash stands for the name of a node, a line end, a quote. */
function quoted(...lines: readonly string[]): string {
  const escaped = lines.map((line) => plainText(line).replaceAll("&", "&amp;").replace(/["\\]/g, "\\$&"));
  return `"${escaped.join("\\n")}"`;
}
