import { describe, expect, it } from "vitest";
import { documentOf } from "../../testing/load";
import { portsOf } from "../card/ports";
import type { Position } from "../definition/document";
import { deriveGraph } from "../graph/deriveGraph";
import { cardShape } from "./cardShape";
import { makeRoom } from "./makeRoom";
import { overlaps, type Rect } from "./rect";
import { buildScene, type Scene } from "./scene";
import { ghostLanes, slotAt } from "./slotAreas";

const lambda = (Name: string) => ({ Name, Type: "Lambda", Arguments: { a: "" }, FunctionArn: "arn" });
const gate = (Name: string, IfSteps: object[] = [], ElseSteps: object[] = []) => ({
  Name,
  Type: "Condition",
  Arguments: { Conditions: [], IfSteps, ElseSteps },
});
const loop = (Name: string, ...ForEachBody: object[]) => ({
  Name,
  Type: "ForEach",
  Arguments: { IterableItems: ["x"], MaxConcurrency: 1, ForEachBody },
});

function sceneOf(steps: object[], positions: Record<string, Position>, lifted?: ReadonlyMap<string, Rect>): Scene {
  const document = documentOf(steps);
  return buildScene(
    deriveGraph(document.definition).steps,
    (key) => positions[key] ?? { x: 0, y: 0 },
    (entry) => cardShape(entry, portsOf(document, new Map(), entry.key)),
    undefined,
    lifted,
  );
}

const nothing = new Set<string>();
const inWords = (hit: ReturnType<typeof slotAt>) => hit && `${hit.slot} of ${hit.container}`;

describe("where a step can be dropped", () => {
  const positions = { Outer: { x: 0, y: 0 }, Inner: { x: 600, y: 0 }, A: { x: 1000, y: 0 }, B: { x: 600, y: 500 } };
  const scene = sceneOf([gate("Outer", [gate("Inner", [lambda("A")]), lambda("B")])], positions);

  it("is the innermost lane under the pointer", () => {
    expect(inWords(slotAt(scene, { x: 1010, y: 10 }, nothing))).toBe("IfSteps of Inner");
    expect(inWords(slotAt(scene, { x: 610, y: 510 }, nothing))).toBe("IfSteps of Outer");
    expect(slotAt(scene, { x: 3000, y: 0 }, nothing)).toBeNull();
  });

  it("is never inside what is dragged", () => {
    expect(inWords(slotAt(scene, { x: 1010, y: 10 }, new Set(["Inner", "A"])))).toBe("IfSteps of Outer");
  });

  it("is the whole box of a loop", () => {
    const box = sceneOf([loop("L", lambda("A"))], { A: { x: 200, y: 200 } });
    expect(inWords(slotAt(box, { x: 210, y: 210 }, nothing))).toBe("ForEachBody of L");
  });

  it("is the port of a branch, and an empty branch shows its place there while a step is near", () => {
    const alone = sceneOf([gate("G", [lambda("A")])], { G: { x: 0, y: 0 }, A: { x: 600, y: 0 } });
    const card = alone.cards.get("G");
    if (card === undefined) throw new Error("no card");
    const falseRow = { x: card.width - 5, y: card.shape.outputs.get("slot:ElseSteps") ?? 0 };
    expect(inWords(slotAt(alone, falseRow, nothing))).toBe("ElseSteps of G");
    const [ghost, ...more] = ghostLanes(alone, { x: card.width + 40, y: 60 }, nothing);
    expect([ghost?.label, more]).toEqual(["False", []]);
    expect(ghostLanes(alone, { x: 0, y: 2000 }, nothing)).toEqual([]);
    if (ghost === undefined) return;
    const middle = { x: ghost.x + 20, y: ghost.y + 20 };
    expect(slotAt(alone, middle, nothing)).toBeNull();
    expect(inWords(slotAt(alone, middle, nothing, [ghost]))).toBe("ElseSteps of G");
  });

  it("stays where it was while a step is dragged out of it", () => {
    const steps = [gate("G", [lambda("A")])];
    const before = sceneOf(steps, { A: { x: 600, y: 0 } });
    const room = before.cards.get("A");
    if (room === undefined) throw new Error("no card");
    const away = sceneOf(steps, { A: { x: 2000, y: 900 } }, new Map([["A", room]]));
    expect(away.lanes.get("G/IfSteps")).toEqual(before.lanes.get("G/IfSteps"));
    expect(away.cards.get("A")).toMatchObject({ x: 2000, y: 900 });
  });
});

