import { fail, lambda, model, pipeline, processing, read, training } from "../../../testing/steps";
import type { RuleCases } from "../../../testing/sweepRules";

const retry = (policy: object) => ({ RetryPolicies: [{ ExceptionType: ["Step.THROTTLING"], ...policy }] });
const cache = (CacheConfig: object) => ({ CacheConfig });
const outputs = (...names: string[]) => ({
  OutputParameters: names.map((OutputName) => ({ OutputName, OutputType: "String" })),
});
const many = (count: number) => outputs(...Array.from({ length: count }, (_, i) => `o${i}`));
const stamped = (variable: string) => ({ Environment: { run: read(`Execution.${variable}`) } });

export const cases: RuleCases = {
  "retry-exclusive": {
    bad: pipeline([training("T", {}, retry({ MaxAttempts: 3, ExpireAfterMin: 10 }))]),
    good: pipeline([training("T", {}, retry({ MaxAttempts: 3 }))]),
    says: {
      step: "T",
      path: "RetryPolicies[0]",
      severity: "error",
      message: "A retry policy of T has both MaxAttempts and ExpireAfterMin, and takes one of them.",
    },
    fixes: {
      "Remove MaxAttempts": { "Steps[0].RetryPolicies[0]": { ExceptionType: ["Step.THROTTLING"], ExpireAfterMin: 10 } },
      "Remove ExpireAfterMin": { "Steps[0].RetryPolicies[0]": { ExceptionType: ["Step.THROTTLING"], MaxAttempts: 3 } },
    },
  },
  "retry-out-of-range": {
    bad: pipeline([training("T", {}, retry({ ExpireAfterMin: 14_401 }))]),
    good: pipeline([training("T", {}, retry({ ExpireAfterMin: 14_400, IntervalSeconds: 43_200, BackoffRate: 2.5 }))]),
    says: {
      step: "T",
      path: "RetryPolicies[0].ExpireAfterMin",
      severity: "warning",
      message: "ExpireAfterMin of a retry policy of T is 14401; it takes 0 to 14400.",
    },
    fixes: { "Set it to 14400": { "Steps[0].RetryPolicies[0].ExpireAfterMin": 14_400 } },
  },
  "retry-not-allowed": {
    bad: pipeline([fail("F", retry({ MaxAttempts: 3 }))]),
    good: pipeline([model("M", {}, retry({ MaxAttempts: 3 }))]),
    says: {
      step: "F",
      path: "RetryPolicies",
      severity: "warning",
      message: "SageMaker retries no Fail step: remove the retry policies of F.",
    },
    fixes: { "Remove RetryPolicies": { "Steps[0].RetryPolicies": undefined } },
  },
  "cache-duration-invalid": {
    bad: pipeline([training("T", {}, cache({ Enabled: true, ExpireAfter: "30 days" }))]),
    good: pipeline(
      ["P30D", "p30d", "P4DT12H", "T12H", "PT1H", "30d", "5y", "T16m", "30dT5h"].map((ExpireAfter, i) =>
        training(`T${i}`, {}, cache({ Enabled: true, ExpireAfter })),
      ),
    ),
    says: {
      step: "T",
      path: "CacheConfig.ExpireAfter",
      severity: "warning",
      message: "ExpireAfter of T is no duration. Write one such as P30D (30 days) or T12H (12 hours).",
    },
    fixes: { "Write P30D": { "Steps[0].CacheConfig.ExpireAfter": "P30D" } },
  },
  "cache-not-allowed": {
    bad: pipeline([model("M", {}, cache({ Enabled: true, ExpireAfter: "P1D" }))]),
    good: pipeline([lambda("L", cache({ Enabled: true, ExpireAfter: "P1D" }))]),
    says: {
      step: "M",
      path: "CacheConfig",
      severity: "warning",
      message: "SageMaker caches no Model step: remove the caching of M.",
    },
    fixes: { "Remove CacheConfig": { "Steps[0].CacheConfig": undefined } },
  },
  "cache-without-expiry": {
    bad: pipeline([training("T", {}, cache({ Enabled: true }))]),
    good: pipeline([
      training("T", {}, cache({ Enabled: false })),
      training("U", {}, cache({ Enabled: true, ExpireAfter: "P1D" })),
    ]),
    says: {
      step: "T",
      path: "CacheConfig",
      severity: "warning",
      message: "T is cached, and does not say for how long.",
    },
    fixes: { "Keep for 30 days": { "Steps[0].CacheConfig": { Enabled: true, ExpireAfter: "P30D" } } },
  },
  "cache-broken-by-run-time-value": {
    bad: pipeline([processing("P", stamped("StartDateTime"), cache({ Enabled: true, ExpireAfter: "P1D" }))]),
    good: pipeline([
      processing("P", stamped("PipelineName"), cache({ Enabled: true, ExpireAfter: "P1D" })),
      processing("Q", stamped("StartDateTime"), cache({ Enabled: false })),
    ]),
    says: {
      step: "P",
      path: "Arguments.Environment.run",
      severity: "warning",
      message:
        "P is cached, but Environment.run holds Execution.StartDateTime, which is new in each execution: nothing is ever found.",
    },
  },
  "output-parameters-too-many": {
    bad: pipeline([lambda("L", many(51))]),
    good: pipeline([lambda("L", many(50))]),
    says: {
      step: "L",
      path: "OutputParameters",
      severity: "warning",
      message: "L declares 51 outputs; SageMaker takes at most 50.",
    },
  },
  "output-type-invalid": {
    bad: pipeline([lambda("L", { OutputParameters: [{ OutputName: "n", OutputType: "Int" }] })]),
    good: pipeline([lambda("L", { OutputParameters: [{ OutputName: "n", OutputType: "Integer" }] })]),
    says: {
      step: "L",
      path: "OutputParameters[0].OutputType",
      severity: "error",
      message: "The output n of L has the type Int. It is a String, an Integer, a Float or a Boolean.",
    },
    fixes: { "Make it a String": { "Steps[0].OutputParameters[0].OutputType": "String" } },
  },
  "output-unused": {
    bad: pipeline([
      lambda("L", outputs("a", "b", "c")),
      lambda("M", { Arguments: { x: read("Steps.L.OutputParameters['b']") }, ...outputs() }),
    ]),
    good: pipeline([
      lambda("L", outputs("b")),
      lambda("M", { Arguments: { x: read("Steps.L.OutputParameters['b']") }, ...outputs() }),
    ]),
    says: { step: "L", path: "OutputParameters", severity: "info", message: "Nothing reads a and c of L." },
  },
  "lambda-output-nested": {
    bad: pipeline([lambda("L"), lambda("M", { Arguments: { x: read("Steps.L.OutputParameters['path']['uri']") } })]),
    good: pipeline([lambda("L"), lambda("M", { Arguments: { x: read("Steps.L.OutputParameters['path']") } })]),
    says: {
      step: "M",
      path: "Arguments.x",
      severity: "error",
      message:
        "Arguments.x reads a member of path, but SageMaker turns what L returns there into one text. Return the member by itself.",
    },
    fixes: { "Read path as a whole": { "Steps[1].Arguments.x": read("Steps.L.OutputParameters['path']") } },
  },
};
