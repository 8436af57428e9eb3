import type { ObjectValue } from "../definition/value";
import type { Problem, Surroundings } from "../problems/problem";
import type { ApiModels } from "../schema/model";
import { read } from "./read";

/**
 * All problems of a definition that is read once: errors first, then in the order of the steps. Whoever edits keeps a reading instead.
 *
 * @param models the API models by type; fields are checked where the type's is given.
 */
export function checkDefinition(
  definition: ObjectValue,
  models: ApiModels,
  surroundings: Surroundings = {},
): readonly Problem[] {
  return read({ definition, ...surroundings }, models).problems;
}
