/** The definition and short texts in the two languages of programs. */
import { plainText } from "../../pipeline/definition/plainText";
import { itself } from "../policy/policy";
import type { Mapping } from "./mappings";
import { type Part, together, withEscapes } from "./parts";

/** A template whose backslashes are kept: `String.raw`, with what fills a hole. JSON has escapes for what would end it. */
export function typescriptTemplate(parts: readonly Part[], hole: (mapping: Mapping) => string): string {
  const text = (json: string) => withEscapes(json, /`|\$(?=\{)/g);
  return `String.raw\`${together(parts, text, (mapping) => `\${${hole(mapping)}}`)}\``;
}

/** A raw text between three quotes; a hole is written as `${Name}`, which the definition itself then does not contain. */
export function pythonText(parts: readonly Part[]): string {
  const text = parts.length === 1 ? (json: string) => json : (json: string) => withEscapes(json, /\$(?=\{)/g);
  return `r"""${together(parts, text, ({ name }) => `\${${name}}`)}"""`;
}

/** A short text between double quotes, in Python, TypeScript and JSON alike. */
export function quotedText(text: string): string {
  return JSON.stringify(plainText(text));
}

/** CloudFormation looks for `{{resolve:…}}` in every text: here it is none of its references. */
export function escapedForTemplate(parts: readonly Part[]): readonly Part[] {
  return parts.map((part) => (typeof part === "string" ? withEscapes(part, /\{(?=\{resolve:)/g) : part));
}

/** A policy as an object of TypeScript or a dictionary of Python: texts and lists alone. `role` is what stands for the role itself. */
export function objectOf(document: object, role: string, margin: string): string {
  return JSON.stringify(document, null, 2).replaceAll(JSON.stringify(itself), role).replaceAll("\n", `\n${margin}`);
}
