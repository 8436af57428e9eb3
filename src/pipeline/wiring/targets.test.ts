import { describe, expect, it } from "vitest";
import { documentOf, loadAllModels } from "../../testing/load";
import { declares, lambda, model, processing, read, training } from "../../testing/steps";
import { addStep } from "../edits/addStep";
import { bestWire, typesThatTake } from "./offers";
import { findTargets, listTargets } from "./targets";
import type { WireSource } from "./wire";

const declaring = (types: Readonly<Record<string, string>>) => ({ OutputParameters: declares(types) });
const models = await loadAllModels();
const artifacts: WireSource = { kind: "output", step: "Train", output: "ModelArtifacts.S3ModelArtifacts" };

describe("the step types that take a value", () => {
  it("begin with the one whose field is meant by it", () => {
    const document = documentOf([training("Train")]);
    expect(typesThatTake(document, models, artifacts)[0]).toMatchObject({ type: "Model", fieldLabel: "ModelDataUrl" });
  });

  it("never take a place in S3 for a name", () => {
    const document = documentOf([training("Train")]);
    const fields = typesThatTake(document, models, artifacts).map(({ fieldLabel }) => fieldLabel);
    expect(fields.filter((field) => /Name$|Arn$|^Image/.test(field))).toEqual([]);
  });
});

describe("the fields that take a value", () => {
  const outputs = declaring({ ModelName: "String", uri: "String" });
  const made = { kind: "output", step: "Prep", output: "OutputParameters['ModelName']" } as const;

  it("begin with the one of its very name", () => {
    const transform = { Name: "Score", Type: "Transform", Arguments: { ModelName: "" } };
    const document = documentOf([lambda("Prep", outputs), model("Made"), transform]);
    expect(findTargets(document, models, made, "")[0]).toMatchObject({ step: "Score", label: "ModelName" });
  });

  it("have an empty one before one that reads something already", () => {
    const filled = lambda("A", { Arguments: { uri: read("Steps.Prep.OutputParameters['ModelName']"), path: "" } });
    const document = documentOf([lambda("Prep", outputs), filled]);
    const uri = { kind: "output", step: "Prep", output: "OutputParameters['uri']" } as const;
    expect(listTargets(document, models, uri, "A").map(({ printed }) => printed)).toEqual([
      "Arguments.path",
      "Arguments.uri",
    ]);
  });

  it("are never how a condition compares, nor one of AWS's few words", () => {
    const gate = {
      Name: "Gate",
      Type: "Condition",
      Arguments: { Conditions: [{ Type: "Equals", LeftValue: "", RightValue: 1 }], IfSteps: [], ElseSteps: [] },
    };
    const document = documentOf([lambda("Prep", outputs), gate, training("Train")]);
    const fields = findTargets(document, models, made, "").map(({ printed }) => printed);
    expect(fields).toContain("Arguments.Conditions[0].LeftValue");
    expect(fields).not.toContain("Arguments.Conditions[0].Type");
    expect(fields).not.toContain("Arguments.ResourceConfig.InstanceType");
  });
});

describe("the wire that is proposed for a new step", () => {
  const proposed = (steps: readonly object[], from: string, type: string) => {
    const document = addStep(type, { x: 0, y: 0 }, "New")(documentOf(steps));
    return bestWire(document, models, from, "New")?.said;
  };
  it("is the one that names speak for", () => {
    expect(proposed([lambda("Prep", declaring({ status: "Integer", train_path: "String" }))], "Prep", "Training")).toBe(
      "train_path → S3Uri",
    );
    expect(proposed([training("Train")], "Train", "Model")).toBe("S3ModelArtifacts → ModelDataUrl");
    expect(proposed([model("Made")], "Made", "Transform")).toBe("ModelName → ModelName");
  });
  it("is none where none does", () => {
    expect(proposed([lambda("Prep", declaring({ status: "Integer" }))], "Prep", "Training")).toBeUndefined();
    expect(proposed([processing("Prep")], "Prep", "Fail")).toBeUndefined();
  });
});
