import { get, isObject, sameValue } from "../../../pipeline/definition/value";
import type { OwnClass } from "../sdk";
import { hasKeys } from "../stepParts";
import { wordsOf } from "./emr";
import { Keywords, operand } from "./operands";

/** Version 3's own; it writes the role twice. */
export const emrServerless: OwnClass = {
  takes: ["CacheConfig", "RetryPolicies"],
  properties: () => null,
  write({ args, step }, writing) {
    const job = get(args, "JobConfig");
    const isKnown =
      hasKeys(args, "ExecutionRoleArn", "JobConfig", "ApplicationId?", "ApplicationConfig?") &&
      hasKeys(
        job,
        "executionRoleArn",
        "jobDriver",
        "applicationId?",
        "configurationOverrides?",
        "executionTimeoutMinutes?",
        "name?",
        "tags?",
      );
    const [id, config, role] = [
      get(args, "ApplicationId"),
      get(args, "ApplicationConfig"),
      get(args, "ExecutionRoleArn"),
    ];
    if (!isKnown || (id === undefined) === (config === undefined)) return null;
    if (!sameValue(role, get(job, "executionRoleArn")) || !sameValue(id, get(job, "applicationId"))) return null;
    const inner = new Keywords();
    inner.must("job_driver", isObject(get(job, "jobDriver")) ? writing.value(get(job, "jobDriver") ?? null) : null);
    inner.must("execution_role_arn", operand(role, "text", writing));
    for (const [name, key] of [
      ["configuration_overrides", "configurationOverrides"],
      ["tags", "tags"],
    ] as const) {
      inner.may(name, get(job, key), (value) => (isObject(value) ? writing.value(value) : null));
    }
    inner.may("execution_timeout_minutes", get(job, "executionTimeoutMinutes"), (value) =>
      operand(value, "number", writing),
    );
    inner.may("name", get(job, "name"), (value) => operand(value, "text", writing));
    const called = new Keywords();
    called.may("application_id", id, (value) => operand(value, "text", writing));
    called.may("application_config", config, (value) => (isObject(value) ? writing.value(value) : null));
    if (!inner.fits || !called.fits) return null;
    const made = writing.make("EMRServerlessJobConfig", ...inner.args);
    return { of: "EMRServerlessStep", args: [...wordsOf(step), ["job_config", made], ...called.args] };
  },
};
