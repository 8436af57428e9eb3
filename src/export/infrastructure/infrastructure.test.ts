import { describe, expect, it } from "vitest";
import { importText } from "../../import";
import { createDocument } from "../../pipeline/definition/document";
import { serialise } from "../../pipeline/definition/serialise";
import { corpus } from "../../testing/fixtures";
import { definitionOf } from "../../testing/load";
import { anyText, definitionFullOf, naughtyTexts } from "../../testing/naughty";
import { noPaint } from "../../testing/noPaint";
import fc from "../../testing/properties";
import { lambda, pipeline, training } from "../../testing/steps";
import { tokens } from "../../testing/tokens";
import { cdk } from "../cdk";
import { cdkPython } from "../cdkPython";
import { cloudFormation } from "../cloudFormation";
import type { Choices, ExportWriter } from "../form";
import { pulumi } from "../pulumi";
import { pulumiPython } from "../pulumiPython";
import { terraform } from "../terraform";
import { quotedHcl } from "./hcl";

const models = new Map();
const chosen = (extension: string, options: Choices["options"] = {}): Choices => ({ extension, options });

/** The definition that the tool would be given, read as the tool reads it; holes as they stand. */
type Reader = (written: string) => Promise<string> | string;

const imported =
  (file: string): Reader =>
  async (written) => {
    const read = await importText(written, file);
    if (!read.ok) throw new Error(read.refusal.message);
    const [{ result }, ...more] = read.found;
    expect(more).toEqual([]);
    return result.ok ? serialise(result.value) : result.refusal.message;
  };

/** What JavaScript makes of the template; holes by their names. */
const ofTypescript: Reader = (written) => {
  const template = /String\.raw`[^`]*`/.exec(written)?.[0] ?? "";
  const values = new Proxy({}, { get: (_, name) => `\${${String(name)}}` });
  return String(new Function("values", `return ${template}`)(values));
};

/** A raw text of Python is what stands between its quotes. */
const ofPython: Reader = (written) => /r"""((?:(?!""")[\s\S])*)"""/.exec(written)?.[1] ?? "";

const forms: readonly (readonly [string, ExportWriter, string, Reader])[] = [
  ["CloudFormation in YAML", cloudFormation, ".yaml", imported("t.yaml")],
  ["CloudFormation in JSON", cloudFormation, ".json", imported("t.json")],
  ["Terraform", terraform, ".tf", imported("main.tf")],
  ["the CDK in TypeScript", cdk, ".ts", ofTypescript],
  ["the CDK in Python", cdkPython, ".py", ofPython],
  ["Pulumi in TypeScript", pulumi, ".ts", ofTypescript],
  ["Pulumi in Python", pulumiPython, ".py", ofPython],
];

describe.each(forms)("a definition in %s", (_form, writer, extension, readBack) => {
  it.each(corpus().map(({ name, text }) => [name, text]))("is %s, token for token", async (name, text) => {
    const written = await writer.write(
      { ...createDocument("", name, definitionOf(text)), models },
      chosen(extension),
      noPaint,
    );
    expect(tokens(await readBack(String(written)))).toEqual(tokens(text));
  });

  const staysQuoted = async (text: string) => {
    const definition = definitionOf(definitionFullOf(text));
    const written = await writer.write(
      { ...createDocument("", text, definition), models },
      chosen(extension, { tag: [`k${text}=${text}`] }),
      noPaint,
    );
    expect(tokens(await readBack(String(written)))).toEqual(tokens(serialise(definition)));
  };
  it.each(naughtyTexts.map((text) => [text]))("keeps %j between its quotes", staysQuoted);
  it("keeps any text between its quotes", async () => {
    await fc.assert(fc.asyncProperty(anyText, staysQuoted), { numRuns: 8 });
  }, 60_000);

  it("has holes where the user maps a text, and nowhere else", async () => {
    const definition = definitionOf(
      pipeline([
        lambda("acme-ml", { Arguments: { a: "s3://acme-ml/in", b: "$" + "{acme-ml} $" + "{Bucket}", "acme-ml": 1 } }),
        lambda("L", { Arguments: { x: { Get: "Steps.acme-ml.OutputParameters['path']" }, y: "222233334444" } }),
      ]),
    );
    const options = { map: ["acme-ml=Bucket", "222233334444=AccountId", "nowhere=Other"] };
    const written = String(
      await writer.write({ ...createDocument("", "churn", definition), models }, chosen(extension, options), noPaint),
    );
    const hole = (name: string) =>
      extension === ".tf" ? `\${var.${name === "Bucket" ? "bucket" : "account_id"}}` : `\${${name}}`;
    const read = JSON.parse(await readBack(written));
    expect(read.Steps[0].Name).toBe("acme-ml");
    expect(read.Steps[0].Arguments).toEqual({
      a: `s3://${hole("Bucket")}/in`,
      b: `\${${hole("Bucket")}} \${Bucket}`,
      "acme-ml": 1,
    });
    expect(read.Steps[1].Arguments).toEqual({
      x: { Get: "Steps.acme-ml.OutputParameters['path']" },
      y: hole("AccountId"),
    });
    expect(written).not.toContain("Other");
    expect(written).toContain('"acme-ml"');
  });
});

