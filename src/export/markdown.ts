import { listParameters } from "../pipeline/definition/parameters";
import { printPath } from "../pipeline/definition/path";
import { serialise } from "../pipeline/definition/serialise";
import { deriveGraph } from "../pipeline/graph/deriveGraph";
import type { Problem } from "../pipeline/problems/problem";
import { checkDefinition } from "../pipeline/reading";
import { loadModels } from "../pipeline/schema/load";
import type { ExportSource, ExportWriter } from "./form";
import { mermaid } from "./mermaid";
import { stepsTable } from "./report/stepsTable";
import { code, escaped, table } from "./report/syntax";

/** A report for a README or a review; the definition stands folded at its end, and is read from there again. */
export const markdown = {
  async write(source: ExportSource): Promise<string> {
    const { name, definition } = source;
    const graph = deriveGraph(definition);
    const models = await loadModels(graph.steps.map(({ type }) => type));
    const parts = [
      `# ${escaped(name)}`,
      `A pipeline of Amazon SageMaker with ${count(graph.steps.length, "step")} and ${count(listParameters(definition).length, "parameter")}.`,
      fenced("mermaid", mermaid.write(source)),
      "## Steps",
      stepsTable(definition, models),
      "## Parameters",
      parametersTable(source),
      "## Problems",
      problemsList(checkDefinition(definition, models, { name })),
      "## Definition",
      "<details>\n<summary>What SageMaker takes, as JSON</summary>",
      fenced("json", `${serialise(definition, 2)}\n`),
      "</details>",
    ];
    return `${parts.join("\n\n")}\n`;
  },
  losses: () => [],
} satisfies ExportWriter;

/** No line of what stands in there begins with a backtick. */
function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\`\`\``;
}

function parametersTable({ definition }: ExportSource): string {
  const rows = listParameters(definition).map(({ name, type, defaultValue, enumValues }) => [
    code(name),
    escaped(type),
    defaultValue === undefined ? "given at start" : code(serialise(defaultValue)),
    enumValues.map((value) => code(serialise(value))).join(", "),
  ]);
  return rows.length === 0 ? "None." : table(["Name", "Type", "Default", "Allowed"], rows);
}

function problemsList(found: readonly Problem[]): string {
  if (found.length === 0) return "None found.";
  return found
    .map(({ severity, step, at, message }) => {
      const place = [step, printPath(at)]
        .filter((part) => part !== null && part !== "")
        .map((part) => code(part ?? ""));
      return `- **${severity}**${place.length === 0 ? "" : ` ${place.join(" ")}`}: ${escaped(message)}`;
    })
    .join("\n");
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
