import { get, isList, keys, type ObjectValue, text } from "../pipeline/definition/value";
import type { Language } from "./code/code";

interface Output {
  readonly name: string;
  readonly type: string;
}

/** A handler to begin with: it reads the step's arguments and returns the outputs that the step declares. */
export function handlerSkeleton(step: ObjectValue, language: Language): string {
  const list = get(step, "OutputParameters");
  const outputs = (isList(list) ? list : []).map((one) => ({
    name: text(get(one, "OutputName")) ?? "",
    type: text(get(one, "OutputType")) ?? "String",
  }));
  const name = text(get(step, "Name")) ?? "";
  const inputs = keys(get(step, "Arguments"));
  return language === "python" ? inPython(name, inputs, outputs) : inJavascript(name, inputs, outputs);
}

function inPython(step: string, inputs: readonly string[], outputs: readonly Output[]): string {
  const read = inputs.map((input, i) => `    ${variable(input, i, pythonWords)} = event[${quoted(input)}]`);
  const returned = outputs.map(({ name, type }) => `        ${quoted(name)}: ${empty(name, type, "python")},`);
  return [
    `# The function behind the pipeline step ${oneLine(step)}: the step's arguments come as the event,`,
    "# the keys of what is returned are the step's outputs.",
    "def lambda_handler(event, context):",
    ...(read.length > 0 ? [...read, ""] : []),
    "    # The work goes here.",
    "",
    ...(returned.length > 0 ? ["    return {", ...returned, "    }"] : ["    return {}"]),
    "",
  ].join("\n");
}

function inJavascript(step: string, inputs: readonly string[], outputs: readonly Output[]): string {
  const read = inputs.map((input, i) => `  const ${variable(input, i, javascriptWords)} = event[${quoted(input)}];`);
  const returned = outputs.map(({ name, type }) => `    ${quoted(name)}: ${empty(name, type, "javascript")},`);
  return [
    `// The function behind the pipeline step ${oneLine(step)}: the step's arguments come as the event,`,
    "// the keys of what is returned are the step's outputs.",
    "export const handler = async (event, context) => {",
    ...(read.length > 0 ? [...read, ""] : []),
    "  // The work goes here.",
    "",
    ...(returned.length > 0 ? ["  return {", ...returned, "  };"] : ["  return {};"]),
    "};",
    "",
  ].join("\n");
}

/** A name may hold anything; a comment ends with its line. */
function oneLine(name: string): string {
  return name.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}

/** JSON's texts are texts of both languages, once the two line ends that JSON leaves alone are escaped. */
function quoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function empty(name: string, type: string, language: Language): string {
  if (type === "Integer") return name.toLowerCase() === "statuscode" ? "200" : "0";
  if (type === "Float") return "0.0";
  if (type === "Boolean") return language === "python" ? "False" : "false";
  return '""';
}

const pythonWords = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if import in is
  lambda nonlocal not or pass raise return try while with yield event context match case type print list dict str int`.split(
    /\s+/,
  ),
);
const javascriptWords = new Set(
  `break case catch class const continue debugger default delete do else enum export extends false finally for function if import in
  instanceof new null return super switch this throw true try typeof var void while with yield let static await async of eval
  arguments implements interface package private protected public undefined event context handler`.split(/\s+/),
);

/** A variable named after the argument, as far as the language lets it. */
function variable(input: string, place: number, taken: ReadonlySet<string>): string {
  const name = input.replace(/[^A-Za-z0-9_]+/g, "_").replace(/^(?=\d)/, "_");
  if (!/[A-Za-z]/.test(name)) return `value_${place + 1}`;
  return taken.has(name) || name !== input ? `${name}_${place + 1}`.replace("__", "_") : name;
}
