/** Holds the generator against the whole of the installed SDK, so that adding a step type needs no change of it. */
import * as client from "@aws-sdk/client-sagemaker";
import { beforeAll, describe, expect, it } from "vitest";
import { floats, unknownToSdk } from "../../src/pipeline/schema/beyond";
import { openClient } from "./clients.mjs";
import { readDeclarations } from "./declarations.mjs";
import { documentationOf, plainText } from "./documentation.mjs";
import { newerValues } from "./pipelinesShapes.mjs";
import { shapesOf } from "./shapes.mjs";
import { stepModel } from "./stepModel.mjs";

let declarations: ReturnType<typeof readDeclarations>;
beforeAll(() => {
  declarations = readDeclarations("node_modules/@aws-sdk/client-sagemaker/dist-types/models");
});

interface Structure {
  kind: string;
  members?: { name: string; shape: string; required: boolean }[];
}

function schemaNamed(name: string): unknown[] | undefined {
  return (client as unknown as Record<string, unknown[] | undefined>)[`${name}$`];
}

function shape(name: string): Structure | undefined {
  return (shapesOf([name], client, declarations) as Record<string, Structure>)[name];
}

describe("the generator", () => {
  it.each([
    ["CreateHyperParameterTuningJobRequest", "DescribeHyperParameterTuningJobResponse"],
    ["CreateAutoMLJobRequest", "DescribeAutoMLJobResponse"],
    ["CreateEndpointConfigInput", "DescribeEndpointConfigOutput"],
    ["CreateEndpointInput", "DescribeEndpointOutput"],
    ["CreateInferenceComponentInput", "DescribeInferenceComponentOutput"],
    ["CreateJobRequest", "DescribeJobResponse"],
    ["ImportHubContentRequest", "DescribeHubContentResponse"],
  ])("makes a model and documentation of %s and %s", (request, response) => {
    const shapes = shapesOf([request, response], client, declarations);
    expect(shapes[request].members.length).toBeGreaterThan(1);
    expect(Object.keys(documentationOf(shapes, declarations)).length).toBeGreaterThan(5);
  });

  it("knows every schema of the SDK", () => {
    const names = Object.keys(client).filter((name) => /^(Create|Describe|List).*\$$/.test(name));
    const structures = names.filter((name) => schemaNamed(name.slice(0, -1))?.[0] === 3);
    expect(structures.length).toBeGreaterThan(200);
    const shapes = shapesOf(
      structures.map((name) => name.slice(0, -1)),
      client,
      declarations,
    ) as Record<string, Structure>;
    const clashes = Object.entries(shapes).filter(
      ([name, { kind }]) => kind === "structure" && declarations.enums.has(name),
    );
    expect(clashes).toEqual([]);
  });

  it("agrees with the type declarations on what is required", () => {
    const optional = (name: string) =>
      shape(name)
        ?.members?.filter(({ required }) => !required)
        .map(({ name }) => name);
    expect(optional("Channel")).toEqual([
      "ContentType",
      "CompressionType",
      "RecordWrapperType",
      "InputMode",
      "ShuffleConfig",
    ]);
  });

  it("says that of a union one member is set", () => {
    expect(shape("MetricSpecification")).toMatchObject({ kind: "structure", union: true });
  });

  it("names the shape that the SDK does not have", () => {
    expect(() => shapesOf(["CreateNothingRequest"], client, declarations)).toThrow("CreateNothingRequest");
  });
});

interface Made {
  readonly model: { readonly shapes: Readonly<Record<string, Structure>> };
  readonly documentation: Readonly<Record<string, string>>;
}

async function made(from: string, request: string, response: string | null = null, hint = false): Promise<Made> {
  return stepModel({ request, response, hint }, await openClient(from)) as Made;
}

function membersOf({ model }: Made, name: string, required?: boolean): string[] | undefined {
  return model.shapes[name]?.members
    ?.filter((member) => required === undefined || member.required === required)
    .map((member) => member.name);
}

