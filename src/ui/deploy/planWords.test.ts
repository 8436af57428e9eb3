import { describe, expect, it } from "vitest";
import type { ItemChange, Plan } from "../../contract/deploy";
import { planInWords, sensitiveChanges } from "./planWords";

const nothing: Plan = {
  kind: "update",
  pipelineName: "churn",
  fingerprint: "f",
  deployed: null,
  steps: [],
  parameters: [],
  definition: [],
  role: null,
  parallelism: null,
  displayName: null,
  description: null,
  problems: [],
  refusal: null,
};
const item = (name: string, change: ItemChange["change"], fields: ItemChange["fields"] = []): ItemChange => ({
  name,
  type: "Training",
  change,
  fields,
});
const image = { path: "Arguments.Image", before: '"a"', after: '"b"', sensitive: true };
const count = { path: "Arguments.Count", before: "1", after: "2", sensitive: false };

describe("a plan in words", () => {
  it.each<[Plan, string]>([
    [{ ...nothing, kind: "none" }, "churn is deployed as it stands here. There is nothing to change."],
    [
      { ...nothing, kind: "create", steps: [item("A", "added"), item("B", "added")], parameters: [item("P", "added")] },
      "Creates churn: 2 steps, 1 parameter.",
    ],
    [{ ...nothing, kind: "create" }, "Creates churn: a pipeline without steps."],
    [
      {
        ...nothing,
        steps: [item("A", "added"), item("B", "changed"), item("C", "changed"), item("D", "removed")],
        role: { before: "a", after: "b" },
      },
      "Updates churn: 1 step added, 2 changed, 1 removed; the role changed.",
    ],
    [
      { ...nothing, parameters: [item("P", "removed")], definition: [count] },
      "Updates churn: 1 parameter removed; the rest of the definition changed.",
    ],
  ])("%#", (plan, words) => {
    expect(planInWords(plan)).toBe(words);
  });

  it("puts first what touches security: the role, then each field with its step", () => {
    const plan = { ...nothing, role: { before: "a", after: "b" }, steps: [item("Train", "changed", [image, count])] };
    expect(sensitiveChanges(plan).map(({ where, path }) => [where, path])).toEqual([
      ["Pipeline", "RoleArn"],
      ["Train", "Arguments.Image"],
    ]);
    expect(sensitiveChanges({ ...plan, kind: "create" })).toEqual([]);
  });
});
