/** How what is deployed is read and compared. */
import type { DeployIntent, Plan, Tag } from "../../contract/deploy";
import type { DescribedPipeline } from "../../contract/pipelines";
import { blankDefinition } from "../../pipeline/definition/document";
import { parseDefinition } from "../../pipeline/definition/parse";
import type { ObjectValue } from "../../pipeline/definition/value";

/** Longest text of a value that a plan tells; a whole training step still fits. */
export const longest = 4000;

/** What is deployed may be anything that SageMaker once took; what cannot be read counts as all different. */
export function readDeployed({ definition }: DescribedPipeline): ObjectValue {
  const parsed = parseDefinition(definition);
  return parsed.ok ? parsed.value : blankDefinition;
}

type Settings = Pick<DeployIntent, "roleArn" | "maxParallelSteps" | "displayName" | "description">;

/** What stands beside the definition, where it becomes another. What is not said, an update leaves as it is. */
export function settingsOf(deployed: DescribedPipeline | null, to: Settings) {
  return {
    role: differs(deployed?.roleArn ?? null, to.roleArn),
    parallelism: differs(textOf(deployed?.maxParallelSteps), textOf(to.maxParallelSteps)),
    displayName: differs(deployed?.displayName ?? null, to.displayName),
    description: differs(deployed?.description ?? null, to.description),
  };
}

function textOf(value: number | null | undefined): string | null | undefined {
  return typeof value === "number" ? String(value) : value;
}

function differs(before: string | null | undefined, after: string | null | undefined): Plan["role"] {
  if (after === undefined || (before ?? null) === after) return null;
  return { before: before ?? null, after };
}

/**
 * The tags that become others. One is taken away only where it was deployed from here and is no longer wanted: others may have been set by
 * the account's own rules.
 */
export function tagChanges(
  now: readonly Tag[],
  wanted: readonly Tag[],
  deployedFromHere: readonly Tag[],
): Plan["tags"] {
  const there = new Map(now.map(({ key, value }) => [key, value]));
  const keys = new Set(wanted.map(({ key }) => key));
  const set = wanted.flatMap(({ key, value }) => {
    const before = there.get(key) ?? null;
    return before === value ? [] : [{ key, before, after: value }];
  });
  const gone = deployedFromHere.flatMap(({ key }) => {
    const before = there.get(key);
    return keys.has(key) || before === undefined ? [] : [{ key, before, after: null }];
  });
  return [...set, ...gone];
}
