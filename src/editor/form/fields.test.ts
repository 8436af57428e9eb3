import { beforeAll, describe, expect, it } from "vitest";
import { parseValue } from "../../pipeline/definition/parse";
import { get, isObject, LosslessNumber, type ObjectValue } from "../../pipeline/definition/value";
import { loadDocumentation, loadModel } from "../../pipeline/schema/load";
import type { ApiDocumentation } from "../../pipeline/schema/model";
import { stepTypeOf } from "../../pipeline/steps";
import { arrange, arrangeRequest, noKeptGroups, withProblems } from "./arrange";
import { draftElement, elementTitle, nounOf } from "./draft";
import { type FieldItem, type FieldSource, memberItems, openArgumentsItem, otherStepItems, ownItems } from "./item";
import { readNumber, scalarText } from "./numberText";
import { searchFields } from "./search";

let training: FieldSource;
let documentation: ApiDocumentation | null;

beforeAll(async () => {
  training = { stepType: stepTypeOf("Training"), model: await loadModel("Training") };
  documentation = await loadDocumentation("Training");
});

function step(json: string): ObjectValue {
  const parsed = parseValue(json);
  if (!parsed.ok || !isObject(parsed.value)) throw new Error("No object.");
  return parsed.value;
}

const draft = (): ObjectValue => ({ Name: "Train", Type: "Training", ...stepTypeOf("Training").create() });
const names = (items: readonly FieldItem[]) => items.map(({ name }) => name);
const member = (name: string): FieldItem => {
  const item = memberItems(training, ["Arguments"]).find((candidate) => candidate.name === name);
  if (item === undefined) throw new Error(`Training has no ${name}.`);
  return item;
};

describe("the form of a Training step", () => {
  it("shows image, role, machines, data in and data out first, then what else is set, and folds the rest away", () => {
    const { sections, rest } = arrangeRequest(training, get(draft(), "Arguments"), noKeptGroups);
    const heads = sections.map((section) => section.member?.name ?? names(section.fields).join(" "));
    expect(heads.join(" ")).toMatch(
      /^AlgorithmSpecification RoleArn.* ResourceConfig InputDataConfig OutputDataConfig .*StoppingCondition/,
    );
    expect(names(rest)).toContain("VpcConfig");
    expect(names(rest)).not.toContain("TrainingJobName");
  });

  it("shows a field that has a problem, although nothing stands there", () => {
    const seen = withProblems(noKeptGroups, ["Arguments.VpcConfig.Subnets"]);
    const { sections } = arrangeRequest(training, get(draft(), "Arguments"), seen);
    expect(sections.flatMap(({ fields }) => names(fields))).toContain("Subnets");
  });

  it("opens structures into their fields, what is written before what is chosen", () => {
    const channel = get(get(draft(), "Arguments"), "InputDataConfig");
    const { shown } = arrange(training, ["Arguments", "InputDataConfig", 0], (channel as readonly ObjectValue[])[0]);
    expect(shown.map((item) => item.shown)).toEqual([
      "InputDataConfig[0].ChannelName",
      "InputDataConfig[0].DataSource.S3DataSource.S3Uri",
      "InputDataConfig[0].DataSource.S3DataSource.S3DataType",
      "InputDataConfig[0].DataSource.S3DataSource.S3DataDistributionType",
      "InputDataConfig[0].ContentType",
    ]);
  });

  it("shows what no model knows", () => {
    const { shown } = arrange(training, ["Arguments"], { Novel: 1 });
    expect(names(shown)).toContain("Novel");
    expect(names(otherStepItems(training, step('{"Name":"a","Shape":{"x":1},"CacheConfig":{}}')))).toEqual(["Shape"]);
  });

  it("keeps a field where it was worked in", () => {
    const args = ["Arguments", "VpcConfig"];
    const kept = new Map([["Arguments.VpcConfig", "rest"]] as const);
    expect(names(arrange(training, ["Arguments"], { VpcConfig: { Subnets: [""] } }, kept).rest)).toContain("VpcConfig");
    expect(names(arrange(training, args, { Subnets: [] }).shown)).toEqual(["SecurityGroupIds", "Subnets"]);
    const emptied = new Map([["Arguments.VpcConfig.Subnets", "shown"]] as const);
    expect(names(arrange(training, ["Arguments"], {}, emptied).shown)).toContain("Subnets");
  });

  it("gives the same place the same field, so that it need not be drawn again", () => {
    expect(memberItems(training, ["Arguments"])).toBe(memberItems(training, ["Arguments"]));
  });
});

