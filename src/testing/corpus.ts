import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Real definitions that lie beside the project, where they are present; the graph beside each is the SDK's own. */
const folder = join(import.meta.dirname, "../../../shared/corpus");

export interface CorpusDefinition {
  readonly name: string;
  readonly text: string;
  readonly graph: {
    readonly steps: readonly { readonly name: string; readonly type: string }[];
    readonly edges: readonly (readonly [from: string, to: string])[];
    readonly besideArguments?: readonly (readonly [from: string, to: string])[];
  };
}

/** Every definition of the corpus; empty where there is none. */
export function corpus(): readonly CorpusDefinition[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json") && !file.endsWith(".graph.json"))
    .sort()
    .map((file) => {
      const name = file.replace(/\.json$/, "");
      return {
        name,
        text: readFileSync(join(folder, file), "utf8"),
        graph: JSON.parse(readFileSync(join(folder, `${name}.graph.json`), "utf8")),
      };
    });
}
