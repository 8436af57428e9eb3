import { describe, expect, it } from "vitest";
import { definitionOf as read } from "../../testing/load";
import type { StepSlot } from "./changes";
import { compareDefinitions, sameDefinition } from "./compareDefinitions";

const train = {
  Name: "Train",
  Type: "Training",
  Arguments: { RoleArn: "arn:old", ResourceConfig: { InstanceCount: 1 } },
};
const fail = { Name: "Stop", Type: "Fail", Arguments: { ErrorMessage: "no" } };
const gate = (yes: readonly object[], no: readonly object[] = [], Name = "Gate") => ({
  Name,
  Type: "Condition",
  Arguments: { Conditions: [], IfSteps: yes, ElseSteps: no },
});
const loop = (...inside: object[]) => ({ Name: "Loop", Type: "ForEach", Arguments: { ForEachBody: inside } });
const follower = (step: string) => ({
  Name: "After",
  Type: "Fail",
  DependsOn: [step],
  Arguments: { ErrorMessage: { Get: `Steps.${step}.TrainingJobName` } },
});
/** What a plan says of the steps in few words. */
function told(before: readonly object[], after: readonly object[]) {
  const { steps, parameters, definition, order } = compareDefinitions(read({ Steps: before }), read({ Steps: after }));
  expect([parameters, definition]).toEqual([[], []]);
  const slotText = (at: StepSlot | null) => (at === null ? "top" : `${at.container}/${at.slot}`);
  const words = steps.map(({ name, change, renamedFrom, moved, fields }) =>
    [
      `${name} ${change}`,
      ...(renamedFrom === null ? [] : [`was ${renamedFrom}`]),
      ...(moved === null ? [] : [`${slotText(moved.from)} → ${slotText(moved.to)}`]),
      ...fields.map((field) => `${field.path}: ${field.before} → ${field.after}`),
    ].join(", "),
  );
  return order === null ? words : [...words, `order: ${order.before} → ${order.after}`];
}

