import { describe, expect, it } from "vitest";
import { doUndoRedo } from "../../testing/doUndoRedo";
import { createDocument } from "../definition/document";
import { serialise } from "../definition/serialise";
import { setExperiment } from "./experiment";

const steps = { Version: "2020-12-01", Parameters: [], PipelineExperimentConfig: null, Steps: [] };

describe("the experiment of a pipeline", () => {
  it("is named in the definition, where the SDK writes it", () => {
    const blank = createDocument("d", "churn");
    const named = doUndoRedo(blank, setExperiment("TrialName", "run"));
    const both = doUndoRedo(named, setExperiment("ExperimentName", "churn"));
    expect(serialise(both.definition)).toContain(
      '"Parameters":[],"PipelineExperimentConfig":{"ExperimentName":"churn","TrialName":"run"},"Steps"',
    );
  });

  it("goes with its last name", () => {
    const named = setExperiment("TrialName", "run")(createDocument("d", "churn", steps));
    expect(serialise(doUndoRedo(named, setExperiment("TrialName", "")).definition)).not.toContain("Experiment");
  });

  it("that was not there is left alone by emptying it", () => {
    const document = createDocument("d", "churn", steps);
    expect(setExperiment("TrialName", "")(document)).toBe(document);
  });
});
