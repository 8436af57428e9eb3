/**
 * Names, types and texts of a definition are data: one that every JavaScript object answers to (`constructor`) is told apart from one
 * that none does (`constructed`) by nothing in the product.
 */
import { describe, expect, it } from "vitest";
import { linesOf } from "../../pipeline/card/lines";
import { portsOf } from "../../pipeline/card/ports";
import { compareDefinitions } from "../../pipeline/compare/compareDefinitions";
import { createDocument, type PipelineDocument } from "../../pipeline/definition/document";
import { type Path, printPath } from "../../pipeline/definition/path";
import { get, isObject, keys, type ObjectValue, renameKey, setIn, walk } from "../../pipeline/definition/value";
import { moveSteps } from "../../pipeline/edits/moveSteps";
import { pinPort } from "../../pipeline/edits/pins";
import { removeSteps } from "../../pipeline/edits/removeSteps";
import { renameStep } from "../../pipeline/edits/renameStep";
import { setSample } from "../../pipeline/edits/samples";
import { deriveGraph } from "../../pipeline/graph/deriveGraph";
import { reportedProblem } from "../../pipeline/problems";
import { checkDefinition } from "../../pipeline/reading";
import { simulate } from "../../pipeline/simulate/engine/simulate";
import { simulationParameters } from "../../pipeline/simulate/values/givenParameters";
import { stepTypeOf } from "../../pipeline/steps";
import { outputsOf } from "../../pipeline/steps/outputs";
import { sampleContext } from "../../pipeline/steps/runs/values/names";
import { corpusText } from "../../testing/fixtures";
import { isFull } from "../../testing/fullTier";
import { definitionOf, documentOf, loadAllModels } from "../../testing/load";
import { arrangeRequest, noKeptGroups } from "../form/arrange";
import { outlineRows } from "./outline";

const models = await loadAllModels();

/** Every object answers to the first, none to the second; both are as long. */
const pairs = [
  ["constructor", "constructed"],
  ["__proto__", "__prote__"],
] as const;

/** The same, of more that an object answers to; a step is called by each. */
const stepNames = [
  ...pairs,
  ["toString", "toStrinh"],
  ["valueOf", "valueOg"],
  ["hasOwnProperty", "hasOwnPropertz"],
  ["isPrototypeOf", "isPrototypeOg"],
] as const;

/** What is computed of a definition, in all rooms that its names go through, as text. */
function computed(document: PipelineDocument, before: ObjectValue): string {
  const { definition, samples } = document;
  const graph = deriveGraph(definition);
  const { values } = simulationParameters(definition, new Map());
  const { steps } = simulate(definition, { parameters: values, context: sampleContext("pipeline"), samples });
  const all = {
    edges: graph.edges,
    lines: graph.edges.flatMap((edge) => linesOf(edge, graph)),
    outline: outlineRows(graph, new Set()),
    problems: checkDefinition(definition, models, { name: "pipeline", samples }).map((problem) => [
      reportedProblem(problem),
      problem.fixes?.map(({ label }) => label),
    ]),
    steps: graph.steps.map(({ key, step, type }) => {
      const source = { stepType: stepTypeOf(type), model: models.get(type) ?? null };
      const { sections, rest } = arrangeRequest(source, get(step, "Arguments"), noKeptGroups);
      const form = [...sections.flatMap(({ fields }) => fields), ...rest].map(({ label }) => label);
      return [portsOf(document, models, key), outputsOf(step, source.model, source.stepType, models), form];
    }),
    simulation: steps.map(({ key, status, why, outputs }) => [key, status, why, [...outputs.keys()]]),
    changes: compareDefinitions(before, definition),
    kept: [document.layout, document.pins, samples],
  };
  return JSON.stringify(all, (_, value) => (value instanceof Map || value instanceof Set ? [...value] : value));
}

/** A definition with a text or a key of it put in another's place. */
type Change = (name: string) => ObjectValue;

/** One for each role that a text or key has: of a list, the first element of each kind has the roles of all. */
function changesOf(definition: ObjectValue): ReadonlyMap<string, Change> {
  const changes = new Map<string, Change>();
  const add = (path: Path, role: string, change: Change) => {
    const key = `${printPath(path).replace(/\[\d+\]/g, "[]")} ${role}`;
    if (!changes.has(key)) changes.set(key, change);
  };
  const put = (path: Path, value: ObjectValue | string) => setIn(definition, path, value) as ObjectValue;
  walk(definition, (value, path) => {
    if (typeof value === "string") add(path, "", (name) => put(path, name));
    if (!isObject(value)) return;
    for (const key of keys(value)) add(path, key, (name) => put(path, renameKey(value, key, name)));
  });
  return changes;
}

describe.each(["run-on-failure-and-cleanup", "for-each-list", "retries-and-caching", "tuning-best"])(
  "anywhere in %s",
  (definitionName) => {
    const definition = definitionOf(corpusText(definitionName));
    it.each(pairs)("%s is told from %s by nothing", (name, plain) => {
      const changes = [...changesOf(definition)];
      // Each place meets one of the two pairs, in the full tier both.
      const asked = changes.filter((_, index) => isFull || index % pairs.length === Number(name === pairs[0][0]));
      for (const [where, change] of asked) {
        const [one, other] = [name, plain].map((text) =>
          computed(createDocument("d", "pipeline", change(text)), definition).replaceAll(name, plain),
        );
        if (one !== other) expect(one, where).toBe(other);
      }
    });
  },
);

describe("a step", () => {
  const document = documentOf([
    { Name: "A", Type: "Lambda", FunctionArn: "f", OutputParameters: [{ OutputName: "x", OutputType: "String" }] },
    { Name: "B", Type: "Lambda", FunctionArn: "f", Arguments: { x: { Get: "Steps.A.OutputParameters['x']" } } },
  ]);

  it.each(stepNames)("named %s is placed, pinned, simulated and taken away as one named %s", (name, plain) => {
    const [one, other] = [name, plain].map((text) => {
      const edits = [
        renameStep("A", text),
        moveSteps(new Map([[text, { x: 1, y: 2 }]])),
        pinPort(text, "outputs", "OutputParameters['x']", true),
        setSample(text, ["OutputParameters", "x"], "a sample of mine"),
      ];
      const edited = edits.reduce((before, edit) => edit(before), document);
      const without = removeSteps([text])(edited);
      expect([without.layout.size, without.pins.size, without.samples.size]).toEqual([0, 0, 0]);
      return computed(edited, document.definition).replaceAll(name, plain);
    });
    expect(one).toBe(other);
  });

  it.each(stepNames)("named %s has no place, pins or samples that nobody gave it, like one named %s", (name, plain) => {
    const [one, other] = [name, plain].map((text) =>
      computed(renameStep("A", text)(document), document.definition).replaceAll(name, plain),
    );
    expect(one).toBe(other);
  });
});