describe("room for what came into a frame", () => {
  const roomMade = (steps: object[], positions: Record<string, Position>, moved: string[], stay = true) => {
    const scene = sceneOf(steps, positions);
    return sceneOf(steps, { ...positions, ...Object.fromEntries(makeRoom(scene, moved, stay)) });
  };
  const apart = (scene: Scene, left: string, right: string) => {
    const find = (id: string) => scene.cards.get(id) ?? scene.lanes.get(id);
    const [one, other] = [find(left), find(right)];
    if (one === undefined || other === undefined) throw new Error(`${left} or ${right} is not there`);
    return !overlaps(one, other);
  };

  it("moves the steps aside that lie where it was dropped", () => {
    const steps = [loop("L", lambda("A"), lambda("New"))];
    const scene = roomMade(steps, { A: { x: 200, y: 200 }, New: { x: 260, y: 210 } }, ["New"]);
    expect(scene.cards.get("New")).toMatchObject({ x: 260, y: 210 });
    expect(apart(scene, "A", "New")).toBe(true);
  });

  it("moves what lies beside a loop that grew, and what lies beside that", () => {
    const steps = [loop("L", lambda("A"), lambda("New")), lambda("X"), lambda("Y")];
    const positions = { A: { x: 200, y: 200 }, New: { x: 500, y: 200 }, X: { x: 560, y: 180 }, Y: { x: 780, y: 180 } };
    const scene = roomMade(steps, positions, ["New"]);
    for (const [left, right] of [
      ["L", "X"],
      ["L", "Y"],
      ["X", "Y"],
    ] as const)
      expect(apart(scene, left, right), `${left} ${right}`).toBe(true);
  });

  it("moves the other branch with all its steps", () => {
    const steps = [gate("G", [lambda("A"), lambda("New")], [lambda("B"), lambda("C")])];
    const positions = {
      A: { x: 600, y: 0 },
      New: { x: 600, y: 180 },
      B: { x: 600, y: 260 },
      C: { x: 900, y: 260 },
    };
    const scene = roomMade(steps, positions, ["New"]);
    expect(apart(scene, "G/IfSteps", "G/ElseSteps")).toBe(true);
    expect((scene.cards.get("C")?.x ?? 0) - (scene.cards.get("B")?.x ?? 0)).toBe(300);
  });

  it("keeps a branch off its own Condition", () => {
    const steps = [gate("G", [lambda("A"), lambda("New")])];
    const scene = roomMade(steps, { G: { x: 0, y: 0 }, A: { x: 400, y: 0 }, New: { x: 120, y: 60 } }, ["New"]);
    expect(scene.cards.get("G")).toMatchObject({ x: 0, y: 0 });
    expect(apart(scene, "G", "G/IfSteps")).toBe(true);
    expect(apart(scene, "A", "New")).toBe(true);
  });

  it("leaves everything in its place where there is room", () => {
    const steps = [loop("L", lambda("A"), lambda("New")), lambda("X")];
    const scene = sceneOf(steps, { A: { x: 200, y: 200 }, New: { x: 200, y: 500 }, X: { x: 2000, y: 0 } });
    expect(makeRoom(scene, ["New"], true).size).toBe(0);
  });

  it("moves the step itself aside when it came out", () => {
    const steps = [gate("G", [lambda("A")]), lambda("Out")];
    const scene = roomMade(steps, { A: { x: 600, y: 0 }, Out: { x: 720, y: 60 } }, ["Out"], false);
    expect(scene.cards.get("A")).toMatchObject({ x: 600, y: 0 });
    expect(apart(scene, "Out", "G/IfSteps")).toBe(true);
  });
});
