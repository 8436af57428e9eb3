import { parseDefinition } from "../src/pipeline/definition/parse";
import { isObject } from "../src/pipeline/definition/value";
import { deriveGraph } from "../src/pipeline/graph/deriveGraph";
import type { BareGraph } from "./bare/main";
import type { Opened, Subject } from "./subject";

/** The reference page, served at `origin`. */
export function bareReactFlow(origin: string): Subject {
  return {
    name: "bare React Flow",
    find: { canvas: '[aria-label="Canvas"]', step: ".react-flow__node", edge: ".react-flow__edge-path" },
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
        JSON.stringify(graphOf(opened)),
      );
    },
  };
}

/** The graph of the definition, with the steps where the editor has put them. */
function graphOf({ text, cards, area }: Opened): BareGraph {
  const parsed = parseDefinition(text);
  if (!parsed.ok || !isObject(parsed.value)) throw new Error("the generated definition is refused");
  const graph = deriveGraph(parsed.value);
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
