import { serialise } from "../pipeline/definition/serialise";
import type { ExportSource, ExportWriter } from "./form";

/** The definition itself, as it was. */
export const json = {
  write: ({ definition }: Pick<ExportSource, "definition">) => `${serialise(definition, 2)}\n`,
  losses: () => [],
} satisfies ExportWriter;
