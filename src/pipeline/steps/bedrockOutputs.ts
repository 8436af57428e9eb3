import type { OwnOutput } from "./stepType";

/** Bedrock's responses in PascalCase, flat (bedrock_steps.py:47-108): texts, unless a kind follows the name as in `ModelUnits:integer`. */
export function flatOutputs(names: string): readonly OwnOutput[] {
  return names.split(" ").map((name) => {
    const [path = name, kind] = name.split(":");
    return { path, kind: kind === "integer" || kind === "structure" ? kind : "string" };
  });
}
