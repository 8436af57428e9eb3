import { get, getIn, isObject, text, type Value } from "../../definition/value";
import { setField } from "../../edits/fields";
import { readExpression } from "../../references/read";
import { stepTypeOf } from "../../steps";
import { bodySteps } from "../../steps/iteration";
import { nearest } from "../nearest";
import type { Finding, Rule } from "../problem";

const at = ["Arguments", "Selector"];
const picks = ["MaxBy", "MinBy"];

export const forEachSelector: Rule = {
  code: "for-each-selector",
  severity: "error",
  why: "“Selector.Field must be an IterationOutput reference”, “must target a body step of this ForEach step and drill at least one member deep”; Pick is MaxBy or MinBy (for_each_step.py of the SDK).",
  types: ["ForEach"],
  checkStep({ key, name, type, step }) {
    const selector = getIn(step, at);
    if (selector === undefined || selector === null) return [];
    if (!isObject(selector))
      return [{ step: key, at, message: `The Selector of ${name} must have a Pick and a Field.` }];
    const body = bodySteps(step, stepTypeOf(type)).flatMap((inside) => text(get(inside, "Name")) ?? []);
    return [...wrongPick(key, name, get(selector, "Pick")), ...wrongField(key, name, get(selector, "Field"), body)];
  },
};

function wrongPick(key: string, name: string, pick: Value | undefined): Finding[] {
  if (typeof pick === "string" && picks.includes(pick)) return [];
  const said = pick === undefined ? "has no Pick" : "knows no such Pick";
  const fixes = picks.map((one) => ({ label: `Use ${one}`, recipe: setField(key, [...at, "Pick"], one) }));
  return [
    { step: key, at: [...at, "Pick"], message: `The Selector of ${name} ${said}. It takes MaxBy or MinBy.`, fixes },
  ];
}

function wrongField(key: string, name: string, field: Value | undefined, body: readonly string[]): Finding[] {
  const path = [...at, "Field"];
  const expression = readExpression(field);
  if (expression?.kind !== "get" || expression.reference.kind !== "iterationOutput") {
    const example = `IterationOutput.${body[0] ?? "BODYSTEP"}.MEMBER`;
    return [
      {
        step: key,
        at: path,
        message: `The Selector of ${name} compares a value of each iteration: read ${example} in Field.`,
      },
    ];
  }
  const { step, segments } = expression.reference;
  if (!body.includes(step)) {
    const close = nearest(step, body) ?? (body.length === 1 ? (body[0] ?? null) : null);
    const read = (other: string) => expression.text.replace(`IterationOutput.${step}`, `IterationOutput.${other}`);
    const fixes = close === null ? [] : [{ label: `Read ${close}`, recipe: setField(key, path, { Get: read(close) }) }];
    return [
      { step: key, at: path, message: `The Selector of ${name} reads ${step}, which is no step of its body.`, fixes },
    ];
  }
  if (segments.length > 0) return [];
  return [
    { step: key, at: path, message: `The Selector of ${name} reads ${step} as a whole. Read one of its outputs.` },
  ];
}
