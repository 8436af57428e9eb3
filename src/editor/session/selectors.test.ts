import { describe, expect, it } from "vitest";
import { setField } from "../../pipeline/edits/fields";
import { renameStep } from "../../pipeline/edits/renameStep";
import { documentOf } from "../../testing/load";
import { lambda } from "../../testing/steps";
import { createEditor } from "./createEditor";
import { stepKeysOf } from "./selectors";

describe("the keys of all steps", () => {
  const start = () => createEditor(documentOf([lambda("First"), lambda("Second")]));

  it("are the same set while fields are typed into", () => {
    const { store, edit } = start();
    const before = stepKeysOf(store.getState());
    expect([...before]).toEqual(["First", "Second"]);
    edit("Type", setField("First", ["DisplayName"], "a"));
    expect(stepKeysOf(store.getState())).toBe(before);
  });

  it("follow a rename", () => {
    const { store, edit } = start();
    stepKeysOf(store.getState());
    edit("Rename", renameStep("First", "Third"));
    expect([...stepKeysOf(store.getState())]).toEqual(["Third", "Second"]);
  });
});
