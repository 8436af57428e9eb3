import { Option } from "commander";
import { exportForms } from "../export";
import type { ExportOption } from "../export/form";

/** The options of `stepwire export` that its forms bring along, each flag once. */
export function optionsOfForms(): readonly Option[] {
  const byFlag = new Map<string, ExportOption>();
  for (const { options } of exportForms) for (const option of options) byFlag.set(option.flag, option);
  return [...byFlag.values()].map((option) => {
    const flag = new Option(option.flag, `${option.hint} (${takenBy(option.name)})`);
    if (option.kind === "choice") return flag.choices(option.choices);
    return option.kind === "texts" ? flag.argParser(collected) : flag;
  });
}

function collected(text: string, before: unknown): readonly string[] {
  return [...(Array.isArray(before) ? before : []), text];
}

/** The forms that know an option. */
export function takenBy(name: string): string {
  const forms = exportForms.filter(({ options }) => options.some((option) => option.name === name));
  return forms.map(({ id }) => id).join(", ");
}
