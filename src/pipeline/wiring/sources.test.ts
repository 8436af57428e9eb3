import { beforeAll, describe, expect, it } from "vitest";
import { createDocument } from "../definition/document";
import { executionVariables } from "../references/executionVariables";
import { loadModel } from "../schema/load";
import type { ApiModels } from "../schema/model";
import { hasManySources, listSources } from "./sources";
import { findTargets } from "./targets";

const trainings = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ Name: `Train${index}`, Type: "Training", Arguments: {} }));
const documentOf = (count: number) =>
  createDocument("d", "d", {
    Parameters: [{ Name: "Bucket", Type: "String" }],
    Steps: [...trainings(count), { Name: "Last", Type: "Lambda", Arguments: { x: "" }, FunctionArn: "arn" }],
  });
const target = { step: "Last", path: ["Arguments", "x"] };
let models: ApiModels = new Map();

beforeAll(async () => {
  const model = await loadModel("Training");
  if (model !== null) models = new Map([["Training", model]]);
});

const outputs = (found: ReturnType<typeof listSources>) =>
  found.flatMap(({ source }) => (source.kind === "output" ? [`${source.step}.${source.output}`] : []));

describe("the sources of a large pipeline", () => {
  const large = documentOf(80);

  it("are the usual outputs until something is looked for; a small one's are all", () => {
    expect(hasManySources(large, models)).toBe(true);
    const usual = outputs(listSources(large, models, target, ""));
    expect(usual).toContain("Train7.ModelArtifacts.S3ModelArtifacts");
    expect(usual).not.toContain("Train7.TrainingJobArn");
    const small = documentOf(3);
    expect(hasManySources(small, models)).toBe(false);
    expect(outputs(listSources(small, models, target, ""))).toContain("Train1.TrainingJobArn");
  });

  it("are found by step and output, whatever they are", () => {
    expect(outputs(listSources(large, models, target, "train7 jobarn"))).toContain("Train7.TrainingJobArn");
    expect(outputs(listSources(large, models, target, "train79 jobarn"))).not.toContain("Train7.TrainingJobArn");
  });

  it("never lose parameters and execution variables among the outputs", () => {
    for (const query of ["", "e"]) {
      const found = listSources(large, models, target, query).map(({ source }) => source);
      expect(found).toContainEqual({ kind: "parameter", name: "Bucket" });
      for (const variable of executionVariables) expect(found).toContainEqual({ kind: "execution", variable });
    }
  });
});

describe("what is looked for", () => {
  it("is what has all the words, parameters and variables too", () => {
    const found = listSources(documentOf(3), models, target, "pipeline exec");
    expect(found.map(({ label }) => label).sort()).toEqual([
      "PipelineArn",
      "PipelineExecutionArn",
      "PipelineExecutionId",
      "PipelineName",
    ]);
  });

  it("is the fields of any step that take a value, the best match first", () => {
    const document = documentOf(80);
    const bucket = { kind: "parameter", name: "Bucket" } as const;
    const usual = findTargets(document, models, bucket, "");
    expect(usual.length).toBeLessThanOrEqual(120);
    expect(usual.every(({ verdict }) => verdict.ok)).toBe(true);
    const found = findTargets(document, models, bucket, "train79 rolearn");
    expect(found.map(({ step, printed }) => `${step} ${printed}`)).toEqual(["Train79 Arguments.RoleArn"]);
  });
});
