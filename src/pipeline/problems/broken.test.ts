/** Definitions with one fault planted in each. */
import { describe, expect, it } from "vitest";
import { brokenDefinitions } from "../../testing/fixtures";
import { definitionOf, loadAllModels } from "../../testing/load";
import { stepsByKey } from "../graph/stepTree";
import { checkDefinition } from "../reading";
import { checkText, type Problem } from ".";

const models = await loadAllModels();

/** A step goes by its name here, also the second of two that bear it. */
function problemsIn(text: string): readonly Problem[] {
  const refused = checkText(text);
  if (refused.length > 0) return refused;
  const definition = definitionOf(text);
  const steps = stepsByKey(definition);
  return checkDefinition(definition, models).map((problem) => ({
    ...problem,
    step: problem.step === null ? null : (steps.get(problem.step)?.name ?? null),
  }));
}

/** What a planted fault brings with it. */
const consequences: Readonly<Record<string, readonly string[]>> = {
  // The step that a reference used to mean is gone with its name.
  "step-name-invalid": ["reference-unknown-step", "depends-on-unknown", "reference-malformed"],
  "step-name-duplicate": ["reference-unknown-step", "depends-on-unknown"],
};

describe("a planted fault is found, and no error beside it", () => {
  it.each(brokenDefinitions())("$name", ({ text, codes, severity, step }) => {
    const problems = problemsIn(text);
    const found = problems.filter((problem) => codes.includes(problem.code) && problem.step === step);
    expect(problems.map(({ code, message }) => `${code}: ${message}`).join("\n")).toMatch(
      new RegExp(`^(${codes.join("|")}):`, "m"),
    );
    if (severity === "any") expect(found).not.toEqual([]);
    else expect(found.map((problem) => problem.severity)).toContain(severity);
    const allowed = [...codes, ...codes.flatMap((code) => consequences[code] ?? [])];
    const others = problems.filter((problem) => problem.severity === "error" && !allowed.includes(problem.code));
    expect(others.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});
