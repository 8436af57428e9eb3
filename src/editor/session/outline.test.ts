import { describe, expect, it } from "vitest";
import { parseDefinition } from "../../pipeline/definition/parse";
import { isObject } from "../../pipeline/definition/value";
import { deriveGraph } from "../../pipeline/graph/deriveGraph";
import { corpus } from "../../testing/fixtures";
import { outlineRows } from "./outline";

function graphOf(text: string) {
  const parsed = parseDefinition(text);
  if (!parsed.ok || !isObject(parsed.value)) throw new Error("no definition");
  return deriveGraph(parsed.value);
}

const nested = graphOf(`{"Version": "2020-12-01", "Steps": [
  {"Name": "Prep", "Type": "Lambda", "Arguments": {}},
  {"Name": "Gate", "Type": "Condition", "DependsOn": ["Prep", {"Step": "Load", "Trigger": "Failed"}], "Arguments": {"Conditions": [], "IfSteps": [
    {"Name": "Each", "Type": "ForEach", "Arguments": {"ForEachBody": [
      {"Name": "Train", "Type": "Training", "Arguments": {"RoleArn": {"Get": "Steps.Prep.OutputParameters['role']"}}}
    ]}}
  ], "ElseSteps": []}},
  {"Name": "Load", "Type": "Lambda", "Arguments": {}}
]}`);

describe("the outline", () => {
  it("has each step with its edges as sentences, what lies inside a container one level deeper", () => {
    const rows = outlineRows(nested, new Set()).map((row) =>
      [row.level, row.kind === "step" ? row.key : row.sentence].join(" "),
    );
    expect(rows).toEqual([
      "1 Prep",
      "1 Gate",
      "2 runs after Prep",
      "2 runs after Load when it failed",
      "2 Each",
      "3 in True of Gate",
      "3 Train",
      "4 once for each item of Each",
      "4 reads Prep role in Arguments.RoleArn",
      "1 Load",
    ]);
  });

  it("leaves out all that lies under a folded step, at any depth", () => {
    const rows = outlineRows(nested, new Set(["Gate"]));
    expect(rows.map((row) => (row.kind === "step" ? row.key : row.sentence))).toEqual(["Prep", "Gate", "Load"]);
  });

  it.each(corpus().map((entry) => [entry.name, entry] as const))("lists every step and edge of %s", (_name, entry) => {
    const graph = graphOf(entry.text);
    const rows = outlineRows(graph, new Set());
    const reasons = graph.edges.flatMap((edge) => edge.reasons);
    expect(rows.filter((row) => row.kind === "step").map((row) => row.id)).toHaveLength(entry.graph.steps.length);
    expect(rows.filter((row) => row.kind === "edge")).toHaveLength(reasons.length);
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  });
});
