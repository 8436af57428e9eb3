import { readFileSync } from "node:fs";

interface Definition {
  readonly Steps: readonly Readonly<Record<string, unknown>>[];
}

/** The definition that the reference scenario must produce, value for value: data of its own, not what the product ships. */
export const referenceDefinition: Definition = JSON.parse(
  readFileSync(new URL("../expected/reference-scenario.json", import.meta.url), "utf8"),
);
