import { describe, expect, it } from "vitest";
import { corpus } from "../../testing/fixtures";
import { definitionOf, loadAllModels } from "../../testing/load";
import fc from "../../testing/properties";
import { createDocument, type PipelineDocument } from "../definition/document";
import { listParameters } from "../definition/parameters";
import type { Path } from "../definition/path";
import { serialise } from "../definition/serialise";
import { isList, setIn, type Value, walk } from "../definition/value";
import { type Recipe, withDefinition } from "../edits/edit";
import { removeParameter } from "../edits/parameters";
import { removeSteps } from "../edits/removeSteps";
import { renameStep } from "../edits/renameStep";
import { listSteps } from "../graph/stepTree";
import { type Reading, read } from "../reading";
import { reportedProblem } from ".";

const models = await loadAllModels();

function said({ problems }: Reading): readonly unknown[] {
  return problems.map((problem) => ({
    ...reportedProblem(problem),
    fixes: problem.fixes?.map(({ label }) => label),
  }));
}

/** What is said of the same definition, read anew: nothing is remembered of it. */
function saidAnew({ id, name, definition }: PipelineDocument): readonly unknown[] {
  return said(read(createDocument(id, name, definitionOf(serialise(definition))), models));
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
describe("after each edit, the problems are those of the definition read anew", () => {
  it.each(definitions.map(({ name, text }) => [name, text] as const))("%s", (_, text) => {
    const opened = createDocument("d", "pipeline", definitionOf(text));
    let document = opened;
    let reading = read(document, models);
    for (const edit of editsOf(opened)) {
      document = edit(document);
      reading = read(document, models, reading);
      expect(said(reading)).toEqual(saidAnew(document));
    }
    expect(said(read(opened, models, reading))).toEqual(saidAnew(opened));
  });
});

/** A value somewhere in a step put in the place of another, or taken away: what people do while they type. */
const strokes = fc.record({
  step: fc.nat(),
  leaf: fc.nat(),
  value: fc.oneof(
    fc.constantFrom<Value>(null, "", "s3://bucket/data", "s3://my-bucket/churn/train.csv", ["Any"], {}, 7, true),
    fc.constantFrom<Value>({ Get: "Parameters.Unknown" }, { Get: "Execution.PipelineName" }),
    fc.record({ other: fc.nat(), output: fc.constantFrom("ModelName", "OutputParameters['path']", "Arn") }),
  ),
});
type Stroke = typeof strokes extends fc.Arbitrary<infer T> ? T : never;

function typed(document: PipelineDocument, { step, leaf, value }: Stroke): PipelineDocument {
  const steps = listSteps(document.definition);
  const entry = steps[step % Math.max(steps.length, 1)];
  if (entry === undefined) return document;
  const leaves: Path[] = [];
  walk(entry.step, (inner, at) => {
    if (at.length > 0 && (typeof inner !== "object" || inner === null || isList(inner))) leaves.push([...at]);
  });
  const path = leaves[leaf % Math.max(leaves.length, 1)];
  if (path === undefined) return document;
  const other = isStep(value) ? steps[value.other % steps.length]?.name : undefined;
  const put = isStep(value) ? { Get: `Steps.${other}.${value.output}` } : value;
  return withDefinition(document, setIn(document.definition, [...entry.path, ...path], put));
}

function isStep(value: Stroke["value"]): value is { other: number; output: string } {
  return typeof value === "object" && value !== null && "other" in value;
}

describe("after a series of edits, nothing that was remembered is out of date", () => {
  it.each(definitions.filter(({ text }) => text.length < 100_000).map(({ name, text }) => [name, text] as const))(
    "%s",
    (_, text) => {
      const series = fc.array(strokes, { minLength: 1, maxLength: 12 });
      fc.assert(
        fc.property(series, (edits) => {
          const documents = [createDocument("d", "pipeline", definitionOf(text))];
          for (const edit of edits) documents.push(typed(documents.at(-1) as PipelineDocument, edit));
          // Forth, and back again as undo does.
          const shown = [...documents, ...documents.toReversed()];
          let reading: Reading | undefined;
          const remembered = shown.map((document) => {
            reading = read(document, models, reading);
            return said(reading);
          });
          expect(remembered).toEqual(shown.map(saidAnew));
        }),
        { numRuns: 12 },
      );
    },
  );
});
