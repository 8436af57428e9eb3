import { get } from "../../../pipeline/definition/value";
import { hasKeys } from "../stepParts";
import type { OwnClass } from "./ownClass";

export const fail: OwnClass = {
  takes: [],
  properties: () => null,
  write({ args }, program) {
    const message = get(args, "ErrorMessage");
    if (!hasKeys(args, "ErrorMessage") || message === undefined || message === null) return null;
    return { of: "FailStep", args: [["error_message", program.value(message)]] };
  },
};
