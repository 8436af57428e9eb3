import { describe, expect, it } from "vitest";
import { setField } from "../../pipeline/edits/fields";
import { renameStep } from "../../pipeline/edits/renameStep";
import { documentOf } from "../../testing/load";
import { lambda } from "../../testing/steps";
import { stepKeysOf } from "./selectors";

describe("the keys of all steps", () => {
  const document = documentOf([lambda("First"), lambda("Second")]);

  it("are the same set while fields are typed into", () => {
    const before = stepKeysOf({ document });
    expect([...before]).toEqual(["First", "Second"]);
    expect(stepKeysOf({ document: setField("First", ["DisplayName"], "a")(document) })).toBe(before);
  });

  it("follow a rename", () => {
    stepKeysOf({ document });
    expect([...stepKeysOf({ document: renameStep("First", "Third")(document) })]).toEqual(["Third", "Second"]);
  });
});
