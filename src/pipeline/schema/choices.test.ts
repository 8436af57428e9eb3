import { describe, expect, it } from "vitest";
import type { ObjectValue } from "../definition/value";
import { stepTypeOf } from "../steps/index";
import { choicesOf } from "./choices";

function choices(Type: string, Arguments: ObjectValue) {
  return choicesOf({ Name: "S", Type, Arguments }, stepTypeOf(Type)).map(({ at, given, stray }) => ({
    at,
    given,
    stray,
  }));
}

describe("members that exclude each other", () => {
  it("are seen in the request itself", () => {
    expect(choices("Model", { PrimaryContainer: {}, Containers: [] })).toEqual([
      { at: ["Arguments"], given: ["PrimaryContainer", "Containers"], stray: [] },
    ]);
    expect(choices("Model", {})).toEqual([{ at: ["Arguments"], given: [], stray: [] }]);
  });

  it("are seen in structures below it that are there, in each element of a list", () => {
    const Associations: readonly ObjectValue[] = [
      { Source: { Arn: "a" }, Destination: { Name: "n", Type: "Action" } },
      { Source: {} },
    ];
    expect(choices("Lineage", { Associations })).toEqual([
      { at: ["Arguments", "Associations", 0, "Source"], given: ["Arn"], stray: [] },
      { at: ["Arguments", "Associations", 1, "Source"], given: [], stray: [] },
      { at: ["Arguments", "Associations", 0, "Destination"], given: ["Name"], stray: [] },
    ]);
  });

  it("bring others that go with one of them alone", () => {
    const role = { ExecutionRoleArn: "arn" };
    expect(choices("EMR", { ClusterId: "j", ...role })[0]?.stray).toEqual([]);
    expect(choices("EMR", { ClusterConfig: {}, ...role })[0]?.stray).toEqual(["ExecutionRoleArn"]);
  });

  it("are none of a type that has none", () => {
    expect(choices("Lambda", {})).toEqual([]);
    expect(choices("SomethingOfTomorrow", {})).toEqual([]);
  });
});
