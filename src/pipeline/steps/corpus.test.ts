/** What the Python SDK and people wrote, held against the step types and the API model: every field and output of it is known. */
import { describe, expect, it } from "vitest";
import { corpus } from "../../testing/fixtures";
import { definitionOf } from "../../testing/load";
import { type Path, printPath } from "../definition/path";
import { get, keys, type ObjectValue, text as textOf, walk } from "../definition/value";
import { listSteps } from "../graph/stepTree";
import { reportedProblem } from "../problems";
import { checkDefinition } from "../reading";
import { isExpression, listReferences } from "../references/read";
import { loadAllModels } from "../schema/load";
import { placeAt, placesOf } from "../schema/placesOf";
import { scalarFields } from "../schema/scalarFields";
import type { StepType } from "../schema/stepType";
import { isKnownStepType, stepTypeOf } from "./index";
import { outputKind, undeclaredName } from "./outputs";

const definitions = corpus();

/** Written by the 2.x SDK although the API has no such member. */
const beyondApi = /\.AppManaged$/;

function stepsOf(text: string) {
  return listSteps(definitionOf(text));
}

function unknownFields(stepType: StepType, step: ObjectValue, shape: (path: Path) => unknown): string[] {
  const unknown: string[] = [];
  const slots = stepType.slots.map(({ key }) => printPath(["Arguments", key]));
  walk(get(step, "Arguments") ?? null, (value, below) => {
    const path = ["Arguments", ...below];
    if (slots.includes(printPath(path))) return false;
    if (shape(path) === null && !beyondApi.test(printPath(path))) unknown.push(printPath(path));
    return !isExpression(value);
  });
  return unknown;
}

/** What the corpus makes up: a type in hand-new-step-types, a key in hand-numbers-and-text. */
const madeUp = "SomethingOfTomorrow";
const madeUpKey = "FutureKey";

describe("real definitions", () => {
  it("hold no step type that is not known, but the one that is made up", () => {
    const unknown = definitions.flatMap((file) => stepsOf(file.text).filter(({ type }) => !isKnownStepType(type)));
    expect(unknown.map(({ type }) => type)).toEqual([madeUp]);
  });

  it.each(definitions)("$name: has no error", async ({ text }) => {
    const problems = checkDefinition(definitionOf(text), await loadAllModels());
    expect(problems.filter(({ severity }) => severity === "error").map(reportedProblem)).toEqual([]);
  });

  it.each(definitions)("$name: every step beside Arguments has keys that its type has", ({ text }) => {
    for (const { step, type } of stepsOf(text)) {
      if (!isKnownStepType(type)) continue;
      const root = placesOf(stepTypeOf(type), null);
      const strange = keys(step).filter((key) => root.below(key).isStranger || root.below(key).dropped);
      expect(strange.filter((key) => key !== madeUpKey)).toEqual([]);
    }
  });

  it.each(definitions)("$name: every field of a known step is in the API model", async ({ text }) => {
    const models = await loadAllModels();
    for (const { name, type, step } of stepsOf(text).filter((entry) => isKnownStepType(entry.type))) {
      const stepType = stepTypeOf(type);
      const model = models.get(type);
      expect(
        unknownFields(stepType, step, (path) => placeAt(stepType, model, path).shape),
        `${name} (${type})`,
      ).toEqual([]);
      const missing = scalarFields(model, stepType, step).filter((field) => field.needed && !field.present);
      expect(
        missing.map(({ path }) => printPath(path)),
        `${name} (${type}) needs`,
      ).toEqual([]);
    }
  });

  it.each(definitions)("$name: every output that is read of a known step is known and declared", async ({ text }) => {
    const models = await loadAllModels();
    const steps = stepsOf(text);
    for (const { step: reader, name } of steps) {
      for (const { reference } of listReferences(reader)) {
        if (reference.kind !== "step") continue;
        const read = steps.find((entry) => entry.name === reference.step);
        if (read === undefined || !isKnownStepType(read.type)) continue;
        const stepType = stepTypeOf(read.type);
        const kind = outputKind(read.step, models.get(read.type), stepType, reference.property, models);
        const where = `${name} reads ${reference.property} of ${textOf(get(read.step, "Name"))}`;
        expect(kind, where).not.toBe("unknown");
        expect(undeclaredName(read.step, stepType, reference.segments), where).toBeNull();
      }
    }
  });
});
