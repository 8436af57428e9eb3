import { writeFileSync } from "node:fs";
import { exportForms } from "../export";
import type { Choices, ExportForm, OptionValue, Paint, Written } from "../export/form";
import { createDocument } from "../pipeline/definition/document";
import { loadAllModels } from "../pipeline/schema/load";
import { type DefinitionChoice, requireDefinition } from "./definitionFile";
import { takenBy } from "./exportOptions";
import { type ExitCode, exit, type Terminal } from "./terminal";
import { tidied } from "./tidied";
import { UsageError } from "./usageError";

interface Wanted extends DefinitionChoice {
  readonly to: string;
  readonly out?: string;
  /** What the flags of the forms say, by the option's name. */
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** `stepwire export FILE --to FORM [--out F]`: the definition in another form, to stdout or into a file. */
export async function exportDefinition(file: string, wanted: Wanted, terminal: Terminal): Promise<ExitCode> {
  const form = exportForms.find(({ id }) => id === wanted.to);
  if (form === undefined) throw new UsageError(`There is no form ${wanted.to}.`);
  const choices = choicesOf(form, wanted);
  const { definition, name } = await requireDefinition(file, wanted, terminal);
  const untidy = { ...createDocument("", name, definition), models: await loadAllModels() };
  const source = form.drawn === true ? await tidied(untidy) : untidy;
  const writer = await form.load();
  for (const loss of writer.losses(source, choices)) terminal.err(`stepwire: ${loss}\n`);
  const paint: Paint = async (svg, dots) => (await import("./paintPicture")).paintPicture(svg, dots);
  put(await writer.write(source, choices, paint), wanted.out, form, terminal);
  return exit.fine;
}

function choicesOf(form: ExportForm, { out, options }: Wanted): Choices {
  for (const name of Object.keys(options)) {
    if (form.options.some((option) => option.name === name)) continue;
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw new UsageError(`${flag} means nothing to ${form.id}. It is for ${takenBy(name)}.`);
  }
  const extension = form.extensions.find((one) => out?.endsWith(one)) ?? form.extensions[0];
  return { extension, options };
}

function put(written: Written, out: string | undefined, form: ExportForm, terminal: Terminal): void {
  if (out === undefined || out === "-") {
    if (typeof written !== "string")
      throw new UsageError(`${form.label} is no text. Add --out FILE${form.extensions[0]}.`);
    terminal.out(written);
    return;
  }
  try {
    writeFileSync(out, written);
  } catch (thrown) {
    throw new UsageError(`${out} cannot be written: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  terminal.err(`Written to ${out}.\n`);
}
