/** The problems of a definition's text, each with where it stands in it. */
import { offsetOf } from "../import/found";
import { createDocument, type PipelineDocument } from "../pipeline/definition/document";
import { parseDefinition, type Refusal } from "../pipeline/definition/parse";
import type { Path } from "../pipeline/definition/path";
import { type TextNode, textNodes } from "../pipeline/definition/textNodes";
import { listSteps, stepsByKey } from "../pipeline/graph/stepTree";
import { problemOfRefusal } from "../pipeline/problems";
import type { Problem } from "../pipeline/problems/problem";
import { checkDefinition } from "../pipeline/reading/checkDefinition";
import { loadModels } from "../pipeline/schema/load";

export interface PlacedProblem {
  readonly problem: Problem;
  readonly from: number;
  readonly to: number;
}

export interface ProblemsIn {
  readonly text: string;
  /** The document that a cure is an edit of; null for a text that is no definition. */
  readonly document: PipelineDocument | null;
  readonly problems: readonly PlacedProblem[];
}

export async function problemsIn(text: string): Promise<ProblemsIn> {
  const parsed = parseDefinition(text);
  if (!parsed.ok) return { text, document: null, problems: [refused(text, parsed.refusal)] };
  const definition = parsed.value;
  const models = await loadModels(listSteps(definition).map(({ type }) => type));
  const root = textNodes(text, definition);
  const steps = stepsByKey(definition);
  const problems = checkDefinition(definition, models).map((problem) => {
    const around = problem.step === null ? [] : (steps.get(problem.step)?.path ?? []);
    return { problem, ...rangeOf(root, [...around, ...problem.at]) };
  });
  return { text, document: createDocument("text", "text", definition), problems };
}

function refused(text: string, refusal: Refusal): PlacedProblem {
  const from = offsetOf(text, refusal);
  return { problem: problemOfRefusal(refusal), from, to: Math.min(from + 1, text.length) };
}

/** A short piece of text for a path: a value, the key of a whole object or list, the name of a step. */
function rangeOf(root: TextNode, path: Path): { readonly from: number; readonly to: number } {
  let node = root;
  let shown: { readonly from: number; readonly to: number } = { from: root.from, to: root.from + 1 };
  for (const segment of path) {
    const entry = node.entries.find(({ key }) => key === segment);
    const inner = typeof segment === "number" ? node.items[segment] : entry?.node;
    if (inner === undefined) break;
    const name = inner.entries.find(({ key }) => key === "Name")?.node;
    // A value, or an expression in its place.
    if (inner.entries.length <= 1 && inner.items.length === 0) shown = inner;
    else if (entry !== undefined) shown = entry;
    else shown = name ?? { from: inner.from, to: inner.from + 1 };
    node = inner;
  }
  return { from: shown.from, to: shown.to };
}
