import { entries, get } from "../../../pipeline/definition/value";
import type { OwnClass } from "../sdk";

/** Version 2 takes the request of a model as it is, but for a name, which it drops. */
export const model2: OwnClass = {
  takes: ["RetryPolicies"],
  write({ args }, writing) {
    if (get(args, "ModelName") !== undefined || entries(args).length === 0) return null;
    return { of: "CreateModelStep", args: [["step_args", writing.value(args)]] };
  },
};
