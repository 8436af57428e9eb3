import { isZip, openPackage, type PackageFile } from "../handler/deploymentPackage";
import { type HandlerReading, type HandlerSource, readHandler } from "../handler/readHandler";
import { nameOf, readBytes } from "./definitionFile";
import { type ExitCode, exit, paint, type Terminal } from "./terminal";
import { UsageError } from "./usageError";

/** `stepwire outputs HANDLER [--handler NAME] [--json]`: the keys that a Lambda handler returns and the members of its event that it reads. */
export function outputs(file: string, options: { handler?: string; json?: boolean }, terminal: Terminal): ExitCode {
  const source = openSource(file, options.handler);
  const reading = readHandler(source, options.handler);
  const name = source.fileName ?? nameOf(file);
  for (const { message, line } of reading.problems) {
    terminal.err(`stepwire: ${line === null ? name : `${name}:${line}`}: ${message}\n`);
  }
  if (reading.handler === null) return exit.usage;
  terminal.out(options.json ? `${JSON.stringify(readingAsJson(reading), null, 2)}\n` : report(reading, terminal));
  return exit.fine;
}

function readingAsJson({ handler, outputs: found, inputs }: HandlerReading) {
  return {
    handler,
    outputs: found.map(({ name, type, guess, nested }) => ({ name, type, guess, nested })),
    inputs: inputs.map(({ name }) => name),
  };
}

function openSource(file: string, handler: string | undefined): HandlerSource {
  const bytes = readBytes(file);
  if (isZip(bytes)) return chooseFile(file, bytes, handler);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return file === "-" ? { text } : { text, fileName: file };
  } catch {
    throw new UsageError(`${nameOf(file)} is not UTF-8 text.`);
  }
}

/** `--handler app.run` names the file as well, as Lambda's settings do. */
function chooseFile(file: string, bytes: Uint8Array, handler: string | undefined): HandlerSource {
  const opened = openPackage(bytes);
  if (!opened.ok) throw new UsageError(`${nameOf(file)}: ${opened.message}`);
  const stem = handler?.includes(".") === true ? handler.slice(0, handler.lastIndexOf(".")) : null;
  const isMeant = ({ name }: PackageFile) =>
    name.replace(/\.\w+$/, "").replaceAll("/", ".") === stem?.replaceAll("/", ".");
  const chosen = opened.files.find(isMeant) ?? opened.files[0];
  if (chosen === undefined) throw new UsageError(`${nameOf(file)}: There is no code in this package.`);
  return { text: chosen.text, fileName: chosen.name };
}

function report({ handler, handlers, outputs: found, inputs }: HandlerReading, terminal: Terminal): string {
  const others = handlers.filter((name) => name !== handler);
  const width = Math.max(0, ...found.map(({ name }) => name.length));
  const lines = [
    paint(terminal, "bold", handler ?? ""),
    ...(found.length === 0 ? ["  No outputs."] : ["  Outputs"]),
    ...found.map(({ name, type, guess, nested }) => {
      const note = nested ? "nested: SageMaker turns it into one string" : guess ? "a guess" : "";
      return `    ${name.padEnd(width)}  ${paint(terminal, "blue", type)}${note === "" ? "" : `  ${paint(terminal, "dim", note)}`}`;
    }),
    ...(inputs.length === 0 ? ["  Reads no key of the event."] : ["  Keys of the event that it reads"]),
    ...inputs.map(({ name }) => `    ${name}`),
    ...(others.length === 0 ? [] : [`  Other functions (--handler): ${others.join(", ")}`]),
  ];
  return `${lines.join("\n")}\n`;
}
