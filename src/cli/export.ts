import { writeFileSync } from "node:fs";
import { exportForms } from "../export";
import { type DefinitionChoice, requireDefinition } from "./definitionFile";
import { type ExitCode, exit, type Terminal } from "./terminal";
import { UsageError } from "./usageError";

/** `stepwire export FILE --to FORM [--out F]`: the definition in another form, to stdout or into a file. */
export async function exportDefinition(
  file: string,
  options: DefinitionChoice & { to: string; out?: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const form = exportForms.find(({ id }) => id === options.to);
  if (form === undefined) throw new UsageError(`There is no form ${options.to}.`);
  const text = form.write(await requireDefinition(file, options, terminal));
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
