import { describe, expect, it } from "vitest";
import { textWidth } from "../../../pipeline/layout/textWidth";
import { nameLines, nameSize } from "./names";

describe("a painted name", () => {
  it.each([1, 0.64, 0.45, 0.2, 0.05])("is never below 9 pixels of the screen, at a zoom of %s", (zoom) => {
    expect(nameSize(zoom) * zoom).toBeGreaterThanOrEqual(9);
  });

  it("stands on one line where it has room, else on two, cut where a word begins", () => {
    expect(nameLines("TrainModel", 400, 20, 2)).toEqual(["TrainModel"]);
    expect(nameLines("TrainModel", textWidth("TrainMo", 20, true), 20, 2)).toEqual(["Train", "Model"]);
    expect(nameLines("train-model", textWidth("train-mo", 20, true), 20, 2)).toEqual(["train-", "model"]);
  });

  it("is shortened where two lines do not hold it, and fits its room", () => {
    const room = textWidth("Evaluate", 20, true);
    const lines = nameLines("EvaluateTheWholeModelOnce", room, 20, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    for (const line of lines) expect(textWidth(line, 20, true)).toBeLessThanOrEqual(room);
  });

  it("keeps the number at its end, which tells it from others, when it is shortened", () => {
    expect(nameLines("Load14", textWidth("Lo…14", 20, true), 20, 1)).toEqual(["Lo…14"]);
    expect(nameLines("Load14", textWidth("Load1", 20, true), 20, 2)).toEqual(["Load", "14"]);
    expect(nameLines("Preprocess-07", textWidth("Prep…07", 20, true), 20, 1)).toEqual(["Prep…07"]);
    // A last word that would take most of the room tells less than the beginning.
    expect(nameLines("LoadEverything", textWidth("LoadEver", 20, true), 20, 1)[0]).toMatch(/^Load.+…$/);
  });

  it("is not broken for a letter or two, and goes below a sign that it has no room beside", () => {
    const room = textWidth("Merg", 20, true);
    expect(nameLines("Merge", room, 20, 2)).toEqual(["Mer…"]);
    expect(nameLines("Merge", room, 20, 2, 2 * room)).toEqual(["", "Merge"]);
    expect(nameLines("Prepare", room, 20, 2)).toEqual(["Prep", "are"]);
  });

  it("is left out where next to nothing of it would be left", () => {
    expect(nameLines("EvaluateModel", 20, 20, 2)).toEqual([]);
    expect(nameLines("EvaluateModel", 400, 20, 0)).toEqual([]);
  });
});
