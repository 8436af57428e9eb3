import { describe, expect, it } from "vitest";
import { doUndoRedo } from "../../testing/doUndoRedo";
import { args, names, outputOf } from "../../testing/edited";
import { documentOf } from "../../testing/load";
import { lambda } from "../../testing/steps";
import { freeName } from "../graph/stepNames";
import { stepAt } from "../graph/stepTree";
import { addStep } from "./addStep";
import { removeSteps } from "./removeSteps";
import { renameStep } from "./renameStep";

describe("adding a step", () => {
  it("adds the draft under a free name at the place where it was dropped", () => {
    const one = doUndoRedo(documentOf([]), addStep("Training", { x: 10, y: 20 }));
    const two = doUndoRedo(one, addStep("Training", { x: 0, y: 0 }));
    expect(names(two)).toEqual(["Training", "Training2"]);
    expect([...two.layout]).toEqual([
      ["Training", { x: 10, y: 20 }],
      ["Training2", { x: 0, y: 0 }],
    ]);
    expect(Object.keys(stepAt(two.definition, "Training2").step)).toEqual(["Name", "Type", "Arguments"]);
  });

  it("never makes a name that the service keeps for iterations", () => {
    expect(freeName("Score-1", new Set(["Score-1"]))).toBe("Score-1_2");
    expect(freeName("Train2", new Set(["Train2"]))).toBe("Train3");
    expect(freeName("a".repeat(64), new Set(["a".repeat(64)]))).toHaveLength(64);
  });
});

describe("renaming a step", () => {
  const body = lambda("Body", { Arguments: { x: outputOf("A"), item: { Get: "ForEach.CurrentItem" } } });
  const document = documentOf([
    lambda("A"),
    lambda("B", {
      Arguments: {
        x: { "Std:Join": { On: "/", Values: ["s3:/", outputOf("A")] } },
        text: "Steps.A.path",
        other: outputOf("AB"),
      },
      DependsOn: ["A", { Step: "A", Trigger: "Failed" }],
    }),
    {
      Name: "L",
      Type: "ForEach",
      Arguments: {
        IterableItems: ["1"],
        MaxConcurrency: 1,
        Selector: { Pick: "MaxBy", Field: { Get: "IterationOutput.Body.X" } },
        ForEachBody: [body],
      },
    },
    { Name: "T", Type: "Cleanup", Arguments: { Resources: { S3: [{ StepName: "A" }] } }, DependsOn: ["A"] },
    lambda("C", { Arguments: { y: { Get: "Steps.L.IterationOutputs[0].Body.OutputParameters['p']" } } }),
    lambda("AB"),
  ]);

  it("rewrites every reference, DependsOn in both forms and a Cleanup's source, and nothing else", () => {
    const placed = {
      ...document,
      layout: new Map([["A", { x: 1, y: 2 }]]),
      pins: new Map([["A", { inputs: [], outputs: ["o"] }]]),
      samples: new Map([["A", 1]]),
    };
    const after = doUndoRedo(placed, renameStep("A", "Prep"));
    expect(JSON.stringify(after.definition)).toBe(
      JSON.stringify(document.definition)
        .replace('"Name":"A"', '"Name":"Prep"')
        .replaceAll("Steps.A.OutputParameters", "Steps.Prep.OutputParameters")
        .replaceAll('"DependsOn":["A"', '"DependsOn":["Prep"')
        .replaceAll('"Step":"A"', '"Step":"Prep"')
        .replaceAll('"StepName":"A"', '"StepName":"Prep"'),
    );
    expect(after.layout).toEqual(new Map([["Prep", { x: 1, y: 2 }]]));
    expect([...after.pins.keys(), ...after.samples.keys()]).toEqual(["Prep", "Prep"]);
  });

  it("rewrites the selector and indexed reads of a body step", () => {
    const after = renameStep("Body", "Score")(document);
    expect(JSON.stringify(after.definition)).toContain("IterationOutput.Score.X");
    expect(JSON.stringify(after.definition)).toContain("Steps.L.IterationOutputs[0].Score.OutputParameters['p']");
  });

  it.each([
    ["", "A step needs a name."],
    ["B", "There is a step B already; a name stands for one step."],
    ["my step", 'A step\'s name takes letters, digits, "-" and "_"; a space does not fit.'],
    ["x".repeat(65), "A step's name has at most 64 characters; this has 65."],
  ])("refuses %j", (name, why) => {
    expect(() => renameStep("A", name)(document)).toThrow(why);
  });
});

describe("removing steps", () => {
  it("takes a container's steps along and leaves what reads them as it is", () => {
    const document = documentOf([
      { Name: "Gate", Type: "Condition", Arguments: { Conditions: [], IfSteps: [lambda("In")], ElseSteps: [] } },
      lambda("Reader", { Arguments: { x: outputOf("In") } }),
    ]);
    const after = doUndoRedo(document, removeSteps(["Gate"]));
    expect(names(after)).toEqual(["Reader"]);
    expect(args(after, "Reader")).toEqual({ x: outputOf("In") });
  });

  it("removes several at once, nested and not", () => {
    const document = documentOf([
      lambda("A"),
      {
        Name: "G",
        Type: "Condition",
        Arguments: { Conditions: [], IfSteps: [lambda("B"), lambda("C")], ElseSteps: [lambda("D")] },
      },
      lambda("E"),
    ]);
    expect(names(doUndoRedo(document, removeSteps(["A", "B", "D", "E"])))).toEqual(["G", "C"]);
  });
});
