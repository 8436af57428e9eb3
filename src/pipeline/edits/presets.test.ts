import { describe, expect, it } from "vitest";
import { doUndoRedo } from "../../testing/doUndoRedo";
import { documentOf } from "../../testing/load";
import { besideOf, besideValue } from "../definition/sideFile";
import { entries } from "../definition/value";
import { forgetPreset, keepPreset } from "./presets";

const plain = documentOf([]);
const values = new Map([
  ["Threshold", "5"],
  ["10", "second"],
  ["2", "third"],
]);
const kept = keepPreset(" nightly ", values)(plain);

describe("presets", () => {
  it("are kept by a name, in their order, done and undone", () => {
    expect(entries(kept.presets.get("nightly"))).toEqual([...values]);
    doUndoRedo(plain, keepPreset("nightly", values));
    doUndoRedo(kept, forgetPreset("nightly"));
  });

  it("change nothing where the same is kept again, or nothing is there to be forgotten", () => {
    expect(keepPreset("nightly", values)(kept)).toBe(kept);
    expect(forgetPreset("weekly")(kept)).toBe(kept);
    expect(() => keepPreset(" ", values)(plain)).toThrow("A preset needs a name.");
  });

  it("lie in the side file", () => {
    expect(besideOf(besideValue(kept)).presets).toEqual(kept.presets);
  });
});
