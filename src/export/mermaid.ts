import { plainText } from "../pipeline/definition/plainText";
import { type Cluster, type Diagram, type DiagramEdge, diagramOf, type Node } from "./diagram/diagram";
import type { ExportSource, ExportWriter } from "./form";

/** A flowchart of Mermaid: GitHub, GitLab and many others draw it out of a ```mermaid block. */
export const mermaid = {
  write: ({ definition }: ExportSource) => flowchart(diagramOf(definition)),
  losses({ definition }: ExportSource): readonly string[] {
    const diagram = diagramOf(definition);
    const characters = flowchart(diagram).length;
    const edges = diagram.edges.length;
    const losses = ["Steps and what joins them come along; parameters and the values of fields do not."];
    if (characters > most.characters)
      losses.push(
        `Mermaid draws at most ${most.characters} characters unless its maxTextSize is raised; these are ${characters}.`,
      );
    if (edges > most.edges)
      losses.push(`Mermaid draws at most ${most.edges} edges unless its maxEdges is raised; these are ${edges}.`);
    return losses;
  },
} satisfies ExportWriter;

/** `marked` stands before the names of steps that it knows, by their ids. */
export function flowchart({ nodes, edges }: Diagram, marked: ReadonlyMap<string, string> = new Map()): string {
  const lines = [...nodes.flatMap((node) => linesOf(node, "  ", marked)), ...edges.map((edge) => `  ${arrow(edge)}`)];
  return `${["flowchart LR", ...(lines.length === 0 ? ['  none["No steps"]'] : lines)].join("\n")}\n`;
}

/** What Mermaid draws where nobody configures it (its config.schema.yaml: maxTextSize, maxEdges). */
export const most = { characters: 50_000, edges: 500 };

/** How a node looks, by the category of its step: what decides is a diamond, what calls elsewhere has double sides. */
function shaped({ id, entry }: Node, marked: ReadonlyMap<string, string>): string {
  const label = `${quotable(`${marked.get(id) ?? ""}${entry.key}`)}<br/>${quotable(entry.stepType.label)}`;
  const edges = new Set(entry.stepType.slots.map(({ edge }) => edge));
  if (edges.has("branch")) return `${id}{"${label}"}`;
  if (edges.has("each")) return `${id}[["${label}"]]`;
  return entry.stepType.endsExecution ? `${id}(["${label}"])` : `${id}["${label}"]`;
}

function linesOf(node: Node, margin: string, marked: ReadonlyMap<string, string>): string[] {
  const inside = node.clusters.flatMap((cluster) => clusterLines(node, cluster, margin, marked));
  return [`${margin}${shaped(node, marked)}`, ...inside];
}

function clusterLines(node: Node, cluster: Cluster, margin: string, marked: ReadonlyMap<string, string>): string[] {
  return [
    `${margin}subgraph ${cluster.id}["${quotable(`${node.entry.key}: ${cluster.label}`)}"]`,
    ...cluster.nodes.flatMap((inner) => linesOf(inner, `${margin}  `, marked)),
    `${margin}end`,
    `${margin}${node.id} -->|"${quotable(cluster.label)}"| ${cluster.id}`,
  ];
}

function arrow({ from, to, labels, isOrder }: DiagramEdge): string {
  const line = isOrder ? "-.->" : "-->";
  return labels.length === 0
    ? `${from} ${line} ${to}`
    : `${from} ${line}|"${labels.map(quotable).join("<br/>")}"| ${to}`;
}

/**
 * A text between quotes. Mermaid knows entities (`#34;`), HTML, Markdown (emphasis, lists, backticks), formulas (`$$`), icons (`fa:`) and
 * directives (`%%{`) in there: what means something in any of them is written as an entity.
 */
function quotable(text: string): string {
  return plainText(text).replace(special, (one) => `#${one.charCodeAt(0)};`);
}

/** ASCII's marks, but for a slash and those that stand inside of a word. */
const special = /(?!(?<=[A-Za-z0-9])[-._](?=[A-Za-z0-9]))[!-.:-@[-`{-~]/g;
