import { describe, expect, it } from "vitest";
import { atOnce } from "../../../pipeline/definition/atOnce";
import type { ElkNode } from "../../../pipeline/layout/elk/elkNode";
import { graphInParts, textsInParts } from "./graphTexts";

const node = (id: string, rest: Partial<ElkNode> = {}): ElkNode => ({ id, width: 10.5, height: 20, ...rest });
const edge = (at: number) => ({ id: `e${at}`, sources: [`n${at}`], targets: [`n${at + 1}`] });

describe("a graph that goes to the worker", () => {
  it("is the same there, with all that lies in its nodes, in its order", () => {
    const inner = node("lane", { children: [node("a"), node("b", { ports: [{ id: "p", y: 3 }] })], edges: [edge(7)] });
    const graph = node("root", {
      layoutOptions: { "elk.algorithm": "layered" },
      children: [node("first"), inner, node("last")],
      edges: [edge(0), edge(1)],
    });
    expect(atOnce(graphInParts(atOnce(textsInParts(graph))))).toEqual(graph);
    expect(atOnce(graphInParts(atOnce(textsInParts(node("alone")))))).toEqual(node("alone"));
  });

  it("goes in many small texts, however many steps it has and however deep they lie", () => {
    const many = 2_000;
    const children = Array.from({ length: many }, (_, at) => node(`n${at}`));
    const edges = Array.from({ length: many }, (_, at) => edge(at));
    const graph = node("root", { children: [node("part", { children, edges })] });
    const texts = atOnce(textsInParts(graph));
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(20_000);
    let parts = 0;
    for (const work = textsInParts(graph); work.next().done !== true; ) parts++;
    expect(parts).toBeGreaterThan(many / 100);
    expect(atOnce(graphInParts(texts))).toEqual(graph);
  });
});
