import { describe, expect, it } from "vitest";
import { doUndoRedo } from "../../testing/doUndoRedo";
import { createDocument, type PipelineDocument } from "../definition/document";
import type { Path } from "../definition/path";
import { serialise } from "../definition/serialise";
import { getIn, LosslessNumber, type Value } from "../definition/value";
import { choiceOf } from "../steps/comparisons";
import { addCondition, setConditionType, unwrapNot, wrapInNot } from "./conditions";
import { EditRefused } from "./edit";
import { moveElement, removeField } from "./fields";

const list: Path = ["Arguments", "Conditions"];
const first: Path = [...list, 0];
const mse = { Get: "Parameters.Mse" };
const six = new LosslessNumber("6.0");
const atMost = { Type: "LessThanOrEqualTo", LeftValue: mse, RightValue: six };

function gate(...conditions: Value[]): PipelineDocument {
  const step = { Name: "Gate", Type: "Condition", Arguments: { Conditions: conditions, IfSteps: [], ElseSteps: [] } };
  return createDocument("d", "gate", { Steps: [step] });
}

function conditionsOf(document: PipelineDocument): string {
  return serialise(getIn(document.definition, ["Steps", 0, ...list]) ?? null);
}

describe("the conditions of a step", () => {
  it("get one more, to be filled in", () => {
    expect(conditionsOf(doUndoRedo(gate(), addCondition("Gate", list)))).toBe(
      '[{"Type":"Equals","LeftValue":"","RightValue":""}]',
    );
  });

  it("get one more among the alternatives of an Or", () => {
    const after = doUndoRedo(
      gate({ Type: "Or", Conditions: [atMost] }),
      addCondition("Gate", [...first, "Conditions"]),
    );
    expect(conditionsOf(after)).toContain('{"Type":"Equals","LeftValue":"","RightValue":""}]}');
  });

  it("change places", () => {
    const after = doUndoRedo(gate(atMost, { Type: "Or", Conditions: [] }), moveElement("Gate", list, 1, 0));
    expect(conditionsOf(after)).toMatch(/^\[\{"Type":"Or"/);
  });

  it("close up when one is removed", () => {
    const after = doUndoRedo(gate({ Type: "Or", Conditions: [] }, atMost), removeField("Gate", [...list, 0]));
    expect(conditionsOf(after)).toBe(serialise([atMost]));
  });
});

describe("a condition that is to compare in another way", () => {
  it("keeps both operands, as they are written", () => {
    const after = doUndoRedo(gate(atMost), setConditionType("Gate", first, "GreaterThan"));
    expect(conditionsOf(after)).toBe('[{"Type":"GreaterThan","LeftValue":{"Get":"Parameters.Mse"},"RightValue":6.0}]');
  });

  it("asks for one of a list with the right side as its first value, and back", () => {
    const listed = doUndoRedo(gate(atMost), setConditionType("Gate", first, "In"));
    expect(conditionsOf(listed)).toBe('[{"Type":"In","QueryValue":{"Get":"Parameters.Mse"},"Values":[6.0]}]');
    const back = doUndoRedo(listed, setConditionType("Gate", first, "LessThanOrEqualTo"));
    expect(conditionsOf(back)).toBe(serialise([atMost]));
  });

  it("says “does not equal” as a Not around an Equals, and takes it off again", () => {
    const unequal = doUndoRedo(gate(atMost), setConditionType("Gate", first, "Not Equals"));
    expect(conditionsOf(unequal)).toBe(
      '[{"Type":"Not","Condition":{"Type":"Equals","LeftValue":{"Get":"Parameters.Mse"},"RightValue":6.0}}]',
    );
    expect(conditionsOf(doUndoRedo(unequal, setConditionType("Gate", first, "LessThanOrEqualTo")))).toBe(
      serialise([atMost]),
    );
  });

  it("says “is none of” as a Not around an In", () => {
    const none = doUndoRedo(gate(atMost), setConditionType("Gate", first, "Not In"));
    expect(choiceOf(getIn(none.definition, ["Steps", 0, ...first]))).toBe("Not In");
    expect(conditionsOf(none)).toContain('"Condition":{"Type":"In","QueryValue"');
  });

  it("becomes the first alternative of an Or, and the one condition again", () => {
    const or = doUndoRedo(gate(atMost), setConditionType("Gate", first, "Or"));
    expect(conditionsOf(or)).toBe(serialise([{ Type: "Or", Conditions: [atMost] }]));
    expect(conditionsOf(doUndoRedo(or, setConditionType("Gate", first, "Equals")))).toContain('[{"Type":"Equals"');
  });

  it("is refused where alternatives would be lost", () => {
    const several = gate({ Type: "Or", Conditions: [atMost, atMost] });
    expect(() => setConditionType("Gate", first, "Equals")(several)).toThrow(EditRefused);
  });

  it("to the same is no change", () => {
    const document = gate(atMost);
    expect(setConditionType("Gate", first, "LessThanOrEqualTo")(document)).toBe(document);
  });
});

describe("a negation", () => {
  it("goes around a condition and away again, at any depth", () => {
    const inner: Path = [...first, "Conditions", 0];
    const document = gate({ Type: "Or", Conditions: [atMost] });
    const wrapped = doUndoRedo(document, wrapInNot("Gate", inner));
    expect(conditionsOf(wrapped)).toBe(serialise([{ Type: "Or", Conditions: [{ Type: "Not", Condition: atMost }] }]));
    expect(conditionsOf(doUndoRedo(wrapped, unwrapNot("Gate", inner)))).toBe(conditionsOf(document));
  });
});
