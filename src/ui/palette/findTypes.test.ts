import { expect, it } from "vitest";
import { stepTypeList } from "../../pipeline/steps";
import { findTypes } from "./findTypes";

const best = (wanted: string) => findTypes(wanted)[0]?.type;

it.each([
  ["if", "Condition"],
  ["loop", "ForEach"],
  ["xgboost", "Training"],
  ["approval", "Callback"],
  ["hyperparameter", "Tuning"],
  ["batch inference", "Transform"],
  ["sql", "Athena"],
  ["lambda", "Lambda"],
  ["model", "Model"],
  ["serve", "EndpointConfig"],
])("“%s” finds %s first", (wanted, type) => {
  expect(best(wanted)).toBe(type);
});

it("“drift” and “deploy” find what watches and what serves", () => {
  expect(findTypes("drift").map(({ type }) => type)).toEqual(expect.arrayContaining(["QualityCheck", "ClarifyCheck"]));
  expect(findTypes("deploy").map(({ type }) => type)).toEqual(expect.arrayContaining(["Endpoint", "EndpointConfig"]));
});

it("nothing looked for is every type; what nobody is called is none", () => {
  expect(findTypes(" ")).toBe(stepTypeList);
  expect(findTypes("zebra")).toEqual([]);
});
