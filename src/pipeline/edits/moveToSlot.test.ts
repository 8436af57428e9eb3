import { describe, expect, it } from "vitest";
import { doUndoRedo } from "../../testing/doUndoRedo";
import { edges, names, outputOf } from "../../testing/edited";
import { documentOf } from "../../testing/load";
import { lambda } from "../../testing/steps";
import { slotInWords, whyTypeNotInSlot } from "../wiring/slots";
import { moveAllTo, moveOutOfSlot, moveToSlot } from "./moveToSlot";
import { renameStep } from "./renameStep";

describe("containers", () => {
  const holders = [
    { Name: "G", Type: "Condition", Arguments: { Conditions: [], IfSteps: [], ElseSteps: [] } },
    { Name: "L", Type: "ForEach", Arguments: { IterableItems: ["x"], MaxConcurrency: 1, ForEachBody: [] } },
    { Name: "F", Type: "Fail", Arguments: { ErrorMessage: "" } },
  ];
  const document = documentOf([lambda("A"), ...holders]);

  it("take a step in and let it out again", () => {
    const inside = doUndoRedo(document, moveToSlot("A", "G", "ElseSteps"));
    expect(edges(inside)).toEqual(["G branch A"]);
    const out = doUndoRedo(inside, moveOutOfSlot("A"));
    expect(names(out)).toEqual(["G", "A", "L", "F"]);
    expect(edges(out)).toEqual([]);
  });

  it.each([
    ["F", "L", "ForEachBody", "SageMaker takes no Fail step inside a ForEach."],
    ["G", "L", "ForEachBody", "SageMaker takes no Condition step inside a ForEach."],
    ["G", "G", "IfSteps", "A step cannot move into itself."],
  ])("refuse %s in %s.%s", (key, container, slot, why) => {
    expect(() => moveToSlot(key, container, slot)(document)).toThrow(why);
  });

  it("refuse what they wait for themselves", () => {
    const gate = (reads: string) => ({
      Name: "G",
      Type: "Condition",
      Arguments: {
        Conditions: [{ Type: "Equals", LeftValue: outputOf(reads), RightValue: 1 }],
        IfSteps: [],
        ElseSteps: [],
      },
    });
    const chain = documentOf([lambda("A"), lambda("B", { Arguments: { a: outputOf("A") } }), gate("B")]);
    expect(() => moveToSlot("A", "G", "IfSteps")(chain)).toThrow(
      "G waits for A: inside it, A would have to wait for G.",
    );
  });

  it("refuse in a loop what waits for the loop, at any distance", () => {
    const loop = {
      Name: "L",
      Type: "ForEach",
      Arguments: { IterableItems: ["x"], MaxConcurrency: 1, ForEachBody: [] },
    };
    const status = { Get: "Steps.L.Status" };
    const after = documentOf([
      loop,
      lambda("A", { Arguments: { s: status } }),
      lambda("B", { Arguments: { a: outputOf("A") } }),
    ]);
    expect(() => moveToSlot("A", "L", "ForEachBody")(after)).toThrow(
      "A waits for L: inside it, A would hold up its end.",
    );
    expect(() => moveToSlot("B", "L", "ForEachBody")(after)).toThrow(
      "B waits for A, which waits for L: inside it, B would hold up its end.",
    );
  });

  it("take several steps in and let them out in their order", () => {
    const two = documentOf([lambda("A"), lambda("B"), ...holders]);
    const inside = doUndoRedo(two, moveAllTo(["B", "A"], { container: "L", slot: "ForEachBody" }));
    expect(names(inside)).toEqual(["G", "L", "A", "B", "F"]);
    const out = doUndoRedo(inside, moveAllTo(["B", "A"], null));
    expect(names(out)).toEqual(["G", "L", "A", "B", "F"]);
    expect(edges(out)).toEqual([]);
  });

  it("take in together what waits for each other, in whatever order it stands", () => {
    const chain = documentOf([
      ...holders,
      lambda("C", { Arguments: { a: outputOf("B") } }),
      lambda("B", { Arguments: { a: outputOf("A") } }),
      lambda("A"),
    ]);
    const body = { container: "L", slot: "ForEachBody" };
    const first = moveAllTo(["A"], body)(chain);
    expect(() => moveAllTo(["C"], body)(first)).toThrow("C waits for B, which waits for L");
    expect(names(doUndoRedo(first, moveAllTo(["B", "C"], body)))).toEqual(["G", "L", "A", "C", "B", "F"]);
  });

  it("keep the names of iterations from other steps", () => {
    const loop = { Name: "L", Type: "ForEach", Arguments: { IterableItems: ["x"], ForEachBody: [lambda("Score")] } };
    const document = documentOf([loop, lambda("A"), lambda("Note-1")]);
    expect(() => renameStep("A", "Score-0")(document)).toThrow(
      "Score-0 is a name that SageMaker gives to an iteration of Score.",
    );
    expect(() => renameStep("Score", "Note")(document)).toThrow(
      "Its iterations run as Note-0, Note-1 …: there is a step Note-1 already.",
    );
    expect(names(renameStep("Score", "Score-2")(document))).toContain("Score-2");
    expect(names(renameStep("A", "A-1")(document))).toContain("A-1");
  });

  it("say which place it is, and which types it refuses", () => {
    expect(slotInWords(document, { container: "G", slot: "ElseSteps" })).toBe("False of G");
    expect(whyTypeNotInSlot(document, "ForEach", { container: "L", slot: "ForEachBody" })).toBe(
      "SageMaker takes no ForEach step inside a ForEach.",
    );
    expect(whyTypeNotInSlot(document, "Lambda", { container: "L", slot: "ForEachBody" })).toBeNull();
  });
});
