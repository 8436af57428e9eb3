import { describe, expect, it } from "vitest";
import { templates } from "../../../editor/session/referenceTemplates";
import { definitionOf, documentOf, loadAllModels } from "../../../testing/load";
import { condition, equal, lambda, pipeline, processing, read, training } from "../../../testing/steps";
import { sameValue } from "../../definition/value";
import { checkDefinition } from "../../reading";
import type { Problem, Surroundings } from "..";

const models = await loadAllModels();

function found(definition: object, surroundings?: Surroundings): readonly Problem[] {
  return checkDefinition(definitionOf(definition), models, surroundings).filter(
    ({ code }) => code === "literal-matches-output",
  );
}
const reads = (uri: unknown) => ({
  ProcessingInputs: [{ InputName: "in", S3Input: { S3Uri: uri, LocalPath: "/x", S3DataType: "S3Prefix" } }],
});
const labels = (problems: readonly Problem[]) => problems.flatMap(({ fixes = [] }) => fixes.map(({ label }) => label));

describe("a typed-in place that another step writes to", () => {
  it("is found where it is that very place, with or without a slash at the end", () => {
    for (const uri of ["s3://b/P/report", "s3://b/P/report/"]) {
      expect(labels(found(pipeline([processing("P"), processing("Q", reads(uri))])))).toEqual([
        "Connect to report of P",
      ]);
    }
  });

  it("is found where it lies below, and keeps what lies behind the place", () => {
    const document = documentOf([processing("P"), processing("Q", reads("s3://b/P/report/part-0.csv"))]);
    const [fix] = found(document.definition)[0]?.fixes ?? [];
    const after = fix?.recipe(document).definition;
    const expected = {
      "Std:Join": {
        On: "",
        Values: [read("Steps.P.ProcessingOutputConfig.Outputs['report'].S3Output.S3Uri"), "/part-0.csv"],
      },
    };
    expect(sameValue(after, documentOf([processing("P"), processing("Q", reads(expected))]).definition)).toBe(true);
  });

  it("is found where both write it as the same Join", () => {
    const place = { "Std:Join": { On: "/", Values: ["s3:/", "b", read("Execution.PipelineExecutionId"), "out"] } };
    const outputs = [{ OutputName: "out", S3Output: { S3Uri: place, LocalPath: "/o", S3UploadMode: "EndOfJob" } }];
    const P = processing("P", { ProcessingOutputConfig: { Outputs: outputs } });
    expect(labels(found(pipeline([P, processing("Q", reads(place))])))).toEqual(["Connect to out of P"]);
  });

  it("is not found where the other writes into a whole bucket, or into a neighbour of the place", () => {
    const T = training("T", { OutputDataConfig: { S3OutputPath: "s3://b/" } }, {}, read("Parameters.P"));
    expect(found(pipeline([T, processing("Q", reads("s3://b/in/x.csv"))]))).toEqual([]);
    expect(found(pipeline([processing("P"), processing("Q", reads("s3://b/P/report2/x.csv"))]))).toEqual([]);
  });

  it("is not suggested where the wire would close a cycle, or lead out of a branch", () => {
    const Q = processing("Q", reads("s3://b/P/report"));
    expect(found(pipeline([processing("P", {}, { DependsOn: ["Q"] }), Q]))).toEqual([]);
    expect(found(pipeline([condition("C", [equal], [processing("P")]), Q]))).toEqual([]);
    expect(labels(found(pipeline([condition("C", [equal], [processing("P"), Q])])))).toEqual([
      "Connect to report of P",
    ]);
  });
});

describe("a typed-in text that a sample equals", () => {
  it("is found, with the function that gives it", () => {
    const definition = pipeline([lambda("L"), lambda("M", { Arguments: { table: "customers-2026" } })]);
    const samples = new Map([["L", { outputs: { "OutputParameters.path": "customers-2026" } }]]);
    expect(found(definition)).toEqual([]);
    expect(labels(found(definition, { samples }))).toEqual(["Connect to path of L"]);
  });
});

describe("outputs that fit by name", () => {
  it("come after the very place", () => {
    const L = lambda("L", { OutputParameters: [{ OutputName: "train_path", OutputType: "String" }] });
    const T = training("T", { OutputDataConfig: { S3OutputPath: "s3://x/y" } }, {}, "s3://b/P/report");
    expect(labels(found(pipeline([L, processing("P"), T])))).toEqual([
      "Connect to report of P",
      "Connect to train_path of L",
    ]);
  });

  it("are left alone where they are no text", () => {
    const L = lambda("L", { OutputParameters: [{ OutputName: "train", OutputType: "Integer" }] });
    expect(found(pipeline([L, training("T")]))).toEqual([]);
  });
});

describe("the templates", () => {
  const [after, before] = templates.map(({ document }) => document);
  const serious = (definition: object) =>
    checkDefinition(definitionOf(definition), models)
      .filter(({ severity }) => severity !== "info")
      .map(({ severity, code, step }) => `${severity} ${code} ${step}`);

  it("before the cure: the floating step and the typed-in path, as warnings; after it nothing", () => {
    expect(serious(before?.definition ?? {})).toEqual([
      "warning step-not-connected Preprocess",
      "warning literal-matches-output Train",
    ]);
    expect(serious(after?.definition ?? {})).toEqual([]);
  });

  it("one cure makes the one of the other", () => {
    const [fix] = found(before?.definition ?? {})[0]?.fixes ?? [];
    expect(fix?.label).toBe("Connect to train_path of Preprocess");
    if (before === undefined || fix === undefined) throw new Error("There is no cure.");
    expect(sameValue(fix.recipe(before).definition, after?.definition)).toBe(true);
  });
});
