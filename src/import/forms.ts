/** The registry of forms, and the way to them through the syntax of a file. Loaded when something else than plain JSON is opened. */

import { answer } from "./forms/answer";
import { cloudFormation } from "./forms/cloudFormation";
import { definition } from "./forms/definition";
import type { Findings, ImportForm } from "./forms/form";
import { kubernetes } from "./forms/kubernetes";
import { markdown } from "./forms/markdown";
import { notebook } from "./forms/notebook";
import { terraform } from "./forms/terraform";
import { asItStands, type MappedText, within } from "./source/mappedText";
import type { SourceNode } from "./source/sourceNode";
import { readJson } from "./syntax/json";
import { PythonPrints } from "./syntax/python";

/** Every form; the first that takes a value has it. */
const importForms: readonly ImportForm[] = [
  definition,
  answer,
  notebook,
  cloudFormation,
  kubernetes,
  terraform,
  markdown,
];

/** What keeps a file from being read at all. */
export interface Fault {
  readonly fault: { readonly message: string; readonly at: number };
}

/** Looks for definitions; null where the text is nothing that is known here. Never throws. */
export async function findDefinitions(text: string, fileName: string): Promise<Findings | Fault | null> {
  try {
    return await find(text, fileName);
  } catch (thrown) {
    // Text so deep that a reader of its syntax has no room.
    if (thrown instanceof RangeError) return { fault: { message: "It is nested too deeply to be read.", at: 0 } };
    throw thrown;
  }
}

async function find(text: string, fileName: string): Promise<Findings | Fault | null> {
  // Reading takes its time where a file is large: not for one in which no form could find a thing.
  if (text.length > readAnyway && !namesOne.test(text)) return null;
  const file = asItStands(text);
  if (/\.(tf|hcl)$/i.test(fileName) || (looksLikeHcl.test(text) && !/^\s*[{[]/.test(text))) {
    if (text.length > largestCode) return tooLarge;
    const { readHcl } = await import("./syntax/hcl");
    const read = readHcl(text);
    return findIn(read.node, read.file, 0);
  }
  if (/\.(tftpl|tpl|tmpl)$/i.test(fileName)) {
    const { readTemplate } = await import("./syntax/hcl");
    const found = [{ name: null, what: "the definition in it", json: readTemplate(text) }];
    return { label: "a template, its holes kept", found, elsewhere: null };
  }
  const isPrinted = /^\s*[{["'(]/.test(text);
  const inMarkdown = looksLikeMarkdown(text, fileName, isPrinted) ? findIn(await blocksOf(text), file, 0) : null;
  if (inMarkdown !== null && inMarkdown.found.length > 0) return inMarkdown;
  const inYaml = !isPrinted && looksLikeYaml(text, fileName) ? await findInYaml(file) : null;
  if (inYaml !== null && "found" in inYaml) return inYaml;
  return findPrinted(file, 0) ?? (/\.ya?ml$/i.test(fileName) || isPrinted ? inYaml : inMarkdown);
}

function looksLikeMarkdown(text: string, fileName: string, isPrinted: boolean): boolean {
  return (
    /\.(md|markdown)$/i.test(fileName) || (!isPrinted && !/\.\w+$/.test(fileName) && /^[ \t]*(```|~~~)/m.test(text))
  );
}

async function blocksOf(text: string) {
  const { readMarkdown } = await import("./syntax/markdown");
  return readMarkdown(text);
}

const readAnyway = 64 * 1024;
const namesOne = /Steps|pipeline_?definition/i;

/** CloudFormation takes no larger template; the readers of YAML and HCL take seconds beyond. */
const largestCode = 1024 * 1024;
const tooLarge: Fault = {
  fault: { message: "It has more than 1 MiB: of YAML and of Terraform's code no more is read.", at: 0 },
};

const looksLikeHcl = /^(resource|locals|module|variable|terraform|provider|output|data)\b[^\n{:=]*\{/m;

function looksLikeYaml(text: string, fileName: string): boolean {
  return /\.(ya?ml|template)$/i.test(fileName) || /^(---|["']?[\w.-]+["']?:(\s|$))/m.test(text);
}

async function findInYaml(file: MappedText): Promise<Findings | Fault | null> {
  if (file.text.length > largestCode) return tooLarge;
  const { readYaml } = await import("./syntax/yaml");
  const read = readYaml(file.text);
  if (!read.ok) return { fault: { message: `This is YAML with a fault: ${read.message}`, at: read.at } };
  const inDocuments = read.documents.flatMap((node) => findIn(node, file, 0) ?? []);
  return together(
    inDocuments.map((one) => (one.label === definitionLabel ? { ...one, label: "a definition in YAML" } : one)),
  );
}

/** More than enough for a text in a file in a notebook. */
const deepestText = 3;
const mostStarts = 200;

/** JSON, and what Python prints of a dictionary or a text, wherever a line of the text begins with it. */
function findPrinted(text: MappedText, depth: number): Findings | null {
  const all: Findings[] = [];
  const python = new PythonPrints(text.text);
  let end = 0;
  let starts = 0;
  for (const { index, 0: margin } of text.text.matchAll(/^[ \t]*(?=[bru]?['"]|[{[(])/gm)) {
    const start = index + margin.length;
    if (start < end) continue;
    if (++starts > mostStarts) break;
    const json = readJson(text.text, start);
    const node = json?.node ?? python.read(start);
    if (node === null) continue;
    end = node.to;
    const found = findIn(node, text, depth);
    if (found !== null)
      all.push(found.label === definitionLabel ? { ...found, label: printedAs(node, json !== null) } : found);
  }
  return together(all);
}

const definitionLabel = "a definition";

function printedAs({ kind }: SourceNode, isJson: boolean): string {
  if (kind === "text") return isJson ? "a JSON string" : "Python's print of a text";
  return isJson ? "text with JSON in it" : "Python's print of a dictionary";
}

function findIn(node: SourceNode, text: MappedText, depth: number): Findings | null {
  const open = (inside: MappedText) => (depth < deepestText ? findPrinted(inside, depth + 1) : null);
  for (const form of importForms) {
    const findings = form.find(node, open);
    if (findings === null) continue;
    const { found, elsewhere } = findings;
    return {
      ...findings,
      found: found.map((finding) => ({ ...finding, json: within(text, finding.json) })),
      elsewhere: elsewhere === null ? null : { ...elsewhere, at: text.offsetOf(elsewhere.at) },
    };
  }
  return null;
}

function together(all: readonly Findings[]): Findings | null {
  const [first] = all;
  if (first === undefined) return null;
  const label = all.find(({ found }) => found.length > 0)?.label ?? first.label;
  return { label, found: all.flatMap(({ found }) => found), elsewhere: first.elsewhere };
}
