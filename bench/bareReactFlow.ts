import type { BareGraph } from "./bare/main";
import { graphOf } from "./cards";
import type { Opened, Subject } from "./subject";

/** The reference page, served at `origin`. */
export function bareReactFlow(origin: string): Subject {
  return {
    name: "bare React Flow",
    find: { canvas: '[aria-label="Canvas"]', step: ".react-flow__node", edge: ".react-flow__edge-path", painted: null },
    prepare: async (page) => {
      await page.goto(`${origin}/`);
      await page.waitForFunction(() => typeof window.openGraph === "function");
    },
    open: async (page, opened) => {
      await page.evaluate(
        (graph) => {
          window.benchWatch.mark();
          window.openGraph(graph);
        },
        JSON.stringify(bareGraphOf(opened)),
      );
    },
  };
}

/** The graph of the definition, with the steps where the editor has put them. */
function bareGraphOf({ text, cards, area }: Opened): BareGraph {
  const graph = graphOf(text);
  return {
    area,
    steps: graph.steps.map(({ key, type }) => {
      const card = cards[key];
      if (card === undefined) throw new Error(`the editor shows no step ${key}`);
      return { name: key, type, ...card };
    }),
    edges: graph.edges.map(({ from, to }) => ({ from, to })),
  };
}
