import { placeOf } from "./place";
import type { CheckReport, FileProblem } from "./report";

/** JUnit's XML: a suite for each file, a case for each problem. Errors fail it, as they fail the command; what else is found passes, and is said. */
export function asJunit({ files, problems }: CheckReport): string {
  const named = [...new Set([...files, ...problems.map(({ file }) => file)])];
  const suites = named.map((file) =>
    suiteOf(
      file,
      problems.filter((problem) => problem.file === file),
    ),
  );
  const totals = `tests="${sum(suites, "tests")}" failures="${sum(suites, "failures")}"`;
  const body = suites.map(({ text }) => text).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="stepwire" ${totals}>\n${body}</testsuites>\n`;
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly text: string;
}

function suiteOf(file: string, problems: readonly FileProblem[]): Suite {
  const place = attribute(placeOf(file));
  const cases =
    problems.length === 0
      ? [`    <testcase classname="${place}" name="no problems"/>\n`]
      : problems.map((problem) => caseOf(place, problem));
  const failures = problems.filter(({ severity }) => severity === "error").length;
  const head = `  <testsuite name="${place}" tests="${cases.length}" failures="${failures}">\n`;
  return { tests: cases.length, failures, text: `${head}${cases.join("")}  </testsuite>\n` };
}

function caseOf(place: string, { severity, code, step, path, message, why, line, column }: FileProblem): string {
  const where = [`${line}:${column}`, step, path].filter((part) => part !== null && part !== "").join(" ");
  const said = attribute(message);
  const inside =
    severity === "error"
      ? `<failure type="${attribute(code)}" message="${said}">${attribute(why)}</failure>`
      : `<system-out>${severity}: ${said}</system-out>`;
  return `    <testcase classname="${place}" name="${attribute(`${code} ${where}`)}">${inside}</testcase>\n`;
}

function sum(suites: readonly Suite[], key: "tests" | "failures"): number {
  return suites.reduce((total, suite) => total + suite[key], 0);
}

/** XML 1.0 has no place for most control characters, nor for halves of others. */
function attribute(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu, "\uFFFD")
    .replace(/[&<>"\t\n\r]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
