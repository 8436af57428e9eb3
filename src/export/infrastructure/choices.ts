import { serialise } from "../../pipeline/definition/serialise";
import type { ObjectValue } from "../../pipeline/definition/value";
import { type Mapping, mappingsIn, wrongMappings } from "./mappings";
import { type Part, partsOf } from "./parts";
import { type Tag, tagsIn, wrongTags } from "./tags";

/** What is asked of each form that deploys a pipeline. */
export interface Asked {
  readonly name: string;
  readonly parts: readonly Part[];
  /** Those that stand somewhere in the definition. */
  readonly mappings: readonly Mapping[];
  readonly tags: readonly Tag[];
}

interface Source {
  readonly name: string;
  readonly definition: ObjectValue;
}
interface Given {
  readonly options: Readonly<Record<string, unknown>>;
}

export function askedOf({ name, definition }: Source, { options }: Given): Asked {
  const parts = partsOf(definition, mappingsIn(options.map));
  const mappings = mappingsIn(options.map).filter((mapping) =>
    parts.some((part) => typeof part !== "string" && part.name === mapping.name),
  );
  return { name, parts, mappings, tags: tagsIn(options.tag) };
}

/** What of the choices comes to nothing, each in a sentence. */
export function lossesOf({ definition }: Source, { options }: Given): readonly string[] {
  const text = serialise(definition);
  const tooLong =
    text.length > longest
      ? [`SageMaker takes definitions of at most ${longest} characters; this has ${text.length}.`]
      : [];
  return [...wrongMappings(options.map, text), ...wrongTags(options.tag), ...tooLong];
}

/** API PipelineDefinition. */
const longest = 1_048_576;
