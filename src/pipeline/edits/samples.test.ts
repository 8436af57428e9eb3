import { describe, expect, it } from "vitest";
import { doUndoRedo } from "../../testing/doUndoRedo";
import { createDocument } from "../definition/document";
import { serialise } from "../definition/serialise";
import type { ObjectValue } from "../definition/value";
import { renameOutput } from "./outputs";
import { removeSteps } from "./removeSteps";
import { renameStep } from "./renameStep";
import { resetSamples, setSample, setStepFails } from "./samples";

const definition: ObjectValue = {
  Steps: [
    {
      Name: "Prep",
      Type: "Lambda",
      Arguments: {},
      OutputParameters: [{ OutputName: "train_path", OutputType: "String" }],
    },
    { Name: "Eval", Type: "Processing", Arguments: {} },
  ],
};
const document = createDocument("d", "churn", definition);
const trainPath = ["OutputParameters", "train_path"];

describe("a sample", () => {
  it("of an output is kept with the document, and the definition stays as it was", () => {
    const after = doUndoRedo(document, setSample("Prep", trainPath, "s3://b/x.csv"));
    expect(after.samples).toEqual(new Map([["Prep", { outputs: { "OutputParameters.train_path": "s3://b/x.csv" } }]]));
    expect(after.definition).toBe(definition);
  });

  it("of a property file is JSON by the file's name", () => {
    const after = doUndoRedo(document, setSample("Eval", ["PropertyFiles", "Report"], { mse: 4.5 }));
    expect(after.samples).toEqual(new Map([["Eval", { propertyFiles: { Report: { mse: 4.5 } } }]]));
  });

  it("that is taken back leaves nothing behind", () => {
    const pinned = setSample("Prep", trainPath, "x")(document);
    expect(doUndoRedo(pinned, setSample("Prep", trainPath, null)).samples.size).toBe(0);
  });

  it("of the same value is no change", () => {
    const pinned = setSample("Prep", trainPath, "x")(document);
    expect(setSample("Prep", trainPath, "x")(pinned)).toBe(pinned);
  });

  it("takes the place of one that was written in short", () => {
    const short = { ...document, samples: new Map([["Prep", { train_path: "old", other: 1 }]]) };
    expect(doUndoRedo(short, setSample("Prep", trainPath, "new")).samples.get("Prep")).toEqual({
      outputs: { other: 1, "OutputParameters.train_path": "new" },
    });
  });

  it("may hold for one item of a loop alone", () => {
    const all = setSample("Prep", trainPath, "all")(document);
    const after = doUndoRedo(all, setSample("Prep", trainPath, "second", 1));
    expect(serialise(after.samples.get("Prep") ?? null)).toBe(
      '{"outputs":{"OutputParameters.train_path":"all"},' +
        '"iterations":{"1":{"outputs":{"OutputParameters.train_path":"second"}}}}',
    );
    expect(setSample("Prep", trainPath, null, 1)(after).samples).toEqual(all.samples);
  });

  it("goes along when its output is renamed, in whichever form it was written", () => {
    const forms: readonly ObjectValue[] = [{ train_path: "x" }, { outputs: { "OutputParameters['train_path']": "x" } }];
    for (const sample of forms) {
      const after = doUndoRedo(
        { ...document, samples: new Map([["Prep", sample]]) },
        renameOutput("Prep", "train_path", "path"),
      );
      expect(after.samples).toEqual(new Map([["Prep", { outputs: { "OutputParameters.path": "x" } }]]));
    }
  });

  it("goes along when its step is renamed, and away with its step", () => {
    const pinned = setSample("Prep", trainPath, "x")(document);
    expect([...renameStep("Prep", "Start")(pinned).samples.keys()]).toEqual(["Start"]);
    expect(removeSteps(["Prep"])(pinned).samples.size).toBe(0);
  });
});

describe("a step told to fail", () => {
  const failure = { reason: "Out of memory", exception: null, attempts: null };

  it("is remembered with its reason, until it may succeed again", () => {
    const after = doUndoRedo(document, setStepFails("Prep", failure));
    expect(after.samples).toEqual(new Map([["Prep", { fails: "Out of memory" }]]));
    expect(doUndoRedo(after, setStepFails("Prep", null)).samples.size).toBe(0);
  });

  it("keeps the error that retry policies name, and how often it comes", () => {
    const retried = { ...failure, exception: "SageMaker.CAPACITY_ERROR", attempts: 2 };
    expect(doUndoRedo(document, setStepFails("Prep", retried)).samples.get("Prep")).toEqual({
      fails: { reason: "Out of memory", exception: "SageMaker.CAPACITY_ERROR", attempts: 2 },
    });
  });
});

describe("resetting samples", () => {
  const pinned = setStepFails("Eval", { reason: "x", exception: null, attempts: null })(
    setSample("Prep", trainPath, "x")(document),
  );

  it("clears those of one step", () => {
    expect([...doUndoRedo(pinned, resetSamples("Prep")).samples.keys()]).toEqual(["Eval"]);
  });

  it("clears all of them", () => {
    expect(doUndoRedo(pinned, resetSamples()).samples.size).toBe(0);
    expect(resetSamples()(document)).toBe(document);
  });
});
