import { describe, expect, it } from "vitest";
import { renameInText, renameStepsIn } from "./write";

describe("renaming steps", () => {
  const names = new Map([
    ["A", "B"],
    ["B", "A"],
    ["My.Step", "MyStep"],
    ["Loop", "Each"],
  ]);

  it.each([
    ["Steps.A", "Steps.B"],
    ["Steps.A.Out", "Steps.B.Out"],
    ["Steps.B['x']", "Steps.A['x']"],
    ["Steps.AB.Out", "Steps.AB.Out"],
    ["IterationOutput.A.Out", "IterationOutput.B.Out"],
    // No name holds a dot; where one does, its references are mended with it.
    ["Steps.My.Step.Out", "Steps.MyStep.Out"],
    ["Steps.Loop.IterationOutputs[0].A.Out", "Steps.Each.IterationOutputs[0].B.Out"],
    ["Parameters.A", "Parameters.A"],
  ])("makes %s %s", (before, after) => {
    expect(renameInText(before, names)).toBe(after);
  });

  it("swaps two names wherever they stand, and shares what does not change", () => {
    const rest = { Name: "C", Type: "Fail", Arguments: { ErrorMessage: "A" } };
    const step = (read: string, ...after: (string | object)[]) => ({
      Type: "Fail",
      Arguments: { ErrorMessage: { Get: `Steps.${read}.Out` } },
      DependsOn: after as never,
    });
    const steps = [step("A", "A", { Step: "B" }, "C"), rest];
    const renamed = renameStepsIn(steps, names) as typeof steps;
    expect(renamed[0]).toEqual(step("B", "B", { Step: "A" }, "C"));
    expect(renamed[1]).toBe(rest);
  });
});