describe("a new element", () => {
  it("is made like the last one: choices stay, texts and references are left to be filled in", () => {
    const like = step(`{"Arguments":{"InputDataConfig":[{"ChannelName":"train","ContentType":"text/csv","DataSource":
      {"S3DataSource":{"S3DataType":"S3Prefix","S3Uri":{"Get":"Parameters.Data"}}}}]}}`);
    expect(draftElement(training, member("InputDataConfig"), like)).toEqual({
      ChannelName: "",
      DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: "" } },
    });
  });

  it("is made like the type's draft where there is none, and of what AWS requires where that has none", () => {
    const empty = step('{"Arguments":{"InputDataConfig":[]}}');
    expect(draftElement(training, member("InputDataConfig"), empty)).toEqual({
      ChannelName: "",
      DataSource: {
        S3DataSource: { S3DataType: "S3Prefix", S3DataDistributionType: "FullyReplicated", S3Uri: "" },
      },
    });
    expect(draftElement(training, member("Tags"), empty)).toEqual({ Key: "", Value: "" });
  });

  it("is called what it calls itself", () => {
    expect(nounOf(training, member("InputDataConfig"))).toBe("channel");
    expect(nounOf(training, member("Tags"))).toBe("tag");
    expect(elementTitle({ S3Uri: "s3://b", ChannelName: "eval" })).toBe("eval");
    expect(elementTitle({ Key: "team", Value: "ml" })).toBe("team");
    expect(elementTitle({ ChannelName: { Get: "Parameters.A" } })).toBeNull();
  });
});

describe("the search", () => {
  const found = (query: string) =>
    searchFields(training, memberItems(training, ["Arguments"]), draft(), documentation, query).items;

  it("finds by label, by path and by AWS's words, in this order", () => {
    expect(found("instance type")[0]?.shown).toBe("ResourceConfig.InstanceType");
    expect(names(found("vpcconfig subnets"))).toContain("Subnets");
    expect(names(found("spot"))).toContain("EnableManagedSpotTraining");
    expect(found("nonsense xyzzy")).toEqual([]);
  });

  it("looks into the elements that are there", () => {
    expect(found("s3 uri").map((item) => item.shown)).toContain("InputDataConfig[0].DataSource.S3DataSource.S3Uri");
  });
});

describe("the search for what a list and its elements are called", () => {
  it("finds the same field once", () => {
    const items = searchFields(training, memberItems(training, ["Arguments"]), draft(), documentation, "channel").items;
    const shown = items.map((item) => item.shown);
    const below = shown.filter((path) => shown.some((other) => path !== other && path.startsWith(`${other}[`)));
    expect(shown).toContain("InputDataConfig[0].ChannelName");
    expect(below).toEqual([]);
  });
});

describe("a number", () => {
  it.each([
    ["2", "integer", 2],
    ["0.5", "float", 0.5],
    ["-3", "integer", -3],
  ] as const)("%s is read for a field of kind %s", (typed, kind, value) => {
    expect(readNumber(typed, kind, "Count")).toEqual({ ok: true, value });
  });

  it.each(["2.0", "1e5", "12345678901234567890"])("%s keeps its text", (typed) => {
    const read = readNumber(typed, "float", "Rate");
    expect(read.ok && read.value instanceof LosslessNumber && scalarText(read.value)).toBe(typed);
  });

  it.each([
    ["2.5", "integer", "“2.5” has decimals. Count takes a whole number."],
    ["two", "float", "“two” is not a number. Count takes a number such as 0.5."],
    ["007", "integer", "“007” is not a number. Count takes a whole number."],
  ] as const)("%s is refused for a field of kind %s", (typed, kind, why) => {
    expect(readNumber(typed, kind, "Count")).toEqual({ ok: false, why });
  });
});

describe("a step whose author names the keys", () => {
  it("has its own fields and a map", () => {
    const lambda: FieldSource = { stepType: stepTypeOf("Lambda"), model: null };
    expect(ownItems(lambda).map(({ label }) => label)).toEqual(["Function ARN"]);
    expect(openArgumentsItem(lambda).shape).toEqual({ kind: "map", of: "any" });
  });
});
