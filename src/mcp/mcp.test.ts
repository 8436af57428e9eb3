import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fail, lambda, pipeline, read, training } from "../testing/steps";
import { createMcpServer } from "./server";

const outside = mkdtempSync(join(tmpdir(), "stepwire-mcp-"));
const root = join(outside, "pipelines");
const client = new Client({ name: "test", version: "0" });

beforeAll(async () => {
  mkdirSync(root);
  writeFileSync(join(outside, "secret.json"), JSON.stringify(pipeline([fail("Secret")])));
  symlinkSync(join(outside, "secret.json"), join(root, "link.json"));
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await createMcpServer(root, "0.0.0").connect(theirs);
  await client.connect(ours);
});
afterAll(async () => {
  await client.close();
  rmSync(outside, { recursive: true, force: true });
});

async function call(name: string, args: object = {}) {
  const { content, isError = false } = await client.callTool({ name, arguments: { ...args } });
  const [{ text }] = content as [{ text: string }];
  return { isError, text, value: isError ? null : JSON.parse(text) };
}
const write = (name: string, definition: object) =>
  writeFileSync(join(root, name), `${JSON.stringify(definition, null, 4)}\n`);
const edit = async (file: string, ...edits: object[]) => {
  const before = await call("read", { file });
  const expectedRevision = before.isError ? null : before.value.revision;
  return call("apply_edits", { file, expectedRevision, edits });
};

const role = "arn:aws:iam::111122223333:role/SageMakerRole";
const image = "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1";
/** product.md, the main job: what stands at its end. */
const scenario = {
  Version: "2020-12-01",
  Metadata: {},
  Parameters: [{ Name: "Bucket", Type: "String", DefaultValue: "my-bucket" }],
  Steps: [
    {
      Name: "Preprocess",
      Type: "Lambda",
      Arguments: { bucket: { Get: "Parameters.Bucket" }, prefix: "churn" },
      FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:preprocess",
      OutputParameters: [
        { OutputName: "statusCode", OutputType: "Integer" },
        { OutputName: "body", OutputType: "String" },
        { OutputName: "train_path", OutputType: "String" },
      ],
    },
    {
      Name: "Train",
      Type: "Training",
      Arguments: {
        AlgorithmSpecification: { TrainingImage: image, TrainingInputMode: "File" },
        OutputDataConfig: { S3OutputPath: "s3://my-bucket/models" },
        ResourceConfig: { InstanceType: "ml.m5.xlarge", InstanceCount: 1, VolumeSizeInGB: 30 },
        StoppingCondition: { MaxRuntimeInSeconds: 3600 },
        RoleArn: role,
        InputDataConfig: [
          {
            ChannelName: "train",
            ContentType: "text/csv",
            DataSource: {
              S3DataSource: {
                S3DataType: "S3Prefix",
                S3DataDistributionType: "FullyReplicated",
                S3Uri: { Get: "Steps.Preprocess.OutputParameters['train_path']" },
              },
            },
          },
        ],
      },
    },
    {
      Name: "CreateModel",
      Type: "Model",
      Arguments: {
        ExecutionRoleArn: role,
        PrimaryContainer: { Image: image, ModelDataUrl: { Get: "Steps.Train.ModelArtifacts.S3ModelArtifacts" } },
      },
    },
  ],
};

