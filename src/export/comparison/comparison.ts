import type { DefinitionChanges } from "../../pipeline/compare/changes";
import { compareRenamed } from "../../pipeline/compare/compareDefinitions";
import { compareEdges, type EdgeEnds } from "../../pipeline/compare/compareEdges";
import { compareProblems } from "../../pipeline/compare/compareProblems";
import { type Meaning, meaningOf } from "../../pipeline/compare/meaning";
import type { ObjectValue } from "../../pipeline/definition/value";
import { listSteps } from "../../pipeline/graph/stepTree";
import { reportedProblem } from "../../pipeline/problems/reported";
import { checkDefinition } from "../../pipeline/reading";
import { loadModels } from "../../pipeline/schema/load";
import { permissionChanges } from "./permissions";

export type ComparedProblem = ReturnType<typeof reportedProblem>;

/** All that differs between two definitions, and what it comes to. */
export interface Comparison {
  readonly changes: DefinitionChanges;
  readonly edges: { readonly added: readonly EdgeEnds[]; readonly removed: readonly EdgeEnds[] };
  readonly problems: { readonly new: readonly ComparedProblem[]; readonly gone: readonly ComparedProblem[] };
  /** What touches security first. */
  readonly meaning: readonly Meaning[];
  /** The definition before, its steps under the names that they have now. */
  readonly before: ObjectValue;
  readonly after: ObjectValue;
}

export async function compare(before: ObjectValue, after: ObjectValue): Promise<Comparison> {
  const { renamed, changes } = compareRenamed(before, after);
  const edges = compareEdges(renamed, after);
  const said = meaningOf({ changes, edges, after });
  const permissions = permissionChanges(renamed, after);
  const secure = ({ security }: Meaning) => security;
  return {
    changes,
    edges,
    problems: compareProblems(await problemsOf(renamed), await problemsOf(after)),
    meaning: [
      ...permissions.filter(secure),
      ...said.filter(secure),
      ...said.filter((one) => !secure(one)),
      ...permissions.filter((one) => !secure(one)),
    ],
    before: renamed,
    after,
  };
}

async function problemsOf(definition: ObjectValue): Promise<readonly ComparedProblem[]> {
  const models = await loadModels(listSteps(definition).map(({ type }) => type));
  return checkDefinition(definition, models).map(reportedProblem);
}
