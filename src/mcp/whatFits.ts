import type { PipelineDocument } from "../pipeline/definition/document";
import { parsePath } from "../pipeline/definition/path";
import { stepsByKey } from "../pipeline/graph/stepTree";
import { loadAllModels } from "../pipeline/schema/load";
import { listSources } from "../pipeline/wiring/sources";
import type { WireSource } from "../pipeline/wiring/wire";
import { ToolFault } from "./files";

const mostShown = 60;

/** What a field could read, the best match first, in the words in which `connect` takes it; what does not fit says why. */
export async function whatFits(document: PipelineDocument, step: string, printed: string, search: string) {
  const path = parsePath(printed);
  if (path === null) throw new ToolFault(`${printed} is no path.`);
  if (!stepsByKey(document.definition).has(step)) throw new ToolFault(`There is no step ${step}.`);
  const found = listSources(document, await loadAllModels(), { step, path }, search);
  return found.slice(0, mostShown).map(({ source, label, hint, kindLabel, match, verdict }) => ({
    from: inEdits(source),
    label,
    of: hint,
    kind: kindLabel,
    match,
    fits: verdict.ok,
    ...(!verdict.ok && { why: verdict.reason }),
  }));
}

function inEdits(source: WireSource) {
  switch (source.kind) {
    case "output":
      return { step: source.step, output: source.output };
    case "parameter":
      return { parameter: source.name };
    case "execution":
      return { execution: source.variable };
    case "currentItem":
      return { itemOf: source.step, member: source.member };
  }
}
