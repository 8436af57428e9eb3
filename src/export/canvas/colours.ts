/** The colours of a picture, in their contrast those of the page. */
export interface Colours {
  readonly ground: string | null;
  readonly card: string;
  readonly border: string;
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly lane: string;
  readonly label: string;
}

const light: Colours = {
  ground: "#f6f6f9",
  card: "#ffffff",
  border: "#b4b4bb",
  text: "#0f141a",
  quiet: "#5f6b7a",
  line: "#656871",
  lane: "#e9ebed",
  label: "#ffffff",
};

const dark: Colours = {
  ground: "#0f141a",
  card: "#1b232d",
  border: "#5f6b7a",
  text: "#f3f3f7",
  quiet: "#b4b4bb",
  line: "#a4a4ad",
  lane: "#232b37",
  label: "#1b232d",
};

export function coloursOf(ground: unknown): Colours {
  if (ground === "dark") return dark;
  return ground === "transparent" ? { ...light, ground: null } : light;
}
