import { describe, expect, it } from "vitest";
import { doUndoRedo } from "../../testing/doUndoRedo";
import { args, edges, outputOf } from "../../testing/edited";
import { documentOf } from "../../testing/load";
import { lambda } from "../../testing/steps";
import { get } from "../definition/value";
import { deriveGraph } from "../graph/deriveGraph";
import { reasonsInWords } from "../graph/reasonsInWords";
import { listSteps, stepAt } from "../graph/stepTree";
import { addDependsOn, removeDependsOn, setTrigger } from "./dependsOn";
import { removeEdge } from "./removeEdge";

describe("deleting an edge", () => {
  const document = documentOf([
    lambda("A"),
    lambda("B", {
      Arguments: {
        whole: outputOf("A"),
        keep: 1,
        join: { "Std:Join": { On: "/", Values: ["s3:/", outputOf("A"), "x", outputOf("A", "other")] } },
        list: [outputOf("A"), "stays"],
      },
      DependsOn: [{ Step: "A", Trigger: "Failed" }, "C"],
    }),
    lambda("C"),
  ]);

  it("removes all its reasons: the key, the part of a Join, the element of a list, the entry of DependsOn", () => {
    const after = doUndoRedo(document, removeEdge("A", "B"));
    expect(args(after, "B")).toEqual({
      keep: 1,
      join: { "Std:Join": { On: "/", Values: ["s3:/", "x"] } },
      list: ["stays"],
    });
    expect(get(stepAt(after.definition, "B").step, "DependsOn")).toEqual(["C"]);
    expect(edges(after)).toEqual(["C order B"]);
  });

  it("removes one reason alone when asked", () => {
    const [, reason] = deriveGraph(document.definition).into.get("B")?.[0]?.reasons ?? [];
    const after = doUndoRedo(document, removeEdge("A", "B", reason));
    expect(get(args(after, "B"), "whole")).toEqual(outputOf("A"));
    expect(get(args(after, "B"), "join")).toEqual({ "Std:Join": { On: "/", Values: ["s3:/", "x"] } });
  });

  it("says which reasons go", () => {
    const reasons = deriveGraph(document.definition).into.get("B")?.[0]?.reasons ?? [];
    expect(reasonsInWords("A", "B", reasons)).toContain("B no longer reads A in Arguments.whole.");
    expect(reasonsInWords("A", "B", reasons)).toContain("B no longer waits for A.");
  });

  it("moves a step out of its branch", () => {
    const gate = documentOf([
      { Name: "G", Type: "Condition", Arguments: { Conditions: [], IfSteps: [lambda("A")], ElseSteps: [] } },
      lambda("Z"),
    ]);
    const after = doUndoRedo(gate, removeEdge("G", "A"));
    expect(listSteps(after.definition).map(({ key, parent }) => `${key} in ${parent}`)).toEqual([
      "G in null",
      "A in null",
      "Z in null",
    ]);
  });
});

describe("waiting for a step", () => {
  it("is added once, gets a trigger, and goes with its list", () => {
    const one = doUndoRedo(
      documentOf([lambda("A"), lambda("B", { CacheConfig: { Enabled: true } })]),
      addDependsOn("B", "A"),
    );
    expect(Object.keys(stepAt(one.definition, "B").step)).toEqual([
      "Name",
      "Type",
      "Arguments",
      "DependsOn",
      "FunctionArn",
      "OutputParameters",
      "CacheConfig",
    ]);
    expect(addDependsOn("B", "A")(one)).toBe(one);
    const failed = doUndoRedo(one, setTrigger("B", "A", "Failed"));
    expect(get(stepAt(failed.definition, "B").step, "DependsOn")).toEqual([{ Step: "A", Trigger: "Failed" }]);
    const back = doUndoRedo(failed, setTrigger("B", "A", "Completed"));
    expect(get(stepAt(back.definition, "B").step, "DependsOn")).toEqual(["A"]);
    expect(
      get(stepAt(doUndoRedo(failed, removeDependsOn("B", "A")).definition, "B").step, "DependsOn"),
    ).toBeUndefined();
  });
});
