import { createDocument, type PipelineDocument } from "../pipeline/definition/document";
import { parseDefinition } from "../pipeline/definition/parse";
import { serialise } from "../pipeline/definition/serialise";
import type { ObjectValue, Value } from "../pipeline/definition/value";
import { loadAllModels } from "../pipeline/schema/load";

/** Parses a definition given as text or as a plain value; throws when it is refused. */
export function definitionOf(source: string | object): ObjectValue {
  const result = parseDefinition(typeof source === "string" ? source : serialise(source as Value));
  if (!result.ok) throw new Error(`${result.refusal.line}:${result.refusal.column} ${result.refusal.message}`);
  return result.value;
}

/** A document around a list of steps (or a whole definition). */
export function documentOf(steps: readonly object[] | object, parameters: readonly object[] = []): PipelineDocument {
  const definition = Array.isArray(steps)
    ? { Version: "2020-12-01", Metadata: {}, Parameters: parameters, Steps: steps }
    : steps;
  return createDocument("test", "test-pipeline", definitionOf(definition));
}

export { loadAllModels };
