import { describe, expect, it } from "vitest";
import { doUndoRedo } from "../../testing/doUndoRedo";
import { names } from "../../testing/edited";
import { documentOf } from "../../testing/load";
import { lambda } from "../../testing/steps";
import { pipelineNameFrom } from "../definition/pipelineName";
import { renameDocument, setDefinition } from "./document";
import { moveSteps } from "./moveSteps";
import { pinPort } from "./pins";

describe("the document itself", () => {
  const document = documentOf([lambda("A")]);

  it("moves steps, pins ports, takes another name and another definition", () => {
    expect(doUndoRedo(document, moveSteps(new Map([["A", { x: 1.4, y: 2.6 }]]))).layout.get("A")).toEqual({
      x: 1,
      y: 3,
    });
    expect(doUndoRedo(document, pinPort("A", "outputs", "X", true)).pins.get("A")).toEqual({
      inputs: [],
      outputs: ["X"],
    });
    expect(doUndoRedo(document, renameDocument("churn")).name).toBe("churn");
    expect(() => renameDocument("a--b-")(document)).toThrow("begins and ends with a letter or digit");
    expect(names(doUndoRedo(document, setDefinition(documentOf([lambda("Z")]).definition)))).toEqual(["Z"]);
    expect(setDefinition(documentOf([lambda("A")]).definition)(document)).toBe(document);
  });

  it("finds a pipeline name in any file name", () => {
    expect(pipelineNameFrom("My Pipeline (v2).json")).toBe("My-Pipeline-v2");
    expect(pipelineNameFrom("--.json")).toBe("pipeline");
  });
});
