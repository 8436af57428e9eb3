import { describe, expect, it } from "vitest";
import { corpus } from "../../testing/fixtures";
import { parseDefinition } from "../definition/parse";
import { isObject } from "../definition/value";
import { deriveGraph } from "./deriveGraph";

const definitions = corpus();

describe("the graph of each corpus definition is the SDK's own", () => {
  it.each(definitions.map(({ name, text, graph }) => [name, text, graph] as const))("%s", (_, text, expected) => {
    const result = parseDefinition(text);
    if (!result.ok || !isObject(result.value)) throw new Error("The definition was refused.");
    const graph = deriveGraph(result.value);
    expect(graph.steps.map(({ name, type }) => ({ name, type }))).toEqual(expected.steps);
    const edges = [...expected.edges, ...(expected.besideArguments ?? [])].map(([from, to]) => `${from} → ${to}`);
    expect(graph.edges.map(({ from, to }) => `${from} → ${to}`).sort()).toEqual([...new Set(edges)].sort());
  });
});
