import { describe, expect, it } from "vitest";
import { doUndoRedo } from "../../testing/doUndoRedo";
import { args, names, outputOf } from "../../testing/edited";
import { documentOf } from "../../testing/load";
import { lambda } from "../../testing/steps";
import { listParameters } from "../definition/parameters";
import { clipSteps, pasteSteps } from "./pasteSteps";

describe("copy and paste", () => {
  const document = {
    ...documentOf(
      [
        lambda("A"),
        lambda("B", { Arguments: { x: outputOf("A"), y: outputOf("Other"), p: { Get: "Parameters.P" } } }),
        lambda("Other"),
      ],
      [
        { Name: "P", Type: "String" },
        { Name: "Q", Type: "String" },
      ],
    ),
    layout: new Map([
      ["A", { x: 0, y: 0 }],
      ["B", { x: 300, y: 0 }],
    ]),
  };

  it("gives copies their own names and points references among them at the copies", () => {
    const after = doUndoRedo(document, pasteSteps(clipSteps(document, ["A", "B"]), { x: 40, y: 40 }));
    expect(names(after)).toEqual(["A", "B", "Other", "A2", "B2"]);
    expect(args(after, "B2")).toEqual({ x: outputOf("A2"), y: outputOf("Other"), p: { Get: "Parameters.P" } });
    expect(after.layout.get("B2")).toEqual({ x: 340, y: 40 });
    expect(listParameters(after.definition)).toHaveLength(2);
  });

  it("brings the parameters that the steps read into a document that lacks them", () => {
    const after = doUndoRedo(documentOf([]), pasteSteps(clipSteps(document, ["B"]), { x: 0, y: 0 }));
    expect(listParameters(after.definition).map(({ name }) => name)).toEqual(["P"]);
    expect(names(after)).toEqual(["B"]);
  });

  it("keeps a swap of names right", () => {
    const target = documentOf([lambda("A")]);
    const clipping = {
      definition: documentOf([lambda("A", { Arguments: { x: outputOf("A2") } }), lambda("A2")]).definition,
      layout: new Map(),
    };
    const after = pasteSteps(clipping, { x: 0, y: 0 })(target);
    expect(names(after)).toEqual(["A", "A2", "A3"]);
    expect(args(after, "A2")).toEqual({ x: outputOf("A3") });
  });
});
