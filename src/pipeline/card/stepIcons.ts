/// <reference types="vite/types/importMeta.d.ts" />
/** The pictures in `icons/`: strokes on a grid of 24 × 24, found by the name of their file, which is `StepType.icon`. */
const pictures = import.meta.glob<string>("./icons/*.svg", { query: "?raw", import: "default", eager: true });

/** Of a picture only the strokes are taken: the page draws them in its own colours, and never as mark-up. */
export const stepIcons: ReadonlyMap<string, string> = new Map(
  Object.entries(pictures).map(([file, svg]) => [nameOf(file), strokesOf(svg)]),
);

/** The strokes of an icon, as the `d` of a path. */
export function stepIcon(name: string): string {
  return stepIcons.get(name) ?? stepIcons.get("unknown") ?? "";
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1, -".svg".length);
}

function strokesOf(svg: string): string {
  return Array.from(svg.matchAll(/ d="([^"]*)"/g), ([, strokes]) => strokes).join("");
}
