import { describe, expect, it } from "vitest";
import { doUndoRedo } from "../../testing/doUndoRedo";
import { documentOf } from "../../testing/load";
import { condition, equal, fail, lambda } from "../../testing/steps";
import { listSteps } from "../graph/stepTree";
import { cardShape } from "../layout/cardShape";
import { framesOf } from "../layout/frames";
import { buildScene } from "../layout/scene";
import { addGroup, changeGroup, removeGroup } from "./groups";
import { addNote, changeNote, freeId, removeNote } from "./notes";
import { removeSteps } from "./removeSteps";
import { renameStep } from "./renameStep";

const bare = documentOf([lambda("A"), lambda("B"), condition("Gate", [equal], [lambda("Yes")], [fail("No")])]);
const note = { id: "note-1", text: "one", place: { x: 1, y: 2 }, size: { width: 100, height: 50 } };
const group = { id: "group-1", title: "Data", colour: "blue" as const, steps: ["A", "Gate"] };
const document = { ...bare, notes: [note], groups: [group] };

describe("a note", () => {
  it("is added above the others, changed and removed; the definition stays the same object", () => {
    const added = doUndoRedo(document, addNote({ ...note, id: freeId(document, "note") }));
    expect(added.notes.map(({ id }) => id)).toEqual(["note-1", "note-3"]);
    expect(added.definition).toBe(bare.definition);
    expect(doUndoRedo(document, changeNote("note-1", { text: "two", colour: "red" })).notes).toEqual([
      { ...note, text: "two", colour: "red" },
    ]);
    expect(doUndoRedo(document, removeNote("note-1")).notes).toEqual([]);
  });

  it("that is gone or stays as it is changes nothing", () => {
    expect(changeNote("other", { text: "two" })(document)).toBe(document);
    expect(changeNote("note-1", { text: "one" })(document)).toBe(document);
    expect(removeNote("other")(document)).toBe(document);
  });
});

describe("a group", () => {
  it("takes its steps out of the groups that they were in; one that is left empty is gone", () => {
    const other = { ...group, id: "group-2", steps: ["A", "B"] };
    expect(doUndoRedo(document, addGroup(other)).groups).toEqual([{ ...group, steps: ["Gate"] }, other]);
    expect(addGroup({ ...other, steps: ["A", "Gate"] })(document).groups.map(({ id }) => id)).toEqual(["group-2"]);
  });

  it("is renamed, coloured and removed; its steps stay", () => {
    const changed = doUndoRedo(document, changeGroup("group-1", { title: "Raw", colour: "red" }));
    expect(changed.groups).toEqual([{ ...group, title: "Raw", colour: "red" }]);
    const removed = doUndoRedo(document, removeGroup("group-1"));
    expect([removed.groups, removed.definition]).toEqual([[], bare.definition]);
    expect(changeGroup("group-1", { title: "Data" })(document)).toBe(document);
  });

  it("follows the names of its steps, and forgets those that are deleted", () => {
    expect(doUndoRedo(document, renameStep("A", "Prep")).groups).toEqual([{ ...group, steps: ["Prep", "Gate"] }]);
    expect(doUndoRedo(document, removeSteps(["Gate"])).groups).toEqual([{ ...group, steps: ["A"] }]);
    expect(removeSteps(["A", "Gate"])(document).groups).toEqual([]);
    expect(removeSteps(["B"])(document).groups).toBe(document.groups);
  });

  it("has a frame around its steps with their branches, and none without a step", () => {
    const places = new Map(["A", "B", "Gate", "Yes", "No"].map((key, index) => [key, { x: index * 400, y: 0 }]));
    const ports = { inputs: [], outputs: [], hiddenFields: 0 };
    const scene = buildScene(
      listSteps(bare.definition),
      (key) => places.get(key) ?? { x: 0, y: 0 },
      (entry) => cardShape(entry, ports),
    );
    const [frame, ...others] = framesOf([group, { ...group, id: "x", steps: ["Gone"] }], scene);
    expect(others).toEqual([]);
    const lane = scene.lanes.get("Gate/ElseSteps");
    expect(frame?.x).toBeLessThan(0);
    expect((frame?.x ?? 0) + (frame?.width ?? 0)).toBeGreaterThan((lane?.x ?? 0) + (lane?.width ?? 0));
  });
});
