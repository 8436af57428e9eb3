import { describe, expect, it } from "vitest";
import type { ApiModels } from "../pipeline/api/model";
import { createDocument } from "../pipeline/definition/document";
import { parsePath, printPath } from "../pipeline/definition/path";
import { serialise } from "../pipeline/definition/serialise";
import { getIn } from "../pipeline/definition/value";
import { checkDefinition, reportedProblem } from "../pipeline/problems";
import type { Problem, Rule, Surroundings } from "../pipeline/problems/problem";
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

/** Holds each rule to its case: it speaks, it keeps silent, and each of its cures takes the problem away. */
export function sweepRules(rules: readonly Rule[], cases: Readonly<Record<string, RuleCase>>, models: ApiModels): void {
  describe.each(rules.map((rule) => [rule.code, rule] as const))("%s", (code, { why }) => {
    const known = cases[code];
    const example = () => {
      if (known !== undefined) return known;
      throw new Error(`${code} needs a case: a definition in which it speaks, and one in which it must not.`);
    };

    it("speaks where it must, and keeps silent where it must not", () => {
      const { bad, good, says, surroundings } = example();
      const found = check(bad, models, surroundings).filter((problem) => problem.code === code);
      expect(found.map(reportedProblem)).toContainEqual(expect.objectContaining(says));
      const quiet = check(good, models, bad === good ? {} : surroundings);
      expect(quiet.filter((problem) => problem.code === code).map(({ message }) => message)).toEqual([]);
    });

    it("says why", () => {
      expect(why.length).toBeGreaterThan(40);
    });

    it("offers cures that take the problem away", () => {
      const { bad, says, fixes = {}, surroundings } = example();
      const problem = check(bad, models, surroundings).find(
        (one) => one.code === code && expect.objectContaining(says).asymmetricMatch(reportedProblem(one)),
      );
      expect((problem?.fixes ?? []).map(({ label }) => label)).toEqual(Object.keys(fixes));
      for (const { label, recipe } of problem?.fixes ?? []) {
        const document = recipe({ ...createDocument("test", surroundings?.name ?? "test", definitionOf(bad)) });
        const left = checkDefinition(document.definition, models, { ...surroundings, name: document.name });
        expect(
          left.filter((one) => isSame(one, problem)),
          label,
        ).toEqual([]);
        for (const [path, expected] of Object.entries(fixes[label] ?? {})) {
          const value = getIn(document.definition, parsePath(path) ?? []);
          expect(value === undefined ? undefined : JSON.parse(serialise(value)), `${label}: ${path}`).toEqual(expected);
        }
      }
    });
  });
}

function check(definition: object, models: ApiModels, surroundings: Surroundings = {}): readonly Problem[] {
  return checkDefinition(definitionOf(definition), models, surroundings);
}

function isSame(left: Problem, right: Problem | undefined): boolean {
  const same = left.code === right?.code && left.step === right.step && left.message === right.message;
  return same && printPath(left.at) === printPath(right.at);
}
