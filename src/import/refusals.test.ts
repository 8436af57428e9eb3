import { describe, expect, it } from "vitest";
import { importFile, importText } from ".";

const bytes = (text: string) => new TextEncoder().encode(text);

async function refusalOf(file: Uint8Array | string, name = "a.json") {
  const read = typeof file === "string" ? await importText(file, name) : await importFile(file, name);
  if (!read.ok) return read.refusal;
  const [{ result }] = read.found;
  if (result.ok) throw new Error("it was taken");
  return result.refusal;
}

describe("what is refused", () => {
  it.each([
    ["bytes that are no UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), "not-utf8", "1:2"],
    ["a file that is too large", new Uint8Array(4 * 1024 * 1024 + 1), "too-large", "1:1"],
    ["what is no JSON", bytes('{\n  "Steps": [1,]\n}'), "not-json", "2:15"],
    ["JSON that is no definition", bytes('{"a":"2010-09-09"}'), "not-a-definition", "1:1"],
    ["text of no form", bytes("a line of text"), "not-json", "1:1"],
  ])("is %s, and it is said where", async (_what, file, code, place) => {
    const { code: said, line, column } = await refusalOf(file);
    expect([said, `${line}:${column}`]).toEqual([code, place]);
  });

  it.each([
    [
      "a JSON string",
      JSON.stringify({ PipelineName: "a", PipelineDefinition: '{"Steps": [1,\n]}' }),
      "1:60",
      "not-json",
    ],
    [
      "a template's body",
      'AWSTemplateFormatVersion: 1\nResources:\n  A:\n    Type: AWS::SageMaker::Pipeline\n    Properties:\n      PipelineDefinition:\n        PipelineDefinitionBody: |\n          {\n            "Steps": [],\n            "Steps": []\n          }\n',
      "10:13",
      "duplicate-key",
    ],
    [
      "a heredoc",
      `resource "aws_sagemaker_pipeline" "a" {\n  pipeline_definition = <<-J\n    {"Steps": [],\n     "n": \${count}}\n  J\n}\n`,
      "4:11",
      "not-json",
    ],
    [
      "a notebook",
      JSON.stringify({
        nbformat: 4,
        cells: [{ outputs: [{ text: ['{"PipelineName": "a",\n', ' "PipelineDefinition": "{}"}\n'] }] }],
      }),
      "1:103",
      "not-a-definition",
    ],
  ])("has its place in the file: %s", async (_what, text, place, code) => {
    const { line, column, code: said } = await refusalOf(text, "");
    expect([`${line}:${column}`, said]).toEqual([place, code]);
  });
});

describe("a template whose hole stands outside of a text", () => {
  it.each([`\${count}`, "{{ count }}", "<%= count %>"])("is called one: %s", async (hole) => {
    const text = `{"Steps": [],\n "n": ${hole}}`;
    const { message, line } = await refusalOf(text);
    expect(message).toContain(`This is a template: the hole ${hole} stands outside of a text`);
    expect(line).toBe(2);
  });
});

describe("what is no JSON", () => {
  it.each([
    ["one bracket too many at its end", '{"Version": "2020-12-01", "Steps": []}}', 39],
    ["brackets in several lines", '{"Steps": []}\n]}\n', 1],
    ["nothing", " \n", 1],
  ])("is called so: %s", async (_what, text, column) => {
    expect(await refusalOf(text)).toMatchObject({ code: "not-json", column });
  });
});

describe("what is no text", () => {
  it.each([
    ["a picture", [0x89, 0x50, 0x4e, 0x47], /picture/],
    ["what PowerShell writes", [0xff, 0xfe, 0x7b, 0x00], /UTF-16.*Save it as UTF-8/],
  ])("is named for what it is: %s", async (_what, begins, said) => {
    const { code, message } = await refusalOf(Uint8Array.from(begins));
    expect([code, message]).toEqual(["not-utf8", expect.stringMatching(said)]);
  });
});

describe("what cannot be opened is named for what it is", () => {
  const lambda = "import json\n\ndef handler(event, context):\n    return {}\n";
  it.each([
    [
      "program.py",
      lambda,
      /^This is a Python program\. Run `print\(pipeline\.definition\(\)\)` and open what it prints\.$/,
    ],
    ["", lambda, /^This is a Python program/],
    ["app.ts", "import * as cdk from 'aws-cdk-lib';\n", /TypeScript.*cdk synth/],
    ["", "<!DOCTYPE html>\n<html></html>", /web page/],
    ["a.json", "", /It is empty/],
    ["state.json", '{"StartAt": "A", "States": {}}', /Step Functions/],
    ["list.json", '{"PipelineSummaries": []}', /ListPipelines.*describe-pipeline/],
    ["step.json", '{"Name": "A", "Type": "Fail", "Arguments": {}}', /one step/],
    ["steps.json", '[{"Name": "A", "Type": "Fail", "Arguments": {}}]', /list of steps/],
    [
      "t.yaml",
      "AWSTemplateFormatVersion: 1\nResources:\n  B: {Type: AWS::S3::Bucket}\n",
      /no resource of type AWS::SageMaker/,
    ],
    [
      "t.yaml",
      "Resources:\n  P:\n    Type: AWS::SageMaker::Pipeline\n    Properties:\n      PipelineDefinition:\n        PipelineDefinitionS3Location: {Bucket: b, Key: p.json}\n",
      /definition of P lies in S3.*aws s3 cp s3:\/\/b\/p\.json/,
    ],
    ["main.tf", 'resource "aws_s3_bucket" "b" {}\n', /Terraform code; it has no resource with a pipeline_definition/],
    [
      "main.tf",
      `resource "aws_sagemaker_pipeline" "b" {\n  pipeline_definition = templatefile("\${path.module}/p.json.tftpl", {})\n}\n`,
      /reads the definition of aws_sagemaker_pipeline\.b from p\.json\.tftpl: open that file/,
    ],
    [
      "main.tf",
      'resource "aws_sagemaker_pipeline" "b" {\n  pipeline_definition = module.x.definition\n}\n',
      /computes the definition of aws_sagemaker_pipeline\.b.*terraform show -json/,
    ],
    [
      "main.tf",
      'resource "aws_sagemaker_pipeline" "b" {\n  pipeline_definition_s3_location {\n    bucket = "x"\n    object_key = "k"\n  }\n}\n',
      /definition of aws_sagemaker_pipeline\.b lies in S3/,
    ],
    ["n.ipynb", '{"cells": [], "nbformat": 4}', /No cell of this notebook has printed a definition/],
    ["p.yaml", "kind: Deployment\napiVersion: apps/v1\n", /Kubernetes resource of kind Deployment/],
    ["p.yaml", "a: [1\nb: 2\n", /YAML with a fault/],
    ["p.yaml", `a: &a [x]\nb: [${"*a, ".repeat(101)}]\nSteps: []\n`, /More than 100 aliases/],
  ])("%s %#", async (name, text, said) => {
    expect((await refusalOf(text, name)).message).toMatch(said);
  });
});
