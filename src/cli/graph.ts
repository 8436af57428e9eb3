import { deriveGraph, type Graph, type Reason } from "../pipeline/graph/deriveGraph";
import { graphAsJson, sortedEdges } from "../pipeline/graph/graphAsJson";
import { type DefinitionChoice, requireDefinition } from "./definitionFile";
import { type ExitCode, exit, paint, type Terminal } from "./terminal";

/** `stepwire graph FILE [--pipeline NAME] [--json]`: the steps and the edges that follow from the definition, each with all of its reasons. */
export async function graph(
  file: string,
  options: DefinitionChoice & { json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const derived = deriveGraph((await requireDefinition(file, options, terminal)).definition);
  terminal.out(options.json ? `${JSON.stringify(graphAsJson(derived), null, 2)}\n` : drawing(derived, terminal));
  return exit.fine;
}

function drawing(derived: Graph, terminal: Terminal): string {
  const edges = sortedEdges(derived);
  const lines = derived.steps.flatMap(({ key, type, depth }) => {
    const margin = "  ".repeat(depth);
    const into = edges.filter(({ to }) => to === key);
    return [
      `${margin}${paint(terminal, "bold", key)} ${paint(terminal, "dim", type)}`,
      ...into.flatMap(({ from, reasons }) => reasons.map((reason) => `${margin}  ← ${from}  ${sentence(reason)}`)),
    ];
  });
  return lines.length === 0 ? "No steps.\n" : `${lines.join("\n")}\n`;
}

function sentence(reason: Reason): string {
  switch (reason.kind) {
    case "data":
      return `${reason.output} → ${reason.field}`;
    case "order":
      return `after it (${reason.trigger})`;
    case "branch":
      return `on ${reason.label}`;
    default:
      return `for ${reason.label.toLowerCase()} item`;
  }
}
