import { describe, expect, it } from "vitest";
import { documentOf } from "../../testing/load";
import { lambda, training } from "../../testing/steps";
import { portsOf } from "../card/ports";
import { parsePath } from "../definition/path";
import { deriveGraph } from "../graph/deriveGraph";
import type { WireEnd } from "../wiring/wire";
import { cardShape } from "./cardShape";
import { hitStep } from "./hitTest";
import { spotOf } from "./portRef";
import { buildScene } from "./scene";

const reach = 22;
const trainField = "Arguments.InputDataConfig[0].DataSource.S3DataSource.S3Uri";
const loop = {
  Name: "Loop",
  Type: "ForEach",
  Arguments: { IterableItems: ["x"], MaxConcurrency: 1, ForEachBody: [lambda("Inside")] },
};
const places = { Prep: { x: 0, y: 0 }, Train: { x: 400, y: 0 }, Loop: { x: 0, y: 600 }, Inside: { x: 100, y: 760 } };
const document = documentOf([lambda("Prep"), training("Train"), loop]);
const scene = buildScene(
  deriveGraph(document.definition).steps,
  (key) => places[key as keyof typeof places],
  (entry) => cardShape(entry, portsOf(document, new Map(), entry.key)),
);
const fromOutput: WireEnd = {
  kind: "source",
  source: { kind: "output", step: "Prep", output: "OutputParameters['path']" },
};

function spot(key: string, side: Parameters<typeof spotOf>[1]["side"], port: string) {
  const found = spotOf(scene, { key, side, port });
  if (found === null) throw new Error(`${key} shows no ${side} ${port}`);
  return found;
}

describe("what lies under the end of a wire", () => {
  it("is the nearest port of the side that it goes to, a little outside the card too", () => {
    const { x, y } = spot("Train", "in", trainField);
    const port = { key: "Train", side: "in", port: trainField };
    expect(hitStep(scene, fromOutput, { x: x - 15, y }, reach)).toEqual({ key: "Train", port });
    expect(hitStep(scene, fromOutput, { x: x - 30, y }, reach)).toBeNull();
  });

  it("is the port of the row that its name stands in", () => {
    const { x, y } = spot("Train", "in", trainField);
    expect(hitStep(scene, fromOutput, { x: x + 60, y }, reach)?.port?.port).toBe(trainField);
  });

  it("is the card where no port is near, and never a port of the other side", () => {
    const { x, y } = spot("Prep", "out", "OutputParameters['path']");
    const head = { x: places.Train.x + 60, y: places.Train.y + 14 };
    expect(hitStep(scene, fromOutput, head, reach)).toEqual({ key: "Train", port: null });
    const fromField: WireEnd = { kind: "field", target: { step: "Train", path: parsePath(trainField) ?? [] } };
    expect(hitStep(scene, fromField, { x: x + 5, y }, reach)?.port?.side).toBe("out");
    expect(hitStep(scene, fromOutput, { x: x + 5, y }, reach)).toBeNull();
  });

  it("is the handle before a step for a wire from the handle after another", () => {
    const at = spot("Train", "before", "");
    expect(hitStep(scene, { kind: "after", step: "Prep" }, at, reach)).toEqual({
      key: "Train",
      port: { key: "Train", side: "before", port: "" },
    });
  });

  it("is the card in a loop before the box around it", () => {
    const inside = { x: places.Inside.x + 60, y: places.Inside.y + 14 };
    expect(hitStep(scene, fromOutput, inside, reach)?.key).toBe("Inside");
  });
});
