import { describe, expect, it } from "vitest";
import type { StepChange } from "./changes";
import { definitionChanges, type PlannedDeploy, planInWords, sensitiveChanges } from "./planWords";
import { whenceInWords } from "./words";

const nothing: PlannedDeploy = {
  kind: "update",
  pipelineName: "churn",
  deployed: null,
  steps: [],
  parameters: [],
  definition: [],
  order: null,
  role: null,
  parallelism: null,
  displayName: null,
  description: null,
  tags: [],
  lastFromHere: null,
  drift: null,
};
const image = { path: "Arguments.Image", before: '"a"', after: '"b"', sensitive: true };
const count = { path: "Arguments.Count", before: "1", after: "2", sensitive: false };
const item = (name: string, change: StepChange["change"], more: Partial<StepChange> = {}): StepChange => ({
  name,
  type: "Training",
  change,
  fields: change === "changed" ? [count] : [],
  renamedFrom: null,
  moved: null,
  ...more,
});
const yes = { container: "Gate", slot: "True" };
const no = { container: "Gate", slot: "False" };

describe("a plan in words", () => {
  it.each<[PlannedDeploy, string]>([
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
    [
      {
        ...nothing,
        steps: [
          item("A", "changed", { moved: { from: yes, to: no } }),
          item("B", "changed", { moved: { from: yes, to: no }, fields: [] }),
          item("C", "changed", { renamedFrom: "Old", fields: [] }),
          item("D", "changed"),
          item("E", "added"),
        ],
      },
      "Updates churn: 1 step added, 1 renamed, 1 moved, 1 changed, 1 moved and changed.",
    ],
    [{ ...nothing, order: { before: "A, B", after: "B, A" } }, "Updates churn: the order of the steps changed."],
  ])("%#", (plan, words) => {
    expect(planInWords(plan)).toBe(words);
  });

  it("says whence a step came", () => {
    expect(whenceInWords({ moved: { from: yes, to: no } })).toBe("from True of Gate to False of Gate");
    expect(whenceInWords({ moved: { from: yes, to: null } })).toBe("out of True of Gate");
    expect(whenceInWords({ moved: { from: null, to: no }, renamedFrom: "Old" })).toBe("was Old, into False of Gate");
    expect(whenceInWords({ renamedFrom: null, moved: null })).toBe("");
  });

  it("puts first what touches security: the role, then each field with its step", () => {
    const plan = {
      ...nothing,
      role: { before: "a", after: "b" },
      steps: [item("Train", "changed", { fields: [image, count] })],
    };
    expect(sensitiveChanges(plan).map(({ where, path }) => [where, path])).toEqual([
      ["Pipeline", "RoleArn"],
      ["Train", "Arguments.Image"],
    ]);
    expect(sensitiveChanges({ ...plan, kind: "create" })).toEqual([]);
  });

  it("tells what two definitions have otherwise, field by field, what touches security first", () => {
    const steps = [item("Train", "changed", { fields: [count, image] }), item("Gate", "added", { fields: [] })];
    const changes = { steps, parameters: [], definition: [], order: null };
    expect(definitionChanges(changes).map(({ where, path, after }) => [where, path, after])).toEqual([
      ["Train", "Arguments.Image", '"b"'],
      ["Gate", "", expect.any(String)],
      ["Train", "Arguments.Count", "2"],
    ]);
  });
});
