import { describe, expect, it } from "vitest";
import { definitionOf as read } from "../../testing/load";
import { createDocument, type Layout } from "../definition/document";
import { edgeId } from "../graph/deriveGraph";
import { compareRenamed } from "./compareDefinitions";
import { compareEdges } from "./compareEdges";
import { meaningOf } from "./meaning";
import { overlayDocument, overlayOf } from "./overlay";
import { stepOf, stopsOf } from "./stops";
import { mainVerb } from "./words";

const step = (Name: string, more: object = {}) => ({ Name, Type: "Fail", Arguments: { ErrorMessage: "no" }, ...more });
const gate = (yes: readonly object[]) => ({
  Name: "Gate",
  Type: "Condition",
  Arguments: { Conditions: [], IfSteps: yes, ElseSteps: [] },
});

function compared(before: readonly object[], after: readonly object[], more: object = {}) {
  const [olds, now] = [read({ Steps: before }), read({ Steps: after, ...more })];
  const { renamed, changes } = compareRenamed(olds, now);
  const edges = compareEdges(renamed, now);
  return { before: renamed, after: now, changes, edges, meaning: meaningOf({ changes, edges, after: now }) };
}

function laidOver(before: readonly object[], after: readonly object[], places: { before: Layout; after: Layout }) {
  const all = compared(before, after);
  const document = overlayDocument(
    { layout: places.before, ways: [] },
    { ...createDocument("", "p", all.after), layout: places.after },
    all,
  );
  return { document, overlay: overlayOf(document.definition, all) };
}

const nowhere = { before: new Map(), after: new Map() };
const at = (x: number) => ({ x, y: 0 });

describe("two versions over each other", () => {
  it("have the steps of both, those that are gone where they stood, in the branch where they lay", () => {
    const { document, overlay } = laidOver(
      [gate([step("Old", { DisplayName: "old" })]), step("Keep")],
      [gate([step("New")]), step("Keep")],
      {
        before: new Map([
          ["Old", at(1)],
          ["Keep", at(2)],
        ]),
        after: new Map([
          ["New", at(3_000)],
          ["Keep", at(4)],
        ]),
      },
    );
    expect(overlay.graph.steps.map(({ key, parent }) => [key, parent])).toEqual([
      ["Gate", null],
      ["New", "Gate"],
      ["Old", "Gate"],
      ["Keep", null],
    ]);
    expect([...overlay.steps]).toEqual([
      ["New", ["added"]],
      ["Old", ["removed"]],
    ]);
    expect(Object.fromEntries(document.layout)).toEqual({ Old: at(1), New: at(3_000), Keep: at(4) });
  });

  it("leave a step that is gone without a place where a new one stands now: it finds one beside", () => {
    const { document } = laidOver([step("Old"), step("Keep")], [step("New"), step("Keep")], {
      before: new Map([["Old", at(0)]]),
      after: new Map([
        ["New", { x: 100, y: 120 }],
        ["Keep", { x: 0, y: 60 }],
      ]),
    });
    expect([...document.layout.keys()].toSorted()).toEqual(["Keep", "New"]);
  });

  it("stand where the one that has places has them, also under a new name", () => {
    const { document } = laidOver([step("A", { DisplayName: "a" })], [step("B", { DisplayName: "a" })], {
      before: new Map([["A", at(7)]]),
      after: new Map(),
    });
    expect(Object.fromEntries(document.layout)).toEqual({ B: at(7) });
  });

  it("have the edges of both, and say which are new and which are gone", () => {
    const { overlay } = laidOver(
      [step("A"), step("B"), step("C", { DependsOn: ["A"] })],
      [step("A"), step("B"), step("C", { DependsOn: ["B"] })],
      nowhere,
    );
    expect(overlay.graph.edges.map(edgeId).toSorted()).toEqual(["A→C", "B→C"]);
    expect(overlay.graph.into.get("C")).toHaveLength(2);
    expect(Object.fromEntries(overlay.edges)).toEqual({ "A→C": "removed", "B→C": "added" });
  });

  it("have the edges that a step that is gone had to those that stay", () => {
    const { overlay } = laidOver([step("A"), step("B", { DependsOn: ["A"] })], [step("B")], nowhere);
    expect(overlay.graph.edges.map(edgeId)).toEqual(["A→B"]);
    expect(overlay.graph.outOf.get("A")).toHaveLength(1);
  });

  it("show what is folded, for it may be what differs", () => {
    const all = compared([gate([step("X")])], [gate([step("X", { DisplayName: "x" })])]);
    const after = { ...createDocument("", "p", all.after), folded: new Map([["Gate", ["IfSteps"]]]) };
    expect(overlayDocument({ layout: new Map(), ways: [] }, after, all).folded.size).toBe(0);
  });
});

it("marks a step by what weighs most", () => {
  expect(mainVerb(["renamed", "moved", "changed"])).toBe("changed");
  expect(mainVerb(["renamed", "moved"])).toBe("moved");
  expect(mainVerb(["renamed"])).toBe("renamed");
});

describe("the stops of a comparison", () => {
  const role = (arn: string) => ({ Type: "Training", Arguments: { RoleArn: arn } });

  it("are the steps that differ, what touches security first, and the pipeline itself before its steps", () => {
    const all = compared(
      [step("A"), step("B", role("arn:old")), step("Gone")],
      [step("A", { DisplayName: "a" }), step("B", role("arn:new"))],
      { Parameters: [{ Name: "P", Type: "String" }] },
    );
    const stops = stopsOf(all);
    expect(stops.map((stop) => [stepOf(stop), stop.security])).toEqual([
      ["B", true],
      [null, false],
      ["A", false],
      ["Gone", false],
    ]);
    expect(stops[1]).toMatchObject({ kind: "pipeline", parameters: [{ name: "P", change: "added" }] });
    expect(stops[0]?.sentences[0]?.sentence).toBe("B runs with the role arn:new, before arn:old.");
  });

  it("tell a step's edges where the step itself is in both", () => {
    const [stop] = stopsOf(
      compared([step("A"), step("C", { DependsOn: ["A"] })], [step("A"), step("C", { DependsOn: [] })]),
    );
    expect(stop).toMatchObject({ kind: "step", waitsFor: [], waitedFor: ["A"] });
  });

  it("are none where nothing differs", () => {
    expect(stopsOf(compared([step("A")], [step("A")]))).toEqual([]);
  });
});
