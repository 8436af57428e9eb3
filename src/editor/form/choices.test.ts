import { beforeAll, describe, expect, it } from "vitest";
import { get, type ObjectValue } from "../../pipeline/definition/value";
import { loadModel } from "../../pipeline/schema/load";
import { stepTypeOf } from "../../pipeline/steps";
import { arrangeRequest, itemsIn, noKeptGroups } from "./arrange";
import { draftChosen } from "./draft";
import { type FieldSource, innerItem, ownItems, stepItem } from "./item";

const sources = new Map<string, FieldSource>();
const of = (type: string): FieldSource => sources.get(type) ?? { stepType: stepTypeOf(type), model: null };

beforeAll(async () => {
  for (const type of ["EMR", "Model", "Training", "RegisterModel"]) {
    sources.set(type, { stepType: stepTypeOf(type), model: await loadModel(type) });
  }
});

function labels(type: string, args: ObjectValue): readonly string[] {
  return arrangeRequest(of(type), args, noKeptGroups).sections.flatMap(({ fields }) =>
    fields.map(({ label }) => label),
  );
}

describe("members that exclude each other", () => {
  it("are a choice, with the chosen one alone behind it", () => {
    const byId = labels("EMR", { ClusterId: "j" });
    expect(byId.indexOf("Cluster ID")).toBe(byId.indexOf("Cluster ID or cluster config") + 1);
    const made = arrangeRequest(of("EMR"), { ClusterConfig: {} }, noKeptGroups);
    expect(made.sections.map(({ member }) => member?.name)).toContain("ClusterConfig");
    expect(made.rest.map(({ name }) => name)).not.toContain("ClusterId");
  });

  it("are all shown where a definition gives them all", () => {
    const both = labels("Training", { AlgorithmSpecification: { TrainingImage: "i", AlgorithmName: "a" } });
    expect(both).toContain("Training image");
    expect(both).toContain("Algorithm name");
  });

  it("of a retry policy are the attempts and the time", () => {
    const names = itemsIn(of("Training"), ["RetryPolicies", 0], { MaxAttempts: 3 }).map(({ name }) => name);
    expect(names).toContain("MaxAttempts");
    expect(names).not.toContain("ExpireAfterMin");
  });

  it("begin with what the other held where one is a list of the other, and with a draft otherwise", () => {
    const container = { Image: "i" };
    expect(draftChosen(of("Model"), ["Arguments"], "Containers", { PrimaryContainer: container })).toEqual([container]);
    expect(draftChosen(of("Model"), ["Arguments"], "PrimaryContainer", { Containers: [container] })).toBe(container);
    expect(draftChosen(of("EMR"), ["Arguments"], "ClusterId", { ClusterConfig: {} })).toBe("");
    expect(get(draftChosen(of("EMR"), ["Arguments"], "ClusterConfig", {}), "Instances")).toBeDefined();
    expect(draftChosen(of("Model"), ["RetryPolicies", 0], "MaxAttempts", {})).toBe(5);
  });
});

it("a retry policy offers the errors that its step's type allows", () => {
  const errors = (type: string) => {
    const policy = innerItem(of(type), stepItem(of(type), "RetryPolicies"), 0);
    const list = itemsIn(of(type), policy.path, {}).find(({ name }) => name === "ExceptionType");
    const shape = list && innerItem(of(type), list, 0).shape;
    return shape !== undefined && "enum" in shape ? shape.enum : [];
  };
  expect(errors("RegisterModel")).toEqual(["Step.SERVICE_FAULT", "Step.THROTTLING"]);
  expect(errors("Training")).toContain("SageMaker.CAPACITY_ERROR");
});

it("the type of a check takes the values that SageMaker has, and no others", () => {
  const [type] = ownItems({ stepType: stepTypeOf("QualityCheck"), model: null });
  expect(type?.closed).toBe(true);
  expect(type?.shape).toEqual({ kind: "string", enum: ["DATA_QUALITY", "MODEL_QUALITY"] });
});
