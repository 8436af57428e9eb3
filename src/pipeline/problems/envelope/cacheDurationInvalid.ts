import { hasHole } from "../../definition/holes";
import { getIn } from "../../definition/value";
import { setField } from "../../edits/fields";
import { isExpression } from "../../references/read";
import type { Rule } from "../problem";

const at = ["CacheConfig", "ExpireAfter"];
/** ISO 8601, and what the guide shows beside it: `30d`, `T16m`, `30dT5h`, in any case. */
const duration = /^P?(?=[\dT])(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?$/i;

export const cacheDurationInvalid: Rule = {
  code: "cache-duration-invalid",
  severity: "warning",
  why: "ExpireAfter is an ISO 8601 duration, such as P30D, P4DT12H or T12H (developer guide, Caching pipeline steps).",
  withKey: "CacheConfig",
  checkStep({ key, name, step }) {
    const value = getIn(step, at);
    if (value === undefined || value === null || isExpression(value)) return [];
    if (typeof value === "string" && (duration.test(value) || hasHole(value))) return [];
    const days = typeof value === "string" ? /\d{1,4}/.exec(value)?.[0] : null;
    const meant = `P${days ?? 30}D`;
    return [
      {
        step: key,
        at,
        message: `ExpireAfter of ${name} is no duration. Write one such as P30D (30 days) or T12H (12 hours).`,
        fixes: [{ label: `Write ${meant}`, recipe: setField(key, at, meant) }],
      },
    ];
  },
};
