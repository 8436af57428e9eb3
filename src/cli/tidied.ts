import type { ElkNode as LaidOut } from "elkjs/lib/elk-api";
import { shapesIn } from "../export/canvas/shapes";
import type { ExportSource } from "../export/form";
import { deriveGraph } from "../pipeline/graph/deriveGraph";
import type { RunElk } from "../pipeline/layout/elk/elkNode";
import { allLines } from "../pipeline/layout/route";
import type { Room } from "../pipeline/layout/rows";
import { tidy } from "../pipeline/layout/tidy";

/** A slide, and what a page of a document is about as wide as. */
const slide: Room = { width: 1600, height: 900 };

/** From here on elk takes seconds; without branches and loops columns do. */
const many = 150;

/** A definition that nobody has laid out, its steps where tidy puts them. */
export async function tidied(source: ExportSource, room: Room = slide): Promise<ExportSource> {
  const graph = deriveGraph(source.definition);
  if (graph.steps.length > many && graph.steps.every(({ parent }) => parent === null)) return source;
  const places = await tidy(graph, shapesIn(source, source.models), allLines(graph), source.groups, room, runElk);
  return { ...source, ...places };
}

const runElk: RunElk = async (graph) => {
  const { default: Elk } = await import("elkjs/lib/main.js");
  return new Elk().layout(graph as LaidOut);
};
