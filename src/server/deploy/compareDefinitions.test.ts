import { describe, expect, it } from "vitest";
import { parseDefinition } from "../../pipeline/definition/parse";
import { isObject, type ObjectValue } from "../../pipeline/definition/value";
import { compareDefinitions, sameDefinition } from "./compareDefinitions";

function read(value: unknown): ObjectValue {
  const parsed = parseDefinition(typeof value === "string" ? value : JSON.stringify(value));
  if (!parsed.ok || !isObject(parsed.value)) throw new Error("not a definition");
  return parsed.value;
}
const train = {
  Name: "Train",
  Type: "Training",
  Arguments: { RoleArn: "arn:old", ResourceConfig: { InstanceCount: 1 } },
};
const fail = { Name: "Stop", Type: "Fail", Arguments: { ErrorMessage: "no" } };
const gate = (...inside: object[]) => ({
  Name: "Gate",
  Type: "Condition",
  Arguments: { Conditions: [], IfSteps: inside, ElseSteps: [] },
});

describe("a plan's changes", () => {
  it("name the steps added, removed and changed, with the fields, the sensitive ones first", () => {
    const changed = { ...train, Arguments: { ResourceConfig: { InstanceCount: 2 }, RoleArn: "arn:new" } };
    const { steps } = compareDefinitions(
      read({ Steps: [train, fail] }),
      read({ Steps: [changed, { ...fail, Name: "New" }] }),
    );
    expect(steps.map(({ name, change }) => [name, change])).toEqual([
      ["Train", "changed"],
      ["New", "added"],
      ["Stop", "removed"],
    ]);
    expect(steps[0]?.fields).toEqual([
      { path: "Arguments.RoleArn", before: '"arn:old"', after: '"arn:new"', sensitive: true },
      { path: "Arguments.ResourceConfig.InstanceCount", before: "1", after: "2", sensitive: false },
    ]);
  });

  it("tell a step inside a condition apart from the condition, and say when it moved", () => {
    const before = read({ Steps: [gate(train), fail] });
    const inner = compareDefinitions(before, read({ Steps: [gate({ ...train, DisplayName: "T" }), fail] }));
    expect(inner.steps.map(({ name, change }) => [name, change])).toEqual([["Train", "changed"]]);
    const moved = compareDefinitions(before, read({ Steps: [gate(), train, fail] }));
    expect(moved.steps.map(({ name, change }) => [name, change])).toEqual([["Train", "moved"]]);
  });

  it("are none for other spaces and another order of keys", () => {
    const other = {
      Arguments: { ResourceConfig: { InstanceCount: 1 }, RoleArn: "arn:old" },
      Type: "Training",
      Name: "Train",
    };
    expect(compareDefinitions(read({ Steps: [train] }), read({ Steps: [other] }))).toEqual({
      steps: [],
      parameters: [],
      definition: [],
    });
    expect(sameDefinition('{"Steps":[]}', '{ "Steps" : [ ] }')).toBe(true);
  });

  it("see the text of a number, a parameter's default, and keys that Stepwire does not know", () => {
    const before = read('{"Steps":[],"X":1,"Parameters":[{"Name":"P","Type":"Float","DefaultValue":2.0}]}');
    const after = read('{"Steps":[],"X":2,"Parameters":[{"Name":"P","Type":"Float","DefaultValue":2}]}');
    const { parameters, definition } = compareDefinitions(before, after);
    expect(parameters).toMatchObject([{ name: "P", change: "changed", fields: [{ before: "2.0", after: "2" }] }]);
    expect(definition).toEqual([{ path: "X", before: "1", after: "2", sensitive: false }]);
  });

  it("say when nothing but the order of the steps changed", () => {
    const { steps, definition } = compareDefinitions(read({ Steps: [train, fail] }), read({ Steps: [fail, train] }));
    expect(steps).toEqual([]);
    expect(definition).toEqual([{ path: "Steps", before: "Train, Stop", after: "Stop, Train", sensitive: false }]);
  });
});
