/**
 * What a notebook's output runs where there is no Node beside the notebook: it reads, checks, compares and draws in its own frame. One
 * script for all that a frame may show; it asks nothing of anybody. `scripts/notebook.mjs` builds it for the Python package.
 */

import { compare } from "../export/comparison/comparison";
import { comparisonAsJson } from "../export/comparison/json";
import { html } from "../export/html";
import { createDocument } from "../pipeline/definition/document";
import { parseDefinition } from "../pipeline/definition/parse";
import type { ObjectValue } from "../pipeline/definition/value";
import { explainProblems } from "../pipeline/reading/explainProblems";
import { element, found } from "../viewer/element";
import type { Given } from "./given";
import { differenceRows, type Told, tableOf } from "./tables";

const given = JSON.parse(found("#given", HTMLScriptElement).text) as Given;

/** The page that `stepwire export --to html` writes, with its own policy, fills this one. */
function fillWith(page: string): void {
  document.body.replaceChildren(element("iframe", { srcdoc: page, title: `The pipeline ${given.name}` }));
}

async function run(): Promise<void> {
  if (given.kind === "show") {
    const drawn = createDocument("", given.name, definitionIn(given.text));
    fillWith(await html.write({ ...drawn, models: new Map() }));
  } else if (given.kind === "check") {
    const problems = await explainProblems(definitionIn(given.text));
    const rows = problems.map(({ severity, step, path, message, why }) => ({
      cells: [severity, step ?? "", path, message],
      title: why,
      tone: severity,
    }));
    const told = rows.length === 1 ? "1 problem" : `${rows.length} problems`;
    show(rows.length === 0 ? "No problems" : told, tableOf(["", "Step", "Where", "Problem"], rows));
  } else {
    const comparison = await compare(definitionIn(given.before), definitionIn(given.after));
    const rows = differenceRows(JSON.parse(comparisonAsJson(comparison)) as Told);
    show(rows.length === 0 ? "No differences" : "Differences", tableOf(["", "What", "Before", "After"], rows));
  }
}

function show(title: string, table: HTMLElement | null): void {
  document.body.append(element("h1", {}, `${given.name}: ${title}`), ...(table === null ? [] : [table]));
}

function definitionIn(text: string): ObjectValue {
  const result = parseDefinition(text);
  if (result.ok) return result.value;
  const { line, column, message } = result.refusal;
  throw new Error(`This is no pipeline definition. Line ${line}, column ${column}: ${message}`);
}

run().catch((thrown: unknown) => {
  document.body.append(element("p", { role: "alert" }, thrown instanceof Error ? thrown.message : String(thrown)));
});
