import { describe, expect, it } from "vitest";
import { documentOf, loadAllModels } from "../../testing/load";
import { parsePath } from "../definition/path";
import { serialise } from "../definition/serialise";
import { connect } from "../edits/connect";
import { stepAt } from "../graph/stepTree";
import { judgeWire } from "./judge";
import { listTargets } from "./targets";
import type { WireSource } from "./wire";

const models = await loadAllModels();
const source: WireSource = { kind: "output", step: "Score", output: "OutputParameters['mse']" };
const document = documentOf([
  {
    Name: "Score",
    Type: "Lambda",
    Arguments: {},
    FunctionArn: "arn",
    OutputParameters: [{ OutputName: "mse", OutputType: "Float" }],
  },
  { Name: "Gate", Type: "Condition", Arguments: { Conditions: [], IfSteps: [], ElseSteps: [] } },
  {
    Name: "Each",
    Type: "ForEach",
    Arguments: {
      IterableItems: ["a"],
      MaxConcurrency: 1,
      Selector: { Pick: "MaxBy", Field: { Get: "IterationOutput.Body.OutputParameters['auc']" } },
      ForEachBody: [],
    },
  },
  { Name: "Tidy", Type: "Cleanup", Arguments: { Resources: { S3: [] } } },
]);

const offered = (step: string) =>
  listTargets(document, models, source, step)
    .filter(({ verdict }) => verdict.ok)
    .map(({ printed, label, hint }) => ({ printed, label, hint }));

describe("a wire into a list element that is not there yet", () => {
  it("begins a condition on a Condition step that has none, and is its left or right side", () => {
    expect(offered("Gate")).toEqual([
      { printed: "Arguments.Conditions[0].LeftValue", label: "LeftValue", hint: "of a new condition" },
      { printed: "Arguments.Conditions[0].RightValue", label: "RightValue", hint: "of a new condition" },
    ]);
    const path = parsePath("Arguments.Conditions[0].LeftValue") ?? [];
    const wired = connect(source, { step: "Gate", path }, models)(document);
    expect(JSON.parse(serialise(stepAt(wired.definition, "Gate").step))).toEqual({
      Name: "Gate",
      Type: "Condition",
      Arguments: {
        Conditions: [{ Type: "Equals", LeftValue: { Get: "Steps.Score.OutputParameters['mse']" }, RightValue: "" }],
        IfSteps: [],
        ElseSteps: [],
      },
    });
  });

  it("does not begin a source to clean up: a value alone does not say whose outputs go", () => {
    expect(offered("Tidy")).toEqual([]);
  });

  it("is not offered for a loop's selector, which compares what its own body gives", () => {
    const loop = offered("Each").map(({ printed }) => printed);
    expect(new Set(loop)).toEqual(
      new Set(["Arguments.IterableItems", "Arguments.IterableItems[0]", "Arguments.IterableItems[1]"]),
    );
    const verdict = judgeWire(document, models, source, { step: "Each", path: ["Arguments", "Selector", "Field"] });
    expect(verdict).toMatchObject({ ok: false, reason: expect.stringContaining("loop's own body") });
  });
});
