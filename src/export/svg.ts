import { coloursOf } from "./canvas/colours";
import { drawingOf } from "./canvas/scene";
import { svgOf } from "./canvas/svgOf";
import type { Choices, ExportSource, ExportWriter } from "./form";

/** The canvas as it stands, without a browser. */
export const svg = {
  write: (source: ExportSource, { options }: Choices) =>
    svgOf(drawingOf(source, source.models), source.name, coloursOf(options.ground)),
  losses: () => ["Steps and what joins them come along; parameters and the values of fields do not."],
} satisfies ExportWriter;
