import { has } from "../../definition/value";
import { isKnownStepType, stepTypeOf } from "../../steps";
import { remove } from "../fixes";
import type { Rule } from "../problem";

export const cacheNotAllowed: Rule = {
  code: "cache-not-allowed",
  severity: "warning",
  why: "The SDK writes CacheConfig only for the step types that SageMaker caches (developer guide, Caching pipeline steps): models, conditions, loops and the like run every time.",
  withKey: "CacheConfig",
  checkStep({ key, name, type, step }) {
    const stepType = stepTypeOf(type);
    if (!has(step, "CacheConfig") || !isKnownStepType(type) || stepType.envelope.includes("CacheConfig")) return [];
    const message = `SageMaker caches no ${stepType.label} step: remove the caching of ${name}.`;
    return [{ step: key, at: ["CacheConfig"], message, fixes: [remove(key, ["CacheConfig"])] }];
  },
};
