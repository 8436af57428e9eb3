/// <reference path="../viewer/built.d.ts" />
import { deriveGraph } from "../pipeline/graph/deriveGraph";
import { read } from "../pipeline/reading";
import { loadModels } from "../pipeline/schema/load";
import * as built from "../viewer/main.ts?built";
import { bothColours } from "./canvas/colours";
import { drawingOf } from "./canvas/scene";
import { svgOf } from "./canvas/svgOf";
import type { ExportSource, ExportWriter } from "./form";
import { pageOf } from "./viewer/page";
import { toldOf } from "./viewer/told";

/** The pipeline to be looked at: one file without a request, in which steps are selected and read. */
export const html = {
  async write(source: ExportSource): Promise<string> {
    const { name, definition, samples } = source;
    const models = await loadModels(deriveGraph(definition).steps.map(({ type }) => type));
    const picture = svgOf(drawingOf(source, models), name, bothColours);
    return pageOf(name, picture, toldOf(definition, read({ definition, name, samples }, models)), built);
  },
  losses: () => ["It is to be read: the definition is not opened again from it. Send the JSON file along for that."],
} satisfies ExportWriter;
