import { expect, it } from "vitest";
import { parameterUses, usesInWords } from "./parameterUses";

const read = { Get: "Parameters.Team" };

it("a parameter is used in steps, in a Join and beside it, and in the pipeline's own texts", () => {
  const definition = {
    PipelineExperimentConfig: {
      ExperimentName: { "Std:Join": { On: "", Values: ["x-", read, read] } },
      TrialName: "t",
    },
    MlflowConfig: { MlflowExperimentName: read },
    Steps: [{ Name: "A", Type: "Lambda", Arguments: { team: read, other: { Get: "Parameters.Other" } } }],
  };
  const uses = parameterUses(definition, "Team");
  expect(uses).toEqual([
    { step: "A", field: "Arguments.team" },
    { step: null, field: "PipelineExperimentConfig.ExperimentName" },
    { step: null, field: "MlflowConfig.MlflowExperimentName" },
  ]);
  expect(usesInWords(uses)).toBe("A (Arguments.team) and 2 other fields");
  expect(usesInWords(uses.slice(1, 2))).toBe("PipelineExperimentConfig.ExperimentName");
  expect(usesInWords([])).toBe("");
});
