import { describe, expect, it } from "vitest";
import { definitionOf, loadAllModels } from "../../../testing/load";
import { condition, equal, lambda, pipeline, read, training } from "../../../testing/steps";
import { parseDefinition } from "../../definition/parse";
import { LosslessNumber } from "../../definition/value";
import { checkDefinition } from "../../reading";

const models = await loadAllModels();

function messages(definition: object): readonly string[] {
  return checkDefinition(definitionOf(definition), models).map(({ severity, message }) => `${severity}: ${message}`);
}

describe("a required field", () => {
  it("is missed inside a structure that is there", () => {
    const { InputDataConfig: _, ...rest } = training("T").Arguments;
    const source = { S3DataSource: { S3DataType: "S3Prefix" } };
    expect(
      messages(
        pipeline([
          { ...training("T"), Arguments: { ...rest, InputDataConfig: [{ ChannelName: "c", DataSource: source }] } },
        ]),
      ),
    ).toContain("error: T needs InputDataConfig[0].DataSource.S3DataSource.S3Uri.");
  });

  it("is missed where the arguments are no object at all", () => {
    expect(messages(pipeline([training("T", {}, { Arguments: undefined })]))).toContain(
      "error: T needs OutputDataConfig.",
    );
  });

  it("is missed by rule: a training without an algorithm, unless it is a serverless fine-tuning", () => {
    const without = (more: object) =>
      training("T", { AlgorithmSpecification: undefined, ResourceConfig: undefined, ...more });
    expect(messages(pipeline([without({})]))).toEqual(
      expect.arrayContaining(["error: T needs AlgorithmSpecification.", "error: T needs ResourceConfig."]),
    );
    const serverless = { ServerlessJobConfig: { BaseModelArn: "a", JobType: "FineTuning", AcceptEula: true } };
    expect(messages(pipeline([without(serverless)])).filter((message) => message.startsWith("error"))).toEqual([]);
  });

  it("is missed beside the arguments", () => {
    expect(messages(pipeline([lambda("A", { FunctionArn: "" })]))).toContain("error: A needs FunctionArn.");
  });
});

describe("the kind of a field", () => {
  it("is doubted where a text stands for a number, with the number as cure", () => {
    const resources = { InstanceType: "ml.m5.large", InstanceCount: "2", VolumeSizeInGB: 30 };
    const found = checkDefinition(definitionOf(pipeline([training("T", { ResourceConfig: resources })])), models).find(
      ({ code }) => code === "kind-mismatch",
    );
    expect(found).toMatchObject({
      severity: "warning",
      message: 'InstanceCount of T takes an integer, and this is the text "2".',
    });
    expect(found?.fixes?.[0]?.label).toBe("Write 2");
  });

  it("is doubted where a reference reads another kind", () => {
    const resources = { InstanceType: "ml.m5.large", InstanceCount: read("Parameters.P"), VolumeSizeInGB: 30 };
    const parameters = [{ Name: "P", Type: "String", DefaultValue: "1" }];
    expect(messages(pipeline([training("T", { ResourceConfig: resources })], parameters))).toContain(
      "warning: A String does not fit InstanceCount, which takes an integer.",
    );
  });

  it("is wrong where an object stands for a list", () => {
    expect(messages(pipeline([training("T", { InputDataConfig: { ChannelName: "train" } })]))).toContain(
      "error: InputDataConfig of T must be a list.",
    );
  });
});

describe("values that AWS adds to", () => {
  it("are only doubted: an instance type may be newer than the SDK", () => {
    const resources = { InstanceType: "ml.p99.huge", InstanceCount: 1, VolumeSizeInGB: 30 };
    const severities = checkDefinition(definitionOf(pipeline([training("T", { ResourceConfig: resources })])), models)
      .filter(({ code }) => code === "enum-unknown")
      .map(({ severity }) => severity);
    expect(severities).toEqual(["warning"]);
  });
});

describe("unknown members", () => {
  it("are doubted in a request and in a loop's or condition's own arguments", () => {
    expect(messages(pipeline([training("T", { RollArn: "x" })]))).toContain("warning: Training knows no RollArn.");
    const odd = condition("C", [equal]);
    expect(messages(pipeline([{ ...odd, Arguments: { ...odd.Arguments, ElsSteps: [] } }]))).toContain(
      "warning: Condition knows no ElsSteps.",
    );
  });
});

describe("secrets", () => {
  it.each([
    ["-----BEGIN RSA PRIVATE KEY-----\nMIIE", "a private key"],
    [`ghp_${"a1".repeat(18)}`, "a GitHub token"],
    [`hf_${"aB".repeat(17)}`, "a Hugging Face token"],
    ["wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "an AWS secret access key"],
  ])("%s is found in a parameter's default", (DefaultValue, what) => {
    const found = messages(pipeline([lambda("A")], [{ Name: "P", Type: "String", DefaultValue }]));
    expect(found.join("\n")).toContain(`Parameters[0].DefaultValue holds what looks like ${what}.`);
  });

  it("do not slow down on long texts", () => {
    const long = `eyJ${"a".repeat(200_000)}${"-----BEGIN ".repeat(20_000)}`;
    expect(messages(pipeline([lambda("A", { Arguments: { long } })])).join()).not.toContain("looks like");
  });
});

/** What the rules say of a definition's text: that is where numbers and escapes are as they were written. */
function saidOfText(value: string): readonly string[] {
  const parsed = parseDefinition(
    JSON.stringify(pipeline([lambda("A", { Arguments: { x: "VALUE" } })])).replace('"VALUE"', value),
  );
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  return checkDefinition(parsed.value, models)
    .filter(({ code }) => code === "number-imprecise" || code === "text-confusable")
    .map(({ message }) => message);
}

describe("what JSON can say and readers cannot hold is kept, and said", () => {
  it.each([
    ["12345678901234567890", "12345678901234567000"],
    ["9007199254740993", "9007199254740992"],
    ["-1e400", "-Infinity"],
    ["1e-400", "0"],
    ["0.12345678901234567890123", "0.12345678901234568"],
  ])("the number %s", (written, read) => {
    expect(saidOfText(written)).toEqual([expect.stringContaining(`it may be read as ${read}.`)]);
  });

  it.each(["2.0", "1e5", "1E+2", "-0", "0.10", "100000000000000000000000", "3.1415926535897931", "9007199254740991"])(
    "not the number %s, which is held",
    (written) => {
      expect(saidOfText(written)).toEqual([]);
    },
  );

  it("half of a character", () => {
    expect(saidOfText('"a\\ud83d"')).toEqual([
      "Arguments.x of A holds half of a character (U+D83D), which the service may refuse or replace.",
    ]);
    expect(
      saidOfText('"\\ude00 and more than sixty-four characters, which are looked at in another way"'),
    ).toHaveLength(1);
    expect(saidOfText('"\\ud83d\\ude00"')).toEqual([]);
  });

  it("in what stands beside the steps too", () => {
    const definition = {
      ...pipeline([lambda("A")], [{ Name: "P", Type: "Integer", DefaultValue: new LosslessNumber("1e400") }]),
    };
    expect(messages(definition)).toContainEqual(
      expect.stringContaining("Parameters[0].DefaultValue is 1e400, more than"),
    );
  });
});
