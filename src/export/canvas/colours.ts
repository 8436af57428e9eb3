import { noteColours } from "../../pipeline/card/noteColours";
import type { Colour } from "../../pipeline/definition/document";

/** The colours of the page (`ui/kit/tokens.ts`, `ui/canvas/painting/ink.ts`), for the light and for the dark. */
const pairs = {
  /** What a picture stands on. */
  ground: ["#f4f5f9", "#0f141a"],
  /** What lies behind a lane's title, where the ground is not seen through. */
  behind: ["#f4f5f9", "#0f141a"],
  card: ["#ffffff", "#161d26"],
  border: ["#c3c8d2", "#424b58"],
  box: ["#b9c4d8", "#3b4a63"],
  divider: ["#ebebf0", "#232b37"],
  quiet: ["#f6f6f9", "#1b232d"],
  heading: ["#0f141a", "#ebebf0"],
  text: ["#0f141a", "#c6c6cd"],
  secondary: ["#424650", "#c6c6cd"],
  accent: ["#006ce0", "#42b4ff"],
  free: ["#b4bac6", "#656f7f"],
  line: ["#7d8494", "#8c95a6"],
  true: ["#00802f", "#2bb534"],
  false: ["#db0000", "#ff7a7a"],
  label: ["#dde1e8", "#424b58"],
  /** Of what is new, gone, changed, and only elsewhere or called otherwise, where two versions are shown. */
  added: ["#00802f", "#2bb534"],
  removed: ["#db0000", "#ff7a7a"],
  changed: ["#855900", "#fbd332"],
  moved: ["#006ce0", "#42b4ff"],
} as const;

type Pair = readonly [light: string, dark: string];
type Named<Name extends string> = Readonly<Record<Name, string>>;

export interface Colours extends Named<Exclude<keyof typeof pairs, "ground">> {
  /** Null for nothing. */
  readonly ground: string | null;
  readonly notes: Named<Colour>;
}

/** For a page: each as the reader's look has it. */
export const bothColours = coloursBy(([light, dark]) => `light-dark(${light},${dark})`);

export function coloursOf(ground: unknown): Colours {
  if (ground === "dark") return coloursBy(([, dark]) => dark);
  const light = coloursBy(([light]) => light);
  return ground === "transparent" ? { ...light, ground: null, behind: "#ffffff" } : light;
}

function coloursBy(choose: (pair: Pair) => string): Colours {
  return { ...chosen(pairs, choose), notes: chosen(noteColours, choose) };
}

function chosen<Name extends string>(of: Readonly<Record<Name, Pair>>, choose: (pair: Pair) => string): Named<Name> {
  const list = Object.entries<Pair>(of).map(([name, pair]) => [name, choose(pair)]);
  return Object.fromEntries(list) as Named<Name>;
}
