import { lastName } from "../../definition/path";
import { get, isObject, keys } from "../../definition/value";
import { renameMapKey } from "../../edits/fields";
import { oncePerObject } from "../../remember";
import type { StructureShape } from "../../schema/model";
import { membersAt } from "../../schema/shapeAt";
import { stepTypeOf } from "../../steps";
import { remove } from "../fixes";
import { nearest } from "../nearest";
import type { Fix, Rule } from "../problem";

export const unknownArgument: Rule = {
  code: "unknown-argument",
  severity: "warning",
  why: "The service refuses members that it does not know: “Unknown Argument member 'ModelPackageName'.” (issue 3472 of the Python SDK). The installed AWS SDK may be behind the service, so an unknown name is only doubted; one that Pipelines forbids is an error.",
  looksAt: ["objects"],
  looksWhere: ({ zone, shape }) => zone === "request" && shape?.kind === "structure",
  checkField({ shape, value, at, entry, stepType, isExpression }, report) {
    if (shape?.kind !== "structure" || !isObject(value) || isExpression) return;
    const dropped = at.length === 1 ? stepType.api.dropped : [];
    const known = namesOf(shape);
    for (const key of keys(value)) {
      if (dropped.includes(key)) {
        if (forbidden(stepType.type, key)) {
          report({
            at: [...at, key],
            severity: "error",
            message: `Pipelines takes no ${key} in a ${stepType.label} step. Remove it from ${entry.name}.`,
            fixes: [remove(entry.key, [...at, key])],
          });
        }
        continue;
      }
      if (known.has(key)) continue;
      const fixes = cures(
        entry.key,
        at,
        key,
        value,
        shape.members.map(({ name }) => name),
      );
      const around = at.length === 1 ? "" : ` in ${lastName(at)}`;
      report({ at: [...at, key], message: `${stepType.label} knows no ${key}${around}.${hint(fixes)}`, fixes });
    }
  },
  checkStep({ key, type, step }) {
    const stepType = stepTypeOf(type);
    const value = get(step, "Arguments");
    if (stepType.argumentsForm !== "own" || !isObject(value)) return [];
    const known = [
      ...membersAt(null, stepType, ["Arguments"]).map(({ name }) => name),
      ...stepType.slots.map((slot) => slot.key),
    ];
    return keys(value)
      .filter((member) => !known.includes(member))
      .map((member) => {
        const fixes = cures(key, ["Arguments"], member, value, known);
        return {
          step: key,
          at: ["Arguments", member],
          message: `${stepType.label} knows no ${member}.${hint(fixes)}`,
          fixes,
        };
      });
  },
};

const namesOf = oncePerObject(
  ({ members }: StructureShape): ReadonlySet<string> => new Set(members.map(({ name }) => name)),
);

/** What the service refuses by name; the other members that the SDK drops it takes, and ignores or uses as a prefix. */
function forbidden(type: string, member: string): boolean {
  return type === "RegisterModel" && (member === "ModelPackageName" || member === "CertifyForMarketplace");
}

function cures(
  key: string,
  at: readonly (string | number)[],
  member: string,
  value: Parameters<typeof keys>[0],
  known: readonly string[],
): Fix[] {
  const free = known.filter((name) => get(value, name) === undefined);
  const close = nearest(member, free);
  const rename: Fix[] =
    close === null ? [] : [{ label: `Call it ${close}`, recipe: renameMapKey(key, [...at], member, close) }];
  return [...rename, remove(key, [...at, member])];
}

function hint(fixes: readonly Fix[]): string {
  const close = fixes.find(({ label }) => label.startsWith("Call it "))?.label.slice("Call it ".length);
  return close === undefined ? "" : ` Did you mean ${close}?`;
}
