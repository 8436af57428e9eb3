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
export async function diff(base: string, head: string, options: DiffOptions, terminal: Terminal): Promise<ExitCode> {
  if (base === "-" && head === "-") throw new UsageError("Only one of the two can be stdin (-).");
  const before = await open(base, options, terminal);
  const after = await open(head, options, terminal);
  const { compare } = await import("../export/comparison/comparison");
  const comparison = await compare(before, after);
  terminal.out(
    options.json
      ? (await import("../export/comparison/json")).comparisonAsJson(comparison)
      : options.to === "markdown"
        ? (await import("../export/comparison/markdown")).comparisonAsMarkdown(comparison)
        : options.to === "mermaid"
          ? (await import("../export/comparison/mermaid")).comparisonAsMermaid(comparison)
          : diffReport(comparison, terminal),
  );
  return differ(comparison.changes) ? exit.problems : exit.fine;
}

async function open(file: string, choice: DefinitionChoice, terminal: Terminal): Promise<ObjectValue> {
  // What git gives in place of a file that is new, or gone.
  if (file === nothingFile) return blankDefinition;
  return (await requireDefinition(file, choice, terminal)).definition;
}
