import type { PipelineDocument } from "../../../pipeline/definition/document";
import type { ApiModels } from "../../../pipeline/schema/model";
import { iterationChoices } from "../../../pipeline/wiring/judge";
import { hasManySources, listPipelineSources, listSources, type SourceChoice } from "../../../pipeline/wiring/sources";
import type { WireTarget } from "../../../pipeline/wiring/wire";

/** What a document knows of a field: for judging what is put into it. */
export interface Place {
  readonly document: PipelineDocument;
  readonly models: ApiModels;
  /** Null for a text of the pipeline itself, which belongs to no step: parameters and execution variables fit there. */
  readonly target: WireTarget | null;
}

/** All that a field is offered, what does not fit too; out of a loop's body each iteration that can be meant is a choice of its own. */
function offeredSources({ document, models, target }: Place, query?: string): readonly SourceChoice[] {
  if (target === null) return listPipelineSources(document, models);
  return listSources(document, models, target, query).flatMap((choice) => {
    if (!choice.verdict.ok || choice.verdict.how !== "iteration") return [choice];
    const verdict = { ...choice.verdict, how: "get" } as const;
    return iterationChoices(document, choice.source, target).map(({ label, source }) => ({
      ...choice,
      source,
      verdict,
      label: `${choice.label}, ${label.toLowerCase()}`,
    }));
  });
}

/** Finds sources for a field by what is looked for: in a list made once, or in a large pipeline by asking for each query. */
export type Finder = (query: string) => readonly SourceChoice[];

/** Everything that a field is offered, what does not fit too. */
export function sourceFinder(place: Place): Finder {
  if (hasManySources(place.document, place.models)) return (query) => offeredSources(place, query);
  const all = offeredSources(place);
  return () => all;
}

/** Everything that fits into the field. */
export function fittingFinder(place: Place): Finder {
  const find = sourceFinder(place);
  return (query) => find(query).filter(({ verdict }) => verdict.ok);
}
