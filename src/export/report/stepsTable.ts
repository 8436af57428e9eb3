import { portsOf } from "../../pipeline/card/ports";
import { createDocument } from "../../pipeline/definition/document";
import type { ObjectValue } from "../../pipeline/definition/value";
import { deriveGraph, type Graph } from "../../pipeline/graph/deriveGraph";
import { analysisOf, type StepEntry } from "../../pipeline/graph/stepTree";
import type { FoundReference } from "../../pipeline/references/read";
import type { ApiModels } from "../../pipeline/schema/model";
import { fieldName } from "../../pipeline/wiring/fieldName";
import { code, escaped, table } from "./syntax";

/** Each step, where it lies, what it reads of others, of parameters and of the execution, and what it gives. */
export function stepsTable(definition: ObjectValue, models: ApiModels): string {
  const graph = deriveGraph(definition);
  if (graph.steps.length === 0) return "None.";
  const document = createDocument("", "", definition);
  const rows = graph.steps.map((entry) => [
    `${"&emsp;".repeat(entry.depth)}${code(entry.key)}${placeOf(entry, graph)}`,
    escaped(entry.stepType.label),
    readsOf(entry, graph).join("<br>"),
    portsOf(document, models, entry.key)
      .outputs.map(({ said }) => code(said))
      .join("<br>"),
  ]);
  return table(["Step", "Type", "Reads", "Gives"], rows);
}

function placeOf({ parent, slot }: StepEntry, { byKey }: Graph): string {
  if (parent === null) return "";
  const label = byKey.get(parent)?.stepType.slots.find(({ key }) => key === slot)?.label ?? "";
  return `<br>in ${escaped(`${label} of ${parent}`)}`;
}

function readsOf(entry: StepEntry, graph: Graph): readonly string[] {
  const read = analysisOf(entry).references.map(
    ({ text, field }: FoundReference) => `${code(text)} → ${escaped(fieldName(entry.step, field).label)}`,
  );
  const waits = (graph.into.get(entry.key) ?? []).flatMap(({ from, reasons }) =>
    reasons.flatMap((reason) => (reason.kind === "order" ? [`after ${code(from)} (${escaped(reason.trigger)})`] : [])),
  );
  return [...new Set([...read, ...waits])];
}
