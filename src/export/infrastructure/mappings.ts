import { snake } from "./names";

/** A literal of the definition that becomes a parameter of what deploys it. */
export interface Mapping {
  readonly literal: string;
  /** As the user calls it: `DataBucket`. */
  readonly name: string;
}

/** Of a list such as `acme-ml=Bucket`: what each line maps; a line that maps nothing is left out, and said by `wrongMappings`. */
export function mappingsIn(given: unknown): readonly Mapping[] {
  const names = new Set<string>();
  return linesOf(given).flatMap((line) => {
    const mapping = mappingOf(line);
    // As Terraform writes it: there two names are one.
    const name = mapping === null ? "" : snake(mapping.name);
    if (mapping === null || names.has(name)) return [];
    names.add(name);
    return [mapping];
  });
}

/** What is wrong with the lines, each in a sentence; `text` is the definition's JSON. */
export function wrongMappings(given: unknown, text: string): readonly string[] {
  const kept = mappingsIn(given);
  return linesOf(given).flatMap((line) => {
    const mapping = mappingOf(line);
    if (mapping === null)
      return [
        `"${line}" maps nothing: write TEXT=Name, such as acme-ml=Bucket. The name has letters and digits, and is none that the form uses itself.`,
      ];
    if (!kept.some(({ literal, name }) => literal === mapping.literal && name === mapping.name))
      return [`Two texts are mapped to ${mapping.name}: give each a name of its own.`];
    const inText = JSON.stringify(mapping.literal).slice(1, -1);
    return text.includes(inText)
      ? []
      : [`"${mapping.literal}" stands nowhere in the definition: nothing is filled in for ${mapping.name}.`];
  });
}

export function linesOf(given: unknown): readonly string[] {
  return Array.isArray(given) ? given.filter((line) => typeof line === "string" && line.trim() !== "") : [];
}

function mappingOf(line: string): Mapping | null {
  const [, literal = "", name = ""] = /^(.+)=\s*([A-Za-z][A-Za-z0-9]*)\s*$/.exec(line) ?? [];
  return literal === "" || taken.has(name.toLowerCase()) ? null : { literal, name };
}

/** What the forms themselves call their parameters and resources, told without regard to case: Terraform writes all small. */
const taken = new Set(
  "pipeline pipelinename pipelinerolearn pipelinerole pipelinepolicy maxparallelsteps schedulerolearn schedule".split(
    " ",
  ),
);
