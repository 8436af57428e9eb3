import { get } from "../../../pipeline/definition/value";
import type { OwnClass } from "../sdk";
import { hasKeys } from "../stepParts";

export const fail: OwnClass = {
  takes: [],
  properties: () => null,
  write({ args }, program) {
    const message = get(args, "ErrorMessage");
    if (!hasKeys(args, "ErrorMessage") || message === undefined || message === null) return null;
    return { of: "FailStep", args: [["error_message", program.value(message)]] };
  },
};
