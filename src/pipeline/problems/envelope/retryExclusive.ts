import { has } from "../../definition/value";
import { remove } from "../fixes";
import type { Rule } from "../problem";
import { retryPolicies } from "./retryPolicies";

export const retryExclusive: Rule = {
  code: "retry-exclusive",
  severity: "error",
  why: "“If both properties are identified within one policy, then the retry policy generates a validation error.” (developer guide, Retry policy for pipeline steps)",
  withKey: "RetryPolicies",
  checkStep({ key, name, step }) {
    return retryPolicies(step)
      .filter(({ policy }) => has(policy, "MaxAttempts") && has(policy, "ExpireAfterMin"))
      .map(({ index }) => {
        const at = ["RetryPolicies", index];
        return {
          step: key,
          at,
          message: `A retry policy of ${name} has both MaxAttempts and ExpireAfterMin, and takes one of them.`,
          fixes: [remove(key, [...at, "MaxAttempts"]), remove(key, [...at, "ExpireAfterMin"])],
        };
      });
  },
};
