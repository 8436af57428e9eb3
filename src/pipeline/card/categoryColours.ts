import type { Category } from "../schema/stepType";

/** The colours of step types, in the light and in the dark the same: white strokes stand on each at a contrast of 4.5 or more. */
export const categoryColours: Readonly<Record<Category, string>> = {
  "Data processing": "#1d7a8c",
  Training: "#5f4bd8",
  "Models and endpoints": "#0a6fd0",
  Logic: "#646b75",
  Integrations: "#c2560c",
  Monitoring: "#b0267a",
  Other: "#57606d",
};
