import { placeOf } from "./place";
import type { CheckReport } from "./report";

const commands = { error: "error", warning: "warning", info: "notice" } as const;

/** Annotations, as GitHub Actions reads them from what a step prints (docs: Workflow commands for GitHub Actions). */
export function asAnnotations({ problems }: CheckReport): string {
  return problems
    .map(({ severity, file, line, column, code, step, message }) => {
      const at = { file: placeOf(file), line: String(line), col: String(column), title: `Stepwire: ${code}` };
      const properties = Object.entries(at).map(([name, value]) => `${name}=${property(value)}`);
      const said = step === null ? message : `${step}: ${message}`;
      return `::${commands[severity]} ${properties.join(",")}::${data(said)}\n`;
    })
    .join("");
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
