import { lastName } from "../../definition/path";
import { curesOf } from "../curesOf";
import { remove } from "../fixes";
import type { Rule } from "../problem";
import { standsBeside } from "./keyTooDeep";

export const unknownArgument: Rule = {
  code: "unknown-argument",
  severity: "warning",
  why: "The service refuses members that it does not know: “Unknown Argument member 'ModelPackageName'.” (issue 3472 of the Python SDK). The installed AWS SDK may be behind the service, so an unknown name is only doubted; one that Pipelines forbids is an error.",
  // Below its arguments, a type with shapes of its own has rules of its own.
  looksWhere: ({ zone, isStranger, dropped, depth }) =>
    (zone === "request" && (isStranger || dropped)) || (zone === "own" && isStranger && depth === 2),
  checkField(field, report) {
    const { entry, stepType, place } = field;
    const at = [...field.at];
    const member = lastName(at);
    if (place.isStranger) {
      // One level too deep: another rule says so.
      if (at.length === 2 && standsBeside(stepType, member)) return;
      report({
        say() {
          const { close, fixes } = curesOf({ entry, place, at });
          const within = at.length === 2 ? "" : ` in ${lastName(at.slice(0, -1))}`;
          const meant = close === null ? "" : ` Did you mean ${close}?`;
          return { message: `${stepType.label} knows no ${member}${within}.${meant}`, fixes };
        },
      });
    } else if (stepType.api.refused?.includes(member) === true) {
      report({
        severity: "error",
        message: `Pipelines takes no ${member} in a ${stepType.label} step. Remove it from ${entry.name}.`,
        fixes: [remove(entry.key, at)],
      });
    }
  },
};
