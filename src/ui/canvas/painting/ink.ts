/** The page's own colours and faces, as a canvas takes them: resolved by the page, for the look that it has now. */
import { categoryColours } from "../../../pipeline/card/categoryColours";
import type { Category } from "../../../pipeline/schema/stepType";

const mixed = (colour: string, share: number, ground: string) =>
  `color-mix(in srgb, var(--sw-${colour}) ${share}%, ${ground})`;
const ground = "var(--sw-canvas-background)";

/** As in the style sheets of the cards, lanes and wires. */
const colours = {
  ground,
  card: "var(--sw-card-background)",
  border: "light-dark(#c3c8d2, #424b58)",
  box: mixed("accent", 7, ground),
  boxBorder: "light-dark(#b9c4d8, #3b4a63)",
  shadow: "light-dark(rgb(15 20 26 / 2.4%), rgb(0 0 0 / 10%))",
  divider: "var(--sw-border-quiet)",
  quiet: "var(--sw-quiet-background)",
  heading: "var(--sw-heading)",
  text: "var(--sw-text)",
  secondary: "var(--sw-text-secondary)",
  accent: "var(--sw-accent)",
  accentQuiet: mixed("accent", 13, "transparent"),
  error: "var(--sw-error)",
  errorQuiet: "var(--sw-error-background)",
  errorRing: mixed("error", 35, "transparent"),
  warning: "var(--sw-warning)",
  warningQuiet: "var(--sw-warning-background)",
  info: "var(--sw-info)",
  infoQuiet: "var(--sw-info-background)",
  success: "var(--sw-success)",
  successQuiet: "var(--sw-success-background)",
  edge: "var(--sw-edge)",
  edgeStill: mixed("edge", 45, ground),
  edgeSelected: "var(--sw-edge-selected)",
  edgeTrue: "var(--sw-edge-true)",
  edgeFalse: "var(--sw-edge-false)",
  laneTrue: mixed("edge-true", 9, "transparent"),
  laneFalse: mixed("edge-false", 9, "transparent"),
  found: "light-dark(#a65d00, #ffc95c)",
  foundQuiet: "light-dark(rgb(255 179 0 / 35%), rgb(255 201 92 / 30%))",
  portFree: "light-dark(#b4bac6, #656f7f)",
  labelBorder: "light-dark(#dde1e8, #424b58)",
} as const;

export type Ink = Readonly<Record<keyof typeof colours, string>> & {
  readonly family: string;
  readonly category: (category: Category) => string;
};

/** Reads them where an element stands, which must be in the page. */
export function readInk(at: HTMLElement): Ink {
  const probe = document.createElement("span");
  probe.hidden = true;
  at.append(probe);
  const resolve = (colour: string) => {
    probe.style.color = colour;
    return getComputedStyle(probe).color;
  };
  const resolved = Object.fromEntries(Object.entries(colours).map(([name, colour]) => [name, resolve(colour)]));
  const family = getComputedStyle(probe).fontFamily;
  probe.remove();
  return {
    ...(resolved as Record<keyof typeof colours, string>),
    family,
    category: (category) => categoryColours[category],
  };
}
