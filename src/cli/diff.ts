import type { Comparison } from "../export/comparison/comparison";
import { comparisonInWords } from "../export/comparison/words";
import { differ } from "../pipeline/compare/changes";
import { blankDefinition } from "../pipeline/definition/document";
import type { ObjectValue } from "../pipeline/definition/value";
import { type DefinitionChoice, requireDefinition } from "./definitionFile";
import type { DiffOptions } from "./diffOptions";
import { diffReport } from "./diffReport";
import { nothingFile } from "./gitRevision";
import { type ExitCode, exit, type Terminal } from "./terminal";
import { UsageError } from "./usageError";

/** `stepwire diff BASE HEAD [--to FORM] [--json]`: what differs; exit 0 where nothing does, 1 where something does, 2 where one cannot be read. */
export async function diff(
  base: string,
  head: string | undefined,
  options: DiffOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { before, after } = await bothOf(base, head, options, terminal);
  const { compare } = await import("../export/comparison/comparison");
  const comparison = await compare(before, after);
  terminal.out(await writtenAs(options, comparison, terminal));
  return differ(comparison.changes) ? exit.problems : exit.fine;
}

async function bothOf(base: string, head: string | undefined, options: DiffOptions, terminal: Terminal) {
  const { target, deployedAs } = options;
  if (target === undefined) {
    if (head === undefined) throw new UsageError("Name two files, or one and --target: what is deployed is before it.");
    if (base === "-" && head === "-") throw new UsageError("Only one of the two can be stdin (-).");
    return { before: await open(base, options, terminal), after: await open(head, options, terminal) };
  }
  if (head !== undefined) throw new UsageError("With --target one file is compared, with what is deployed there.");
  const { readDeployed, targetOf } = await import("./deployed");
  const place = targetOf(target);
  const { definition, name } = await requireDefinition(base, options, terminal);
  return { before: await readDeployed(place, deployedAs ?? name), after: definition };
}

async function writtenAs({ json, to }: DiffOptions, comparison: Comparison, terminal: Terminal): Promise<string> {
  if (json) return (await import("../export/comparison/json")).comparisonAsJson(comparison);
  switch (to) {
    case "markdown":
      return (await import("../export/comparison/markdown")).comparisonAsMarkdown(comparison);
    case "mermaid":
      return (await import("../export/comparison/mermaid")).comparisonAsMermaid(comparison);
    case "svg":
    case "html": {
      const { comparisonAsHtml, comparisonAsSvg } = await import("../export/comparison/picture");
      const { tidied } = await import("./tidied");
      const written = to === "svg" ? comparisonAsSvg : comparisonAsHtml;
      return written(comparison, comparisonInWords(comparison), tidied);
    }
    default:
      return diffReport(comparison, terminal);
  }
}

async function open(file: string, choice: DefinitionChoice, terminal: Terminal): Promise<ObjectValue> {
  // What git gives in place of a file that is new, or gone.
  if (file === nothingFile) return blankDefinition;
  return (await requireDefinition(file, choice, terminal)).definition;
}
