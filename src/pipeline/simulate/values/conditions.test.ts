import { describe, expect, it } from "vitest";
import { LosslessNumber, type Value } from "../../definition/value";
import { evaluateConditions } from "./conditions";

function outcome(...conditions: readonly Value[]): boolean | string {
  const result = evaluateConditions(conditions);
  return result.ok ? result.outcome : result.why;
}
const compare = (Type: string, LeftValue: Value, RightValue: Value) => ({ Type, LeftValue, RightValue });

describe("conditions", () => {
  it("compare numbers by worth, not by their text", () => {
    expect(outcome(compare("Equals", 6, new LosslessNumber("6.0")))).toBe(true);
    expect(outcome(compare("LessThan", new LosslessNumber("1e2"), 101))).toBe(true);
  });

  it("tell integers apart that a double cannot", () => {
    const big = new LosslessNumber("90071992547409931234");
    const bigger = new LosslessNumber("90071992547409931235");
    expect(outcome(compare("LessThan", big, bigger))).toBe(true);
    expect(outcome(compare("Equals", big, bigger))).toBe(false);
  });

  it("compare texts by code point", () => {
    expect(outcome(compare("GreaterThan", "1", "3"))).toBe(false);
    expect(outcome(compare("LessThan", "\uFF5E", "😀"))).toBe(true);
  });

  it("fail on a text beside a number, and say so", () => {
    expect(outcome(compare("Equals", "5", 5))).toBe("A string cannot be compared with a number.");
  });

  it("stop at the first rule that decides", () => {
    expect(outcome(compare("Equals", 1, 2), compare("Equals", "5", 5))).toBe(false);
    const or = { Type: "Or", Conditions: [compare("Equals", 1, 1), compare("Equals", "5", 5)] };
    expect(outcome(or)).toBe(true);
  });

  it("fail on a type that nobody knows and on a missing operand", () => {
    expect(outcome({ Type: "Maybe" })).toBe("A condition of type Maybe is not known.");
    expect(outcome({ Type: "Equals", LeftValue: 1 })).toBe("A condition of type Equals has no RightValue.");
    expect(outcome({ Type: "toString" })).toBe("A condition of type toString is not known.");
  });

  it("find a value of another kind not in a list, without failing", () => {
    expect(outcome({ Type: "In", QueryValue: 1, Values: ["1", true, 1] })).toBe(true);
    expect(outcome({ Type: "In", QueryValue: "1", Values: [1] })).toBe(false);
  });
});
