import { describe, expect, it } from "vitest";
import type { ObjectValue, Value } from "../../definition/value";
import { attemptsOf } from "./retries";

const train = (RetryPolicies: Value, Type = "Training"): ObjectValue => ({ Name: "Train", Type, RetryPolicies });
const capacity = { reason: "x", exception: "SageMaker.CAPACITY_ERROR", attempts: null };
const policy = { ExceptionType: ["SageMaker.CAPACITY_ERROR"], IntervalSeconds: 30, BackoffRate: 2, MaxAttempts: 3 };

describe("retry policies", () => {
  it("try again as often as they say, waiting longer each time", () => {
    expect(attemptsOf(train([policy]), capacity)).toEqual({
      count: 4,
      succeeded: false,
      words: "SageMaker.CAPACITY_ERROR: retried 3 times, after 30 s, 60 s, 120 s.",
    });
  });

  it("stop when an attempt succeeds", () => {
    expect(attemptsOf(train([policy]), { ...capacity, attempts: 1 })).toEqual({
      count: 2,
      succeeded: true,
      words: "SageMaker.CAPACITY_ERROR: retried once, after 30 s.",
    });
    expect(attemptsOf(train([policy]), { ...capacity, attempts: 4 }).succeeded).toBe(false);
  });

  it("end with their time", () => {
    const minutes = { ExceptionType: ["SageMaker.CAPACITY_ERROR"], IntervalSeconds: 30, ExpireAfterMin: 2 };
    expect(attemptsOf(train([minutes]), capacity)).toMatchObject({ count: 3, succeeded: false });
  });

  it("do nothing for an error that none of them names", () => {
    expect(attemptsOf(train([policy]), { ...capacity, exception: "SageMaker.RESOURCE_LIMIT" })).toEqual({
      count: 1,
      succeeded: false,
      words: "SageMaker.RESOURCE_LIMIT: no retry policy names it.",
    });
  });

  it("are there for throttling without being written", () => {
    const throttled = { ...capacity, exception: "Step.THROTTLING", attempts: 1 };
    expect(attemptsOf(train([]), throttled)).toMatchObject({ count: 2, succeeded: true });
    const never = { ExceptionType: ["Step.THROTTLING"], MaxAttempts: 0 };
    expect(attemptsOf(train([never]), throttled)).toMatchObject({ count: 1, succeeded: false });
  });

  it("are ignored by a tuning job for an error that it retries inside", () => {
    const internal = { ...capacity, exception: "SageMaker.JOB_INTERNAL_ERROR" };
    const named = { ...policy, ExceptionType: ["SageMaker.JOB_INTERNAL_ERROR"] };
    expect(attemptsOf(train([named]), internal).count).toBe(4);
    expect(attemptsOf(train([named], "Tuning"), internal).count).toBe(1);
  });
});
