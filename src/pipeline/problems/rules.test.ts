/** The sweep of the rules: each is registered, and holds to its case in its folder's `*.cases.ts`. */
import { describe, expect, it } from "vitest";
import { loadAllModels } from "../../testing/load";
import { type RuleCases, sweepRules } from "../../testing/sweepRules";
import type { Rule } from "./problem";
import { ruleGroups, rules } from "./rules";

const models = await loadAllModels();
const casesOf = import.meta.glob<RuleCases>("./*/*.cases.ts", { eager: true, import: "cases" });
const sources = import.meta.glob<Readonly<Record<string, unknown>>>(
  ["./*/*.ts", "!**/index.ts", "!**/*.{test,cases}.ts"],
  { eager: true },
);

describe("the registry", () => {
  it("has every rule that lies in a folder", () => {
    const missing = Object.entries(sources).flatMap(([path, exports]) => {
      const [, folder, file] = path.split("/");
      const known: readonly unknown[] = rules;
      return Object.entries(exports)
        .filter(([, one]) => isRule(one) && !known.includes(one))
        .map(([name]) => `problems/${folder}/index.ts needs: export { ${name} } from "./${file?.replace(".ts", "")}";`);
    });
    expect(missing).toEqual([]);
  });

  it("has each code once", () => {
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  });
});

describe.each(Object.entries(ruleGroups))("%s", (group, rulesOfGroup) => {
  const file = `./${group}/${group}.cases.ts`;
  sweepRules(rulesOfGroup, casesOf[file] ?? {}, `src/pipeline/problems/${group}/${group}.cases.ts`, models);
});

function isRule(one: unknown): one is Rule {
  return typeof one === "object" && one !== null && "code" in one && "severity" in one && "why" in one;
}
