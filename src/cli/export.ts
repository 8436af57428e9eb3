import { writeFileSync } from "node:fs";
import { serialise } from "../pipeline/definition/serialise";
import { requireDefinition } from "./definitionFile";
import { type ExitCode, exit, type Terminal } from "./terminal";
import { UsageError } from "./usageError";

/** `stepwire export FILE --to FORM [--out F]`: the definition in another form, to stdout or into a file. */
export function exportDefinition(file: string, options: { to: string; out?: string }, terminal: Terminal): ExitCode {
  if (options.to !== "json") throw new UsageError(`export --to ${options.to} is not here yet; --to json is.`);
  const text = `${serialise(requireDefinition(file).definition, 2)}\n`;
  if (options.out === undefined || options.out === "-") {
    terminal.out(text);
    return exit.fine;
  }
  try {
    writeFileSync(options.out, text);
  } catch (thrown) {
    throw new UsageError(
      `${options.out} cannot be written: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    );
  }
  terminal.err(`Written to ${options.out}.\n`);
  return exit.fine;
}
