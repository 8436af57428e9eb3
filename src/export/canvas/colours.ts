/** The colours of a picture, those of the page (`ui/kit/tokens.ts`, `ui/canvas/painting/ink.ts`). */
export interface Colours {
  /** What it stands on; null for nothing. */
  readonly ground: string | null;
  /** What lies behind a lane's title, where the ground is not seen through. */
  readonly behind: string;
  readonly card: string;
  readonly border: string;
  readonly box: string;
  readonly divider: string;
  readonly quiet: string;
  readonly heading: string;
  readonly text: string;
  readonly secondary: string;
  readonly accent: string;
  readonly free: string;
  readonly line: string;
  readonly true: string;
  readonly false: string;
  readonly label: string;
}

const light: Colours = {
  ground: "#f4f5f9",
  behind: "#f4f5f9",
  card: "#ffffff",
  border: "#c3c8d2",
  box: "#b9c4d8",
  divider: "#ebebf0",
  quiet: "#f6f6f9",
  heading: "#0f141a",
  text: "#0f141a",
  secondary: "#424650",
  accent: "#006ce0",
  free: "#b4bac6",
  line: "#7d8494",
  true: "#00802f",
  false: "#db0000",
  label: "#dde1e8",
};

const dark: Colours = {
  ground: "#0f141a",
  behind: "#0f141a",
  card: "#161d26",
  border: "#424b58",
  box: "#3b4a63",
  divider: "#232b37",
  quiet: "#1b232d",
  heading: "#ebebf0",
  text: "#c6c6cd",
  secondary: "#c6c6cd",
  accent: "#42b4ff",
  free: "#656f7f",
  line: "#8c95a6",
  true: "#2bb534",
  false: "#ff7a7a",
  label: "#424b58",
};

export function coloursOf(ground: unknown): Colours {
  if (ground === "dark") return dark;
  return ground === "transparent" ? { ...light, ground: null, behind: "#ffffff" } : light;
}

/** For a page: each as the reader's look has it. */
export const bothColours = Object.fromEntries(
  Object.entries(light).map(([name, colour]) => [name, `light-dark(${colour},${dark[name as keyof Colours]})`]),
) as unknown as Colours;
