/** docs/problems.md says what the rules and their cases say. `UPDATE_DOCS=1 npx vitest run problemsPage` writes it anew. */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { excerptOf } from "../../testing/excerptOf";
import { loadAllModels } from "../../testing/load";
import { problemOfCase, type RuleCase, type RuleCases } from "../../testing/sweepRules";
import { refusalReasons } from "./document/checkText";
import type { Rule } from "./problem";
import { ruleGroups, rules } from "./rules";

const page = "docs/problems.md";
const models = await loadAllModels();
const cases = Object.assign(
  {},
  ...Object.values(import.meta.glob<RuleCases>("./*/*.cases.ts", { eager: true, import: "cases" })),
) as RuleCases;

const head = `# Problems

The ${rules.length} rules that every definition is held to: while it is edited, by \`stepwire check\`, and before it is sent. Made from
\`src/pipeline/problems\` by \`UPDATE_DOCS=1 npx vitest run problemsPage\`; a test compares them.

An **error** is what SageMaker or its own SDK refuses, by the source that is named; a **warning** is likely wrong; an **info** is worth
knowing. Each has an example from its test, shortened to the place where the problem is, with what is said there. Cures are edits, one
click and one undo.
`;

const texts = `## Texts that cannot be read

These are told with line and column, and nothing is opened; a text over 4 MiB is \`definition-too-large\`.

| code | why |
| --- | --- |
${Object.entries(refusalReasons)
  .filter(([code]) => code !== "too-large")
  .map(([code, why]) => `| \`${code}\` | ${why} |`)
  .join("\n")}
`;

function rendered(): string {
  const groups = Object.entries(ruleGroups).map(
    ([group, rulesOfGroup]) =>
      `## ${group[0]?.toUpperCase()}${group.slice(1)}\n\n${rulesOfGroup.map(section).join("\n")}`,
  );
  return [head, overview(), ...groups, texts].join("\n");
}

function overview(): string {
  const rows = Object.entries(ruleGroups).flatMap(([group, rulesOfGroup]) =>
    rulesOfGroup.map(({ code, severity }) => `| [${code}](#${code}) | ${group} | ${severity} |`),
  );
  return ["| code | about | severity |", "| --- | --- | --- |", ...rows, ""].join("\n");
}

function section({ code, severity, why }: Rule): string {
  const known = cases[code];
  const parts = [`### ${code}`, `**${severity}**: ${why}`, ...(known === undefined ? [] : example(code, known))];
  return parts.map((part) => `${part}\n`).join("\n");
}

function example(code: string, known: RuleCase): readonly string[] {
  const problem = problemOfCase(code, known, models);
  if (problem === undefined) return [];
  const excerpt = excerptOf(known.bad, problem);
  const labels = (problem.fixes ?? []).map(({ label }) => `*${label}*`);
  return [
    `> ${problem.message}`,
    ...(excerpt === null ? [] : [`\`\`\`json\n${excerpt}\n\`\`\``]),
    ...(labels.length === 0 ? [] : [`${labels.length === 1 ? "Cure" : "Cures"}: ${labels.join(", ")}`]),
  ];
}

it("the page on problems says what the rules and their cases say", () => {
  if (process.env.UPDATE_DOCS === "1") writeFileSync(page, rendered());
  expect(readFileSync(page, "utf8"), "run UPDATE_DOCS=1 npx vitest run Page.test").toBe(rendered());
});
