import { describe, expect, it } from "vitest";
import { corpus } from "../../testing/fixtures";
import { documentOf } from "../../testing/load";
import { lambda, read, training } from "../../testing/steps";
import { parseDefinition } from "../definition/parse";
import type { ObjectValue } from "../definition/value";
import { unpackTable } from "../images/table";
import { literalKey, literalsOf } from "./literals";
import { leftBehind, mapLiterals } from "./mapLiterals";
import { placeOf } from "./places";
import { propose } from "./propose";

const definitionOf = (...given: Parameters<typeof documentOf>) => documentOf(...given).definition;
const images = unpackTable();
const unknown = { account: null, region: null };
const prod = { account: "999988887777", region: "us-east-1" };

/** What a person gets who takes every proposal. */
function promoted(definition: ObjectValue) {
  const literals = literalsOf(definition);
  const from = placeOf(literals, unknown);
  const mapping = new Map(literals.map((one) => [literalKey(one), propose(one, from, prod, images)]));
  return { literals, from, mapping, definition: mapLiterals(definition, mapping) };
}

const told = (definition: ObjectValue) =>
  literalsOf(definition).map(({ kind, text, uses }) => [
    kind,
    text,
    uses.map(({ step, parameter }) => step ?? (parameter === null ? "" : `{${parameter}}`)).join(" "),
  ]);

describe("what a definition names of an account or a region", () => {
  it("is found in fields, texts, joins and the defaults of parameters, by kind, with who uses it", () => {
    const definition = definitionOf(
      [
        training("Train", {
          AlgorithmSpecification: {
            TrainingImage: "444455556666.dkr.ecr.eu-west-1.amazonaws.com/team/churn:1.2",
            TrainingInputMode: "File",
          },
          OutputDataConfig: {
            S3OutputPath: { "Std:Join": { On: "/", Values: ["s3:/", read("Parameters.Bucket"), "models"] } },
            KmsKeyId: "alias/churn",
          },
          VpcConfig: { Subnets: ["subnet-1"], SecurityGroupIds: ["sg-1"] },
          Environment: { LOAD: "--from s3://raw-data/x --queue=https://sqs.eu-west-1.amazonaws.com/111122223333/q" },
        }),
        lambda("Tell"),
      ],
      [{ Name: "Bucket", Type: "String", DefaultValue: "churn-dev" }],
    );
    expect(told(definition)).toEqual([
      ["role", "arn:aws:iam::111122223333:role/R", "Train"],
      ["bucket", "b", "Train"],
      ["bucket", "raw-data", "Train"],
      ["bucket", "churn-dev", "{Bucket}"],
      ["image", "444455556666.dkr.ecr.eu-west-1.amazonaws.com/team/churn:1.2", "Train"],
      ["function", "arn:aws:lambda:eu-west-1:111122223333:function:f", "Tell"],
      ["queue", "https://sqs.eu-west-1.amazonaws.com/111122223333/q", "Train"],
      ["key", "alias/churn", "Train"],
      ["network", "subnet-1", "Train"],
      ["network", "sg-1", "Train"],
    ]);
  });

  it("becomes another where it is used, and nowhere else", () => {
    const definition = definitionOf([
      training("Train", { Environment: { A: "s3://b/x and s3://b2/y, b", EndpointName: "b" } }),
    ]);
    const after = mapLiterals(definition, new Map([["bucket:b", "other"]]));
    const before = JSON.stringify(definition);
    expect(JSON.stringify(after)).toBe(before.replaceAll("s3://b/", "s3://other/"));
    expect(mapLiterals(after, new Map([["bucket:other", "b"]]))).toEqual(definition);
    expect(mapLiterals(definition, new Map([["endpoint:c", "d"]]))).toBe(definition);
    expect(mapLiterals(definition, new Map([["endpoint:b", ""]]))).toBe(definition);
  });
});

