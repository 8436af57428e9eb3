import type { ApiModels } from "../../../pipeline/api/model";
import type { PipelineDocument } from "../../../pipeline/definition/document";
import {
  iterationChoices,
  listPipelineSources,
  listSources,
  type SourceChoice,
  type WireTarget,
} from "../../../pipeline/wiring";

/** What a document knows of a field: for judging what is put into it. */
export interface Place {
  readonly document: PipelineDocument;
  readonly models: ApiModels;
  /** Null for a text of the pipeline itself, which belongs to no step: parameters and execution variables fit there. */
  readonly target: WireTarget | null;
}

/** All that a field is offered, what does not fit too; out of a loop's body each iteration that can be meant is a choice of its own. */
export function offeredSources({ document, models, target }: Place): readonly SourceChoice[] {
  if (target === null) return listPipelineSources(document, models);
  return listSources(document, models, target).flatMap((choice) => {
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

/** Everything that fits into the field. */
export function fittingSources(place: Place): readonly SourceChoice[] {
  return offeredSources(place).filter(({ verdict }) => verdict.ok);
}
