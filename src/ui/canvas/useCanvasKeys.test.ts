import { describe, expect, it } from "vitest";
import { listSteps } from "../../pipeline/graph/stepTree";
import type { SceneCard } from "../../pipeline/layout/scene";
import { lambda } from "../../testing/steps";
import { shapeWithoutPorts } from "./measure";
import { neighbour } from "./useCanvasKeys";

const places = {
  Left: [0, 100],
  Middle: [300, 100],
  Right: [600, 140],
  Above: [310, -200],
  Below: [280, 400],
  Far: [900, 100],
};
const cards = new Map(
  listSteps({ Steps: Object.keys(places).map((name) => lambda(name)) }).map((entry): [string, SceneCard] => {
    const [x = 0, y = 0] = places[entry.key as keyof typeof places];
    const { key, name, type, depth } = entry;
    return [
      key,
      {
        key,
        name,
        type,
        depth,
        parent: null,
        slot: null,
        shape: shapeWithoutPorts(entry),
        x,
        y,
        width: 200,
        height: 80,
      },
    ];
  }),
);

describe("arrows on the canvas", () => {
  it.each([
    ["right", [1, 0], "Right"],
    ["left", [-1, 0], "Left"],
    ["up", [0, -1], "Above"],
    ["down", [0, 1], "Below"],
  ] as const)("go %s to the nearest step there", (_, direction, to) => {
    expect(neighbour(cards, "Middle", direction)).toBe(to);
  });

  it("stay where there is none, and come back", () => {
    expect(neighbour(cards, "Left", [-1, 0])).toBeUndefined();
    expect(neighbour(cards, "Right", [-1, 0])).toBe("Middle");
    expect(neighbour(cards, "Gone", [1, 0])).toBeUndefined();
  });
});
