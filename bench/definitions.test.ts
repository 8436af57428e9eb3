import { describe, expect, it } from "vitest";
import { parseDefinition } from "../src/pipeline/definition/parse";
import { isObject } from "../src/pipeline/definition/value";
import { deriveGraph } from "../src/pipeline/graph/deriveGraph";
import { definitionText } from "./definitions";

function graphOf(count: number) {
  const parsed = parseDefinition(definitionText(count));
  if (!parsed.ok || !isObject(parsed.value)) throw new Error("the generated definition is refused");
  return deriveGraph(parsed.value);
}

describe("a generated definition", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(definitionText(50, 7)).toBe(definitionText(50, 7));
    expect(definitionText(50, 7)).not.toBe(definitionText(50, 8));
  });

  it.each([50, 200, 1_000, 10_000])("of %i steps is accepted and has about 1.5 edges a step", (count) => {
    const graph = graphOf(count);
    expect(graph.steps).toHaveLength(count);
    expect(graph.edges.length / count).toBeGreaterThan(1.35);
    expect(graph.edges.length / count).toBeLessThan(1.65);
  });
});
