import { describe, expect, it } from "vitest";
import { documentOf } from "../../testing/load";
import { condition, equal, forEach, lambda } from "../../testing/steps";
import { foldSlots, unfoldAround } from "./folded";
import { moveToSlot } from "./moveToSlot";
import { removeSteps } from "./removeSteps";
import { renameStep } from "./renameStep";

const document = documentOf([
  condition("Gate", [equal], [forEach("Loop", [lambda("Body")])], [lambda("No")]),
  lambda("Free"),
]);
const fold = foldSlots("Gate", ["IfSteps"], true);

describe("folding", () => {
  it("is kept beside the definition, which stays the same object", () => {
    const folded = fold(document);
    expect([...folded.folded]).toEqual([["Gate", ["IfSteps"]]]);
    expect(folded.definition).toBe(document.definition);
    expect(fold(folded)).toBe(folded);
    expect(foldSlots("Gate", ["IfSteps", "ElseSteps"], false)(folded).folded).toEqual(document.folded);
  });

  it("opens all that lies around a step that is asked for, and nothing else", () => {
    const both = foldSlots("Gate", ["ElseSteps"], true)(foldSlots("Loop", ["ForEachBody"], true)(fold(document)));
    expect([...unfoldAround("Body")(both).folded]).toEqual([["Gate", ["ElseSteps"]]]);
    expect(unfoldAround("Free")(both)).toBe(both);
    expect(unfoldAround("Gone")(both)).toBe(both);
  });

  it("goes with the container's name, and with the container", () => {
    expect([...renameStep("Gate", "Check")(fold(document)).folded.keys()]).toEqual(["Check"]);
    expect(removeSteps(["Gate"])(fold(document)).folded.size).toBe(0);
  });

  it("ends where a step comes into the branch: it would not be seen", () => {
    expect(moveToSlot("Free", "Gate", "IfSteps")(fold(document)).folded.size).toBe(0);
  });
});
