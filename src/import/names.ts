import { pipelineNameFrom } from "../pipeline/definition/pipelineName";
import type { FoundDefinition } from "./found";

/** What the definitions of a file go by where one of them is chosen: each another name, in their order. */
export function namesOf(found: readonly FoundDefinition[]): readonly string[] {
  const taken = new Map<string, number>();
  return found.map(({ name, taken: from, file }) => {
    const own = name ?? file ?? from?.what ?? "pipeline";
    const count = (taken.get(own) ?? 0) + 1;
    taken.set(own, count);
    return count === 1 ? own : `${own}#${count}`;
  });
}

/** The name that a pipeline opens under: its own, else one made of the file's. */
export function nameToOpen({ name, file }: FoundDefinition, fileName: string): string {
  return pipelineNameFrom(name ?? file?.split("/").at(-1) ?? fileName);
}
