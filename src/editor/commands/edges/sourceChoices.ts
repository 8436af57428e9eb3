import type { PipelineDocument } from "../../../pipeline/definition/document";
import type { ApiModels } from "../../../pipeline/schema/model";
import { iterationChoices } from "../../../pipeline/wiring/judge";
import { listPipelineSources, listSources, type SourceChoice } from "../../../pipeline/wiring/sources";
import { printSource } from "../../../pipeline/wiring/sourceText";
import type { WireTarget } from "../../../pipeline/wiring/wire";
import type { Choice, Choices } from "../../session/question";

/** What a document knows of a field: for judging what is put into it. */
export interface FieldContext {
  readonly document: PipelineDocument;
  readonly models: ApiModels;
  /** Null for a text of the pipeline itself, which belongs to no step: parameters and execution variables fit there. */
  readonly target: WireTarget | null;
}

interface How {
  /** The outputs of one step, and its item, alone: those that do not fit too. */
  readonly among?: string;
  /** Out of a loop's body each iteration that can be meant is a choice of its own: nothing is asked afterwards. */
  readonly iterations?: true;
}

const mostShown = 80;

/** What a field could read, the group of the best match first. A choice's id is its source, as `parseSource` reads it. */
export function sourceChoices({ document, models, target }: FieldContext, { among, iterations }: How = {}): Choices {
  return (query, withUnfit = among !== undefined) => {
    const found =
      target === null
        ? listPipelineSources(document, models, query)
        : listSources(document, models, target, query, among);
    const all =
      iterations === true && target !== null
        ? found.flatMap((choice) => eachIteration(document, choice, target))
        : found;
    const listed = withUnfit ? all : all.filter(({ verdict }) => verdict.ok);
    return {
      shown: grouped(listed.slice(0, mostShown).map(choiceOf)),
      more: Math.max(0, listed.length - mostShown),
      unfit: among === undefined ? all.filter(({ verdict }) => !verdict.ok).length : 0,
    };
  };
}

function eachIteration(document: PipelineDocument, choice: SourceChoice, target: WireTarget): readonly SourceChoice[] {
  if (!choice.verdict.ok || choice.verdict.how !== "iteration") return [choice];
  const verdict = { ...choice.verdict, how: "get" } as const;
  return iterationChoices(document, choice.source, target).map(({ label, source }) => ({
    ...choice,
    source,
    verdict,
    label: `${choice.label}, ${label.toLowerCase()}`,
  }));
}

function choiceOf(choice: SourceChoice): Choice {
  const { source, hint, kindLabel, match, verdict } = choice;
  return {
    id: printSource(source),
    label: labelOf(choice),
    group: groupOf(choice),
    lead: hint,
    kind: kindLabel,
    note: match ?? (verdict.ok && verdict.conversion ? "is made text" : null),
    refused: verdict.ok ? null : verdict.reason,
  };
}

/** Short where it is plain, the whole path where AWS's structure says what it is. */
function labelOf({ source, label }: SourceChoice): string {
  const isPlain =
    source.kind !== "output" || label.includes(",") || /^OutputParameters\['[^']*'\]$/.test(source.output);
  return isPlain ? label : source.output;
}

function groupOf({ source, hint }: SourceChoice): string {
  return source.kind === "parameter" ? "Parameters" : source.kind === "execution" ? "Execution" : hint;
}

/** Those of one group together, the groups as they come. */
function grouped(choices: readonly Choice[]): readonly Choice[] {
  const groups = [...new Set(choices.map(({ group }) => group))];
  return groups.flatMap((wanted) => choices.filter(({ group }) => group === wanted));
}
