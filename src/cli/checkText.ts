import { nameOf } from "./definitionFile";
import type { CheckReport, FileProblem } from "./report/report";
import { type Colour, count, paint, type Terminal } from "./terminal";

const colours: Readonly<Record<FileProblem["severity"], Colour>> = { error: "red", warning: "yellow", info: "blue" };

export function asText({ files, problems, ignored }: CheckReport, terminal: Terminal): string {
  const lines: string[] = [];
  for (const file of new Set(problems.map((problem) => problem.file))) {
    const mine = problems.filter((problem) => problem.file === file);
    for (const pipeline of new Set(mine.map((problem) => problem.pipeline))) {
      const title = pipeline === undefined ? nameOf(file) : `${nameOf(file)} · ${pipeline}`;
      lines.push(paint(terminal, "bold", title));
      for (const problem of mine) if (problem.pipeline === pipeline) lines.push(...inWords(problem, terminal));
      lines.push("");
    }
  }
  const numberOf = (severity: string) => problems.filter((problem) => problem.severity === severity).length;
  const told =
    problems.length === 0
      ? "No problems"
      : `${count(numberOf("error"), "error")}, ${count(numberOf("warning"), "warning")}`;
  const infos = numberOf("info") > 0 ? `, ${numberOf("info")} info` : "";
  const left = ignored.length > 0 ? `, ${ignored.length} ignored` : "";
  return `${[...lines, `${told}${infos}${left} in ${count(files.length, "file")}.`].join("\n")}\n`;
}

function inWords({ severity, code, step, path, message, line, column }: FileProblem, terminal: Terminal): string[] {
  const place = [`${line}:${column}`, step, path].filter((part) => part !== null && part !== "").join(" · ");
  return [
    `  ${paint(terminal, colours[severity], severity.padEnd(7))}  ${message}  ${paint(terminal, "dim", code)}`,
    `           ${paint(terminal, "dim", place)}`,
  ];
}
