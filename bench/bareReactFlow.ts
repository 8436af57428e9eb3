import { parseDefinition } from "../src/pipeline/definition/parse";
import { isObject } from "../src/pipeline/definition/value";
import { deriveGraph } from "../src/pipeline/graph/deriveGraph";
import type { BareGraph } from "./bare/main";
import type { Subject, View } from "./subject";

/** The reference page, served at `origin`. */
export function bareReactFlow(origin: string): Subject {
  return {
    name: "bare React Flow",
    canvas: '[aria-label="Canvas"]',
    step: ".react-flow__node",
    prepare: async (page) => {
      await page.goto(`${origin}/`);
      await page.waitForFunction(() => typeof window.openGraph === "function");
    },
    open: async (page, text, view) => {
      const graph = JSON.stringify(graphOf(text));
      await page.evaluate(
        (given: { graph: string; view: View }) => {
          window.benchWatch.mark();
          window.openGraph(given.graph, given.view);
        },
        { graph, view },
      );
    },
    // It opens in the view that is asked for.
    show: async () => {},
  };
}

/** The graph of a definition, its steps in rows that fill a screen's shape. */
function graphOf(text: string): BareGraph {
  const parsed = parseDefinition(text);
  if (!parsed.ok || !isObject(parsed.value)) throw new Error("the generated definition is refused");
  const graph = deriveGraph(parsed.value);
  const rows = Math.max(1, Math.round(Math.sqrt(graph.steps.length)));
  return {
    steps: graph.steps.map(({ key, type }, index) => ({
      name: key,
      type,
      x: Math.floor(index / rows) * 340,
      y: (index % rows) * 200,
    })),
    edges: graph.edges.map(({ from, to }) => ({ from, to })),
  };
}
