import { describe, expect, it } from "vitest";
import { operations } from "../../contract/operations";
import { type Handlers, handlers } from ".";

describe("the operations", () => {
  it("are those of the contract, each carried out", () => {
    expect(Object.keys(handlers).sort()).toEqual(Object.keys(operations).sort());
  });

  it("do not compile while one is missing or answers something else", () => {
    const { targets, ...rest } = handlers;
    // @ts-expect-error `targets` is missing.
    const missing: Handlers = rest;
    // @ts-expect-error Targets are not a plan.
    const other: Handlers = { ...handlers, plan: targets };
    expect([missing, other]).toHaveLength(2);
  });
});
