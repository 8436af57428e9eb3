import { describe, expect, it } from "vitest";
import { doUndoRedo } from "../../testing/doUndoRedo";
import { createDocument } from "../definition/document";
import { serialise } from "../definition/serialise";
import { setMlflow } from "./mlflow";

describe("the MLflow app of a pipeline", () => {
  it("is named in the definition, where the SDK writes it", () => {
    const named = doUndoRedo(createDocument("d", "churn"), setMlflow("MlflowExperimentName", "churn"));
    const both = doUndoRedo(named, setMlflow("MlflowResourceArn", "arn:app"));
    expect(serialise(both.definition)).toContain(
      '"Parameters":[],"MlflowConfig":{"MlflowResourceArn":"arn:app","MlflowExperimentName":"churn"},"Steps"',
    );
  });

  it("goes with its last member", () => {
    const named = setMlflow("MlflowResourceArn", "arn:app")(createDocument("d", "churn"));
    expect(serialise(doUndoRedo(named, setMlflow("MlflowResourceArn", "")).definition)).not.toContain("Mlflow");
  });

  it("that was null is left alone by emptying it", () => {
    const document = createDocument("d", "churn", { Version: "2020-12-01", MlflowConfig: null, Steps: [] });
    expect(setMlflow("MlflowResourceArn", "")(document)).toBe(document);
  });
});
