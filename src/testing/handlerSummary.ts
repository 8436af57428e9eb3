import { readHandler } from "../handler/readHandler";

/** What is read of a handler's code, in the short form in which the fixtures say it. */
export function handlerSummary(text: string, file: string) {
  const { handler, outputs, inputs, problems } = readHandler({ text, fileName: file.replace(/\.txt$/, "") });
  return {
    handler,
    outputs: outputs
      .map(({ name, type, guess, nested }) => `${name}:${type}${nested ? "*" : ""}${guess ? "?" : ""}`)
      .join(" "),
    inputs: inputs.map(({ name }) => name).join(" "),
    problems: problems.map(({ code }) => code).join(" "),
  };
}
