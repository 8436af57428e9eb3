import { get } from "../../definition/value";
import { setField } from "../../edits/fields";
import { type Bound, bounds } from "../../schema/beyond";
import type { Finding, Rule } from "../problem";
import { numberOf, retryPolicies } from "./retryPolicies";

const prefix = "RetryPolicy.";
const ranges: readonly (readonly [string, Bound])[] = Object.entries(bounds)
  .filter(([member]) => member.startsWith(prefix))
  .map(([member, bound]) => [member.slice(prefix.length), bound]);

export const retryOutOfRange: Rule = {
  code: "retry-out-of-range",
  severity: "warning",
  why: "Attempts go to 20, the time to retry to 14,400 minutes (10 days), the first interval to 43,200 seconds (12 hours) (developer guide, Retry policy for pipeline steps; retry.py of the SDK).",
  withKey: "RetryPolicies",
  checkStep({ key, name, step }) {
    return retryPolicies(step).flatMap(({ policy, index }) =>
      ranges.flatMap(([member, { min = 0, max }]): Finding[] => {
        const number = numberOf(get(policy, member));
        if (number === null || (number >= min && (max === undefined || number <= max))) return [];
        const allowed = number < min ? min : (max ?? min);
        const at = ["RetryPolicies", index, member];
        const range = max === undefined ? `at least ${min}` : `${min} to ${max}`;
        const message = `${member} of a retry policy of ${name} is ${number}; it takes ${range}.`;
        return [
          { step: key, at, message, fixes: [{ label: `Set it to ${allowed}`, recipe: setField(key, at, allowed) }] },
        ];
      }),
    );
  },
};
