import { expect, it } from "vitest";
import { documentOf } from "../../testing/load";
import { lambda, read } from "../../testing/steps";
import { setField } from "../edits/fields";
import { renameStep } from "../edits/renameStep";
import { deriveGraph, edgeId } from "./deriveGraph";
import { listSteps } from "./stepTree";

const reader = (name: string, from: string) =>
  lambda(name, { Arguments: { x: read(`Steps.${from}.OutputParameters['y']`) } });
const before = documentOf([lambda("A"), reader("B", "A"), reader("C", "B")]);

it("an edit leaves the entries of other steps, and the edges where nobody points elsewhere", () => {
  const graph = deriveGraph(before.definition);
  const typed = setField("B", ["Arguments", "note"], "typed in")(before);
  const after = deriveGraph(typed.definition, graph);
  expect([...listSteps(typed.definition)].map((entry, i) => entry === graph.steps[i])).toEqual([true, false, true]);
  expect([after.edges, after.into, after.outOf]).toEqual([graph.edges, graph.into, graph.outOf]);
  expect(after.edges).toBe(graph.edges);
  expect(after.byKey.get("B")?.step).toBe(listSteps(typed.definition)[1]?.step);
});

it("an edit that turns a wire makes that edge anew, and no other", () => {
  const graph = deriveGraph(before.definition);
  const turned = setField("C", ["Arguments", "x"], read("Steps.A.OutputParameters['y']"))(before);
  const after = deriveGraph(turned.definition, graph);
  expect(after.edges.map(edgeId)).toEqual(["A→B", "A→C"]);
  expect(after.edges[0]).toBe(graph.edges[0]);
});

it("a step by another name is another one", () => {
  const renamed = deriveGraph(renameStep("A", "Z")(before).definition, deriveGraph(before.definition));
  expect(renamed.edges.map(edgeId)).toEqual(["Z→B", "B→C"]);
  expect([...renamed.byKey.keys()]).toEqual(["Z", "B", "C"]);
});
