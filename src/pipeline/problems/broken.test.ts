/** Definitions with one fault planted in each, which lie beside the project where they are present. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { definitionOf, loadAllModels } from "../../testing/load";
import { stepsByKey } from "../graph/stepTree";
import { checkDefinition, checkText, type Problem } from ".";

const folder = join(import.meta.dirname, "../../../../shared/broken");
const list = join(folder, "expected.json");
interface Planted {
  readonly codes: readonly string[];
  readonly severity: "error" | "warning" | "info" | "any";
  readonly step: string | null;
}
const planted: readonly (readonly [string, Planted])[] = existsSync(list)
  ? Object.entries(JSON.parse(readFileSync(list, "utf8")) as Readonly<Record<string, Planted>>)
  : [];
const models = await loadAllModels();

/** A step goes by its name here, also the second of two that bear it. */
function problemsIn(file: string): readonly Problem[] {
  const text = readFileSync(join(folder, file), "utf8");
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

describe.skipIf(planted.length === 0)("a planted fault is found, and no error beside it", () => {
  it.each(planted)("%s", (file, { codes, severity, step }) => {
    const problems = problemsIn(file);
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