describe("what Pipelines makes of a request", () => {
  it("of EMR is a step on a cluster, without what Pipelines settles itself", async () => {
    const emr = await made("emr", "EMRArguments", "Step");
    expect(membersOf(emr, "EMRArguments")).toEqual(["StepConfig", "ClusterId", "ExecutionRoleArn", "ClusterConfig"]);
    expect(membersOf(emr, "EMRArguments", true)).toEqual(["StepConfig"]);
    expect(membersOf(emr, "StepConfig", true)).toEqual(["HadoopJarStep"]);
    expect(membersOf(emr, "RunJobFlowInput")).not.toContain("Steps");
    expect(membersOf(emr, "JobFlowInstancesConfig")).not.toContain("TerminationProtected");
    expect(emr.documentation["RunJobFlowInput.ReleaseLabel"]).toMatch(/release/);
  });

  it("of EMR Serverless is PascalCase outside, camelCase inside", async () => {
    const serverless = await made("emr-serverless", "EMRServerlessArguments");
    expect(membersOf(serverless, "EMRServerlessArguments", true)).toEqual(["ExecutionRoleArn", "JobConfig"]);
    expect(membersOf(serverless, "StartJobRunRequest", true)).toEqual(["executionRoleArn"]);
  });

  it("of Bedrock is PascalCase all the way, its documentation too", async () => {
    const model = await made("bedrock", "CreateModelImportJobRequest");
    expect(membersOf(model, "CreateModelImportJobRequest", true)).toEqual([
      "JobName",
      "ImportedModelName",
      "RoleArn",
      "ModelDataSource",
    ]);
    expect(membersOf(model, "S3DataSource")).toEqual(["S3Uri"]);
    expect(model.documentation["S3DataSource.S3Uri"]).toMatch(/S3/);
    expect(Object.keys(model.documentation).filter((key) => /\.[a-z]/.test(key))).toEqual([]);
  });

  it("requires nothing of what is only a hint", async () => {
    const athena = await made("athena", "StartQueryExecutionInput", null, true);
    const required = Object.keys(athena.model.shapes).flatMap((name) => membersOf(athena, name, true) ?? []);
    expect(required).toEqual([]);
    expect(membersOf(await made("athena", "StartQueryExecutionInput"), "StartQueryExecutionInput", true)).toEqual([
      "QueryString",
    ]);
  });

  it("of Tuning reads the training jobs too, of AutoML needs the mode, of Lineage names ends", async () => {
    const response = "DescribeHyperParameterTuningJobResponse";
    const tuning = await made("sagemaker", "CreateHyperParameterTuningJobRequest", response);
    expect(membersOf(tuning, response)).toContain("TrainingJobSummaries");
    expect(membersOf(tuning, "HyperParameterTrainingJobSummary")).toContain("TrainingJobName");
    expect(membersOf(await made("sagemaker", "CreateAutoMLJobRequest"), "AutoMLJobConfig", true)).toEqual(["Mode"]);
    const lineage = await made("sagemaker", "LineageArguments", "LineageMetadata");
    expect(membersOf(lineage, "LineageEnd")).toEqual(["Arn", "Name", "Type"]);
    expect(lineage.model.shapes.AssociationEdgeType).toMatchObject({ kind: "string" });
  });
});

describe("doc comments become plain text", () => {
  it.each([
    ["*\n * <p>One.</p> <p>Two &amp; <code>three</code>.</p>\n * @public\n ", "One.\nTwo & three."],
    ["* <p>Any of:</p> <ul> <li> <p>A</p> </li> <li> <p>B</p> </li> </ul> ", "Any of:\n• A\n• B"],
    [
      '* <p>See <a href="https://x">the guide</a>.</p> <note> <p>Mind it.</p> </note>',
      "See the guide.\nNote: Mind it.",
    ],
    ["* <p>From 0 to &lt;n&gt;.</p>", "From 0 to <n>."],
    ["*\n * @public\n ", ""],
  ])("%j", (comment, text) => {
    expect(plainText(comment)).toBe(text);
  });
});

describe("what is written down because the SDK lacks it", () => {
  it("names numbers that are there", async () => {
    const emr = (await openClient("emr")) as { schemas: object; declarations: typeof declarations };
    const cluster = shapesOf(["RunJobFlowInput"], emr.schemas, emr.declarations) as Record<string, Structure>;
    for (const key of floats) {
      const [name, member] = key.split(".") as [string, string];
      const structure = cluster[name] ?? shape(name);
      expect(structure?.members?.find((one) => one.name === member)?.shape, key).toBe("Integer");
    }
  });

  it("are values that the SDK still lacks: delete the line when this fails", () => {
    for (const [name, values] of Object.entries(newerValues)) {
      const known: string[] = declarations.enums.get(name);
      expect(known?.length, name).toBeGreaterThan(0);
      for (const value of values) expect(known).not.toContain(value);
    }
  });

  it("is still lacking: delete the line when this fails", () => {
    for (const { shape: name, members } of unknownToSdk) {
      const known = shape(name)?.members?.map((member) => member.name) ?? [];
      expect(known.length, name).toBeGreaterThan(0);
      for (const member of members) expect(known, `${name}.${member}`).not.toContain(member);
    }
  });
});
