import { lookup } from "../../definition/byName";
import { type Path, printPath } from "../../definition/path";
import { get, getIn, has, isList, isObject, keys, renameKey, type Value } from "../../definition/value";
import { setField } from "../../edits/fields";
import { isExpression } from "../../references/read";
import { remove } from "../fixes";
import type { Finding, Fix, Rule } from "../problem";
import { conditionsOf, type FoundCondition } from "./eachCondition";
import { operandsOf } from "./operands";

export const conditionMalformed: Rule = {
  code: "condition-malformed",
  severity: "error",
  why: "Each type of condition has its own keys, and the service refuses others: “Cannot parse object, unknown property 'Expression'.” (issue 2746 of the Python SDK; conditions.py)",
  types: ["Condition"],
  checkStep({ key, name, step }) {
    const list = getIn(step, ["Arguments", "Conditions"]);
    const findings: Finding[] = [];
    if (list !== undefined && !isList(list)) {
      findings.push({ step: key, at: ["Arguments", "Conditions"], message: `Conditions of ${name} must be a list.` });
    }
    const found = conditionsOf(step, (at) =>
      findings.push({ step: key, at, message: `${printPath(at.slice(1))} of ${name} is no condition.` }),
    );
    return [...findings, ...found.flatMap((one) => wrongIn(one, key, name))];
  },
};

function wrongIn(one: FoundCondition, key: string, name: string): readonly Finding[] {
  const { condition, type, at } = one;
  const wanted = operandsOf(type);
  const where = `The condition ${printPath(at.slice(1))} of ${name}`;
  if (type === "") return [{ step: key, at, message: `${where} has no Type. Say what it compares.` }];
  // A type of its own kind: another rule says so.
  if (wanted === null) return [];
  const missing = wanted.filter((operand) => !has(condition, operand));
  const more = keys(condition).filter((operand) => operand !== "Type" && !wanted.includes(operand));
  if (missing.length > 0 || more.length > 0) {
    const renamed = cure(one, key, missing, more);
    const lacks = missing.length === 0 ? "" : ` needs ${missing.join(" and ")}`;
    const extra = more.length === 0 ? "" : `${lacks === "" ? "" : ", and"} knows no ${more.join(", ")}`;
    const fixes = renamed ?? (missing.length === 0 ? more.map((operand) => remove(key, [...at, operand])) : []);
    return [{ step: key, at, message: `${where} is ${article(type)}: it${lacks}${extra}.`, fixes }];
  }
  return wrongKinds(one, key, where);
}

function article(type: string): string {
  return /^[AEIO]/.test(type) ? `an ${type}` : `a ${type}`;
}

/** What people write for it: the official schema's `Value` and `In`, the SDK's old `Expression`. */
const meant: Readonly<Record<string, string>> = { Value: "QueryValue", In: "Values", Expression: "Condition" };

function cure(
  { condition, at }: FoundCondition,
  key: string,
  missing: readonly string[],
  more: readonly string[],
): readonly Fix[] | null {
  const renames = more.flatMap((operand) => {
    const to = lookup(meant, operand);
    return to !== undefined && missing.includes(to) ? [[operand, to] as const] : [];
  });
  if (renames.length !== more.length || renames.length !== missing.length) return null;
  const after = renames.reduce((value, [from, to]) => renameKey(value, from, to), condition);
  return [{ label: `Write ${renames.map(([, to]) => to).join(" and ")}`, recipe: setField(key, at, after) }];
}

function wrongKinds({ condition, type, at }: FoundCondition, key: string, where: string): readonly Finding[] {
  const wrong = (operand: string, needs: string): Finding[] => [
    { step: key, at: [...at, operand], message: `${where}: ${operand} must be ${needs}.` },
  ];
  if (type === "Or") return isList(get(condition, "Conditions")) ? [] : wrong("Conditions", "a list of conditions");
  if (type === "Not") return [];
  const values = get(condition, "Values");
  const list = type === "In" && !isList(values) ? wrong("Values", "a list") : [];
  const operands: readonly (readonly [Path, Value | undefined])[] =
    operandsOf(type)
      ?.filter((operand) => operand !== "Values")
      .map((operand) => [[operand], get(condition, operand)] as const) ?? [];
  const structures = operands.filter(([, value]) => isList(value) || (isObject(value) && !isExpression(value)));
  return [...list, ...structures.flatMap(([[operand]]) => wrong(String(operand), "a single value or a reference"))];
}
