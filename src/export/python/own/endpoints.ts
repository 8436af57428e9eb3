/** Steps around an endpoint: the session of a pipeline takes what it would send, the same in both versions. */
import { get, isList, isObject, type Value } from "../../../pipeline/definition/value";
import { type Argument, call, type Expr } from "../layout";
import type { Called, OwnClass, Writing } from "../sdk";
import { hasKeys } from "../stepParts";
import { Keywords, operand, records } from "./operands";

export const endpoint: OwnClass = {
  takes: ["CacheConfig"],
  write({ args }, writing) {
    const tags = get(args, "Tags");
    // It always sends tags, if only none.
    if (!hasKeys(args, "EndpointName", "EndpointConfigName", "Tags") || !isList(tags)) return null;
    const say = new Keywords();
    say.must("endpoint_name", operand(get(args, "EndpointName"), "text", writing));
    say.must("config_name", operand(get(args, "EndpointConfigName"), "text", writing));
    if (tags.length > 0) say.must("tags", records(tags, ["Key", "Value"], writing));
    return stepOf("EndpointStep", "create_endpoint", say);
  },
};

/** `alwaysTagged`: version 2 sends tags, if only none; version 3 does where there are some. */
export function endpointConfig(alwaysTagged: boolean): OwnClass {
  return {
    takes: ["CacheConfig", "RetryPolicies"],
    write({ name, args }, writing) {
      const [variants, tags] = [get(args, "ProductionVariants"), get(args, "Tags")];
      if (!hasKeys(args, "EndpointConfigName", "ProductionVariants", "Tags?")) return null;
      // Where no variant names a model it looks for a role.
      if (!isList(variants) || !variants.every(isObject)) return null;
      if (variants.every((variant) => get(variant, "ModelName") === undefined)) return null;
      if (!variants.every((variant) => isInstance(get(variant, "InstanceType"), writing))) return null;
      const isEmpty = isList(tags) && tags.length === 0;
      if (alwaysTagged && tags === undefined) return null;
      const say = new Keywords();
      say.must("name", operand(get(args, "EndpointConfigName"), "text", writing));
      say.must("production_variants", writing.value(variants));
      if (!isEmpty) say.may("tags", tags, (value) => records(value, ["Key", "Value"], writing));
      if (say.fits && isEmpty && !alwaysTagged) writing.amend(name, "Tags", []);
      return stepOf("EndpointConfigStep", "create_endpoint_config", say);
    },
  };
}

export const inferenceComponent: OwnClass = {
  takes: [],
  write({ args }, writing) {
    const [specification, runtime] = [get(args, "Specification"), get(args, "RuntimeConfig")];
    const names = ["InferenceComponentName", "EndpointName", "VariantName"] as const;
    if (!hasKeys(args, ...names, "Specification", "RuntimeConfig", "Tags?")) return null;
    const say = new Keywords();
    say.must("inference_component_name", operand(get(args, names[0]), "text", writing));
    say.must("endpoint_name", operand(get(args, names[1]), "text", writing));
    say.must("variant_name", operand(get(args, names[2]), "text", writing));
    say.must("specification", whole(specification, writing));
    say.must("runtime_config", whole(runtime, writing));
    say.may("tags", get(args, "Tags"), (value) => records(value, ["Key", "Value"], writing));
    return stepOf("InferenceComponentStep", "create_inference_component", say);
  },
};

/** The SDK takes an instance type apart, to see whether what it keeps can be encrypted. */
function isInstance(type: Value | undefined, writing: Writing): boolean {
  if (typeof type === "string") return /^ml\.[\w-]+\.\w+$/.test(type);
  return type === undefined || operand(type, "text", writing) !== null;
}

/** An object as it is. */
function whole(value: Value | undefined, writing: Writing): Expr | null {
  return isObject(value) ? writing.value(value) : null;
}

function stepOf(step: string, method: string, { fits, args }: Keywords): Called | null {
  const given: Argument = ["step_args", call(`session.${method}`, ...args)];
  return fits ? { of: step, args: [given] } : null;
}
