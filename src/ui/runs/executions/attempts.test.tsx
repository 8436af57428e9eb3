// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import type { StepRun } from "../../../contract/executions";
import { Attempts } from "./Attempts";

afterEach(cleanup);

const step: StepRun = {
  ...{ name: "Train", displayName: null, status: "Succeeded", started: null, ended: null, failureReason: null },
  ...{ attempts: 2, cachedFrom: null, callbackToken: null, outcome: null, arn: null, outputs: [], metadata: null },
};

it("each attempt of a step stands with its start, its length and why it failed", () => {
  const attempts = [
    { began: "2026-11-23T10:00:00.000Z", ended: "2026-11-23T10:00:12.000Z", reason: "SageMaker.CAPACITY_ERROR" },
    { began: "2026-11-23T10:01:00.000Z", ended: "2026-11-23T10:01:02.000Z", reason: null },
    { began: "2026-11-23T10:02:00.000Z", ended: null, reason: null },
  ];
  render(<Attempts step={step} attempts={attempts} />);
  const rows = screen.getAllByRole("row").map(({ textContent }) => textContent);
  expect(rows[1]).toMatch(/12 sSageMaker\.CAPACITY_ERROR$/);
  expect(rows[2]).toMatch(/2\.0 sSucceeded$/);
  expect(rows[3]).toMatch(/goes on$/);
});

it("where the service tells only how many there were, that is said, and nothing of a single one", () => {
  const { rerender, container } = render(<Attempts step={step} attempts={null} />);
  expect(screen.getByText(/^2 attempts; SageMaker tells how many/)).toBeTruthy();
  rerender(<Attempts step={{ ...step, attempts: 1 }} attempts={null} />);
  expect(container.textContent).toBe("");
});
