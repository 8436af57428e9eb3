/** What the Python SDK and people wrote, held against the step types and the API model: every field and output of it is known. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { scalarFields, shapeAt } from "../api/fields";
import { loadAllModels } from "../api/load";
import { parseDefinition } from "../definition/parse";
import { type Path, printPath } from "../definition/path";
import { get, keys, type ObjectValue, text, walk } from "../definition/value";
import { listSteps } from "../graph/stepTree";
import { checkDefinition, reportedProblem } from "../problems";
import { isExpression, listReferences } from "../references/read";
import { isKnownStepType, stepTypeOf } from "./index";
import { outputKind, undeclaredName } from "./outputs";
import type { StepType } from "./stepType";

const folder = "../shared/corpus";
const files = existsSync(folder)
  ? readdirSync(folder).filter((name) => name.endsWith(".json") && !name.endsWith(".graph.json"))
  : [];

/** Written by the 2.x SDK although the API has no such member (pipeline-definition 2.2, 8.9). */
const beyondApi = /\.AppManaged$/;

function stepsOf(file: string) {
  const parsed = parseDefinition(readFileSync(`${folder}/${file}`, "utf8"));
  if (!parsed.ok) throw new Error(file);
  return listSteps(parsed.value as ObjectValue);
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

describe.runIf(files.length > 0)("real definitions", () => {
  it("hold no step type that is not known, but the one that is made up", () => {
    const unknown = files.flatMap((file) => stepsOf(file).filter(({ type }) => !isKnownStepType(type)));
    expect(unknown.map(({ type }) => type)).toEqual([madeUp]);
  });

  it.each(files)("%s: has no error", async (file) => {
    const parsed = parseDefinition(readFileSync(`${folder}/${file}`, "utf8"));
    const problems = checkDefinition((parsed.ok ? parsed.value : {}) as ObjectValue, await loadAllModels());
    expect(problems.filter(({ severity }) => severity === "error").map(reportedProblem)).toEqual([]);
  });

  it.each(files)("%s: every step beside Arguments has keys that its type has", (file) => {
    for (const { step, type } of stepsOf(file)) {
      if (!isKnownStepType(type)) continue;
      const always = ["Name", "Type", "Arguments", "DependsOn", "DisplayName", "Description", madeUpKey];
      const allowed: readonly string[] = [...always, ...stepTypeOf(type).envelope];
      expect(keys(step).filter((key) => !allowed.includes(key))).toEqual([]);
    }
  });

  it.each(files)("%s: every field of a known step is in the API model", async (file) => {
    const models = await loadAllModels();
    for (const { name, type, step } of stepsOf(file).filter((entry) => isKnownStepType(entry.type))) {
      const stepType = stepTypeOf(type);
      const model = models.get(type);
      expect(
        unknownFields(stepType, step, (path) => shapeAt(model, stepType, path)),
        `${name} (${type})`,
      ).toEqual([]);
      const missing = scalarFields(model, stepType, step).filter((field) => field.needed && !field.present);
      expect(
        missing.map(({ path }) => printPath(path)),
        `${name} (${type}) needs`,
      ).toEqual([]);
    }
  });

  it.each(files)("%s: every output that is read of a known step is known and declared", async (file) => {
    const models = await loadAllModels();
    const steps = stepsOf(file);
    for (const { step: reader, name } of steps) {
      for (const { reference } of listReferences(reader)) {
        if (reference.kind !== "step") continue;
        const read = steps.find((entry) => entry.name === reference.step);
        if (read === undefined || !isKnownStepType(read.type)) continue;
        const stepType = stepTypeOf(read.type);
        const kind = outputKind(read.step, models.get(read.type), stepType, reference.property, models);
        const where = `${name} reads ${reference.property} of ${text(get(read.step, "Name"))}`;
        expect(kind, where).not.toBe("unknown");
        expect(undeclaredName(read.step, stepType, reference.segments), where).toBeNull();
      }
    }
  });
});
