import { describe, expect, it } from "vitest";
import { corpus } from "../../testing/corpus";
import { definitionOf, loadAllModels } from "../../testing/load";
import { createDocument, type PipelineDocument } from "../definition/document";
import { listParameters } from "../definition/parameters";
import { serialise } from "../definition/serialise";
import type { Recipe } from "../edits/edit";
import { removeParameter } from "../edits/parameters";
import { removeSteps } from "../edits/removeSteps";
import { renameStep } from "../edits/renameStep";
import { listSteps } from "../graph/stepTree";
import { checkDefinition, reportedProblem } from ".";

const models = await loadAllModels();

function said(document: PipelineDocument): readonly unknown[] {
  return checkDefinition(document.definition, models, { name: document.name }).map((problem) => ({
    ...reportedProblem(problem),
    fixes: problem.fixes?.map(({ label }) => label),
  }));
}

/** The same definition, read anew: nothing is remembered of it. */
function anew(document: PipelineDocument): PipelineDocument {
  return createDocument(document.id, document.name, definitionOf(serialise(document.definition)));
}

function editsOf({ definition }: PipelineDocument): readonly Recipe[] {
  const [first, second] = listSteps(definition);
  const [parameter] = listParameters(definition);
  return [
    ...(second === undefined ? [] : [renameStep(second.key, "Renamed")]),
    ...(parameter === undefined ? [] : [removeParameter(parameter.name)]),
    ...(first === undefined ? [] : [removeSteps([first.key])]),
  ];
}

const definitions = corpus();
describe.skipIf(definitions.length === 0)("after each edit, the problems are those of the definition read anew", () => {
  it.each(definitions.map(({ name, text }) => [name, text] as const))("%s", (_, text) => {
    const opened = createDocument("d", "pipeline", definitionOf(text));
    let document = opened;
    said(document);
    for (const edit of editsOf(opened)) {
      document = edit(document);
      expect(said(document)).toEqual(said(anew(document)));
    }
    expect(said(opened)).toEqual(said(anew(opened)));
  });
});
