import { describe, expect, it } from "vitest";
import { measured } from "../../testing/layouts";
import { documentOf } from "../../testing/load";
import { condition, equal, forEach, lambda } from "../../testing/steps";
import type { Group } from "../definition/document";
import { foldSlots } from "../edits/folded";
import { clustersOf } from "./clusters";
import { framesOf } from "./frames";
import { buildScene, emptyScene } from "./scene";

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
/** A row of steps, a loop of three, a gate of two and one. */
const document = documentOf([
  ...names("A", 6).map((name) => lambda(name)),
  forEach(
    "Loop",
    names("Body", 3).map((name) => lambda(name)),
  ),
  condition(
    "Gate",
    [equal],
    names("Yes", 2).map((name) => lambda(name)),
    [lambda("No")],
  ),
]);
const { graph, shapeOf } = measured(document);

/** Steps side by side, 400 apart. */
function sceneOf(folded = document.folded) {
  const at = (key: string) => ({ x: graph.keys.indexOf(key) * 400, y: 0 });
  return buildScene(graph.steps, at, shapeOf, emptyScene, undefined, folded);
}
const group: Group = { id: "g", title: "Prepare", colour: "blue", steps: ["A0", "A1", "A2"] };

function said(room: { width: number; height: number }, groups: readonly Group[] = [], scene = sceneOf()) {
  return clustersOf(scene, framesOf(groups, scene), room).map(({ title, steps, isHead }) => {
    return `${title ?? "·"}: ${steps.map(({ name }) => name).join(" ")}${isHead ? " (head)" : ""}`;
  });
}

describe("steps that are counted from afar", () => {
  it("are counted by place, each once, where nothing is large enough to be named", () => {
    expect(said({ width: 2600, height: 4000 })).toEqual([
      "·: A0 A1 A2 A3 A4 A5",
      "·: Body0 Body1 Body2 Gate Yes0 Yes1 No",
    ]);
  });

  it("are counted under the title of their loop or branch, where that has room", () => {
    expect(said({ width: 1000, height: 150 })).toEqual([
      "Loop: Body0 Body1 Body2",
      "Gate True: Yes0 Yes1",
      "·: A0 A1 A2",
      "·: A3 A4 A5",
      "·: Gate",
      "·: No",
    ]);
  });

  it("stand under a head as well as in their places, where the area is large", () => {
    expect(said({ width: 500, height: 100 })[0]).toBe("Loop: Body0 Body1 Body2 (head)");
    expect(said({ width: 500, height: 100 }).filter((words) => words.includes("Body0"))).toHaveLength(2);
  });

  it("are counted under the title of the group that a person put them in", () => {
    const all = said({ width: 1000, height: 150 }, [group]);
    expect(all[0]).toBe("Prepare: A0 A1 A2");
    expect(all.filter((words) => words.includes("A1"))).toHaveLength(1);
  });

  it("count where their frame stands, when they are folded away", () => {
    const scene = sceneOf(foldSlots("Loop", ["ForEachBody"], true)(document).folded);
    expect(said({ width: 10_000, height: 10_000 }, [], scene)[0]).toContain("Body0 Body1 Body2");
  });
});
