import { describe, expect, it } from "vitest";
import { createDocument } from "../pipeline/definition/document";
import { parsePath, printPath } from "../pipeline/definition/path";
import { serialise } from "../pipeline/definition/serialise";
import { getIn } from "../pipeline/definition/value";
import { reportedProblem } from "../pipeline/problems";
import type { Problem, Rule, Surroundings } from "../pipeline/problems/problem";
import { checkDefinition } from "../pipeline/reading";
import type { ApiModels } from "../pipeline/schema/model";
import { definitionOf } from "./load";

/** A rule's case: a definition in which it speaks, what it says there, and one in which it must not. */
export interface RuleCase {
  readonly bad: object;
  readonly good: object;
  /** What is expected of the problem, as it is told outside. */
  readonly says: object;
  /** Every cure that is offered, by its label, with what it leaves at places of the definition (undefined: nothing there). */
  readonly fixes?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly surroundings?: Surroundings;
}

/** The cases of a folder of rules, by code. */
export type RuleCases = Readonly<Record<string, RuleCase>>;

/** Holds each rule to its case: it speaks, it keeps silent, and each of its cures takes the problem away. */
export function sweepRules(rules: readonly Rule[], cases: RuleCases, file: string, models: ApiModels): void {
  it("has no case but of its rules", () => {
    const codes = rules.map(({ code }) => code);
    const others = Object.keys(cases).filter((code) => !codes.includes(code));
    expect(others, `${file} has cases of codes that no rule of this folder bears`).toEqual([]);
  });

  describe.each(rules.map((rule) => [rule.code, rule] as const))("%s", (code, { why }) => {
    const known = cases[code];
    const example = () => {
      if (known !== undefined) return known;
      throw new Error(
        `${code} needs a case in ${file}: bad, a definition in which it speaks; says, what it says there; good, one in which it must not; fixes, what each of its cures leaves.`,
      );
    };

    it("speaks where it must, and keeps silent where it must not", () => {
      const { bad, good, says, surroundings } = example();
      const found = problemsOf(code, bad, models, surroundings);
      expect(found.map(reportedProblem), `${code} must speak of the bad case`).toContainEqual(
        expect.objectContaining(says),
      );
      const quiet = problemsOf(code, good, models, bad === good ? {} : surroundings);
      expect(
        quiet.map(({ message }) => message),
        `${code} must say nothing of the good case`,
      ).toEqual([]);
    });

    it("says why", () => {
      expect(why.length, `${code} must say why it is a problem, with the source`).toBeGreaterThan(40);
    });

    it("offers cures that take the problem away", () => {
      const { bad, fixes = {}, surroundings } = example();
      const problem = problemOfCase(code, example(), models);
      expect(
        (problem?.fixes ?? []).map(({ label }) => label),
        `the case of ${code} must list under fixes each cure by its label`,
      ).toEqual(Object.keys(fixes));
      for (const { label, recipe } of problem?.fixes ?? []) {
        const document = recipe({ ...createDocument("test", surroundings?.name ?? "test", definitionOf(bad)) });
        const left = checkDefinition(document.definition, models, { ...surroundings, name: document.name });
        expect(
          left.filter((one) => isSame(one, problem)),
          `after “${label}” the problem must be gone`,
        ).toEqual([]);
        for (const [path, expected] of Object.entries(fixes[label] ?? {})) {
          const value = getIn(document.definition, parsePath(path) ?? []);
          expect(value === undefined ? undefined : JSON.parse(serialise(value)), `${label}: ${path}`).toEqual(expected);
        }
      }
    });
  });
}

/** The problem that a case is about. */
export function problemOfCase(code: string, { bad, says, surroundings }: RuleCase, models: ApiModels) {
  return problemsOf(code, bad, models, surroundings).find((one) =>
    expect.objectContaining(says).asymmetricMatch(reportedProblem(one)),
  );
}

function problemsOf(code: string, definition: object, models: ApiModels, surroundings: Surroundings = {}) {
  return checkDefinition(definitionOf(definition), models, surroundings).filter((problem) => problem.code === code);
}

function isSame(left: Problem, right: Problem | undefined): boolean {
  const same = left.code === right?.code && left.step === right.step && left.message === right.message;
  return same && printPath(left.at) === printPath(right.at);
}