describe("the proposal for another target", () => {
  const from = { account: "111122223333", region: "eu-west-1" };
  const proposals = (step: object, to: { account: string | null; region: string | null } = prod) =>
    literalsOf(definitionOf([step])).map((one) => propose(one, from, to, images));
  const withKey = (KmsKeyId: string) => ({
    Name: "A",
    Type: "Training",
    Arguments: { OutputDataConfig: { KmsKeyId } },
  });

  it.each([
    ["the same name in its account and region", lambda("A"), "arn:aws:lambda:us-east-1:999988887777:function:f"],
    [
      "the bucket that bears them",
      lambda("A", { X: "s3://sagemaker-eu-west-1-111122223333/a" }),
      "sagemaker-us-east-1-999988887777",
    ],
    ["the same bucket where its name says neither", lambda("A", { X: "s3://churn/a" }), "churn"],
    ["an alias of a key", withKey("alias/churn"), "alias/churn"],
    ["nothing for a key", withKey("1234abcd-12ab-34cd-56ef-1234567890ab"), ""],
    ["nothing for a subnet", lambda("A", { VpcConfig: { Subnets: ["subnet-1"] } }), ""],
    [
      "an image of a third account as it is, in the other region",
      lambda("A", { ImageUri: "444455556666.dkr.ecr.eu-west-1.amazonaws.com/team/churn:1" }),
      "444455556666.dkr.ecr.us-east-1.amazonaws.com/team/churn:1",
    ],
    [
      "AWS's own image in the account that holds it there",
      lambda("A", { ImageUri: "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1" }),
      "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1",
    ],
  ])("is %s", (_, step, expected) => {
    expect(proposals(step)).toContain(expected);
  });

  it("changes the partition along with the region", () => {
    const [arn] = proposals(lambda("A"), { account: "999988887777", region: "cn-north-1" });
    expect(arn).toBe("arn:aws-cn:lambda:cn-north-1:999988887777:function:f");
  });

  it("is what stands there for the same account and region", () => {
    expect(proposals(withKey("1234abcd-12ab-34cd-56ef-1234567890ab"), from)).toEqual([
      "1234abcd-12ab-34cd-56ef-1234567890ab",
    ]);
  });
});

describe("what is still of the old side", () => {
  it("is told with the account or the region that it names", () => {
    const definition = definitionOf([lambda("A", { VpcConfig: { Subnets: ["subnet-1"] } }), lambda("B")]);
    const literals = literalsOf(definition);
    const from = placeOf(literals, unknown);
    const told = (mapping: ReadonlyMap<string, string>) =>
      leftBehind(literals, mapping, from, prod).map(({ literal, names }) => [literal.kind, names]);
    expect(told(new Map())).toEqual([
      ["function", "111122223333"],
      ["network", null],
    ]);
    const arn = "function:arn:aws:lambda:eu-west-1:111122223333:function:f";
    expect(told(new Map([[arn, "arn:aws:lambda:eu-west-1:999988887777:function:f"]]))[0]).toEqual([
      "function",
      "eu-west-1",
    ]);
    expect(leftBehind(literals, new Map(), from, from)).toEqual([]);
  });
});

describe("the definitions of the corpus", () => {
  it.each(corpus().map(({ name, text }) => ({ name, text })))("$name goes to another account and back", ({ text }) => {
    const parsed = parseDefinition(text);
    if (!parsed.ok) throw new Error(parsed.refusal.message);
    const definition = parsed.value;
    const there = promoted(definition);
    const left = leftBehind(there.literals, there.mapping, there.from, prod);
    expect(left.filter(({ names, literal }) => names !== null && literal.kind !== "network")).toEqual([]);
    // Nothing else than the literals changed: with them mapped back it is the same.
    const keys = new Map(
      there.literals.flatMap((one) => {
        const to = there.mapping.get(literalKey(one));
        return to === undefined || to === "" ? [] : [[literalKey({ ...one, text: to }), one.text] as const];
      }),
    );
    if (keys.size === there.literals.length) expect(mapLiterals(there.definition, keys)).toEqual(definition);
  });
});
