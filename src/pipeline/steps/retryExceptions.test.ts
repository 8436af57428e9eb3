import { expect, it } from "vitest";
import { retryExceptions } from "./retryExceptions";

it("a step that creates or registers a model is retried on errors of its own calls alone", () => {
  for (const type of ["Model", "RegisterModel"]) {
    expect(retryExceptions(type)).toEqual(["Step.SERVICE_FAULT", "Step.THROTTLING"]);
  }
});

it("a job that retries internal errors itself is retried on the others", () => {
  expect(retryExceptions("Tuning")).not.toContain("SageMaker.JOB_INTERNAL_ERROR");
  expect(retryExceptions("Tuning")).toContain("SageMaker.CAPACITY_ERROR");
  expect(retryExceptions("Training")).toHaveLength(5);
});
