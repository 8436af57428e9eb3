import { describe, expect, it } from "vitest";
import { doUndoRedo } from "../../testing/doUndoRedo";
import { args } from "../../testing/edited";
import { documentOf } from "../../testing/load";
import { lambda } from "../../testing/steps";
import { listParameters } from "../definition/parameters";
import { addParameter, removeParameter, renameParameter, setParameter } from "./parameters";

describe("parameters", () => {
  const document = documentOf(
    [
      lambda("A", {
        Arguments: { x: { Get: "Parameters.P" }, y: { "Std:Join": { On: "", Values: [{ Get: "Parameters.P" }] } } },
      }),
    ],
    [{ Name: "P", Type: "String" }],
  );

  it("are added, changed, renamed with every use, removed without touching the uses", () => {
    const added = doUndoRedo(document, addParameter("Q", "Integer", 3));
    expect(listParameters(added.definition).map(({ name, type, defaultValue }) => [name, type, defaultValue])).toEqual([
      ["P", "String", undefined],
      ["Q", "Integer", 3],
    ]);
    const withDefault = doUndoRedo(added, setParameter("P", "DefaultValue", "v"));
    const renamed = doUndoRedo(withDefault, renameParameter("P", "Bucket"));
    expect(JSON.stringify(args(renamed, "A"))).toBe(
      '{"x":{"Get":"Parameters.Bucket"},"y":{"Std:Join":{"On":"","Values":[{"Get":"Parameters.Bucket"}]}}}',
    );
    const removed = doUndoRedo(renamed, removeParameter("Bucket"));
    expect(args(removed, "A")).toEqual(args(renamed, "A"));
    expect(() => addParameter("P", "String")(document)).toThrow("There is a parameter P already.");
  });
});