describe("a plan's changes", () => {
  it("name the steps added, removed and changed, with the fields, the sensitive ones first", () => {
    const changed = { ...train, Arguments: { ResourceConfig: { InstanceCount: 2 }, RoleArn: "arn:new" } };
    const { steps } = compareDefinitions(
      read({ Steps: [train, fail] }),
      read({ Steps: [changed, { ...train, Name: "New" }] }),
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

  it.each([
    "arn:aws:iam::111122223333:role/R",
    "arn:aws:kms:eu-west-1:111122223333:key/k",
    "arn:aws:lambda:eu-west-1:111122223333:function:f",
    "s3://bucket/prefix",
    "https://sqs.eu-west-1.amazonaws.com/111122223333/q",
    "141502667606.dkr.ecr.eu-west-1.amazonaws.com/xgboost:1.7-1",
  ])("are security-relevant by what the value names, also as a parameter's default: %s", (value) => {
    const parameters = (DefaultValue: string) =>
      read({ Parameters: [{ Name: "P", Type: "String", DefaultValue }], Steps: [] });
    const { parameters: changed } = compareDefinitions(parameters("plain"), parameters(value));
    expect(changed[0]?.fields.map(({ sensitive }) => sensitive)).toEqual([true]);
    expect(compareDefinitions(parameters("plain"), parameters("words")).parameters[0]?.fields[0]?.sensitive).toBe(
      false,
    );
  });

  it("tell a step inside a condition apart from the condition", () => {
    const shown = { ...train, DisplayName: "T" };
    expect(told([gate([train]), fail], [gate([shown]), fail])).toEqual(['Train changed, DisplayName: null → "T"']);
  });

  it.each([
    ["from one branch to the other", [gate([train], [fail])], [gate([], [train, fail])], "Gate/True → Gate/False"],
    ["into a branch", [gate([]), train], [gate([train])], "top → Gate/True"],
    ["out of a branch", [gate([], [train])], [gate([]), train], "Gate/False → top"],
    ["into a loop", [train, loop(fail)], [loop(train, fail)], "top → Loop/Each"],
    ["out of a loop", [loop(train, fail)], [train, loop(fail)], "Loop/Each → top"],
    ["from a branch into a loop", [gate([train]), loop()], [gate([]), loop(train)], "Gate/True → Loop/Each"],
    [
      "to another condition",
      [gate([train]), gate([], [], "B")],
      [gate([]), gate([train], [], "B")],
      "Gate/True → B/True",
    ],
  ])("say that a step moved %s", (_where, before, now, places) => {
    expect(told(before, now)).toEqual([`Train changed, ${places}`]);
  });

  it("say of a step that moved and was changed both", () => {
    const shown = { ...train, DisplayName: "T" };
    expect(told([gate([train])], [gate([], [shown])])).toEqual([
      'Train changed, Gate/True → Gate/False, DisplayName: null → "T"',
    ]);
  });

  it("say that a step goes by another name, and do not repeat it for each reference to it", () => {
    const renamed = { ...train, Name: "Fit" };
    expect(told([train, follower("Train")], [renamed, follower("Fit")])).toEqual(["Fit changed, was Train"]);
    expect(told([train, gate([fail])], [gate([fail, renamed])])).toEqual(["Fit changed, was Train, top → Gate/True"]);
  });

  it("say of a condition under another name that its steps stayed", () => {
    expect(told([gate([train], [fail])], [gate([train], [fail], "Decide")])).toEqual(["Decide changed, was Gate"]);
  });

  it("tell two renamed steps apart though one reads the other", () => {
    const renamed = [
      { ...train, Name: "Fit" },
      { ...follower("Fit"), Name: "Then" },
    ];
    expect(told([train, follower("Train")], renamed)).toEqual(["Fit changed, was Train", "Then changed, was After"]);
  });

  it("take a step that was renamed and changed for another step", () => {
    const other = { ...train, Name: "Fit", DisplayName: "F" };
    expect(told([train], [other])).toEqual(["Fit added", "Train removed"]);
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
      order: null,
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

  it("say when the order of the steps changed, at the top and inside a container", () => {
    expect(told([train, fail], [fail, train])).toEqual(['order: ["Train","Stop"] → ["Stop","Train"]']);
    expect(told([gate([train, fail])], [gate([fail, train])])).toEqual([
      'Gate changed, Arguments.IfSteps: ["Train","Stop"] → ["Stop","Train"]',
    ]);
  });

  it.each([
    ["taken out of its front", [1, 2, 3], [2, 3], ["[0]: 1 → null"]],
    ["put into its middle", ["a", "c"], ["a", "b", "c"], ['[1]: null → "b"']],
    ["changed beside one that is new", ["a", "b"], ["a", "B", "c"], ['[1]: "b" → "B"', '[2]: null → "c"']],
    [
      "told by their names",
      [
        { Name: "a", Value: 1 },
        { Name: "b", Value: 2 },
      ],
      [
        { Name: "b", Value: 3 },
        { Name: "c", Value: 1 },
      ],
      ["[0].Value: 2 → 3", '[0]: {"Name":"a","Value":1} → null', '[1]: null → {"Name":"c","Value":1}'],
    ],
  ])("say of items of a list that were %s no more than that", (_what, before, after, words) => {
    const { definition } = compareDefinitions(read({ Steps: [], X: before }), read({ Steps: [], X: after }));
    const said = definition.map((field) => `${field.path.slice(1)}: ${field.before} → ${field.after}`);
    expect(said.toSorted()).toEqual(words.toSorted());
  });

  it("take no step for moved because others came, went or moved", () => {
    const extra = { ...fail, Name: "New" };
    expect(told([train, gate([]), fail], [extra, gate([train]), fail])).toEqual([
      "New added",
      "Train changed, top → Gate/True",
    ]);
  });
});
