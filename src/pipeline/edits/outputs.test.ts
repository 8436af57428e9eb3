import { describe, expect, it } from "vitest";
import { doUndoRedo } from "../../testing/doUndoRedo";
import { args, outputOf } from "../../testing/edited";
import { documentOf } from "../../testing/load";
import { lambda } from "../../testing/steps";
import { get } from "../definition/value";
import { stepAt } from "../graph/stepTree";
import { declareOutput, removeOutput, renameOutput, setOutputType } from "./outputs";

describe("declared outputs", () => {
  it("are declared, typed, renamed with every use and removed", () => {
    const document = documentOf([
      lambda("A", { OutputParameters: [] }),
      lambda("B", { Arguments: { x: outputOf("A") } }),
    ]);
    const declared = doUndoRedo(document, declareOutput("A", "path", "String"));
    const typed = doUndoRedo(declared, setOutputType("A", "path", "Float"));
    const renamed = doUndoRedo(typed, renameOutput("A", "path", "train_path"));
    expect(args(renamed, "B")).toEqual({ x: outputOf("A", "train_path") });
    expect(get(stepAt(renamed.definition, "A").step, "OutputParameters")).toEqual([
      { OutputName: "train_path", OutputType: "Float" },
    ]);
    expect(
      get(stepAt(doUndoRedo(renamed, removeOutput("A", "train_path")).definition, "A").step, "OutputParameters"),
    ).toEqual([]);
  });
});