describe("an agent", () => {
  it("is told nine tools, each with its arguments, of which one writes", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "list",
      "read",
      "check",
      "graph",
      "simulate",
      "diff",
      "explain",
      "what_fits",
      "apply_edits",
    ]);
    const writing = tools.filter(({ annotations }) => annotations?.readOnlyHint !== true);
    expect(writing.map(({ name }) => name)).toEqual(["apply_edits"]);
    expect(tools.every(({ inputSchema }) => inputSchema.type === "object")).toBe(true);
  });

  it("builds the reference scenario by tools alone", async () => {
    const file = "churn.json";
    const set = (step: string, path: string, value: unknown) => ({ do: "setField", step, path, value });
    const source = "Arguments.InputDataConfig[0].DataSource.S3DataSource";
    const made = await edit(
      file,
      { do: "addParameter", name: "Bucket", type: "String", default: "my-bucket" },
      { do: "addStep", type: "Lambda", name: "Preprocess" },
      { do: "connect", from: { parameter: "Bucket" }, step: "Preprocess", path: "Arguments.bucket" },
      set("Preprocess", "Arguments.prefix", "churn"),
      set("Preprocess", "FunctionArn", scenario.Steps[0]?.FunctionArn),
      ...[
        ["statusCode", "Integer"],
        ["body", "String"],
        ["train_path", "String"],
      ].map(([name, type]) => ({
        do: "declareOutput",
        step: "Preprocess",
        name,
        type,
      })),
      { do: "addStep", type: "Training", name: "Train" },
      set("Train", "Arguments.AlgorithmSpecification", { TrainingImage: image, TrainingInputMode: "File" }),
      set("Train", "Arguments.OutputDataConfig.S3OutputPath", "s3://my-bucket/models"),
      set("Train", "Arguments.RoleArn", role),
      set("Train", "Arguments.InputDataConfig", [
        {
          ChannelName: "train",
          ContentType: "text/csv",
          DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3DataDistributionType: "FullyReplicated" } },
        },
      ]),
    );
    expect(made.isError ? made.text : made.value).toMatchObject({ applied: true });
    const fits = await call("what_fits", { file, step: "Train", path: `${source}.S3Uri`, search: "train" });
    const [best] = fits.value.sources;
    expect(best).toMatchObject({ from: { step: "Preprocess", output: "OutputParameters['train_path']" }, fits: true });
    const wired = await edit(
      file,
      { do: "connect", from: best.from, step: "Train", path: `${source}.S3Uri` },
      { do: "addStep", type: "Model", name: "CreateModel" },
      set("CreateModel", "Arguments.ExecutionRoleArn", role),
      set("CreateModel", "Arguments.PrimaryContainer.Image", image),
      {
        do: "connect",
        from: { step: "Train", output: "ModelArtifacts.S3ModelArtifacts" },
        step: "CreateModel",
        path: "Arguments.PrimaryContainer.ModelDataUrl",
      },
    );
    expect(wired.isError ? wired.text : wired.value).toMatchObject({ applied: true });
    const stands = JSON.parse(readFileSync(join(root, file), "utf8"));
    expect(stands).toEqual(scenario);
    const { edges } = (await call("graph", { file })).value;
    expect(edges.map(({ from, to }: { from: string; to: string }) => `${from}→${to}`)).toEqual([
      "Preprocess→Train",
      "Train→CreateModel",
    ]);
    const errors = (await call("check", { file })).value.problems.filter(
      ({ severity }: { severity: string }) => severity === "error",
    );
    expect(errors).toEqual([]);
    const run = (await call("simulate", { file, parameters: { Bucket: "other" } })).value;
    expect(run.steps[0].request).toMatchObject({ bucket: "other" });
  });

  it("is refused where the file is not what it read, and where an edit cannot be done, and nothing is written", async () => {
    write("stale.json", pipeline([lambda("Prep"), training("Train")]));
    const text = readFileSync(join(root, "stale.json"), "utf8");
    const remove = { do: "deleteSteps", steps: ["Prep"] };
    const stale = await call("apply_edits", { file: "stale.json", expectedRevision: "0".repeat(64), edits: [remove] });
    expect([stale.isError, stale.text]).toEqual([true, expect.stringContaining("stale.json is not what you read")]);
    const taken = await call("apply_edits", { file: "stale.json", expectedRevision: null, edits: [remove] });
    expect(taken.isError).toBe(true);
    const circle = await edit(
      "stale.json",
      remove,
      { do: "wait", step: "Train", for: "Train" },
      { do: "renameStep", step: "Train", to: "not a name!" },
    );
    expect(circle.value).toMatchObject({
      applied: false,
      edits: [{ done: expect.any(String) }, {}, { refused: expect.any(String) }],
    });
    expect((await edit("stale.json", { do: "addStep", type: "Nothing" })).value.edits).toEqual([
      { refused: expect.stringContaining("There is no step type Nothing") },
    ]);
    expect(
      (await edit("stale.json", { do: "setField", step: "Nobody", path: "DisplayName", value: 1 })).value.applied,
    ).toBe(false);
    expect((await edit("stale.json", { do: "explode" })).isError).toBe(true);
    expect(readFileSync(join(root, "stale.json"), "utf8")).toBe(text);
  });

  it("hears of each edit which problems it made and cured, and the file keeps its style", async () => {
    write(
      "style.json",
      pipeline([lambda("Prep"), fail("Stop", { Arguments: { ErrorMessage: read("Steps.Nobody.Outcome") } })]),
    );
    const { value } = await edit(
      "style.json",
      { do: "setField", step: "Stop", path: "Arguments.ErrorMessage", value: "no" },
      { do: "wait", step: "Stop", for: "Prep", trigger: "Failed" },
      { do: "setField", step: "Stop", path: "DependsOn", value: ["Gone"] },
    );
    const codes = (problems: { code: string }[]) => problems.map(({ code }) => code);
    expect(codes(value.edits[0].problems.gone)).toContain("reference-unknown-step");
    expect(codes(value.edits[2].problems.new)).toContain("depends-on-unknown");
    const text = readFileSync(join(root, "style.json"), "utf8");
    expect(text).toMatch(/^\{\n {4}"Version"/);
    expect(text.endsWith("}\n")).toBe(true);
  });

  it("explains step types and compares files", async () => {
    const { types } = (await call("explain")).value;
    expect(types.length).toBeGreaterThan(20);
    const { fields, outputs } = (await call("explain", { type: "Training", search: "s3uri" })).value;
    expect(fields.every(({ path }: { path: string }) => /s3uri/i.test(path))).toBe(true);
    expect(outputs.map(({ path }: { path: string }) => path)).toContain("ModelArtifacts.S3ModelArtifacts");
    for (const { type } of types) expect((await call("explain", { type })).isError).toBe(false);
    write("one.json", pipeline([lambda("Prep")]));
    write("two.json", pipeline([lambda("Prep"), fail("Stop")]));
    expect((await call("diff", { base: "one.json", head: "two.json" })).value.steps.added).toEqual(["Stop"]);
    const { files } = (await call("list")).value;
    expect(files.map(({ path }: { path: string }) => path)).toEqual(expect.arrayContaining(["one.json", "two.json"]));
  });

  it.each([
    "../secret.json",
    "/etc/passwd",
    "link.json",
    "..\\secret.json",
    "a/../../secret.json",
    "secret.json\0",
    "",
  ])("reaches nothing outside of the folder: %j", async (file) => {
    const before = readdirSync(outside).join();
    for (const name of ["read", "check", "graph", "simulate"]) {
      const { isError, text } = await call(name, { file });
      expect([isError, text.includes("Secret")]).toEqual([true, false]);
    }
    const edits = [{ do: "addStep", type: "Fail" }];
    expect((await call("apply_edits", { file, expectedRevision: null, edits })).isError).toBe(true);
    expect(readdirSync(outside).join()).toBe(before);
    expect(readFileSync(join(outside, "secret.json"), "utf8")).toContain("Secret");
  });
});
