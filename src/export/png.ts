import { coloursOf } from "./canvas/colours";
import { drawingOf } from "./canvas/scene";
import { frameOf, svgOf } from "./canvas/svgOf";
import type { Choices, ExportSource, ExportWriter, Paint } from "./form";

/** As many as every browser takes. */
const mostDots = 16_000_000;
const usualDots = 2;

/** The canvas as it stands, in dots: two for one of the screen, fewer where the picture would be larger than a browser takes. */
export const png = {
  write: (source: ExportSource, { options }: Choices, paint: Paint) => {
    const drawing = drawingOf(source, source.models);
    return paint(svgOf(drawing, source.name, coloursOf(options.ground), true), dotsFor(frameOf(drawing)));
  },
  losses: () => ["Steps and what joins them come along; parameters and the values of fields do not."],
} satisfies ExportWriter;

export function dotsFor({ width, height }: { readonly width: number; readonly height: number }): number {
  return Math.min(usualDots, Math.sqrt(mostDots / (width * height)));
}
