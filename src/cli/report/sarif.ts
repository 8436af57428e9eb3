import { placeOf } from "./place";
import type { CheckReport, FileProblem } from "./report";

/** Of package.json; the build puts it in. */
declare const STEPWIRE_VERSION: string;

const levels = { error: "error", warning: "warning", info: "note" } as const;

/** SARIF 2.1.0 (OASIS), for code scanning. What is ignored comes along, suppressed with its reason. */
export function asSarif({ problems, ignored }: CheckReport): string {
  const all = [...problems, ...ignored];
  const rules = [...new Map(all.map(({ code, why }) => [code, { id: code, fullDescription: { text: why } }])).values()];
  const index = new Map(rules.map(({ id }, at) => [id, at]));
  const resultOf = (problem: FileProblem) => ({
    ruleId: problem.code,
    ruleIndex: index.get(problem.code),
    level: levels[problem.severity],
    message: { text: problem.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(placeOf(problem.file)) },
          region: { startLine: problem.line, startColumn: problem.column },
        },
        ...(problem.step !== null && { logicalLocations: [{ name: problem.step, kind: "element" }] }),
      },
    ],
  });
  const suppressed = ignored.map((problem) => ({
    ...resultOf(problem),
    suppressions: [{ kind: "external", justification: problem.reason }],
  }));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Stepwire", version: STEPWIRE_VERSION, rules } },
        columnKind: "utf16CodeUnits",
        results: [...problems.map(resultOf), ...suppressed],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
