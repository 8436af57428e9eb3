import { get, has } from "../../definition/value";
import { setField } from "../../edits/fields";
import type { Rule } from "../problem";

const usual = "P30D";

export const cacheWithoutExpiry: Rule = {
  code: "cache-without-expiry",
  severity: "warning",
  why: "“When you turn on step caching, you must also define a timeout.” (developer guide, Caching pipeline steps)",
  withKey: "CacheConfig",
  checkStep({ key, name, step }) {
    const config = get(step, "CacheConfig");
    if (get(config, "Enabled") !== true || has(config, "ExpireAfter")) return [];
    return [
      {
        step: key,
        at: ["CacheConfig"],
        message: `${name} is cached, and does not say for how long.`,
        fixes: [{ label: "Keep for 30 days", recipe: setField(key, ["CacheConfig", "ExpireAfter"], usual) }],
      },
    ];
  },
};
