import { expect, it } from "vitest";
import { loadModel } from "../../pipeline/schema/load";
import { stepTypeOf } from "../../pipeline/steps";
import { arrangeRequest, noKeptGroups } from "./arrange";
import { essentialRank, lastRank } from "./essentials";

const firsts: Readonly<Record<string, readonly string[]>> = {
  Training: ["TrainingImage", "RoleArn", "InstanceType", "InstanceCount"],
  Processing: ["ImageUri", "RoleArn", "InstanceType", "InstanceCount"],
  Transform: ["InstanceType", "InstanceCount", "ModelName", "S3Uri", "S3OutputPath"],
  Model: ["Image", "ModelDataUrl"],
  Athena: ["QueryString", "OutputLocation"],
};

it.each(Object.entries(firsts))("a %s step begins with what it is about", async (type, expected) => {
  const source = { stepType: stepTypeOf(type), model: await loadModel(type) };
  const { sections } = arrangeRequest(source, source.stepType.create().Arguments, noKeptGroups);
  const ranked = sections
    .flatMap(({ fields }) => fields)
    .filter(({ choice, path }) => choice === null && essentialRank(source, path) < lastRank);
  expect(ranked.map(({ name }) => name).slice(0, expected.length)).toEqual(expected);
});

it("what no draft has is no essential, whatever it is called", async () => {
  const source = { stepType: stepTypeOf("Training"), model: await loadModel("Training") };
  expect(essentialRank(source, ["Arguments", "CheckpointConfig", "S3Uri"])).toBe(lastRank);
  expect(essentialRank(source, ["Arguments", "DebugRuleConfigurations"])).toBe(lastRank);
});
