/** The keys that steps have in common, in the SDK's words; null where it would write something else. */
import { lookup } from "../../pipeline/definition/byName";
import { get, isList, isNumber, LosslessNumber, text, type Value } from "../../pipeline/definition/value";
import { type Argument, type Expr, list } from "./layout";
import type { Program } from "./program";
import { hasKeys } from "./stepParts";
import { quoted, scalar } from "./text";

const triggers: Readonly<Record<string, string>> = { Failed: "FAILED", Stopped: "STOPPED", Any: "ANY" };

export function dependsOn(waits: Value, program: Program): Expr | null {
  if (!isList(waits) || waits.length === 0) return null;
  const names = waits.map((wait) => text(wait) ?? text(get(wait, "Step")) ?? "");
  if (new Set(names).size < names.length || names.some((name) => !program.steps.has(name))) return null;
  const written = waits.map((wait, index) => {
    const step = program.variables.get(names[index] ?? "") ?? quoted(names[index] ?? "");
    if (typeof wait === "string") return step;
    const trigger = lookup(triggers, text(get(wait, "Trigger")) ?? "");
    if (!program.sdk.hasTriggers || !hasKeys(wait, "Step", "Trigger") || trigger === undefined) return null;
    return program.make("StepDependency", step, `${program.use("TriggerCondition")}.${trigger}`);
  });
  return written.every((wait) => wait !== null) ? list(written) : null;
}

export function cacheConfig(value: Value, program: Program): Expr | null {
  if (!hasKeys(value, "Enabled", "ExpireAfter?")) return null;
  const [enabled, after] = [get(value, "Enabled"), get(value, "ExpireAfter")];
  if (typeof enabled !== "boolean" || (after !== undefined && typeof after !== "string")) return null;
  return program.make(
    "CacheConfig",
    ["enable_caching", enabled ? "True" : "False"],
    after === undefined ? null : ["expire_after", quoted(after)],
  );
}

const exceptions: Readonly<Record<string, readonly [policy: string, kind: string, name: string]>> = {
  "Step.SERVICE_FAULT": ["StepRetryPolicy", "StepExceptionTypeEnum", "SERVICE_FAULT"],
  "Step.THROTTLING": ["StepRetryPolicy", "StepExceptionTypeEnum", "THROTTLING"],
  "SageMaker.JOB_INTERNAL_ERROR": ["SageMakerJobStepRetryPolicy", "SageMakerJobExceptionTypeEnum", "INTERNAL_ERROR"],
  "SageMaker.CAPACITY_ERROR": ["SageMakerJobStepRetryPolicy", "SageMakerJobExceptionTypeEnum", "CAPACITY_ERROR"],
  "SageMaker.RESOURCE_LIMIT": ["SageMakerJobStepRetryPolicy", "SageMakerJobExceptionTypeEnum", "RESOURCE_LIMIT"],
};

/** `onlySteps`: of a step whose class takes no policies for the errors of jobs. */
export function retryPolicies(value: Value, program: Program, onlySteps = false): Expr | null {
  if (!isList(value) || value.length === 0) return null;
  const policies = value.map((policy) => retryPolicy(policy, program, onlySteps));
  return policies.every((policy) => policy !== null) ? list(policies) : null;
}

function retryPolicy(value: Value, program: Program, onlySteps: boolean): Expr | null {
  if (!hasKeys(value, "BackoffRate", "IntervalSeconds", "MaxAttempts?", "ExpireAfterMin?", "ExceptionType"))
    return null;
  const types = get(value, "ExceptionType");
  const known = isList(types) ? types.map((type) => lookup(exceptions, text(type) ?? "")) : [];
  const [first] = known;
  if (first === undefined || known.some((one) => one?.[0] !== first[0])) return null;
  if (onlySteps && first[0] !== "StepRetryPolicy") return null;
  const limits = [
    ["max_attempts", whole(get(value, "MaxAttempts"), 1, 20)],
    ["expire_after_mins", whole(get(value, "ExpireAfterMin"), 1, 14_400)],
  ] as const;
  const given = limits.filter(([, limit]) => limit !== undefined);
  const [rate, interval] = [get(value, "BackoffRate"), get(value, "IntervalSeconds")];
  if (given.length !== 1 || !isPositive(rate) || !isPositive(interval)) return null;
  const [limit] = given;
  if (limit === undefined || limit[1] === null || limit[1] === undefined) return null;
  const kinds = known.map((one) => `${program.use(first[1])}.${one?.[2]}`);
  return program.make(
    first[0],
    ["exception_types", list(kinds)],
    ["backoff_rate", scalar(rate) ?? ""],
    ["interval_seconds", scalar(interval) ?? ""],
    [limit[0], limit[1]],
  );
}

function isPositive(value: Value | undefined): value is number | LosslessNumber {
  return isNumber(value) && Number(value instanceof LosslessNumber ? value.value : value) >= 0;
}

/** Undefined where there is none, null for one that the SDK refuses. */
function whole(value: Value | undefined, least: number, most: number): string | null | undefined {
  if (value === undefined) return undefined;
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most ? String(value) : null;
}

/** Words that the SDK writes where they are not empty. */
export function words(name: string, value: Value | undefined): Argument | null | undefined {
  if (value === undefined) return null;
  return typeof value === "string" && value !== "" ? [name, quoted(value)] : undefined;
}

/** What a step waits for, as the SDK takes it; what it would write in another way is put right. */
export function waitsOf(waits: Value, name: string, program: Program): Expr | null {
  const order = dependsOn(waits, program);
  if (order !== null) return order;
  program.correct(name, `["DependsOn"] = `, waits);
  const names = isList(waits) ? waits.map((wait) => text(wait) ?? text(get(wait, "Step")) ?? "") : [];
  const there = [...new Set(names)].filter((one) => program.steps.has(one));
  return there.length === 0 ? null : list(there.map((one) => program.variables.get(one) ?? quoted(one)));
}