it("quotes a long row of marks that begin no hole as fast as any text", () => {
  const marks = "$".repeat(500_000);
  expect(quotedHcl(marks)).toBe(`"${marks}"`);
});

describe("what the choices of a form come to", () => {
  const source = { ...createDocument("", "churn", definitionOf(pipeline([lambda("A")]))), models };
  it.each([
    ["a text that stands nowhere", { map: ["gone=Bucket"] }, /"gone" stands nowhere in the definition/],
    ["no mapping", { map: ["acme"] }, /"acme" maps nothing: write TEXT=Name/],
    ["a name that the form has", { map: ["A=PipelineRoleArn"] }, /none that the form uses itself/],
    ["two texts of one name", { map: ["A=B", "path=B"] }, /Two texts are mapped to B/],
    ["names that are one in Terraform", { map: ["A=MyBucket", "path=myBucket"] }, /Two texts are mapped to myBucket/],
    ["no schedule", { schedule: "daily" }, /"daily" is no schedule: write rate\(1 day\)/],
    ["a role without a schedule", { scheduleRole: "arn" }, /does nothing without one/],
    ["no tag", { tag: ["team"] }, /"team" is no tag: write key=value/],
  ])("is said: %s", (_what, options, said) => {
    expect(cloudFormation.losses(source, chosen(".yaml", options)).join(" ")).toMatch(said);
  });

  it("is nothing to say where all is well", () => {
    expect(cloudFormation.losses(source, chosen(".yaml", { map: ["path=Path"], tag: ["team=ml"] }))).toEqual([]);
  });
});

describe.each(forms)("the role of a pipeline in %s", (_form, writer, extension, readBack) => {
  const definition = definitionOf(
    pipeline([training("Train", { RoleArn: undefined })], [{ Name: "Rows", Type: "Integer" }]),
  );
  const source = { ...createDocument("", "churn", definition), models };
  const withRole = chosen(extension, { withRole: true });

  it("comes along on request, with what it is allowed, and may pass itself", async () => {
    const written = String(await writer.write(source, withRole, noPaint));
    expect(written).toMatch(/PassItselfForTrain/);
    expect(written).toMatch(/sts:AssumeRole/);
    expect(written).not.toMatch(/THE ROLE ITSELF|pipeline_?role_?arn/i);
    expect(String(await writer.write(source, chosen(extension), noPaint))).toMatch(/pipeline_?role_?arn/i);
    expect(tokens(await readBack(written))).toEqual(tokens(serialise(definition)));
  });

  const schedules = writer !== pulumi && writer !== pulumiPython;
  it.runIf(schedules)("is started by a schedule, with the role that is named for it", async () => {
    const scheduleRole = "arn:aws:iam::111122223333:role/scheduler";
    const choices = chosen(extension, { schedule: "rate(1 day)", scheduleRole });
    const written = String(await writer.write(source, choices, noPaint));
    expect(written).toContain("rate(1 day)");
    expect(written).toContain(scheduleRole);
    expect(String(await writer.write(source, chosen(extension, { schedule: "rate(1 day)" }), noPaint))).toMatch(
      /schedule_?role_?arn/i,
    );
    expect(writer.losses(source, choices)).toEqual(["A schedule gives no values: give a default to Rows."]);
  });
});

describe("a template of CloudFormation", () => {
  it("reads as people write it", () => {
    const definition = definitionOf('{"Version":"2020-12-01","Steps":[],"Metadata":{"10":"b","2":2.0}}');
    const written = cloudFormation.write(
      { ...createDocument("", "churn", definition), models },
      chosen(".yaml", { tag: ["team=ml"] }),
    );
    expect(written).toBe(`AWSTemplateFormatVersion: "2010-09-09"
Description: The SageMaker pipeline churn
Parameters:
  PipelineRoleArn:
    Type: String
    Description: ARN of the role that the pipeline runs with
    AllowedPattern: "^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$"
  MaxParallelSteps:
    Type: Number
    Description: "How many steps run at the same time; 0 for as many as SageMaker allows"
    Default: 0
    MinValue: 0
Conditions:
  HasParallelism: !Not [!Equals [!Ref MaxParallelSteps, 0]]
Resources:
  ChurnPipeline:
    Type: AWS::SageMaker::Pipeline
    Properties:
      PipelineName: churn
      RoleArn: !Ref PipelineRoleArn
      ParallelismConfiguration: !If [HasParallelism, {MaxParallelExecutionSteps: !Ref MaxParallelSteps}, !Ref AWS::NoValue]
      PipelineDefinition:
        PipelineDefinitionBody: |
          {
            "Version": "2020-12-01",
            "Steps": [],
            "Metadata": {
              "10": "b",
              "2": 2.0
            }
          }
      Tags:
        - Key: team
          Value: ml
`);
  });
});
