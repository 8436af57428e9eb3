import { getIn, isList, isObject, type ObjectValue } from "../definition/value";
import { readExpression } from "../references/read";
import type { StepType } from "../schema/stepType";

/** The steps in the body of a loop, in their order; none for a step that is no loop. */
export function bodySteps(step: ObjectValue, stepType: StepType): readonly ObjectValue[] {
  return stepType.slots
    .filter(({ edge }) => edge === "each")
    .flatMap(({ key }) => {
      const body = getIn(step, ["Arguments", key]);
      return isList(body) ? body.filter(isObject) : [];
    });
}

/** The name of the body step whose member decides which iteration is the selected one; null without a selector. */
export function selectedStep(step: ObjectValue): string | null {
  const expression = readExpression(getIn(step, ["Arguments", "Selector", "Field"]));
  return expression?.kind === "get" && expression.reference.kind === "iterationOutput"
    ? expression.reference.step
    : null;
}
