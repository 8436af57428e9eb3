import type { Path } from "../../definition/path";
import { get, getIn, isList, isObject, type ObjectValue, text, type Value } from "../../definition/value";

/** A condition somewhere in a Condition step, those inside Or and Not included. */
export interface FoundCondition {
  readonly condition: ObjectValue;
  readonly type: string;
  readonly at: Path;
}

/** What lies in a list of conditions, or below one; `otherwise` gets what is no condition. */
export function conditionsOf(step: ObjectValue, otherwise: (at: Path) => void = () => {}): readonly FoundCondition[] {
  const found: FoundCondition[] = [];
  const visit = (value: Value, at: Path): void => {
    if (!isObject(value)) {
      otherwise(at);
      return;
    }
    found.push({ condition: value, type: text(get(value, "Type")) ?? "", at });
    const one = get(value, "Condition");
    if (one !== undefined) visit(one, [...at, "Condition"]);
    visitList(get(value, "Conditions"), [...at, "Conditions"]);
  };
  const visitList = (list: Value | undefined, at: Path): void => {
    if (isList(list)) for (const [index, item] of list.entries()) visit(item, [...at, index]);
  };
  visitList(getIn(step, ["Arguments", "Conditions"]), ["Arguments", "Conditions"]);
  return found;
}
