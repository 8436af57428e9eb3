import { describe, expect, it } from "vitest";
import { deriveGraph } from "../../pipeline/graph/deriveGraph";
import { arrange } from "../../pipeline/layout/arrange";
import { routeLines } from "../../pipeline/layout/route";
import { buildScene } from "../../pipeline/layout/scene";
import { corpus } from "../../testing/fixtures";
import { definitionOf } from "../../testing/load";
import { carryCards, carryLines } from "./carry";
import { draggingOf } from "./drop/dragging";
import { shapeWithoutPorts } from "./measure";

describe("what is carried", () => {
  it.each(corpus().map(({ name, text }) => ({ name, text })))(
    "of $name stands where the whole scene would have it",
    ({ text }) => {
      const graph = deriveGraph(definitionOf(text));
      const positions = arrange(graph, new Map(), shapeWithoutPorts);
      const place = (key: string) => positions.get(key) ?? { x: 0, y: 0 };
      const begun = buildScene(graph.steps, place, shapeWithoutPorts);
      const inside = (key: string): string[] =>
        graph.steps.filter(({ parent }) => parent === key).flatMap((step) => [step.key, ...inside(step.key)]);
      for (const { key } of graph.steps.slice(0, 40)) {
        const { moving, lifted } = draggingOf(begun, key, [key], inside);
        const drag = new Map(
          [...moving].map((moved) => {
            const { x, y } = begun.cards.get(moved) ?? place(moved);
            return [moved, { x: x + 130, y: y - 45 }] as const;
          }),
        );
        const whole = buildScene(
          graph.steps,
          (step) => drag.get(step) ?? place(step),
          shapeWithoutPorts,
          begun,
          lifted,
        );
        const carried = carryCards(begun, drag);
        expect([...carried.cards]).toEqual([...whole.cards]);
        expect([...carried.lanes]).toEqual([...whole.lanes]);
        const lines = routeLines(graph, begun, []);
        const rerouted = carryLines(graph, carried, [], lines, moving);
        expect([...rerouted.values()]).toEqual([...routeLines(graph, whole, []).values()]);
      }
    },
  );
});
