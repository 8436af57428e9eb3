import { categoryColours } from "../../pipeline/card/categoryColours";
import { linesOf } from "../../pipeline/card/lines";
import { listParameters } from "../../pipeline/definition/parameters";
import { type Path, printPath } from "../../pipeline/definition/path";
import { serialise } from "../../pipeline/definition/serialise";
import { entries, isList, isObject, type ObjectValue, type Value } from "../../pipeline/definition/value";
import type { Edge, Graph } from "../../pipeline/graph/deriveGraph";
import type { StepEntry } from "../../pipeline/graph/stepTree";
import type { Problem } from "../../pipeline/problems/problem";
import { problemsByStep, type Reading } from "../../pipeline/reading";
import { isExpression, listReferences } from "../../pipeline/references/read";
import { templateOf } from "../../pipeline/references/template";
import { printTemplate } from "../../pipeline/references/templateText";
import type { Piece, Told, ToldField, ToldLink, ToldProblem, ToldStep } from "../../viewer/told";

/** What the viewer tells of a pipeline: each step's fields, references and problems. */
export function toldOf(definition: ObjectValue, { graph, problems }: Reading): Told {
  const numbers = new Map(graph.steps.map(({ key }, index) => [key, index]));
  const byStep = problemsByStep(problems);
  const telling: Telling = { graph, numbers };
  return {
    steps: graph.steps.map((entry) => stepOf(entry, telling, byStep.get(entry.key) ?? [])),
    parameters: listParameters(definition).map(({ name, type, defaultValue }) => {
      const value = defaultValue === undefined ? "given at start" : serialise(defaultValue);
      return { path: name, value: [`${type}, ${value}`] };
    }),
    problems: problems.filter(({ step, steps }) => step === null && steps === undefined).map(problemOf),
  };
}

interface Telling {
  readonly graph: Graph;
  /** Of the steps, by their keys. */
  readonly numbers: ReadonlyMap<string, number>;
}

function stepOf(entry: StepEntry, telling: Telling, problems: readonly Problem[]): ToldStep {
  const { key, stepType, depth } = entry;
  const { graph } = telling;
  return {
    key,
    type: stepType.label,
    colour: categoryColours[stepType.category],
    depth,
    inside: insideOf(entry, graph),
    fields: fieldsOf(entry, telling),
    from: (graph.into.get(key) ?? []).flatMap((edge) => linksOf(edge, edge.from, telling)),
    to: (graph.outOf.get(key) ?? []).flatMap((edge) => linksOf(edge, edge.to, telling)),
    problems: problems.map(problemOf),
  };
}

function insideOf({ parent, slot }: StepEntry, { byKey }: Graph): string {
  if (parent === null) return "";
  const label = byKey.get(parent)?.stepType.slots.find(({ key }) => key === slot)?.label;
  return `in ${label === undefined ? "" : `${label} of `}${parent}`;
}

function linksOf(edge: Edge, other: string, { graph, numbers }: Telling): readonly ToldLink[] {
  const step = numbers.get(other);
  return step === undefined ? [] : linesOf(edge, graph).map(({ label }) => ({ step, said: label }));
}

/** Every value of a step with its path; the steps inside it have their own. */
function fieldsOf({ step, stepType }: StepEntry, telling: Telling): readonly ToldField[] {
  const fields: ToldField[] = [];
  const isSlot = ([first, second, ...more]: Path) =>
    first === "Arguments" && more.length === 0 && stepType.slots.some(({ key }) => key === second);
  const visit = (value: Value, path: Path): void => {
    if (isSlot(path)) return;
    const inner: readonly (readonly [string | number, Value])[] = isList(value)
      ? value.map((item, index) => [index, item])
      : isObject(value) && !isExpression(value)
        ? entries(value)
        : [];
    if (inner.length === 0) fields.push({ path: printPath(path), value: piecesOf(value, telling) });
    for (const [key, item] of inner) visit(item, [...path, key]);
  };
  for (const [key, value] of entries(step)) if (key !== "Name" && key !== "Type") visit(value, [key]);
  return fields;
}

function piecesOf(value: Value, { numbers }: Telling): readonly Piece[] {
  if (typeof value === "string") return [value];
  if (!isExpression(value)) return [serialise(value)];
  const { texts, expressions } = templateOf(value);
  const pieces = texts.flatMap((text, index): readonly Piece[] => {
    const expression = expressions[index];
    if (expression === undefined) return [text];
    return [text, { text: printTemplate(expression).slice(1, -1), step: stepReadBy(expression, numbers) }];
  });
  return pieces.filter((piece) => piece !== "");
}

function stepReadBy(expression: Value, numbers: ReadonlyMap<string, number>): number | null {
  for (const { reference } of listReferences(expression)) {
    const name = reference.kind === "step" || reference.kind === "iterationOutput" ? reference.step : "";
    const number = numbers.get(name);
    if (number !== undefined) return number;
  }
  return null;
}

function problemOf({ severity, at, message }: Problem): ToldProblem {
  return { severity, path: printPath(at), message };
}
