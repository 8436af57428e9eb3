import type { Meaning } from "../../pipeline/compare/meaning";
import type { ObjectValue } from "../../pipeline/definition/value";
import { policyOf } from "../policy/policy";

interface Permission {
  readonly action: string;
  readonly resource: string;
}

/** What the pipeline's role must be allowed in only one of two definitions: a sentence for each resource. */
export function permissionChanges(before: ObjectValue, after: ObjectValue): readonly Meaning[] {
  const [olds, news] = [permissionsOf(before), permissionsOf(after)];
  return [
    ...sentences(without(news, olds)).map((what) => told(true, `The pipeline's role needs a new permission: ${what}.`)),
    ...sentences(without(olds, news)).map((what) => told(false, `The pipeline's role no longer needs ${what}.`)),
  ];
}

function told(security: boolean, sentence: string): Meaning {
  return { security, step: null, sentence };
}

function permissionsOf(definition: ObjectValue): ReadonlyMap<string, Permission> {
  const all = policyOf(definition, null).Statement.flatMap(({ Action, Resource }) =>
    Action.flatMap((action) => Resource.map((resource) => ({ action, resource }))),
  );
  return new Map(all.map((permission) => [JSON.stringify(permission), permission]));
}

function without(permissions: ReadonlyMap<string, Permission>, others: ReadonlyMap<string, Permission>) {
  return [...permissions].flatMap(([id, permission]) => (others.has(id) ? [] : [permission]));
}

/** "s3:GetObject and s3:PutObject on arn:…", one for the actions of each resource. */
function sentences(permissions: readonly Permission[]): readonly string[] {
  const byResource = new Map<string, Set<string>>();
  for (const { action, resource } of permissions)
    byResource.set(resource, (byResource.get(resource) ?? new Set()).add(action));
  return [...byResource].map(([resource, asked]) => {
    const actions = [...asked];
    return `${[actions.slice(0, -1).join(", "), actions.at(-1)].filter((part) => part !== "").join(" and ")} on ${resource}`;
  });
}
