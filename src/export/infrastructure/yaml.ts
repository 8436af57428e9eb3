import { lookup } from "../../pipeline/definition/byName";

/** What a template is made of. */
export type Tree = string | number | boolean | readonly Tree[] | { readonly [key: string]: Tree };

/** Writes a template as people write it: functions in their short form, texts of several lines as blocks. */
export function yamlOf(tree: { readonly [key: string]: Tree }): string {
  return `${membersOf(tree, "").join("\n")}\n`;
}

function membersOf(tree: { readonly [key: string]: Tree }, margin: string): string[] {
  return Object.entries(tree).flatMap(([key, value]) => valueLines(`${margin}${scalar(key)}:`, value, margin));
}

/** A value behind what stands before it on its line. */
function valueLines(before: string, value: Tree, margin: string): string[] {
  if (typeof value === "string" && value.includes("\n")) return block(`${before} |`, value, margin);
  if (typeof value !== "object") return [`${before} ${scalar(value)}`];
  if (Array.isArray(value)) {
    if (value.length === 0) return [`${before} []`];
    return [before, ...(value as readonly Tree[]).flatMap((item) => itemLines(item, `${margin}  `))];
  }
  const object = value as { readonly [key: string]: Tree };
  const called = functionOf(object);
  if (called !== null) return functionLines(before, called.tag, called.argument, margin);
  if (Object.keys(object).length === 0) return [`${before} {}`];
  return [before, ...membersOf(object, `${margin}  `)];
}

function itemLines(item: Tree, margin: string): string[] {
  const isPlainObject = typeof item === "object" && !Array.isArray(item) && functionOf(item as never) === null;
  if (!isPlainObject) return valueLines(`${margin}-`, item, margin);
  const [first = "", ...rest] = membersOf(item as { readonly [key: string]: Tree }, `${margin}  `);
  return [`${margin}- ${first.trimStart()}`, ...rest];
}

const short: Readonly<Record<string, string>> = {
  Ref: "!Ref",
  "Fn::Sub": "!Sub",
  "Fn::GetAtt": "!GetAtt",
  "Fn::If": "!If",
  "Fn::Not": "!Not",
  "Fn::Equals": "!Equals",
};

function functionOf(object: { readonly [key: string]: Tree }): { tag: string; argument: Tree } | null {
  const [only, more] = Object.entries(object);
  const tag = only === undefined || more !== undefined ? undefined : lookup(short, only[0]);
  return only === undefined || tag === undefined ? null : { tag, argument: only[1] };
}

function functionLines(before: string, tag: string, argument: Tree, margin: string): string[] {
  // `!GetAtt Role.Arn`, as people write it.
  if (tag === "!GetAtt" && Array.isArray(argument)) return [`${before} ${tag} ${argument.join(".")}`];
  if (typeof argument === "string" && argument.includes("\n")) return block(`${before} ${tag} |`, argument, margin);
  return Array.isArray(argument)
    ? [`${before} ${tag} ${inline(argument)}`]
    : [`${before} ${tag} ${scalar(argument as string)}`];
}

/** A list on one line; a function in a function has its long form where two tags would meet. */
function inline(value: Tree): string {
  if (Array.isArray(value)) return `[${(value as readonly Tree[]).map(inline).join(", ")}]`;
  if (typeof value !== "object") return scalar(value as string);
  const called = functionOf(value as { readonly [key: string]: Tree });
  if (called !== null) return `${called.tag} ${inline(called.argument)}`;
  return `{${Object.entries(value)
    .map(([key, item]) => `${scalar(key)}: ${inline(item)}`)
    .join(", ")}}`;
}

/** No line of the text begins with white space that the first lacks, and none holds what YAML does not print. */
function block(before: string, text: string, margin: string): string[] {
  const lines = text.replace(/\n$/, "").split("\n");
  return [before + (text.endsWith("\n") ? "" : "-"), ...lines.map((line) => (line === "" ? "" : `${margin}  ${line}`))];
}

/** YAML 1.1 takes some words for something else than a text. */
const otherwise = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

function scalar(value: string | number | boolean): string {
  if (typeof value !== "string") return String(value);
  if (/^[A-Za-z][\w./ -]*(?:::?[\w./-]+)*$/.test(value) && !/ $/.test(value) && !otherwise.test(value)) return value;
  return JSON.stringify(value).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
