/** Code is attached to a step by its name: where the name becomes another, or a copy gets its own, it is said whence. */
import { withName, withoutNames } from "../definition/byName";
import type { PipelineDocument } from "../definition/document";
import { get } from "../definition/value";
import { stepsByKey } from "../graph/stepTree";

type Named = Pick<PipelineDocument, "definition" | "codeOf">;

/** So many earlier names are enough to find what was attached. */
const mostNames = 10;

/** What is said after a step of the document took another name. */
export function codeOfRenamed({ definition, codeOf }: Named, key: string, to: string): PipelineDocument["codeOf"] {
  if (!runsCode(definition, key)) return codeOf;
  return withName(withoutNames(codeOf, new Set([key])), to, namesOf(codeOf, key, to));
}

/** What is said after a step of the document was copied. */
export function codeOfCopied({ definition, codeOf }: Named, key: string, copy: string): PipelineDocument["codeOf"] {
  return key === copy || !runsCode(definition, key) ? codeOf : withName(codeOf, copy, namesOf(codeOf, key, copy));
}

function namesOf(codeOf: PipelineDocument["codeOf"], key: string, now: string): readonly string[] {
  return [key, ...(codeOf.get(key) ?? [])].filter((name) => name !== now).slice(0, mostNames);
}

function runsCode(definition: PipelineDocument["definition"], key: string): boolean {
  return get(stepsByKey(definition).get(key)?.step, "Type") === "Lambda";
}
